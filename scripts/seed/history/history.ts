/** The firm's past year: projects in every billing model, everybody's weeks, expenses, invoices and payments. */
import type { Connection } from 'jsforce';
import { addDays, mondayOf } from '../dates.ts';
import type { Ids, Organisation } from '../organisation.ts';
import type { Random } from '../random.ts';
import { insertAll } from '../records.ts';
import type { DemoUserIds } from '../users.ts';
import { budgetEngagements, endEngagements, seedEngagements } from './engagements.ts';
import { seedExchangeRates } from './exchange-rates.ts';
import { seedExpenses } from './expenses.ts';
import { seedInvoices } from './invoicing.ts';
import { bookLaunchTeams, loadLaunches, progressLaunches } from './launches.ts';
import { closeMonths } from './revenue.ts';
import { withRightsToLoad } from './rights.ts';
import { loadStaff, type Staff } from './staff.ts';
import { seedTimesheets } from './timesheets.ts';
import { loadWorkDone } from './work-done.ts';

export interface HistoryOptions {
  readonly organisation: Organisation;
  readonly accounts: Ids;
  readonly users: DemoUserIds;
  readonly today: string;
  readonly random: Random;
  readonly progress: (text: string) => void;
}

export async function seedHistory(connection: Connection, options: HistoryOptions): Promise<void> {
  const { organisation, accounts, users, today, random, progress } = options;
  await withRightsToLoad(connection, async () => {
    progress('projects of the past year');
    const staff = await loadStaff(connection);
    await seedExchangeRates(connection, today);
    await seedPastTimeOff(connection, staff, today, random);
    const engagements = await seedEngagements(connection, organisation, accounts, users, staff, today, random);
    const launches = await loadLaunches(connection, today);
    await bookLaunchTeams(connection, launches, staff, today);
    progress('a year of timesheets');
    const internal = await seedInternalProject(connection, users, today);
    await seedTimesheets(connection, staff, engagements, internal, today, random);
    progress('how far the projects are');
    const work = await loadWorkDone(connection);
    await progressLaunches(connection, launches, work, today);
    await budgetEngagements(connection, engagements, work);
    progress('expenses');
    await seedExpenses(connection, engagements, users, today, random);
    progress('a year of invoices and payments');
    await seedInvoices(connection, engagements, today, random);
    await endEngagements(connection, engagements, today);
    progress('revenue of the past year, closed month by month');
    await closeMonths(connection, today);
  });
}

/** A week off for everybody at some time of the year. */
async function seedPastTimeOff(
  connection: Connection,
  staff: readonly Staff[],
  today: string,
  random: Random,
): Promise<void> {
  await insertAll(
    connection,
    'TimeOff__c',
    staff.map(({ id }) => {
      const start = addDays(mondayOf(today), -7 * random.integer(4, 50));
      return { Resource__c: id, StartDate__c: start, EndDate__c: addDays(start, 4), Status__c: 'Approved' };
    }),
  );
}

/** Where time goes that no client pays for. */
async function seedInternalProject(connection: Connection, users: DemoUserIds, today: string): Promise<string> {
  const [id = ''] = await insertAll(connection, 'Project__c', [
    {
      Name: 'Internal work and training',
      IsInternal__c: true,
      TimePolicy__c: 'Anyone',
      Status__c: 'In Progress',
      CurrencyCode__c: 'USD',
      ProjectManager__c: users.get('pm'),
      StartDate__c: addDays(mondayOf(today), -7 * 60),
    },
  ]);
  return id;
}
