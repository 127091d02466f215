/** A thousand weeks, submitted to the approval process and approved fifty at a time, as the inbox does. */
import type { Connection } from 'jsforce';
import { runApex } from '../seed/apex.ts';
import { addDays } from '../seed/dates.ts';
import { insertAll } from '../seed/records.ts';
import { apexCost, costFigures } from './apex-cost.ts';
import { BENCH_WEEK, makePeople, makeProjects } from './bench-firm.ts';
import { perSecond, seconds, timed, type Figure } from './figures.ts';

const PEOPLE = 100;
const WEEKS = 10;
const TOGETHER = 50;
/** Each takes a good quarter of the queries of one transaction. */
const SUBMISSIONS_AT_ONCE = 3;

export async function approvingFigures(connection: Connection): Promise<Figure[]> {
  const [project = ''] = await makeProjects(connection, 'Bench approval', 1);
  const people = await makePeople(connection, 'Bench approved', PEOPLE);
  const weeks = people.flatMap((person) =>
    Array.from({ length: WEEKS }, (_, index) => ({ person, monday: addDays(BENCH_WEEK, 7 * index) })),
  );
  const sheets = await insertAll(
    connection,
    'Timesheet__c',
    weeks.map(({ person, monday }) => ({ Resource__c: person, WeekStart__c: monday })),
  );
  await insertAll(
    connection,
    'TimeEntry__c',
    weeks.flatMap(({ monday }, index) =>
      Array.from({ length: 5 }, (_, day) => ({
        Timesheet__c: sheets[index],
        Project__c: project,
        Date__c: addDays(monday, day),
        Minutes__c: 480,
      })),
    ),
  );
  const submitted = await timed(async () => {
    for (let start = 0; start < weeks.length; start += SUBMISSIONS_AT_ONCE) {
      const calls = weeks
        .slice(start, start + SUBMISSIONS_AT_ONCE)
        .map(({ person, monday }) => `TimesheetController.submit(Date.valueOf('${monday}'), '${person}');`);
      await runApex(connection, calls.join('\n'));
    }
  });
  const batches = Array.from({ length: sheets.length / TOGETHER }, (_, index) =>
    sheets.slice(index * TOGETHER, (index + 1) * TOGETHER),
  );
  const cost = await apexCost(connection, '', approve(batches[0] ?? []));
  const approved = await timed(async () => {
    for (const batch of batches) await runApex(connection, approve(batch));
  });
  const left = `SELECT COUNT() FROM Timesheet__c WHERE Resource__r.Name LIKE 'Bench approved %' AND Status__c != 'Approved'`;
  return [
    { what: `${sheets.length} timesheets submitted`, value: perSecond(sheets.length, submitted) },
    ...costFigures(`${TOGETHER} timesheets approved together`, cost),
    { what: `${sheets.length} timesheets approved`, value: seconds(approved) },
    {
      what: `${sheets.length} timesheets approved: left over`,
      value: String((await connection.query(left)).totalSize),
      aim: '0',
    },
  ];
}

function approve(sheets: readonly string[]): string {
  return `TimesheetController.approve(new List<Id>{ ${sheets.map((id) => `'${id}'`).join(', ')} }, null);`;
}
