/** Invoice runs over many projects: what a chunk costs, and that an entry costs the same in a small run and in a large one. */
import type { Connection } from 'jsforce';
import { runApex } from '../seed/apex.ts';
import { addDays } from '../seed/dates.ts';
import { withRightsToLoad } from '../seed/history/rights.ts';
import { insertAll, queryAll } from '../seed/records.ts';
import { apexCost, costFigures, type Cost } from './apex-cost.ts';
import { billByTheHour, BENCH_WEEK, makePeople, makeProjects } from './bench-firm.ts';
import { seconds, timed, type Figure } from './figures.ts';

const SMALL = 100;
const LARGE = 1000;
const ENTRIES_EACH = 100;
/** Projects in one transaction of a run, as the package's setting has it. */
const CHUNK = 20;
const MINUTES = 15;
const DAYS = 5;
/** A person's weeks; each is spent on one project. */
const WEEKS_EACH = 50;
const CUT_OFF = addDays(BENCH_WEEK, 7 * (WEEKS_EACH + 1));

export async function invoicingFigures(connection: Connection): Promise<Figure[]> {
  await loadProjects(connection, 'Bench small', SMALL);
  const large = await loadProjects(connection, 'Bench large', LARGE);
  const half = await chunkCost(connection, large.slice(0, CHUNK / 2));
  const whole = await chunkCost(connection, large.slice(0, CHUNK));
  const smallRun = await run(connection, 'Bench small');
  const largeRun = await run(connection, 'Bench large');
  const thousands = (CHUNK * ENTRIES_EACH) / 1000;
  return [
    ...costFigures(`chunk of ${CHUNK} projects with ${CHUNK * ENTRIES_EACH} entries`, whole, {
      queries: `${half.queries}, as for ${CHUNK / 2} projects`,
    }),
    { what: 'CPU of the limit, per 1000 entries', value: `${Math.round(whole.cpu / thousands)} ms` },
    ...runFigures(SMALL, smallRun),
    ...runFigures(LARGE, largeRun, perEntry(SMALL, smallRun.elapsed)),
  ];
}

interface Run {
  readonly elapsed: number;
  readonly entries: number;
  readonly invoices: number;
}

function runFigures(projects: number, { elapsed, entries, invoices }: Run, aim?: string): Figure[] {
  const what = `run over ${projects} projects with ${projects * ENTRIES_EACH} entries`;
  return [
    { what, value: seconds(elapsed) },
    { what: `${what}: per entry`, value: perEntry(projects, elapsed), aim: aim && `about ${aim}` },
    { what: `${what}: entries billed`, value: String(entries), aim: String(projects * ENTRIES_EACH) },
    { what: `${what}: invoices drafted`, value: String(invoices), aim: String(projects) },
  ];
}

function perEntry(projects: number, elapsed: number): string {
  return `${(elapsed / (projects * ENTRIES_EACH)).toFixed(2)} ms`;
}

/** Approved weeks, loaded as history is: one week of one person for each project. */
async function loadProjects(connection: Connection, name: string, count: number): Promise<string[]> {
  const projects = await makeProjects(connection, name, count);
  await billByTheHour(connection, projects);
  const people = await makePeople(connection, name, Math.ceil(count / WEEKS_EACH));
  const mondayOf = (index: number): string => addDays(BENCH_WEEK, 7 * (index % WEEKS_EACH));
  await withRightsToLoad(connection, async () => {
    const sheets = await insertAll(
      connection,
      'Timesheet__c',
      projects.map((_, index) => ({
        Resource__c: people[Math.floor(index / WEEKS_EACH)],
        WeekStart__c: mondayOf(index),
        Status__c: 'Approved',
      })),
    );
    const entry = (index: number) => {
      const project = Math.floor(index / ENTRIES_EACH);
      return {
        Timesheet__c: sheets[project],
        Project__c: projects[project],
        Date__c: addDays(mondayOf(project), index % DAYS),
        Minutes__c: MINUTES,
        IsBillable__c: true,
      };
    };
    await insertAll(
      connection,
      'TimeEntry__c',
      Array.from({ length: count * ENTRIES_EACH }, (_, index) => entry(index)),
    );
  });
  return projects;
}

async function chunkCost(connection: Connection, projects: readonly string[]): Promise<Cost> {
  return apexCost(
    connection,
    `BillingTerms terms = new BillingTerms();
     terms.cutOff = Date.valueOf('${CUT_OFF}');
     terms.invoiceDate = terms.cutOff;
     terms.isMergedPerAccount = false;
     terms.runKey = 'bench';
     Set<Id> projectIds = new Set<Id>{ ${projects.map((id) => `'${id}'`).join(', ')} };`,
    'new InvoiceDrafting(terms).draft(projectIds);',
  );
}

/** The projects are found by their name: a thousand ids are more than the address of a request holds. */
async function run(connection: Connection, key: string): Promise<Run> {
  let entries = 0;
  let invoices = 0;
  const elapsed = await timed(async () => {
    await runApex(
      connection,
      `InvoiceRunRequest request = new InvoiceRunRequest();
       request.cutOffDate = Date.valueOf('${CUT_OFF}');
       request.runKey = '${key}';
       request.projectIds = new List<Id>(
         new Map<Id, Project__c>([SELECT Id FROM Project__c WHERE Name LIKE '${key} %']).keySet());
       InvoiceRuns.start(request);`,
    );
    for (;;) {
      const [state] = await queryAll<{ Status__c: string; EntriesBilled__c: number; InvoicesDrafted__c: number }>(
        connection,
        `SELECT Status__c, EntriesBilled__c, InvoicesDrafted__c FROM InvoiceRun__c WHERE RunKey__c = '${key}'`,
      );
      entries = state?.EntriesBilled__c ?? 0;
      invoices = state?.InvoicesDrafted__c ?? 0;
      if (state?.Status__c === 'Completed' || state?.Status__c === 'Interrupted') return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  return { elapsed, entries, invoices };
}
