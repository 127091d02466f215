/**
 * Date patterns of Java's `SimpleDateFormat`, which `Datetime.format(dateFormatString)` takes (Apex Reference Guide,
 * "Datetime Class"), with the week rules of the United States: weeks start on Sunday, the first one holds January 1.
 */
import { DateValue, DatetimeValue } from '../../../schema/values/index.ts';
import { intlLocale } from './locale.ts';

/** A pattern Java would refuse. */
export class DatePatternError extends Error {
  override readonly name = 'DatePatternError';
}

interface Moment {
  readonly datetime: DatetimeValue;
  readonly date: DateValue;
  readonly civil: ReturnType<DatetimeValue['civil']>;
  readonly timeZone: string;
  readonly locale: string;
}

type Field = (moment: Moment, width: number) => string;

/** A formatter takes far longer to make than to use, so each is made once. */
const text = (options: Intl.DateTimeFormatOptions, part: Intl.DateTimeFormatPartTypes): Field => {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return ({ datetime, timeZone, locale }) => {
    const key = `${locale} ${timeZone}`;
    const format = formats.get(key) ?? new Intl.DateTimeFormat(intlLocale(locale), { ...options, timeZone });
    formats.set(key, format);
    return format.formatToParts(datetime.ms).find(({ type }) => type === part)!.value;
  };
};

const number =
  (value: (moment: Moment) => number): Field =>
  (moment, width) =>
    String(value(moment)).padStart(width, '0');

const shortMonth = text({ month: 'short', day: 'numeric' }, 'month');
const longMonth = text({ month: 'long', day: 'numeric' }, 'month');
const shortDay = text({ weekday: 'short' }, 'weekday');
const longDay = text({ weekday: 'long' }, 'weekday');

const year =
  (value: (moment: Moment) => number): Field =>
  (moment, width) =>
    width === 2 ? String(value(moment) % 100).padStart(2, '0') : String(value(moment)).padStart(width, '0');

const month: Field = (moment, width) => {
  if (width >= 4) return longMonth(moment, width);
  return width === 3 ? shortMonth(moment, width) : String(moment.civil.month).padStart(width, '0');
};

const fields: Readonly<Record<string, Field>> = {
  G: () => 'AD',
  y: year(({ civil }) => civil.year),
  Y: year(({ date }) => weekOfYear(date).year),
  M: month,
  L: month,
  w: number(({ date }) => weekOfYear(date).week),
  W: number(({ date }) => Math.ceil((date.day + DateValue.of(date.year, date.month, 1).dayOfWeek) / 7)),
  D: number(({ date }) => date.dayOfYear),
  d: number(({ civil }) => civil.day),
  F: number(({ civil }) => Math.ceil(civil.day / 7)),
  E: (moment, width) => (width >= 4 ? longDay : shortDay)(moment, width),
  u: number(({ date }) => date.dayOfWeek || 7),
  a: ({ civil }) => (civil.hour < 12 ? 'AM' : 'PM'),
  H: number(({ civil }) => civil.hour),
  k: number(({ civil }) => civil.hour || 24),
  K: number(({ civil }) => civil.hour % 12),
  h: number(({ civil }) => civil.hour % 12 || 12),
  m: number(({ civil }) => civil.minute),
  s: number(({ civil }) => civil.second),
  S: number(({ civil }) => civil.millisecond),
  z: ({ datetime, timeZone }, width) => zoneName(datetime.ms, timeZone, width >= 4 ? 'long' : 'short'),
  Z: ({ datetime, timeZone }) => offsetText(datetime, timeZone, ''),
  X: ({ datetime, timeZone }, width) => {
    if (width > 3) throw new DatePatternError('invalid ISO 8601 format: length=4');
    const offset = offsetText(datetime, timeZone, width === 3 ? ':' : '');
    if (/^[+-]00:?00$/.test(offset)) return 'Z';
    return width === 1 ? offset.slice(0, 3) : offset;
  },
};

/** The instant on the clock of the time zone, in the pattern; throws `DatePatternError`. */
export function formatByPattern(datetime: DatetimeValue, pattern: string, timeZone: string, locale: string): string {
  const date = datetime.date(timeZone);
  const moment = { datetime, date, civil: datetime.civil(timeZone), timeZone, locale };
  let result = '';
  for (const [token] of pattern.matchAll(/'(?:[^']|'')*'|'|([a-zA-Z])\1*|[^]/g)) {
    result += token.startsWith("'") ? quoted(token) : /[a-zA-Z]/.test(token) ? formatted(moment, token) : token;
  }
  return result;
}

function quoted(token: string): string {
  if (token === "'") throw new DatePatternError('Unterminated quote');
  return token === "''" ? "'" : token.slice(1, -1).replaceAll("''", "'");
}

function formatted(moment: Moment, token: string): string {
  const field = fields[token[0]];
  if (field === undefined) throw new DatePatternError(`Illegal pattern character '${token[0]}'`);
  return field(moment, token.length);
}

function weekOfYear(date: DateValue): { year: number; week: number } {
  const saturday = date.addDays(6 - date.dayOfWeek);
  const first = DateValue.of(saturday.year, 1, 1);
  return { year: saturday.year, week: Math.floor((saturday.days - first.days + first.dayOfWeek) / 7) + 1 };
}

/** `+0530`. */
function offsetText(datetime: DatetimeValue, timeZone: string, separator: string): string {
  const local = DatetimeValue.of(datetime.civil(timeZone)).ms;
  const minutes = Math.round((local - datetime.ms) / 60_000);
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`;
}

/** English locales that know abbreviations which American English writes as an offset (`CET`, `IST`, `AEST`). */
const ABBREVIATING_LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-NZ', 'en-ZA'];

function zoneName(ms: number, timeZone: string, style: 'long' | 'short'): string {
  const names = ABBREVIATING_LOCALES.map((locale) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: style });
    return format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')!.value;
  });
  return names.find((name) => !/^(?:GMT|UTC)[+-]/.test(name)) ?? names[0];
}
