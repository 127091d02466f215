/**
 * What was sold and not recognized yet at the end of each past month. The package keeps it from month to month and cannot know it
 * of months before it was there; whoever moves to it brings it along, as this does.
 */
import type { Connection } from 'jsforce';
import { runApex } from '../apex.ts';
import { addDays, firstOfMonth, lastOfMonth } from '../dates.ts';
import { queryAll } from '../records.ts';
import { MONTHS_OF_HISTORY } from './revenue.ts';

/** Days between the signature and the start of projects that no opportunity tells of. */
const SIGNED_BEFORE = 21;

interface ProjectRow {
  readonly Id: string;
  readonly ContractValue__c: number;
  readonly CurrencyCode__c: string;
  readonly StartDate__c: string;
  readonly ActualEndDate__c: string | null;
  readonly BudgetHours__c: number | null;
  readonly Opportunity__r: { readonly CloseDate: string } | null;
}

interface MonthRow {
  readonly Project__c: string;
  readonly Month__c: string;
  readonly RecognizedRevenue__c: number;
}

interface BookingRow {
  readonly Project__c: string;
  readonly StartDate__c: string;
  readonly EndDate__c: string;
  readonly PlannedHours__c: number;
}

interface RateRow {
  readonly FromCurrency__c: string;
  readonly Date__c: string;
  readonly Rate__c: number;
}

/** Facts from which the backlog of any past day follows. */
interface Facts {
  readonly projects: readonly ProjectRow[];
  readonly revenue: ReadonlyMap<string, readonly MonthRow[]>;
  readonly bookings: ReadonlyMap<string, readonly BookingRow[]>;
  readonly rates: readonly RateRow[];
}

/** The measures of the months must be there. */
export async function seedBacklog(connection: Connection, today: string): Promise<void> {
  const facts = await readFacts(connection);
  const months = Array.from({ length: MONTHS_OF_HISTORY }, (_, index) =>
    firstOfMonth(today, index - MONTHS_OF_HISTORY),
  );
  const rows = months.map((month) => backlogOf(month, facts));
  await runApex(
    connection,
    `MonthTable table = MonthTable.ofFirm();
     MonthSpan span = new MonthSpan(Date.valueOf('${months[0]}'), Date.valueOf('${months.at(-1)}'));
     Map<String, SObject> stored = MonthStore.read(table, null, span);
     Map<String, SObject> fresh = new Map<String, SObject>();
     for (String key : stored.keySet()) { fresh.put(key, stored.get(key).clone(true, true)); }
     for (Object each : (List<Object>) JSON.deserializeUntyped('${JSON.stringify(rows)}')) {
       Map<String, Object> row = (Map<String, Object>) each;
       FirmMonth__c month = (FirmMonth__c) fresh.get(MonthTable.keyOf(null, Date.valueOf((String) row.get('month'))));
       month.ScheduledBacklog__c = (Decimal) row.get('scheduled');
       month.UnscheduledBacklog__c = (Decimal) row.get('unscheduled');
       month.Backlog__c = month.ScheduledBacklog__c + month.UnscheduledBacklog__c;
     }
     MonthStore.save(table, fresh, stored);`,
  );
}

async function readFacts(connection: Connection): Promise<Facts> {
  const projects = await queryAll<ProjectRow>(
    connection,
    'SELECT Id, ContractValue__c, CurrencyCode__c, StartDate__c, ActualEndDate__c, BudgetHours__c, ' +
      'Opportunity__r.CloseDate FROM Project__c WHERE IsTemplate__c = FALSE AND ContractValue__c != NULL',
  );
  const revenue = await queryAll<MonthRow>(
    connection,
    'SELECT Project__c, Month__c, RecognizedRevenue__c FROM ProjectMonth__c WHERE RecognizedRevenue__c != 0',
  );
  const bookings = await queryAll<BookingRow>(
    connection,
    'SELECT Project__c, StartDate__c, EndDate__c, PlannedHours__c FROM Assignment__c ' +
      `WHERE BookingType__c = 'Hard' AND Status__c != 'Cancelled' AND Project__r.IsTemplate__c = FALSE`,
  );
  const rates = await queryAll<RateRow>(
    connection,
    `SELECT FromCurrency__c, Date__c, Rate__c FROM ExchangeRate__c WHERE ToCurrency__c = 'USD' ORDER BY Date__c DESC`,
  );
  const projectOf = (row: { readonly Project__c: string }): string => row.Project__c;
  return { projects, revenue: Map.groupBy(revenue, projectOf), bookings: Map.groupBy(bookings, projectOf), rates };
}

/** In dollars, scheduled where people were booked for what was left. */
function backlogOf(month: string, facts: Facts): { month: string; scheduled: number; unscheduled: number } {
  const end = lastOfMonth(month);
  let scheduled = 0;
  let total = 0;
  for (const project of facts.projects.filter((one) => isSold(one, end))) {
    const value = project.ContractValue__c * rateOf(project.CurrencyCode__c, end, facts.rates);
    const recognized = (facts.revenue.get(project.Id) ?? [])
      .filter(({ Month__c }) => Month__c <= end)
      .reduce((sum, row) => sum + row.RecognizedRevenue__c, 0);
    const left = Math.max(0, value - recognized);
    const hours = (facts.bookings.get(project.Id) ?? []).reduce((sum, row) => sum + hoursAfter(end, row), 0);
    const price = project.BudgetHours__c === null ? 0 : value / project.BudgetHours__c;
    scheduled += Math.min(left, hours * price);
    total += left;
  }
  return { month, scheduled: rounded(scheduled), unscheduled: rounded(total - scheduled) };
}

function isSold({ StartDate__c, ActualEndDate__c, Opportunity__r }: ProjectRow, day: string): boolean {
  const signed = Opportunity__r?.CloseDate ?? addDays(StartDate__c, -SIGNED_BEFORE);
  return signed <= day && (ActualEndDate__c === null || ActualEndDate__c > day);
}

/** The newest of the day; rates stand newest first. */
function rateOf(currency: string, day: string, rates: readonly RateRow[]): number {
  if (currency === 'USD') return 1;
  const rate = rates.find(({ FromCurrency__c, Date__c }) => FromCurrency__c === currency && Date__c <= day);
  if (rate === undefined) throw new Error(`The demo has no rate of ${currency} for ${day}.`);
  return rate.Rate__c;
}

/** Of the booking's hours, spread over its days. */
function hoursAfter(day: string, { StartDate__c, EndDate__c, PlannedHours__c }: BookingRow): number {
  if (EndDate__c <= day) return 0;
  const first = StartDate__c > day ? StartDate__c : addDays(day, 1);
  return (PlannedHours__c * daysFrom(first, EndDate__c)) / daysFrom(StartDate__c, EndDate__c);
}

function daysFrom(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
}

function rounded(amount: number): number {
  return Math.round(amount * 100) / 100;
}
