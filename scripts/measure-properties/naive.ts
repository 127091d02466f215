/**
 * The measures of months once more, from the raw rows and the definitions alone: whole minutes, exact decimals, days one by
 * one. It shares no code with the package.
 */
import { Decimal } from 'decimal.js';
import type { SObject } from '../../local-org/src/schema/sobject.ts';
import type { Firm } from '../billing-properties/firm.ts';
import { addDays, firstOfMonth, lastOfMonth } from '../seed/dates.ts';
import { FIRST_MONTH, LAST_MONTH } from './firm.ts';

/** By subject and month, then by field; in hundredths, so that equal numbers are equal texts. */
export type Months = Record<string, Record<string, string>>;

export const RESOURCE_FIELDS = [
  'CapacityHours__c',
  'ApprovedHours__c',
  'BillableHours__c',
  'WaitingHours__c',
  'UncostedHours__c',
  'UnratedHours__c',
  'UnsubmittedHours__c',
  'StandardValue__c',
  'CostAmount__c',
  'UnconvertedRows__c',
] as const;

export const PROJECT_FIELDS = [
  'ApprovedHours__c',
  'BillableHours__c',
  'WaitingHours__c',
  'UncostedHours__c',
  'UnratedHours__c',
  'StandardValue__c',
  'UnbilledAmount__c',
  'LaborCost__c',
  'UnconvertedRows__c',
] as const;

const ZERO = new Decimal(0);

class Sums {
  readonly #minutes = new Map<string, Decimal>();
  readonly #amounts = new Map<string, Decimal>();

  addMinutes(subject: string, day: string, field: string, minutes: Decimal): void {
    add(this.#minutes, subject, day, field, minutes);
  }

  add(subject: string, day: string, field: string, amount: Decimal): void {
    add(this.#amounts, subject, day, field, amount);
  }

  /** Rows in which something is not 0. */
  months(fields: readonly string[]): Months {
    const months: Months = {};
    const put = (key: string, value: Decimal): void => {
      const [subject = '', month = '', field = ''] = key.split(' ');
      if (value.isZero()) return;
      const row = (months[`${subject} ${month}`] ??= Object.fromEntries(fields.map((name) => [name, '0.00'])));
      row[field] = value.toFixed(2);
    };
    for (const [key, value] of this.#amounts) put(key, value);
    for (const [key, value] of this.#minutes) put(key, half(value.div(60)));
    return months;
  }
}

function add(sums: Map<string, Decimal>, subject: string, day: string, field: string, more: Decimal): void {
  const key = `${subject} ${firstOfMonth(day)} ${field}`;
  sums.set(key, (sums.get(key) ?? ZERO).plus(more));
}

/** Half-up to two decimals. */
function half(value: Decimal): Decimal {
  return value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

function text(row: SObject, path: string): string {
  const [first = '', second] = path.split('.');
  const value = second === undefined ? row.get(first) : row.parents.get(first)?.get(second);
  return value === null || value === undefined ? '' : String(value);
}

function number(row: SObject, field: string): Decimal | undefined {
  const value = text(row, field);
  return value === '' ? undefined : new Decimal(value);
}

/** The latest rate of the day or before it. */
function rateOf(rates: readonly SObject[], code: string, day: string): Decimal | undefined {
  if (code === 'USD') return new Decimal(1);
  const known = rates
    .filter((rate) => text(rate, 'FromCurrency__c') === code && text(rate, 'Date__c') <= day)
    .sort((left, right) => text(right, 'Date__c').localeCompare(text(left, 'Date__c')));
  return known[0] === undefined ? undefined : number(known[0], 'Rate__c');
}

function addEntries(firm: Firm, sums: Sums, subjectPath: string, isByProject: boolean): void {
  const rates = firm.rows('SELECT FromCurrency__c, Date__c, Rate__c FROM ExchangeRate__c');
  const entries = firm.rows(
    'SELECT Project__c, Project__r.CurrencyCode__c, Timesheet__c, Date__c, Minutes__c, BillableMinutes__c, IsBillable__c, ' +
      'RateStatus__c, BillAmount__c, CostAmount__c FROM TimeEntry__c',
  );
  const sheets = new Map(
    firm.rows('SELECT Id, Resource__c, Status__c FROM Timesheet__c').map((sheet) => [sheet.id ?? '', sheet]),
  );
  for (const entry of entries) {
    const sheet = sheets.get(text(entry, 'Timesheet__c'))!;
    const subject = isByProject ? text(entry, subjectPath) : text(sheet, subjectPath);
    const day = text(entry, 'Date__c');
    const minutes = number(entry, 'Minutes__c') ?? ZERO;
    const isBillable = entry.get('IsBillable__c') === true;
    const billable = isBillable ? (number(entry, 'BillableMinutes__c') ?? minutes) : ZERO;
    if (text(sheet, 'Status__c') === 'Submitted') sums.addMinutes(subject, day, 'WaitingHours__c', minutes);
    if (text(sheet, 'Status__c') !== 'Approved') continue;
    sums.addMinutes(subject, day, 'ApprovedHours__c', minutes);
    sums.addMinutes(subject, day, 'BillableHours__c', billable);
    const cost = number(entry, 'CostAmount__c');
    if (cost === undefined) sums.addMinutes(subject, day, 'UncostedHours__c', minutes);
    else sums.add(subject, day, isByProject ? 'LaborCost__c' : 'CostAmount__c', cost);
    if (!isBillable) continue;
    const bill = number(entry, 'BillAmount__c');
    if (text(entry, 'RateStatus__c') === 'Missing') sums.addMinutes(subject, day, 'UnratedHours__c', billable);
    if (bill === undefined) continue;
    const rate = rateOf(rates, text(entry, 'Project__r.CurrencyCode__c'), day);
    if (rate === undefined) {
      sums.add(subject, day, 'UnconvertedRows__c', new Decimal(1));
    } else {
      sums.add(subject, day, 'StandardValue__c', half(bill.times(rate)));
      if (isByProject) sums.add(subject, day, 'UnbilledAmount__c', half(bill.times(rate)));
    }
  }
}

/** Eight hours from Monday to Friday, as nobody has a calendar, within the employment and not on approved time off. */
function capacityOn(person: SObject, absences: readonly SObject[], day: string): number {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const start = text(person, 'StartDate__c');
  const end = text(person, 'EndDate__c');
  const isAway = absences.some(
    (absence) =>
      text(absence, 'Resource__c') === person.id &&
      text(absence, 'StartDate__c') <= day &&
      day <= text(absence, 'EndDate__c'),
  );
  const isEmployed = (start === '' || start <= day) && (end === '' || day <= end);
  return weekday >= 1 && weekday <= 5 && isEmployed && !isAway ? 8 : 0;
}

export function resourceMonths(firm: Firm): Months {
  const sums = new Sums();
  addEntries(firm, sums, 'Resource__c', false);
  const absences = firm.rows(
    "SELECT Resource__c, StartDate__c, EndDate__c FROM TimeOff__c WHERE Status__c = 'Approved'",
  );
  const handedIn = new Set(
    firm
      .rows("SELECT Resource__c, WeekStart__c FROM Timesheet__c WHERE Status__c IN ('Submitted', 'Approved')")
      .map((sheet) => `${text(sheet, 'Resource__c')} ${text(sheet, 'WeekStart__c')}`),
  );
  for (const person of firm.rows('SELECT Id, StartDate__c, EndDate__c FROM Resource__c')) {
    for (let day = FIRST_MONTH; day <= lastOfMonth(LAST_MONTH); day = addDays(day, 1)) {
      const minutes = new Decimal(60 * capacityOn(person, absences, day));
      sums.addMinutes(person.id ?? '', day, 'CapacityHours__c', minutes);
      const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
      if (!handedIn.has(`${person.id} ${addDays(day, -weekday)}`)) {
        sums.addMinutes(person.id ?? '', day, 'UnsubmittedHours__c', minutes);
      }
    }
  }
  return sums.months(RESOURCE_FIELDS);
}

export function projectMonths(firm: Firm): Months {
  const sums = new Sums();
  addEntries(firm, sums, 'Project__c', true);
  return sums.months(PROJECT_FIELDS);
}

/** What the package has stored, in the same form. */
export function stored(firm: Firm, object: string, subject: string, fields: readonly string[]): Months {
  const rows = firm.rows(
    `SELECT ${subject}, Month__c, ${fields.join(', ')} FROM ${object} WHERE Month__c >= ${FIRST_MONTH} AND Month__c <= ${LAST_MONTH}`,
  );
  return Object.fromEntries(
    rows.map((row) => [
      `${text(row, subject)} ${text(row, 'Month__c')}`,
      Object.fromEntries(fields.map((field) => [field, (number(row, field) ?? ZERO).toFixed(2)])),
    ]),
  );
}

/** Of one field over all rows. */
export function total(months: Months, field: string): string {
  return Object.values(months)
    .reduce((sum, row) => sum.plus(row[field] ?? '0'), ZERO)
    .toFixed(2);
}
