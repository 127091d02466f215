/** Winning opportunities through the API, in a firm that is not the demo's. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import { insertAll, queryAll, updateAll, type Fields } from '../seed/records.ts';
import { eventually } from './support/eventually.ts';
import { logIn } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import {
  addWorkdays,
  DESIGNERS,
  HOLIDAY,
  link,
  makeStudio,
  makeTemplate,
  START,
  type PlanTask,
  type Studio,
} from './support/studio.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

interface Sale {
  readonly Id: string;
  readonly StageName: string;
  readonly Amount: number | null;
  readonly HandoffStatus__c: string | null;
  readonly HandoffMessage__c: string | null;
  readonly Project__c: string | null;
}

interface Booking {
  readonly Resource__r: { readonly Name: string };
  readonly BookingType__c: string;
  readonly PlannedHours__c: number;
}

const SKETCH: readonly PlanTask[] = [
  { name: 'Brief', days: 2, after: [] },
  { name: 'Sketch', days: 4, after: ['Brief'] },
];

describe('winning opportunities', () => {
  const data = temporaryFolder('winning');
  let org: ServedOrg;
  let admin: Connection;
  let studio: Studio;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: false });
    admin = await logIn(org.url, 'admin');
    studio = await makeStudio(admin);
  });
  after(async () => {
    await org.stop();
    removeFolder(data);
  });

  function open(name: string, template: string, fields: Fields = {}): Fields {
    return {
      Name: name,
      AccountId: studio.account,
      StageName: 'Negotiation/Review',
      CloseDate: '2035-05-01',
      Amount: 5000,
      ProjectTemplate__c: template,
      ServicesStartDate__c: START,
      ...fields,
    };
  }

  async function read(ids: readonly string[]): Promise<Sale[]> {
    const list = ids.map((id) => `'${id}'`).join(', ');
    return queryAll<Sale>(
      admin,
      `SELECT Id, StageName, Amount, HandoffStatus__c, HandoffMessage__c, Project__c FROM Opportunity WHERE Id IN (${list}) ORDER BY Id`,
    );
  }

  /** Wins them in one request and waits until no project is queued any more. */
  async function win(connection: Connection, ids: readonly string[]): Promise<Sale[]> {
    await updateAll(
      connection,
      'Opportunity',
      ids.map((Id) => ({ Id, StageName: 'Closed Won' })),
    );
    return eventually('the projects of the won opportunities', async () => {
      const sales = await read(ids);
      return sales.some((sale) => sale.HandoffStatus__c === 'Queued') ? undefined : sales;
    });
  }

  /** Wins one opportunity with a template that asks for these roles. */
  async function winWith(name: string, roles: readonly string[], fields: Fields = {}): Promise<Sale> {
    const template = await makeTemplate(admin, `Template of ${name}`, SKETCH, roles);
    const ids = await insertAll(admin, 'Opportunity', [open(name, template, fields)]);
    const [sale] = await win(admin, ids);
    assert.ok(sale);
    return sale;
  }

  async function bookingsOf(sale: Sale): Promise<Booking[]> {
    return queryAll<Booking>(
      admin,
      `SELECT Resource__r.Name, BookingType__c, PlannedHours__c FROM Assignment__c WHERE Project__c = '${sale.Project__c}'`,
    );
  }

  async function requestStatuses(sale: Sale): Promise<string[]> {
    const requests = await queryAll<{ Status__c: string }>(
      admin,
      `SELECT Status__c FROM ResourceRequest__c WHERE Project__c = '${sale.Project__c}'`,
    );
    return requests.map((request) => request.Status__c);
  }

  it('makes 200 whole projects of 200 opportunities won in one save', async () => {
    const tasks = Array.from({ length: 15 }, (_, index) => ({
      name: `Step ${index + 1}`,
      days: 2,
      after: index === 0 ? [] : [`Step ${index}`],
    }));
    const template = await makeTemplate(admin, 'Brand book', tasks, [studio.copywriter]);
    const names = Array.from({ length: 200 }, (_, index) => `Brand book ${index + 1}`);
    const ids = await insertAll(
      admin,
      'Opportunity',
      names.map((name) => open(name, template)),
    );
    const sales = await win(admin, ids);

    assert.deepEqual([...new Set(sales.map((sale) => sale.HandoffStatus__c))], ['Launched']);
    assert.equal(new Set(sales.map((sale) => sale.Project__c)).size, 200);
    const projects = await queryAll<{ Id: string; Opportunity__c: string; StartDate__c: string; EndDate__c: string }>(
      admin,
      `SELECT Id, Opportunity__c, StartDate__c, EndDate__c FROM Project__c WHERE Template__c = '${template}'`,
    );
    assert.equal(projects.length, 200);
    // 15 tasks of two days are 30 working days.
    for (const project of projects) {
      assert.deepEqual([project.StartDate__c, project.EndDate__c], [START, addWorkdays(START, 29)]);
    }
    const parts: readonly (readonly [object: string, path: string, count: number])[] = [
      ['ProjectTask__c', 'Project__c', 15],
      ['TaskDependency__c', 'Successor__r.Project__c', 14],
      ['ResourceRequest__c', 'Project__c', 1],
      ['BillingArrangement__c', 'Project__c', 1],
    ];
    for (const [object, path, count] of parts) {
      const where = path.replace('Project__c', 'Project__r.Template__c');
      const counts = await queryAll<{ n: number }>(
        admin,
        `SELECT ${path} project, COUNT(Id) n FROM ${object} WHERE ${where} = '${template}' GROUP BY ${path}`,
      );
      assert.equal(counts.length, 200, `${object} of every project`);
      assert.deepEqual([...new Set(counts.map((row) => row.n))], [count], `${object} of each project`);
    }
  });

  it('makes one project however often the opportunity is won', async () => {
    const sale = await winWith('Won twice', []);
    assert.equal(sale.HandoffStatus__c, 'Launched');
    await updateAll(admin, 'Opportunity', [{ Id: sale.Id, StageName: 'Negotiation/Review' }]);
    const [again] = await win(admin, [sale.Id]);
    assert.equal(again?.Project__c, sale.Project__c);
    const projects = await admin.query(`SELECT COUNT() FROM Project__c WHERE Opportunity__c = '${sale.Id}'`);
    assert.equal(projects.totalSize, 1);
  });

  it('books hard who can give all the hours, holds who can give half, and leaves the rest open', async () => {
    // Two designers of 36 hours a week: 36 + 36 hours fill them. Then one is taken for two of the four days, both are
    // taken, and nobody is left.
    const first = await winWith('Two designers', [studio.designer, studio.designer]);
    const bookings = await bookingsOf(first);
    assert.deepEqual(bookings.map((booking) => booking.Resource__r.Name).sort(), DESIGNERS);
    assert.deepEqual([...new Set(bookings.map((booking) => booking.BookingType__c))], ['Hard']);
    assert.deepEqual(await requestStatuses(first), ['Filled', 'Filled']);

    await admin.sobject('Assignment__c').update({
      Id: (
        await queryAll<{ Id: string }>(admin, `SELECT Id FROM Assignment__c WHERE Project__c = '${first.Project__c}'`)
      )[0].Id,
      PlannedHours__c: 18,
    });
    const second = await winWith('Half a designer', [studio.designer]);
    assert.deepEqual(
      (await bookingsOf(second)).map((booking) => [booking.BookingType__c, booking.PlannedHours__c]),
      [['Soft', 18]],
    );
    assert.deepEqual(await requestStatuses(second), ['Held']);
  });

  it('does not book people who have left, and tells the resource managers', async () => {
    const sale = await winWith('Left', [studio.illustrator]);
    assert.equal(sale.HandoffStatus__c, 'Launched');
    assert.deepEqual(await bookingsOf(sale), []);
    assert.deepEqual(await requestStatuses(sale), ['Open']);
    assert.match(sale.HandoffMessage__c ?? '', /Nobody was found for 1 request/);
    const tasks = await queryAll<{ Subject: string; Owner: { Username: string } }>(
      admin,
      `SELECT Subject, Owner.Username FROM Task WHERE WhatId = '${sale.Project__c}'`,
    );
    assert.deepEqual(
      tasks.map((task) => [task.Subject, task.Owner.Username]),
      [['Staff the open request of Left', 'resourcing@keelson.example']],
    );
  });

  it('makes the project of a template whose roles nobody has', async () => {
    const sale = await winWith('Nobody', [studio.copywriter, studio.copywriter]);
    assert.equal(sale.HandoffStatus__c, 'Launched');
    assert.match(sale.HandoffMessage__c ?? '', /Nobody was found for 2 requests/);
    assert.deepEqual(await requestStatuses(sale), ['Open', 'Open']);
  });

  it('flags a rate that is missing, and counts it as nothing', async () => {
    const template = await makeTemplate(admin, 'Prototype', SKETCH, [studio.engineer]);
    const [id = ''] = await insertAll(admin, 'Opportunity', [open('Prototype', template)]);
    await insertAll(admin, 'EstimateLine__c', [{ Opportunity__c: id, Role__c: studio.engineer, Hours__c: 36 }]);
    const [sale] = await win(admin, [id]);
    assert.equal(sale?.HandoffStatus__c, 'Launched');
    const messages = (sale.HandoffMessage__c ?? '').split('\n');
    assert.ok(
      messages.some((message) => message.startsWith('Estimate, Engineer:')),
      String(sale.HandoffMessage__c),
    );
    assert.ok(
      messages.some((message) => message.startsWith('Engineer:')),
      String(sale.HandoffMessage__c),
    );
  });

  it('starts on the next working day when the services start on a holiday', async () => {
    const sale = await winWith('Holiday', [], { ServicesStartDate__c: HOLIDAY });
    const [project] = await queryAll<{ StartDate__c: string }>(
      admin,
      `SELECT StartDate__c FROM Project__c WHERE Id = '${sale.Project__c}'`,
    );
    assert.equal(project?.StartDate__c, addWorkdays(HOLIDAY, 0));
    assert.match(sale.HandoffMessage__c ?? '', /\b\d{1,2} \w{3} \d{4} is a day off in the calendar "Four-day week"/);
  });

  it('keeps the sale when no project can be made, says why, and makes it once that is put right', async () => {
    const template = await makeTemplate(admin, 'Two of a kind', SKETCH, []);
    const ids = await insertAll(admin, 'Opportunity', [
      open('With an account', template),
      open('Without an account', template, { AccountId: null }),
    ]);
    const [good, bad] = await win(admin, ids);
    assert.equal(good?.HandoffStatus__c, 'Launched');
    assert.equal(bad?.HandoffStatus__c, 'Failed');
    assert.match(bad.HandoffMessage__c ?? '', /Choose an account/);
    assert.deepEqual([bad.StageName, bad.Amount, bad.Project__c], ['Closed Won', 5000, null]);

    await updateAll(admin, 'Opportunity', [{ Id: bad.Id, AccountId: studio.account }]);
    const [mended] = await read([bad.Id]);
    assert.equal(mended?.HandoffStatus__c, 'Launched');
    assert.ok(mended.Project__c);
  });

  it('refuses a cycle in a template with its path, and still hands off from it', async () => {
    const template = await makeTemplate(admin, 'Round', SKETCH, []);
    const tasks = await queryAll<{ Id: string; Name: string }>(
      admin,
      `SELECT Id, Name FROM ProjectTask__c WHERE Project__c = '${template}' ORDER BY Sequence__c`,
    );
    const back = link(tasks[1].Id, tasks[0].Id);
    const result = await admin.sobject('TaskDependency__c').create([back]);
    assert.equal(result[0]?.success, false);
    assert.match(result[0].errors[0]?.message ?? '', /circle: .*Brief → Sketch|circle: .*Sketch → Brief/);
    const links = `SELECT COUNT() FROM TaskDependency__c WHERE Successor__r.Project__c = '${template}'`;
    assert.equal((await admin.query(links)).totalSize, 1);
    const [sale] = await win(admin, await insertAll(admin, 'Opportunity', [open('Round', template)]));
    assert.equal(sale?.HandoffStatus__c, 'Launched');
  });

  it('serves a seller who may neither plan nor see costs, and shows them the project of their sale', async () => {
    const template = await makeTemplate(admin, 'Poster', SKETCH, [studio.engineer]);
    const sales = await logIn(org.url, 'sales');
    const ids = await insertAll(sales, 'Opportunity', [
      open('Poster', template, { ServicesStartDate__c: addWorkdays(START, 40) }),
    ]);
    const [sale] = await win(sales, ids);
    assert.equal(sale?.HandoffStatus__c, 'Launched', String(sale?.HandoffMessage__c));
    assert.deepEqual(await requestStatuses(sale), ['Filled']);
    const [project] = await queryAll<{ Name: string }>(
      sales,
      `SELECT Name FROM Project__c WHERE Id = '${sale.Project__c}'`,
    );
    assert.equal(project?.Name, 'Poster');
  });
});
