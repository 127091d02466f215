/** A year's close over a thousand projects: what a chunk costs, and that the twelfth month costs no more than the first. */
import type { Connection } from 'jsforce';
import { runApex } from '../seed/apex.ts';
import { addDays, firstOfMonth, lastOfMonth } from '../seed/dates.ts';
import { withRightsToLoad } from '../seed/history/rights.ts';
import { insertAll, queryAll, updateAll } from '../seed/records.ts';
import { apexCost, costFigures, type Cost } from './apex-cost.ts';
import { makePeople, makeProjects } from './bench-firm.ts';
import { seconds, timed, type Figure } from './figures.ts';

const PROJECTS = 1000;
/** Projects of one person, each with an entry every week. */
const PROJECTS_EACH = 20;
const WEEKS = 48;
const DAYS = 5;
const MINUTES = 30;
const BUDGET_HOURS = 40;
const FEE = 10_000;
/** Projects in one transaction of a run, as the package's setting has it. */
const CHUNK = 20;
/** A year before everything else in the books, so that its months are the next to be closed. */
const FIRST_DAY = '2020-01-01';
const FIRST_MONDAY = '2020-01-06';

export async function closingFigures(connection: Connection): Promise<Figure[]> {
  const projects = await load(connection);
  const months = await makeMonths(connection);
  const [first = ''] = months;
  const half = await chunkCost(connection, projects.slice(0, CHUNK / 2), first);
  const whole = await chunkCost(connection, projects.slice(0, CHUNK), first);
  const times = await withRightsToLoad(connection, async () => {
    const elapsed: number[] = [];
    for (const month of months) elapsed.push(await timed(() => close(connection, month)));
    return elapsed;
  });
  const [run] = await queryAll<{ projects: number }>(
    connection,
    `SELECT MAX(ProjectsDone__c) projects FROM RevenueRun__c WHERE FiscalPeriod__c = '${first}'`,
  );
  const [rows] = await queryAll<{ rows: number }>(
    connection,
    `SELECT COUNT(Id) rows FROM RevenueEntry__c WHERE FiscalPeriod__r.EndDate__c <= ${lastOfMonth(firstOfMonth(FIRST_DAY, 11))}`,
  );
  const perProject = (elapsed: number): string => `${(elapsed / Math.max(1, run?.projects ?? 0)).toFixed(2)} ms`;
  return [
    ...costFigures(`chunk of ${CHUNK} projects`, whole, { queries: `${half.queries}, as for ${CHUNK / 2} projects` }),
    { what: 'queries for each project', value: (whole.queries / CHUNK).toFixed(1) },
    { what: 'DML statements for each project', value: (whole.statements / CHUNK).toFixed(1) },
    { what: 'CPU of the limit for each project', value: `${Math.round(whole.cpu / CHUNK)} ms` },
    { what: `year over ${run?.projects ?? 0} projects`, value: seconds(times.reduce((sum, time) => sum + time, 0)) },
    { what: 'rows of the ledger', value: String(rows?.rows ?? 0) },
    { what: 'first month: for each project', value: perProject(times[0] ?? 0) },
    {
      what: 'twelfth month: for each project',
      value: perProject(times.at(-1) ?? 0),
      aim: `about ${perProject(times[0] ?? 0)}`,
    },
  ];
}

/** A fixed fee on every project, and approved time on it in every week of the year. */
async function load(connection: Connection): Promise<string[]> {
  const projects = await makeProjects(connection, 'Bench close', PROJECTS);
  await updateAll(
    connection,
    'Project__c',
    projects.map((Id) => ({ Id, BudgetHours__c: BUDGET_HOURS })),
  );
  await insertAll(
    connection,
    'BillingArrangement__c',
    projects.map((Project__c) => ({
      Project__c,
      Name: 'Delivery',
      Type__c: 'Fixed Fee',
      Amount__c: FEE,
      IsDefault__c: true,
    })),
  );
  const people = await makePeople(connection, 'Bench close', PROJECTS / PROJECTS_EACH);
  const weeks = people.flatMap((person, index) =>
    Array.from({ length: WEEKS }, (_, week) => ({ person, index, monday: addDays(FIRST_MONDAY, 7 * week) })),
  );
  await withRightsToLoad(connection, async () => {
    const sheets = await insertAll(
      connection,
      'Timesheet__c',
      weeks.map(({ person, monday }) => ({ Resource__c: person, WeekStart__c: monday, Status__c: 'Approved' })),
    );
    await insertAll(
      connection,
      'TimeEntry__c',
      weeks.flatMap(({ index, monday }, week) =>
        projects.slice(index * PROJECTS_EACH, (index + 1) * PROJECTS_EACH).map((Project__c, place) => ({
          Timesheet__c: sheets[week],
          Project__c,
          Date__c: addDays(monday, place % DAYS),
          Minutes__c: MINUTES,
        })),
      ),
    );
  });
  return projects;
}

async function makeMonths(connection: Connection): Promise<string[]> {
  return insertAll(
    connection,
    'FiscalPeriod__c',
    Array.from({ length: 12 }, (_, index) => firstOfMonth(FIRST_DAY, index)).map((start) => ({
      Name: start.slice(0, 7),
      StartDate__c: start,
      EndDate__c: lastOfMonth(start),
      Status__c: 'Open',
    })),
  );
}

async function chunkCost(connection: Connection, projects: readonly string[], month: string): Promise<Cost> {
  return apexCost(
    connection,
    `RevenueCutOff cutOff = new RevenueCutOff('${month}', Date.today());
     RevenueRun__c run = new RevenueRun__c(
       FiscalPeriod__c = '${month}', Kind__c = 'Close', Status__c = 'Running', RunKey__c = 'bench');
     insert as system run;
     Set<Id> projectIds = new Set<Id>{ ${projects.map((id) => `'${id}'`).join(', ')} };`,
    'new RevenueJournal(cutOff, run.Id).post(new RevenueLedger(cutOff, run.Id).recognize(projectIds));',
  );
}

async function close(connection: Connection, month: string): Promise<void> {
  await runApex(
    connection,
    `Set<String> codes = new Set<String>();
     for (CloseQuestion question : CloseQuestions.all()) { codes.add(question.code); }
     RevenueClose.start('${month}', codes);`,
  );
  for (;;) {
    const [period] = await queryAll<{ Status__c: string }>(
      connection,
      `SELECT Status__c FROM FiscalPeriod__c WHERE Id = '${month}'`,
    );
    if (period?.Status__c === 'Closed') return;
    const failed = await queryAll<{ Problems__c: string | null }>(
      connection,
      `SELECT Problems__c FROM RevenueRun__c WHERE FiscalPeriod__c = '${month}' AND Status__c IN ('Failed', 'Interrupted')`,
    );
    if (failed.length > 0) throw new Error(`The close failed: ${failed[0]?.Problems__c ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
