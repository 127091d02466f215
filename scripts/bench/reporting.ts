/**
 * Dashboards and reports of a firm with a million time entries: 500 people on 1,000 projects over two years. Its rows go straight
 * into the database, derived ones too: what is measured is reading. The org is closed and opened again before the first figure.
 */
import type { FastifyInstance } from 'fastify';
import { Connection } from 'jsforce';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createServer } from '../../local-org/src/api/server.ts';
import { Org } from '../../local-org/src/org/org.ts';
import { removeFolder, temporaryFolder } from '../e2e/support/temporary-folder.ts';
import { Rows } from '../report-figures/rows.ts';
import { type Figure, seconds, timed } from './figures.ts';
import { addLargeFirm, ENTRIES } from './large-firm.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const DASHBOARDS = path.join(PROJECT, 'force-app/main/analytics/dashboards');
const PASSWORD = 'keelson';
const ENTRY = 'Timesheet__c.TimeEntries__r$';

interface Grouping {
  readonly what: string;
  readonly columns: readonly { readonly name: string; readonly dateGranularity?: string }[];
  /** The same by hand, on the same database. */
  readonly sql: string;
}

const SUMS = 'COUNT(*), SUM("Minutes__c"), SUM("BillAmount__c")';

const GROUPINGS: readonly Grouping[] = [
  {
    what: 'by billing status',
    columns: [{ name: `${ENTRY}BillingStatus__c` }],
    sql: `SELECT "BillingStatus__c", ${SUMS} FROM "TimeEntry__c" WHERE "IsDeleted" = 0 GROUP BY 1`,
  },
  {
    what: 'by month',
    columns: [{ name: `${ENTRY}Date__c`, dateGranularity: 'Month' }],
    sql: `SELECT strftime('%Y-%m', "Date__c" * 86400, 'unixepoch'), ${SUMS} FROM "TimeEntry__c" WHERE "IsDeleted" = 0 GROUP BY 1`,
  },
  {
    what: 'by project',
    columns: [{ name: `${ENTRY}Project__c` }],
    sql: `SELECT p."Id", p."Name", ${SUMS} FROM "TimeEntry__c" t LEFT JOIN "Project__c" p ON p."Id" = t."Project__c"
      WHERE t."IsDeleted" = 0 GROUP BY 1, 2`,
  },
  {
    what: 'by practice and status of the timesheet',
    columns: [{ name: 'Timesheet__c$Resource__c.Practice__c' }, { name: 'Timesheet__c$Status__c' }],
    sql: `SELECT c."Id", c."Name", s."Status__c", ${SUMS} FROM "TimeEntry__c" t JOIN "Timesheet__c" s ON s."Id" = t."Timesheet__c"
      LEFT JOIN "Resource__c" r ON r."Id" = s."Resource__c" LEFT JOIN "Practice__c" c ON c."Id" = r."Practice__c"
      WHERE t."IsDeleted" = 0 GROUP BY 1, 2, 3`,
  },
  {
    what: 'by age in days, which is a formula',
    columns: [{ name: `${ENTRY}AgeDays__c` }],
    sql: `SELECT CAST(julianday('now', 'start of day') - 2440587.5 AS INTEGER) - "Date__c", ${SUMS} FROM "TimeEntry__c"
      WHERE "IsDeleted" = 0 GROUP BY 1`,
  },
];

/** How many of the packaged reports are named: those that take longest. */
const SLOWEST = 3;

export async function reportingFigures(): Promise<Figure[]> {
  const folder = temporaryFolder('bench-reporting');
  const database = path.join(folder, 'org.db');
  try {
    const first = Org.open({ projectRoots: [PROJECT], database });
    const filling = await timed(async () => first.store.atomically(() => addLargeFirm(new Rows(first), first)));
    first.setPassword(first.administrator.id, PASSWORD);
    first.close();
    const org = Org.open({ projectRoots: [PROJECT], database });
    const app = createServer(org);
    try {
      const connection = await connect(org, app);
      return [
        { what: `${ENTRIES.toLocaleString('en')} entries put into the database`, value: seconds(filling) },
        ...(await dashboardFigures(connection)),
        ...(await reportFigures(connection)),
        ...(await groupingFigures(connection, org)),
      ];
    } finally {
      await app.close();
      org.close();
    }
  } finally {
    removeFolder(folder);
  }
}

async function connect(org: Org, app: FastifyInstance): Promise<Connection> {
  const loginUrl = await app.listen({ host: '127.0.0.1', port: 0 });
  const connection = new Connection({ loginUrl, version: '66.0' });
  await connection.login(org.administrator.username, PASSWORD);
  return connection;
}

/** Each dashboard as it is opened first, again, and refreshed. */
async function dashboardFigures(connection: Connection): Promise<Figure[]> {
  const names = readdirSync(DASHBOARDS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.dashboard-meta.xml'))
    .map((file) => path.basename(file, '.dashboard-meta.xml'));
  const figures: Figure[] = [];
  for (const name of names.sort()) {
    const { records } = await connection.query<{ Id: string }>(
      `SELECT Id FROM Dashboard WHERE DeveloperName = '${name}'`,
    );
    const dashboard = connection.analytics.dashboard(records[0]?.Id ?? '');
    const title = name.replaceAll('_', ' ');
    figures.push({
      what: `${title}, first load`,
      value: seconds(await timed(() => dashboard.components())),
      aim: '< 2 s',
    });
    figures.push({ what: `${title}, second load`, value: seconds(await timed(() => dashboard.components())) });
    figures.push({ what: `${title}, refresh`, value: seconds(await timed(() => dashboard.refresh())) });
  }
  return figures;
}

/** The packaged reports that take longest, as they are opened: without rows where they show none. */
async function reportFigures(connection: Connection): Promise<Figure[]> {
  const { records } = await connection.query<{ Id: string; Name: string }>('SELECT Id, Name FROM Report');
  const times: { readonly name: string; readonly time: number }[] = [];
  for (const { Id, Name } of records) {
    const report = connection.analytics.report(Id);
    times.push({ name: Name, time: await timed(() => report.execute({ details: false })) });
  }
  times.sort((left, right) => right.time - left.time);
  return times
    .slice(0, SLOWEST)
    .map(({ name, time }, index) => ({ what: `slowest report ${index + 1}: ${name}`, value: seconds(time) }));
}

/** Reports over all entries against SQL by hand: the best of three each, one after the other. */
async function groupingFigures(connection: Connection, org: Org): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { what, columns, sql } of GROUPINGS) {
    const body = {
      reportMetadata: {
        name: what,
        reportFormat: 'SUMMARY',
        reportType: { type: 'Timesheets_with_Time_Entries__c' },
        aggregates: [`s!${ENTRY}Minutes__c`, `s!${ENTRY}BillAmount__c`, 'RowCount'],
        groupingsDown: columns.map((column) => ({ dateGranularity: 'None', sortOrder: 'Asc', ...column })),
        hasDetailRows: false,
      },
    };
    const byReport = await best(() => connection.requestPost('/analytics/reports/query?includeDetails=false', body));
    const byHand = await best(async () => org.store.prepare(sql).all());
    figures.push({ what: `report ${what}`, value: seconds(byReport) });
    figures.push({ what: `SQL ${what}`, value: seconds(byHand) });
    figures.push({ what: `report ÷ SQL ${what}`, value: (byReport / byHand).toFixed(2), aim: '≤ 3' });
  }
  return figures;
}

async function best(work: () => Promise<unknown>): Promise<number> {
  const times = [await timed(work), await timed(work), await timed(work)];
  return Math.min(...times);
}
