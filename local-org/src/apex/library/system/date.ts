/** System.Date ("Date Class", Apex Reference Guide). */
import { DateValue, DatetimeValue } from '../../../schema/values/index.ts';
import { stringOf, throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { firstDayOfWeek, formatDate, parseDate } from '../support/locale.ts';
import { today, userLocale, userTimeZone } from '../support/user-clock.ts';

export const dateClass = libraryClass('System.Date', {
  ...refusingNulls({
    'static Integer daysInMonth(Integer year, Integer month)': (year: number, month: number) =>
      DateValue.of(year, month + 1, 0).day,
    'static Boolean isLeapYear(Integer year)': (year: number) => DateValue.of(year, 3, 0).day === 29,
    'static Date newInstance(Integer year, Integer month, Integer day)': (year: number, month: number, day: number) =>
      DateValue.of(year, month, day),
    'static Date parse(String stringDate)': (text: string) => parseDate(text, userLocale()) ?? invalid(text),
    'static Date today()': today,
    'static Date valueOf(String stringDate)': parsed,
    'Date addDays(Integer additionalDays)': (self: DateValue, count: number) => self.addDays(count),
    'Date addMonths(Integer additionalMonths)': (self: DateValue, count: number) => self.addMonths(count),
    'Date addYears(Integer additionalYears)': (self: DateValue, count: number) => self.addMonths(count * 12),
    'Integer day()': (self: DateValue) => self.day,
    'Integer dayOfYear()': (self: DateValue) => self.dayOfYear,
    'Integer daysBetween(Date secondDate)': (self: DateValue, other: DateValue) => other.days - self.days,
    'String format()': (self: DateValue) => formatDate(self, userLocale()),
    'Boolean isSameDay(Date dateToCompare)': (self: DateValue, other: DateValue) => self.days === other.days,
    'Integer month()': (self: DateValue) => self.month,
    'Integer monthsBetween(Date secondDate)': (self: DateValue, other: DateValue) =>
      (other.year - self.year) * 12 + other.month - self.month,
    'Date toStartOfMonth()': (self: DateValue) => DateValue.of(self.year, self.month, 1),
    'Date toStartOfWeek()': (self: DateValue) =>
      self.addDays(-((self.dayOfWeek - firstDayOfWeek(userLocale()) + 7) % 7)),
    'Integer year()': (self: DateValue) => self.year,
  }),
  'static Date valueOf(Object fieldValue)': (value: unknown) => {
    // No value stays no value: only a String is refused to be null.
    if (value === null) return null;
    if (value instanceof DateValue) return value;
    if (value instanceof DatetimeValue) return value.date(userTimeZone());
    return typeof value === 'string' ? parsed(value) : invalid(stringOf(value));
  },
});

/** `2026-01-31`, with or without a time after it; digits may be missing. */
function parsed(text: string): DateValue {
  const match = /^\s*(\d{1,4})-(\d{1,2})-(\d{1,2})(?:[T\s].*)?$/.exec(text);
  const [year, month, day] = (match ?? []).slice(1, 4).map(Number);
  if (match === null || !DateValue.isValid(year, month, day)) invalid(text);
  return DateValue.of(year, month, day);
}

function invalid(text: string): never {
  throwApex('System.TypeException', `Invalid date: ${text}`);
}
