/** Dates, times and numbers as a user's locale shows them. */
import { DateValue, DatetimeValue, type Decimal } from '../../../schema/values/index.ts';

/** `en_US` as the Intl API names it. */
export function intlLocale(locale: string): string {
  return locale.replace(/_[A-Z0-9]+$/, (region) => (region.length === 3 ? region : '')).replaceAll('_', '-');
}

const numericDate = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const numericTime = { hour: 'numeric', minute: '2-digit' } as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(intlLocale(locale), { ...options, timeZone });
    formatters.set(key, found);
  }
  return found;
}

/** `1/31/2026` in `en_US`. */
export function formatDate(date: DateValue, locale: string): string {
  return formatter(locale, 'UTC', numericDate).format(date.days * 86_400_000);
}

/** `1/31/2026, 2:05 PM` in `en_US`. */
export function formatDatetime(datetime: DatetimeValue, locale: string, timeZone: string): string {
  return plainSpaces(formatter(locale, timeZone, { ...numericDate, ...numericTime }).format(datetime.ms));
}

/** `1/31/2026, 2:05:09 PM PST` in `en_US`. */
export function formatDatetimeLong(datetime: DatetimeValue, locale: string, timeZone: string): string {
  const options = { ...numericDate, ...numericTime, second: '2-digit', timeZoneName: 'short' } as const;
  return plainSpaces(formatter(locale, timeZone, options).format(datetime.ms));
}

export function formatNumber(value: number | bigint | Decimal, locale: string): string {
  const number = new Intl.NumberFormat(intlLocale(locale), { maximumFractionDigits: 3 });
  if (typeof value === 'number' || typeof value === 'bigint') return number.format(value);
  return number.format(value.setScale(Math.min(value.scale, 3), 'HALF_EVEN').toString() as unknown as number);
}

/** Unicode puts a narrow no-break space before AM and PM; the platform shows an ordinary one. */
function plainSpaces(text: string): string {
  return text.replaceAll(/[\u202f\xa0]/g, ' ');
}

/** Reads a date in the locale's order of day, month and year; undefined for anything else. */
export function parseDate(text: string, locale: string): DateValue | undefined {
  const numbers = /^\s*(\d{1,4})\D(\d{1,2})\D(\d{1,4})\D?\s*$/.exec(text)?.slice(1).map(Number);
  if (numbers === undefined) return undefined;
  const parts = formatter(locale, 'UTC', numericDate).formatToParts(0);
  const order = parts.map(({ type }) => type).filter((type) => type === 'year' || type === 'month' || type === 'day');
  const value = (part: 'year' | 'month' | 'day'): number => numbers[order.indexOf(part)];
  const year = value('year') < 100 ? value('year') + 2000 : value('year');
  return DateValue.isValid(year, value('month'), value('day'))
    ? DateValue.of(year, value('month'), value('day'))
    : undefined;
}

/** Reads what `formatDatetime` writes: the date, a comma or a space, the time with or without AM and PM. */
export function parseDatetime(text: string, locale: string, timeZone: string): DatetimeValue | undefined {
  const match = /^(.*\d)[,\s]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AaPp])\.?[Mm]\.?)?\s*$/.exec(text);
  if (match === null) return undefined;
  const date = parseDate(match[1], locale);
  const [hour, minute, second] = [match[2], match[3], match[4] ?? '0'].map(Number) as [number, number, number];
  const half = match[5]?.toLowerCase();
  if (date === undefined || hour > (half === undefined ? 23 : 12) || minute > 59 || second > 59) return undefined;
  const fullHour = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  const { year, month, day } = date;
  return DatetimeValue.of({ year, month, day, hour: fullHour, minute, second }, timeZone);
}

/** 0 for Sunday to 6 for Saturday. */
export function firstDayOfWeek(locale: string): number {
  const information = new Intl.Locale(intlLocale(locale)) as Intl.Locale & { getWeekInfo(): { firstDay: number } };
  return information.getWeekInfo().firstDay % 7;
}
