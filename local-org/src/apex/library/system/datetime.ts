/**
 * System.Datetime ("Datetime Class", Apex Reference Guide). Methods without `Gmt` in their names see the clock of the
 * running user's time zone; days, months and years are added on that clock.
 */
import { DateValue, DatetimeValue, type TimeValue } from '../../../schema/values/index.ts';
import { stringOf, throwApex } from '../../runtime/index.ts';
import { libraryClass, type Behaviour } from '../define.ts';
import { refusingNulls, required } from '../support/arguments.ts';
import { DatePatternError, formatByPattern } from '../support/java-date-format.ts';
import { formatDatetime, formatDatetimeLong, parseDatetime } from '../support/locale.ts';
import { timeZoneName } from '../support/time-zones.ts';
import { now, userLocale, userTimeZone } from '../support/user-clock.ts';

/** A reading of the clock, by the user's time zone and by GMT. */
function reading(returns: string, name: string, read: (self: DatetimeValue, zone: string) => unknown) {
  return {
    [`${returns} ${name}()`]: (self: DatetimeValue) => read(self, userTimeZone()),
    [`${returns} ${name}Gmt()`]: (self: DatetimeValue) => read(self, 'GMT'),
  };
}

/** The same constructor function for the user's time zone and for GMT. */
function making(
  parameters: string,
  make: (zone: string, ...args: never[]) => DatetimeValue,
): Record<string, Behaviour> {
  return {
    [`static Datetime newInstance(${parameters})`]: (...args: never[]) => make(userTimeZone(), ...args),
    [`static Datetime newInstanceGmt(${parameters})`]: (...args: never[]) => make('GMT', ...args),
  };
}

export const datetimeClass = libraryClass('System.Datetime', {
  ...refusingNulls({
    'static Datetime newInstance(Long milliseconds)': (milliseconds: bigint) => new DatetimeValue(Number(milliseconds)),
    ...making('Date dt, Time tm', (zone, date: DateValue, time: TimeValue) => {
      const { year, month, day } = date;
      const { hour, minute, second, millisecond } = time;
      return DatetimeValue.of({ year, month, day, hour, minute, second, millisecond }, zone);
    }),
    ...making('Integer year, Integer month, Integer day', (zone, year: number, month: number, day: number) =>
      DatetimeValue.of({ year, month, day }, zone),
    ),
    ...making(
      'Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second',
      (zone, year: number, month: number, day: number, hour: number, minute: number, second: number) =>
        DatetimeValue.of({ year, month, day, hour, minute, second }, zone),
    ),
    'static Datetime now()': now,
    'static Datetime parse(String datetimeString)': (text: string) =>
      parseDatetime(text, userLocale(), userTimeZone()) ?? invalid(text),
    'static Datetime valueOf(String dateTimeString)': (text: string) => parsed(text, userTimeZone()),
    'static Datetime valueOfGmt(String dateTimeString)': (text: string) => parsed(text, 'GMT'),
    'Datetime addDays(Integer additionalDays)': (self: DatetimeValue, count: number) =>
      movedOnCalendar(self, (date) => date.addDays(count)),
    'Datetime addHours(Integer additionalHours)': (self: DatetimeValue, count: number) =>
      self.addMilliseconds(count * 3_600_000),
    'Datetime addMinutes(Integer additionalMinutes)': (self: DatetimeValue, count: number) =>
      self.addMilliseconds(count * 60_000),
    'Datetime addMonths(Integer additionalMonths)': (self: DatetimeValue, count: number) =>
      movedOnCalendar(self, (date) => date.addMonths(count)),
    'Datetime addSeconds(Integer additionalSeconds)': (self: DatetimeValue, count: number) =>
      self.addMilliseconds(count * 1000),
    'Datetime addYears(Integer additionalYears)': (self: DatetimeValue, count: number) =>
      movedOnCalendar(self, (date) => date.addMonths(count * 12)),
    ...reading('Date', 'date', (self, zone) => self.date(zone)),
    ...reading('Time', 'time', (self, zone) => self.time(zone)),
    ...reading('Integer', 'day', (self, zone) => self.civil(zone).day),
    ...reading('Integer', 'dayOfYear', (self, zone) => self.date(zone).dayOfYear),
    ...reading('Integer', 'hour', (self, zone) => self.civil(zone).hour),
    ...reading('Integer', 'millisecond', (self, zone) => self.civil(zone).millisecond),
    ...reading('Integer', 'minute', (self, zone) => self.civil(zone).minute),
    ...reading('Integer', 'month', (self, zone) => self.civil(zone).month),
    ...reading('Integer', 'second', (self, zone) => self.civil(zone).second),
    ...reading('Integer', 'year', (self, zone) => self.civil(zone).year),
    'String format()': (self: DatetimeValue) => formatDatetime(self, userLocale(), userTimeZone()),
    'String format(String dateFormatString)': (self: DatetimeValue, pattern: string) =>
      formatted(self, pattern, userTimeZone()),
    'String formatGmt(String dateFormatString)': (self: DatetimeValue, pattern: string) =>
      formatted(self, pattern, 'GMT'),
    'String formatLong()': (self: DatetimeValue) => formatDatetimeLong(self, userLocale(), userTimeZone()),
    'Long getTime()': (self: DatetimeValue) => BigInt(self.ms),
    'Boolean isSameDay(Datetime dateToCompare)': (self: DatetimeValue, other: DatetimeValue) =>
      self.date(userTimeZone()).equals(other.date(userTimeZone())),
  }),
  'String format(String dateFormatString, String timezone)': (
    self: DatetimeValue,
    pattern: string | null,
    timeZone: string | null,
  ) => formatted(self, required(pattern, 1), timeZone === null ? userTimeZone() : timeZoneName(timeZone)),
  'static Datetime valueOf(Object fieldValue)': (value: unknown) => {
    // No value stays no value: only a String is refused to be null.
    if (value === null) return null;
    if (value instanceof DatetimeValue) return value;
    if (value instanceof DateValue) return new DatetimeValue(value.days * 86_400_000);
    return typeof value === 'string' ? parsed(value, userTimeZone()) : invalid(stringOf(value));
  },
});

function movedOnCalendar(self: DatetimeValue, move: (date: DateValue) => DateValue): DatetimeValue {
  const zone = userTimeZone();
  const { year, month, day } = move(self.date(zone));
  return DatetimeValue.of({ ...self.civil(zone), year, month, day }, zone);
}

function formatted(self: DatetimeValue, pattern: string, zone: string): string {
  try {
    return formatByPattern(self, pattern, zone, userLocale());
  } catch (error) {
    if (error instanceof DatePatternError) throwApex('System.StringException', error.message);
    throw error;
  }
}

/** `2026-01-31 10:00:00`; digits may be missing, and what follows the seconds does not matter. */
function parsed(text: string, zone: string): DatetimeValue {
  const match = /^\s*(\d{1,4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(text);
  const numbers = (match ?? []).slice(1).map(Number);
  const [year, month, day, hour, minute, second] = numbers as [number, number, number, number, number, number];
  if (match === null || !DateValue.isValid(year, month, day)) invalid(text);
  return DatetimeValue.of({ year, month, day, hour, minute, second }, zone);
}

function invalid(text: string): never {
  throwApex('System.TypeException', `Invalid date/time: ${text}`);
}
