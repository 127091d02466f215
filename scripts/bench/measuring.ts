/** Measures of five hundred people over two years: rebuilt whole, and kept current by one approved week. */
import type { Connection } from 'jsforce';
import { eventually } from '../e2e/support/eventually.ts';
import { runApex } from '../seed/apex.ts';
import { addDays } from '../seed/dates.ts';
import { withRightsToLoad } from '../seed/history/rights.ts';
import { insertAll, queryAll } from '../seed/records.ts';
import { apexCost } from './apex-cost.ts';
import { makePeople, makeProjects } from './bench-firm.ts';
import { seconds, timed, type Figure } from './figures.ts';

const PEOPLE = 500;
const PROJECTS = 100;
/** Two years from a Monday that lies behind everything else. */
const FIRST_MONDAY = '2033-01-03';
const WEEKS = 104;
const MONTHS = 24;
/** Of each week worked. */
const DAYS = 3;
const PATIENCE_SECONDS = 900;

export async function measuringFigures(connection: Connection): Promise<Figure[]> {
  const people = await makePeople(connection, 'Bench measured', PEOPLE);
  const projects = await makeProjects(connection, 'Bench measured', PROJECTS);
  await loadWork(connection, people, projects);
  const rebuilt = await timed(() => rebuild(connection));
  const again = await timed(() => rebuild(connection));
  const week = { person: people[0] ?? '', monday: addDays(FIRST_MONDAY, 7 * WEEKS) };
  const [sheet = ''] = await insertAll(connection, 'Timesheet__c', [
    { Resource__c: week.person, WeekStart__c: week.monday },
  ]);
  await insertAll(connection, 'TimeEntry__c', [
    { Timesheet__c: sheet, Project__c: projects[0], Date__c: week.monday, Minutes__c: 480 },
  ]);
  await runApex(connection, `TimesheetController.submit(Date.valueOf('${week.monday}'), '${week.person}');`);
  const approve = `TimesheetController.approve(new List<Id>{ '${sheet}' }, null);`;
  const without = await apexCost(
    connection,
    'TriggerDispatcher.bypass(AnnounceSheetMonthsAction.class); TriggerDispatcher.bypass(AnnounceTimeMonthsAction.class);',
    approve,
  );
  const cost = await apexCost(connection, '', approve);
  const current = await timed(async () => {
    await runApex(connection, approve);
    await eventually('the month of the approved week', async () => {
      const rows = await queryAll<{ ApprovedHours__c: number }>(
        connection,
        `SELECT ApprovedHours__c FROM ResourceMonth__c WHERE Resource__c = '${week.person}' ` +
          `AND Month__c = ${week.monday.slice(0, 7)}-01 AND ApprovedHours__c > 0`,
      );
      return rows[0];
    });
  });
  return [
    { what: `measures rebuilt: ${PEOPLE} people × ${MONTHS} months`, value: seconds(rebuilt) },
    { what: 'rebuilt again, with nothing to write', value: seconds(again) },
    { what: 'one approved week shows in the measures after', value: seconds(current), aim: 'within 5 s' },
    {
      what: 'queries more in the transaction that approves',
      value: String(cost.queries - without.queries),
      aim: 'at most 10',
    },
  ];
}

/** A week of each person in every month, approved as if before this org kept time. */
async function loadWork(connection: Connection, people: readonly string[], projects: readonly string[]): Promise<void> {
  await withRightsToLoad(connection, async () => {
    const weeks = people.flatMap((person, index) =>
      Array.from({ length: WEEKS / 4 }, (_, week) => ({
        person,
        project: projects[(index + week) % PROJECTS] ?? '',
        monday: addDays(FIRST_MONDAY, 28 * week),
      })),
    );
    const sheets = await insertAll(
      connection,
      'Timesheet__c',
      weeks.map(({ person, monday }) => ({ Resource__c: person, WeekStart__c: monday, Status__c: 'Approved' })),
    );
    await insertAll(
      connection,
      'TimeEntry__c',
      weeks.flatMap(({ project, monday }, index) =>
        Array.from({ length: DAYS }, (_, day) => ({
          Timesheet__c: sheets[index],
          Project__c: project,
          Date__c: addDays(monday, day),
          Minutes__c: 480,
        })),
      ),
    );
  });
}

async function rebuild(connection: Connection): Promise<void> {
  const last = addDays(FIRST_MONDAY, 7 * WEEKS - 14);
  await runApex(connection, `MeasureRebuild.start(Date.valueOf('${FIRST_MONDAY}'), Date.valueOf('${last}'));`);
  await eventually(
    'the end of the rebuild',
    async () => {
      const [run] = await queryAll<{ Status__c: string; Problems__c: string | null }>(
        connection,
        'SELECT Status__c, Problems__c FROM MeasureRun__c ORDER BY CreatedDate DESC, Name DESC LIMIT 1',
      );
      if (run?.Status__c === 'Interrupted') throw new Error(`The rebuild failed: ${run.Problems__c ?? ''}`);
      return run?.Status__c === 'Completed' ? run : undefined;
    },
    PATIENCE_SECONDS,
  );
}
