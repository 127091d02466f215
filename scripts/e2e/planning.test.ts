/** Plans entered and changed through the API. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import { insertAll, queryAll, updateAll } from '../seed/records.ts';
import { logIn } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import {
  addTasks,
  addWorkdays,
  link,
  makeProject,
  makeStudio,
  START,
  workdaysBetween,
  type PlanTask,
  type Studio,
} from './support/studio.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

interface TaskRow {
  readonly Id: string;
  readonly Name: string;
  readonly StartDate__c: string;
  readonly EndDate__c: string;
  readonly EarlyStart__c: string;
  readonly EarlyFinish__c: string;
  readonly LateStart__c: string;
  readonly LateFinish__c: string;
  readonly TotalSlackDays__c: number;
  readonly IsCritical__c: boolean;
}

interface Dates {
  readonly StartDate__c: string;
  readonly EndDate__c: string;
}

/** Tasks as published examples give them: name, duration, predecessors. */
function tasksOf(table: Record<string, readonly [number, readonly string[]]>): PlanTask[] {
  return Object.entries(table).map(([name, [days, after]]) => ({ name, days, after }));
}

describe('plans', () => {
  const data = temporaryFolder('planning');
  let org: ServedOrg;
  let pm: Connection;
  let studio: Studio;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: false });
    studio = await makeStudio(await logIn(org.url, 'admin'));
    pm = await logIn(org.url, 'pm');
  });
  after(async () => {
    await org.stop();
    removeFolder(data);
  });

  async function plan(project: string): Promise<ReadonlyMap<string, TaskRow>> {
    const rows = await queryAll<TaskRow>(
      pm,
      'SELECT Id, Name, StartDate__c, EndDate__c, EarlyStart__c, EarlyFinish__c, LateStart__c, LateFinish__c, ' +
        `TotalSlackDays__c, IsCritical__c FROM ProjectTask__c WHERE Project__c = '${project}' ORDER BY Sequence__c`,
    );
    return new Map(rows.map((row) => [row.Name, row]));
  }

  /** Early and late dates as the examples count them: working days from the start of the project, the finish not included. */
  function counted(row: TaskRow) {
    return {
      ES: workdaysBetween(START, row.EarlyStart__c),
      EF: workdaysBetween(START, row.EarlyFinish__c) + 1,
      LS: workdaysBetween(START, row.LateStart__c),
      LF: workdaysBetween(START, row.LateFinish__c) + 1,
      slack: row.TotalSlackDays__c,
    };
  }

  const lengthOf = (rows: ReadonlyMap<string, TaskRow>): number =>
    Math.max(...[...rows.values()].map((row) => counted(row).EF));

  const criticalOf = (rows: ReadonlyMap<string, TaskRow>): string[] =>
    [...rows.values()].filter((row) => row.IsCritical__c).map((row) => row.Name);

  it('have the critical path of the published example with one (studylib 8378728)', async () => {
    const project = await makeProject(pm, 'One critical path');
    await addTasks(
      pm,
      project,
      tasksOf({
        A: [6, []],
        B: [2, ['A']],
        C: [2, ['A']],
        D: [3, ['B']],
        F: [2, ['C']],
        E: [4, ['D', 'F']],
        G: [1, ['E']],
      }),
    );
    const rows = await plan(project);
    assert.equal(lengthOf(rows), 16);
    assert.deepEqual(criticalOf(rows).sort(), ['A', 'B', 'D', 'E', 'G']);
    assert.deepEqual(counted(rows.get('C')!), { ES: 6, EF: 8, LS: 7, LF: 9, slack: 1 });
    assert.deepEqual(counted(rows.get('F')!), { ES: 8, EF: 10, LS: 9, LF: 11, slack: 1 });
  });

  it('have the critical paths of the published example with two (scribd 783336345)', async () => {
    const project = await makeProject(pm, 'Two critical paths');
    await addTasks(
      pm,
      project,
      tasksOf({ A: [4, []], B: [3, ['A']], C: [5, ['A']], D: [2, ['B']], E: [6, ['C', 'D']], F: [4, ['E']] }),
    );
    const rows = await plan(project);
    assert.equal(lengthOf(rows), 19);
    assert.deepEqual(
      [...rows.values()].map((row) => row.TotalSlackDays__c),
      [0, 0, 0, 0, 0, 0],
    );
    assert.equal(criticalOf(rows).length, 6);
  });

  it('move what depends on a task along with it, and the requests and bookings tied to those tasks', async () => {
    const project = await makeProject(pm, 'Moved');
    const ids = await addTasks(pm, project, tasksOf({ First: [2, []], Second: [3, ['First']], Apart: [1, []] }));
    const second = (await plan(project)).get('Second')!;
    const tied = {
      Project__c: project,
      Task__c: second.Id,
      Role__c: studio.designer,
      StartDate__c: second.StartDate__c,
      EndDate__c: second.EndDate__c,
    };
    const [request = ''] = await insertAll(pm, 'ResourceRequest__c', [
      { ...tied, RequestedHours__c: 27, Status__c: 'Open' },
    ]);
    const [person] = await queryAll<{ Id: string }>(
      pm,
      `SELECT Id FROM Resource__c WHERE Role__c = '${studio.designer}' LIMIT 1`,
    );
    const booked = { BookingType__c: 'Hard', PlannedHours__c: 27, Status__c: 'Planned', ResourceRequest__c: request };
    const [booking = ''] = await insertAll(pm, 'Assignment__c', [{ ...tied, ...booked, Resource__c: person?.Id }]);

    // Monday START is day 0, so First moves from day 0 to day 3 and Second from day 2 to day 5.
    const moved = { Id: ids.get('First') ?? '', StartDate__c: addWorkdays(START, 3) };
    await updateAll(pm, 'ProjectTask__c', [moved]);
    const rows = await plan(project);
    const expected = [addWorkdays(START, 5), addWorkdays(START, 7)];
    const dates = (row: Dates | undefined) => [row?.StartDate__c, row?.EndDate__c];
    assert.deepEqual(dates(rows.get('First')), [addWorkdays(START, 3), addWorkdays(START, 4)]);
    assert.deepEqual(dates(rows.get('Second')), expected);
    assert.deepEqual(dates(rows.get('Apart')), [START, START]);
    for (const [object, id] of [
      ['ResourceRequest__c', request],
      ['Assignment__c', booking],
    ] as const) {
      const [row] = await queryAll<Dates>(pm, `SELECT StartDate__c, EndDate__c FROM ${object} WHERE Id = '${id}'`);
      assert.deepEqual(dates(row), expected, object);
    }
    const [end] = await queryAll<Dates>(pm, `SELECT StartDate__c, EndDate__c FROM Project__c WHERE Id = '${project}'`);
    assert.equal(end?.EndDate__c, addWorkdays(START, 7));
  });

  it('refuse a link that would close a circle, with its path, and stay as they are', async () => {
    const project = await makeProject(pm, 'Round');
    const ids = await addTasks(pm, project, tasksOf({ A: [1, []], B: [1, ['A']], C: [1, ['B']] }));
    const before = await plan(project);
    const [result] = await pm.sobject('TaskDependency__c').create([link(ids.get('C') ?? '', ids.get('A') ?? '')]);
    assert.equal(result?.success, false);
    const path = /circle: (.+)\. Remove/.exec(result.errors[0]?.message ?? '')?.[1] ?? '';
    assert.ok(['A → B → C → A', 'B → C → A → B', 'C → A → B → C'].includes(path), path);
    assert.deepEqual(await plan(project), before);
  });
});
