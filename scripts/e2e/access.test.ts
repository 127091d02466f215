/** What each persona may read and change, whichever way in they take. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import { insertAll, queryAll } from '../seed/records.ts';
import { logIn, type Persona } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { addWorkdays, makeProject, makeStudio, START, type Studio } from './support/studio.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

const PERSONAS: readonly Persona[] = ['admin', 'sales', 'pm', 'resourcing', 'consultant', 'finance', 'leader'];

/** Fields from which costs and margins could be read, and the personas who may. */
const SECRETS: readonly (readonly [object: string, field: string, open: readonly Persona[]])[] = [
  ['CostRate__c', 'Rate__c', ['admin', 'pm', 'resourcing', 'finance', 'leader']],
  ['Project__c', 'BudgetCost__c', ['admin', 'pm', 'finance', 'leader']],
  ['Project__c', 'BudgetMargin__c', ['admin', 'pm', 'finance', 'leader']],
  ['Opportunity', 'EstimatedMargin__c', ['admin', 'pm', 'finance', 'leader']],
];

interface IdRow {
  readonly Id: string;
}

describe('access', () => {
  const data = temporaryFolder('access');
  const connections = new Map<Persona, Connection>();
  let org: ServedOrg;
  let studio: Studio;
  let bookedProject: string;
  let otherProject: string;
  let resource: string;

  const as = (persona: Persona): Connection => connections.get(persona)!;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: false });
    for (const persona of PERSONAS) connections.set(persona, await logIn(org.url, persona));
    const admin = as('admin');
    studio = await makeStudio(admin);
    const users = await queryAll<IdRow & { Username: string }>(admin, 'SELECT Id, Username FROM User');
    const idOf = (persona: Persona) => users.find((user) => user.Username.startsWith(`${persona}@`))?.Id ?? '';
    bookedProject = await makeProject(admin, 'Booked', { ProjectManager__c: idOf('pm') });
    otherProject = await makeProject(admin, 'Not booked');
    [resource = ''] = await insertAll(admin, 'Resource__c', [
      {
        Name: 'Carlos',
        Role__c: studio.designer,
        ResourceType__c: 'Employee',
        StartDate__c: '2020-01-01',
        IsActive__c: true,
        User__c: idOf('consultant'),
      },
    ]);
    await insertAll(admin, 'ProjectTask__c', [
      { Project__c: bookedProject, Name: 'Draw', Type__c: 'Task', Status__c: 'Not Started', DurationDays__c: 4 },
    ]);
    await insertAll(admin, 'Assignment__c', [booking('Hard')]);
  });
  after(async () => {
    await org.stop();
    removeFolder(data);
  });

  function booking(BookingType__c: 'Hard' | 'Soft') {
    return {
      Project__c: bookedProject,
      Resource__c: resource,
      Role__c: studio.designer,
      StartDate__c: START,
      EndDate__c: addWorkdays(START, 3),
      PlannedHours__c: 18,
      BookingType__c,
      Status__c: 'Planned',
    };
  }

  async function projectsOf(persona: Persona): Promise<string[]> {
    const rows = await queryAll<IdRow>(as(persona), 'SELECT Id FROM Project__c WHERE IsTemplate__c = false');
    return rows.map((row) => row.Id);
  }

  for (const [object, field, open] of SECRETS) {
    it(`opens ${object}.${field} to ${open.join(', ')} alone`, async () => {
      for (const persona of PERSONAS) {
        const query = Promise.resolve(as(persona).query(`SELECT ${field} FROM ${object} LIMIT 1`));
        if (open.includes(persona)) {
          await query;
          continue;
        }
        await assert.rejects(query, /INVALID_(FIELD|TYPE)|not supported|No such column/, `${persona} reads ${field}`);
        const described = await as(persona)
          .describe(object)
          .then(
            ({ fields }) => fields.map(({ name }) => name),
            (): string[] => [],
          );
        assert.ok(!described.includes(field), `${persona} is told of ${field}`);
      }
    });
  }

  it('shows a consultant the projects they are booked on, with their tasks, and no others', async () => {
    assert.deepEqual(await projectsOf('consultant'), [bookedProject]);
    const tasks = await queryAll<{ Name: string }>(as('consultant'), 'SELECT Name FROM ProjectTask__c');
    assert.deepEqual(
      tasks.map((task) => task.Name),
      ['Draw'],
    );
    await assert.rejects(as('consultant').sobject('Project__c').retrieve(otherProject), /NOT_FOUND|not exist|deleted/);
  });

  it('takes the project from a consultant who is no longer booked', async () => {
    const project = await makeProject(as('admin'), 'For a day');
    const [id = ''] = await insertAll(as('admin'), 'Assignment__c', [{ ...booking('Hard'), Project__c: project }]);
    assert.ok((await projectsOf('consultant')).includes(project));
    await as('admin').sobject('Assignment__c').destroy(id);
    assert.deepEqual(await projectsOf('consultant'), [bookedProject]);
    await as('admin').sobject('Project__c').destroy(project);
  });

  it('shows all projects to resource managers, finance and executives', async () => {
    for (const persona of ['resourcing', 'finance', 'leader'] as const) {
      assert.deepEqual((await projectsOf(persona)).sort(), [bookedProject, otherProject].sort(), persona);
    }
  });

  it('lets the project manager edit their project, and nobody else who may only read it', async () => {
    const changed = { Id: bookedProject, Description__c: 'Drawings' };
    const [result] = await as('pm').sobject('Project__c').update([changed]);
    assert.equal(result?.success, true, JSON.stringify(result));
    for (const persona of ['sales', 'consultant', 'leader'] as const) {
      const [refused] = await as(persona).sobject('Project__c').update([changed]);
      assert.equal(refused?.success, false, persona);
    }
  });

  it('refuses executives every change', async () => {
    const [card] = await as('leader')
      .sobject('RateCard__c')
      .create([{ Name: 'Mine', CurrencyCode__c: 'CHF', StartDate__c: START, IsActive__c: true }]);
    assert.equal(card?.success, false);
    assert.match(JSON.stringify(card.errors), /INSUFFICIENT_ACCESS|CANNOT_INSERT|INVALID_TYPE|not supported/);
    const [account] = await as('leader')
      .sobject('Account')
      .create([{ Name: 'Mine' }]);
    assert.equal(account?.success, false, 'their profile adds nothing to what their persona may do');
  });

  it('lets finance and the administrator alone change rates', async () => {
    const [line] = await queryAll<IdRow>(as('admin'), 'SELECT Id FROM RateCardLine__c LIMIT 1');
    for (const persona of PERSONAS) {
      const [result] = await as(persona)
        .sobject('RateCardLine__c')
        .update([{ Id: line?.Id ?? '', BillRate__c: 121 }]);
      assert.equal(result?.success, persona === 'finance' || persona === 'admin', persona);
    }
  });

  it('lets nobody share records by hand that the package shares', async () => {
    const [result] = await as('pm')
      .sobject('Project__Share')
      .create([{ ParentId: otherProject, UserOrGroupId: (await as('pm').identity()).user_id, AccessLevel: 'Edit' }]);
    assert.equal(result?.success, false);
  });
});
