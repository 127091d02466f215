/** The months of people: capacity and what became of it. */
import { Decimal } from 'decimal.js';
import { addDays, firstOfMonth, lastOfMonth, mondayOf } from '../../seed/dates.ts';
import { Capacity } from './capacity.ts';
import { Exchange } from './exchange.ts';
import { Sums, type Months } from './months.ts';
import { byId, cents, number, text, ZERO, type Raw, type Row } from './raw.ts';
import type { Work } from './work.ts';

export const PERSON_FIELDS = [
  'CapacityHours__c',
  'ElapsedCapacityHours__c',
  'OpenCapacityHours__c',
  'ApprovedHours__c',
  'BillableHours__c',
  'ElapsedBillableHours__c',
  'ScheduledBillableHours__c',
  'SoftHours__c',
  'BenchHours__c',
  'TargetHours__c',
  'WaitingHours__c',
  'UncostedHours__c',
  'UnratedHours__c',
  'UnsubmittedHours__c',
  'StandardValue__c',
  'BilledValue__c',
  'CostAmount__c',
  'UnconvertedRows__c',
] as const;

const HANDED_IN = ['Submitted', 'Approved'];

export interface Span {
  readonly from: string;
  readonly to: string;
  readonly today: string;
}

/** target: percent, for who has none of their own. */
export function personMonths(raw: Raw, work: readonly Work[], { from, to, today }: Span, target: number): Months {
  const sums = new Sums(from, to);
  const exchange = new Exchange(raw);
  for (const entry of work) addWork(sums, entry, exchange, today);
  const capacity = new Capacity(raw, today);
  const bookings = bookedHours(raw, capacity);
  const handedIn = new Set(
    raw.Timesheet__c.filter((sheet) => HANDED_IN.includes(text(sheet, 'Status__c'))).map(
      (sheet) => `${text(sheet, 'Resource__c')} ${text(sheet, 'WeekStart__c')}`,
    ),
  );
  for (const person of raw.Resource__c) {
    if (text(person, 'ResourceType__c') === 'Placeholder') continue;
    const id = text(person, 'Id');
    const add = (day: string, field: string, hours: Decimal): void => sums.addMinutes(id, day, field, hours.times(60));
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const hours = capacity.of(person, day);
      add(day, 'CapacityHours__c', hours);
      add(day, day < today ? 'ElapsedCapacityHours__c' : 'OpenCapacityHours__c', hours);
      const isMissing = mondayOf(day) < mondayOf(today) && !handedIn.has(`${id} ${mondayOf(day)}`);
      if (isMissing) add(day, 'UnsubmittedHours__c', hours);
      if (day < today) continue;
      const booked = bookings.get(`${id} ${day}`) ?? NOTHING;
      add(day, 'ScheduledBillableHours__c', booked.billable);
      add(day, 'SoftHours__c', booked.soft);
      add(day, 'BenchHours__c', Decimal.max(0, hours.minus(booked.hard)));
    }
    addTargets(sums, person, capacity, { from, to, today }, target);
  }
  return sums.months(PERSON_FIELDS);
}

function addWork(sums: Sums, entry: Work, exchange: Exchange, today: string): void {
  const { person, day, minutes, billableMinutes } = entry;
  if (entry.week === 'Submitted') sums.addMinutes(person, day, 'WaitingHours__c', minutes);
  if (entry.week !== 'Approved') return;
  sums.addMinutes(person, day, 'ApprovedHours__c', minutes);
  sums.addMinutes(person, day, 'BillableHours__c', billableMinutes);
  if (day < today) sums.addMinutes(person, day, 'ElapsedBillableHours__c', billableMinutes);
  if (entry.cost === undefined) sums.addMinutes(person, day, 'UncostedHours__c', minutes);
  else sums.add(person, day, 'CostAmount__c', entry.cost);
  if (!entry.isBillable) return;
  if (text(entry.row, 'RateStatus__c') === 'Missing') sums.addMinutes(person, day, 'UnratedHours__c', billableMinutes);
  if (entry.bill === undefined || !entry.isByTheHour) return;
  const value = exchange.inFirm(entry.bill, entry.currency, day);
  if (value === undefined) {
    sums.add(person, day, 'UnconvertedRows__c', new Decimal(1));
    return;
  }
  sums.add(person, day, 'StandardValue__c', value);
  if (entry.billing === 'Invoiced') {
    sums.add(person, day, 'BilledValue__c', exchange.inFirm(entry.billed ?? ZERO, entry.currency, day) ?? ZERO);
  }
}

interface Booked {
  readonly hard: Decimal;
  readonly billable: Decimal;
  readonly soft: Decimal;
}

const NOTHING: Booked = { hard: ZERO, billable: ZERO, soft: ZERO };

/** By person and day. */
function bookedHours(raw: Raw, capacity: Capacity): Map<string, Booked> {
  const people = byId(raw.Resource__c);
  const booked = new Map<string, Booked>();
  for (const booking of raw.Assignment__c) {
    const person = people.get(text(booking, 'Resource__c'));
    if (person === undefined || text(booking, 'Status__c') === 'Cancelled') continue;
    for (const [day, hours] of capacity.bookedByDay(booking, person)) {
      const key = `${text(person, 'Id')} ${day}`;
      const { hard, billable, soft } = booked.get(key) ?? NOTHING;
      const isHard = text(booking, 'BookingType__c') === 'Hard';
      booked.set(key, {
        hard: isHard ? hard.plus(hours) : hard,
        billable: isHard && booking['IsBillable__c'] === true ? billable.plus(hours) : billable,
        soft: isHard ? soft : soft.plus(hours),
      });
    }
  }
  return booked;
}

/** Of a whole month at once. */
function addTargets(sums: Sums, person: Row, capacity: Capacity, { from, to }: Span, fallback: number): void {
  const target = number(person, 'TargetUtilization__c') ?? new Decimal(fallback);
  for (let month = from; month <= to; month = firstOfMonth(month, 1)) {
    let hours = ZERO;
    for (let day = month; day <= lastOfMonth(month); day = addDays(day, 1))
      hours = hours.plus(capacity.of(person, day));
    sums.add(text(person, 'Id'), month, 'TargetHours__c', cents(hours.times(target).div(100)));
  }
}
