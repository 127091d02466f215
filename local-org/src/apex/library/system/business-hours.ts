/**
 * System.BusinessHours ("BusinessHours Class", Apex Reference Guide), by the times of the BusinessHours record. A day that
 * starts and ends at the same time is open around the clock, one without times is closed.
 */
import { currentTransaction } from '../../../database/transaction.ts';
import type { SObject } from '../../../schema/sobject.ts';
import { DateValue, DatetimeValue, TimeValue } from '../../../schema/values/index.ts';
import { throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** No opening is looked for further ahead than this. */
const HORIZON_DAYS = 3660;

interface Opening {
  readonly start: number;
  readonly end: number;
}

export const businessHoursClass = libraryClass(
  'System.BusinessHours',
  refusingNulls({
    'static Datetime add(Id businessHoursId, Datetime startDate, Long intervalMilliseconds)': add,
    'static Datetime addGmt(Id businessHoursId, Datetime startDate, Long intervalMilliseconds)': add,
    'static Long diff(String businessHoursId, Datetime startDate, Datetime endDate)': (
      id: string,
      from: DatetimeValue,
      to: DatetimeValue,
    ) => (to.ms >= from.ms ? openTime(id, from.ms, to.ms) : -openTime(id, to.ms, from.ms)),
    'static Boolean isWithin(String businessHoursId, Datetime targetDate)': (id: string, { ms }: DatetimeValue) => {
      const [opening] = openings(id, ms);
      return opening !== undefined && opening.start <= ms;
    },
    'static Datetime nextStartDate(Id businessHoursId, Datetime targetDate)': (id: string, { ms }: DatetimeValue) => {
      for (const { start } of openings(id, ms)) return new DatetimeValue(Math.max(ms, start));
      return null;
    },
  }),
);

function add(id: string, from: DatetimeValue, interval: bigint): DatetimeValue {
  let left = Number(interval);
  for (const { start, end } of openings(id, from.ms)) {
    const begin = Math.max(start, from.ms);
    if (left <= end - begin) return new DatetimeValue(begin + left);
    left -= end - begin;
  }
  throwApex('System.UnexpectedException', 'The business hours never open');
}

function openTime(id: string, from: number, to: number): bigint {
  let total = 0;
  for (const { start, end } of openings(id, from)) {
    if (start >= to) break;
    total += Math.min(end, to) - Math.max(start, from);
  }
  return BigInt(total);
}

/** The openings that end after the instant, in order. */
function* openings(id: string, after: number): IterableIterator<Opening> {
  const hours = businessHours(id);
  const zone = String(hours.get('TimeZoneSidKey') ?? currentTransaction().user.timeZone);
  const first = new DatetimeValue(after).date(zone).addDays(-1);
  for (let offset = 0; offset < HORIZON_DAYS; offset++) {
    const opening = openingOf(hours, first.addDays(offset), zone);
    if (opening !== undefined && opening.end > after) yield opening;
  }
}

function openingOf(hours: SObject, day: DateValue, zone: string): Opening | undefined {
  const name = DAYS[day.dayOfWeek];
  const [start, end] = [hours.get(`${name}StartTime`), hours.get(`${name}EndTime`)];
  if (!(start instanceof TimeValue) || !(end instanceof TimeValue)) return undefined;
  const lastDay = end.ms <= start.ms ? day.addDays(1) : day;
  return { start: instant(day, start, zone), end: instant(lastDay, end, zone) };
}

function instant({ year, month, day }: DateValue, { hour, minute }: TimeValue, zone: string): number {
  return DatetimeValue.of({ year, month, day, hour, minute }, zone).ms;
}

function businessHours(id: string): SObject {
  const { store, org } = currentTransaction();
  const found = store.getRows(org.schema.require('BusinessHours'), [id]).get(id);
  return found ?? throwApex('System.UnexpectedException', `Invalid business hours id: ${id}`);
}
