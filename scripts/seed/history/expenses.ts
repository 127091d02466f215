/** Expense reports of the past year: most paid back, some approved, some waiting for approval, some still drafts. */
import type { Connection } from 'jsforce';
import { addDays } from '../dates.ts';
import type { Random } from '../random.ts';
import { insertAll, updateAll, type Fields } from '../records.ts';
import type { DemoUserIds } from '../users.ts';
import type { Engagement } from './engagements.ts';

/** Reports of each engagement, one after the other. */
const REPORTS_EACH = 2;
const TRIP_DAYS = 3;

interface Trip {
  readonly engagement: Engagement;
  readonly resource: string;
  readonly first: string;
}

export async function seedExpenses(
  connection: Connection,
  engagements: readonly Engagement[],
  users: DemoUserIds,
  today: string,
  random: Random,
): Promise<void> {
  await seedAllowances(connection, today);
  const trips = engagements.flatMap((engagement) => tripsOf(engagement, users, today, random));
  const reports = await insertAll(
    connection,
    'ExpenseReport__c',
    trips.map(({ engagement, resource }) => ({
      Resource__c: resource,
      Purpose__c: `On site: ${engagement.seed.name}`,
    })),
  );
  await insertAll(
    connection,
    'Expense__c',
    trips.flatMap((trip, index) => linesOf(trip, reports[index] ?? '', random)),
  );
  const byAge = reports
    .map((id, index) => ({ Id: id, first: trips[index]?.first ?? '' }))
    .sort((left, right) => left.first.localeCompare(right.first));
  const settled = byAge.slice(0, -6).map(({ Id }) => ({ Id }));
  for (const status of ['Submitted', 'Approved'] as const) await setStatus(connection, settled, status);
  await setStatus(connection, settled.slice(0, -4), 'Reimbursed');
  await submit(
    connection,
    byAge.slice(-6, -2).map(({ Id }) => Id),
  );
}

async function seedAllowances(connection: Connection, today: string): Promise<void> {
  const start = addDays(today, -800);
  await insertAll(connection, 'ExpenseAllowance__c', [
    { Category__c: 'Mileage', Rate__c: 0.67, CurrencyCode__c: 'USD', StartDate__c: start },
    { Category__c: 'Per Diem', Rate__c: 64, CurrencyCode__c: 'USD', StartDate__c: start },
  ]);
}

/** Of people on the engagement who were employed then; whoever loads this is none of them. */
function tripsOf(engagement: Engagement, users: DemoUserIds, today: string, random: Random): Trip[] {
  const last = engagement.end < today ? engagement.end : today;
  const span = Math.round((Date.parse(last) - Date.parse(engagement.start)) / 86_400_000) - TRIP_DAYS - 1;
  return Array.from({ length: REPORTS_EACH }, (_, index): Trip[] => {
    const first = addDays(engagement.start, Math.round((span * (index + random.next())) / REPORTS_EACH));
    const staff = engagement.staff.filter(({ start, userId }) => start <= first && userId !== users.get('admin'));
    return staff.length === 0 ? [] : [{ engagement, resource: random.pick(staff).id, first }];
  }).flat();
}

/** What needs no receipt, and what the policy allows. */
function linesOf({ engagement, first }: Trip, report: string, random: Random): Fields[] {
  const line = (category: string, day: number, fields: Fields): Fields => ({
    ExpenseReport__c: report,
    Project__c: engagement.id,
    Category__c: category,
    Date__c: addDays(first, day),
    CurrencyCode__c: 'USD',
    IsBillable__c: true,
    IsReimbursable__c: true,
    ...fields,
  });
  return [
    line('Mileage', 0, { Quantity__c: random.integer(40, 220), Description__c: 'Drive to the client' }),
    line('Per Diem', 1, { Quantity__c: TRIP_DAYS, Description__c: 'Days on site' }),
    line('Meals', 1, { Amount__c: random.integer(900, 2400) / 100, Description__c: 'Lunch with the team' }),
    line('Ground Transport', 2, { Amount__c: random.integer(800, 2400) / 100, Description__c: 'Taxi' }),
  ];
}

async function setStatus(connection: Connection, rows: readonly { Id: string }[], status: string): Promise<void> {
  await updateAll(
    connection,
    'ExpenseReport__c',
    rows.map(({ Id }) => ({ Id, Status__c: status })),
  );
}

/** By the approval process, so that somebody is asked. */
async function submit(connection: Connection, reports: readonly string[]): Promise<void> {
  await connection.request({
    method: 'POST',
    url: `${connection._baseUrl()}/process/approvals`,
    body: JSON.stringify({ requests: reports.map((contextId) => ({ actionType: 'Submit', contextId })) }),
    headers: { 'content-type': 'application/json' },
  });
}
