/** The raw rows that measures are made of, as any client of the API reads them: nothing that the package has added up. */
import { Decimal } from 'decimal.js';

/** Numbers, dates and references as whoever reads them gives them: all of them can be written as text. */
export type Row = Readonly<Record<string, unknown>>;

const FIELDS = {
  Practice__c: 'Id, Name, Parent__c',
  Region__c: 'Id, Name, Parent__c',
  WorkCalendar__c:
    'Id, IsDefault__c, HoursMonday__c, HoursTuesday__c, HoursWednesday__c, HoursThursday__c, HoursFriday__c, HoursSaturday__c, HoursSunday__c',
  CalendarException__c: 'WorkCalendar__c, Date__c, Hours__c',
  Resource__c:
    'Id, Name, ResourceType__c, IsActive__c, StartDate__c, EndDate__c, Calendar__c, Practice__c, Region__c, Role__c, TargetUtilization__c',
  TimeOff__c: 'Resource__c, StartDate__c, EndDate__c, HoursPerDay__c, Status__c',
  Assignment__c:
    'Id, Resource__c, Project__c, Role__c, StartDate__c, EndDate__c, PlannedHours__c, BookingType__c, IsBillable__c, Status__c',
  Project__c:
    'Id, Name, Account__c, Practice__c, Region__c, CurrencyCode__c, Calendar__c, Status__c, StartDate__c, EndDate__c, ContractedEndDate__c, ActualEndDate__c, GoLiveDate__c, ' +
    'ContractValue__c, BudgetHours__c, BudgetCost__c, CostToComplete__c, IsTemplate__c, IsInternal__c, RecognizedRevenue__c',
  ProjectTask__c:
    'Id, Project__c, Type__c, Status__c, Arrangement__c, StartDate__c, EndDate__c, DurationDays__c, PlannedHours__c, RemainingHours__c, ' +
    'PercentComplete__c, BaselineStartDate__c, BaselineEndDate__c, BaselineHours__c',
  Timesheet__c: 'Id, Resource__c, WeekStart__c, Status__c',
  TimeEntry__c:
    'Id, Timesheet__c, Project__c, Task__c, Date__c, Minutes__c, BillableMinutes__c, IsBillable__c, RateStatus__c, BillRate__c, ' +
    'BillAmount__c, BilledAmount__c, CostAmount__c, BillingStatus__c, Adjusts__c, Assignment__c',
  ExpenseReport__c: 'Id, Status__c',
  Expense__c:
    'ExpenseReport__c, Project__c, Task__c, Date__c, FirmAmount__c, IsBillable__c, BillAmount__c, BilledAmount__c, BillCurrencyCode__c, BillingStatus__c',
  BillingArrangement__c:
    'Id, Name, Project__c, Type__c, RevenueMethod__c, IsDefault__c, Amount__c, CapAmount__c, CapBehavior__c, StartDate__c, EndDate__c',
  BillingMilestone__c: 'Arrangement__c, Amount__c, Status__c, AchievedOn__c',
  Invoice__c: 'Id, Type__c, Status__c, CurrencyCode__c, InvoiceDate__c, Total__c',
  InvoiceLine__c: 'Id, Invoice__c, Project__c, Arrangement__c, CreditedLine__c, Type__c, Amount__c, TaxAmount__c',
  Payment__c: 'Id, Invoice__c, Amount__c, Date__c',
  InvoiceRun__c: 'Status__c, CutOffDate__c',
  RevenueEntry__c: 'Project__c, Arrangement__c, FiscalPeriod__c, Stream__c, Amount__c, FirmAmount__c',
  FiscalPeriod__c: 'Id, StartDate__c, EndDate__c, Status__c, RevenueTarget__c',
  RateCard__c: 'Id, CurrencyCode__c, Account__c, Region__c, Practice__c, IsActive__c, StartDate__c, EndDate__c',
  RateCardLine__c: 'RateCard__c, Role__c, RateType__c, BillRate__c',
  CostRate__c: 'Resource__c, Role__c, Rate__c, StartDate__c, EndDate__c',
  ExchangeRate__c: 'FromCurrency__c, ToCurrency__c, Date__c, Rate__c',
  Opportunity: 'Id, Amount, Probability, CloseDate, IsClosed, ProjectTemplate__c',
  EstimateLine__c: 'Opportunity__c, Hours__c, BillRate__c',
} as const;

export type Raw = Readonly<Record<keyof typeof FIELDS, readonly Row[]>>;

export async function readRaw(query: (soql: string) => readonly Row[] | Promise<readonly Row[]>): Promise<Raw> {
  const raw: Record<string, readonly Row[]> = {};
  for (const [object, fields] of Object.entries(FIELDS)) raw[object] = await query(`SELECT ${fields} FROM ${object}`);
  return raw as Raw;
}

/** Blank where there is nothing; dates as yyyy-mm-dd. */
export function text(row: Row | undefined, field: string): string {
  const value = row?.[field] as string | number | boolean | null | undefined;
  return value === null || value === undefined ? '' : String(value);
}

export function number(row: Row | undefined, field: string): Decimal | undefined {
  const value = text(row, field);
  return value === '' ? undefined : new Decimal(value);
}

/** 0 where there is nothing. */
export function amount(row: Row | undefined, field: string): Decimal {
  return number(row, field) ?? ZERO;
}

export function byId(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [text(row, 'Id'), row]));
}

export const ZERO = new Decimal(0);

export function total(amounts: Iterable<Decimal>): Decimal {
  let sum = ZERO;
  for (const each of amounts) sum = sum.plus(each);
  return sum;
}

/** Half-up to two decimals. */
export function cents(value: Decimal): Decimal {
  return value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

/** To the scale of a currency. */
export function money(value: Decimal, currency: string): Decimal {
  return value.toDecimalPlaces(currency === 'JPY' ? 0 : 2, Decimal.ROUND_HALF_UP);
}
