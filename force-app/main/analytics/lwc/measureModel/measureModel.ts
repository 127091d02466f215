/** Types, months and formats that the components about measures share. */
import LOCALE from '@salesforce/i18n/locale';

export type Unit = 'percent' | 'amount' | 'days' | 'times';

export interface Point {
  month: string;
  value?: number;
}

/** How much of the rows behind a number the user may see; empty: there are none at all. */
export type Sight = 'all' | 'some' | 'none' | 'empty';

export interface Measure {
  key: string;
  label: string;
  unit: Unit;
  formula: string;
  value?: number;
  numerator?: number;
  divisor?: number;
  note?: string;
  target?: number;
  benchmark?: number;
  benchmarkTo?: number;
  source?: string;
  isLowerBetter: boolean;
  status?: 'good' | 'watch' | 'alarm';
  trend: Point[];
  sight?: Sight;
}

export interface Gap {
  key: string;
  label: string;
  size: number;
}

/** What is missing, as far as the user may see it. */
export interface Finding {
  gaps: Gap[];
  sight?: Sight;
  /** Updates of the firm's measures that failed and that no rebuild has made good. */
  failures?: number;
}

/** Which part of the firm, and which days whose months are meant. */
export interface Scope {
  kind: string;
  recordId: string | null;
  fromDay: string;
  toDay: string;
}

export interface Choice {
  value: string;
  label: string;
}

const WHOLE = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const TENTHS = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const MONTH = new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** What follows a number of the unit. */
const SIGNS: Readonly<Record<Exclude<Unit, 'amount'>, string>> = { percent: '%', days: 'days', times: '×' };
const SHORTENED_FROM = 10_000;

/** Shown where there is nothing to divide by. */
export const NOTHING = '–';

/** Short enough for a tile: $1.2M. */
export function shortAmount(value: number, currencyCode: string): string {
  return new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency: currencyCode,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(value);
}

export function amount(value: number, currencyCode: string): string {
  return new Intl.NumberFormat(LOCALE, { style: 'currency', currency: currencyCode, maximumFractionDigits: 0 }).format(
    value,
  );
}

/** A measure in its unit. */
export function format(value: number | undefined, unit: Unit, currencyCode: string): string {
  if (value === undefined || value === null) return NOTHING;
  if (unit === 'amount') {
    return Math.abs(value) < SHORTENED_FROM ? amount(value, currencyCode) : shortAmount(value, currencyCode);
  }
  return `${TENTHS.format(value)} ${SIGNS[unit]}`;
}

export function hours(value: number): string {
  return TENTHS.format(value);
}

export function whole(value: number): string {
  return WHOLE.format(value);
}

export function monthName(day: string): string {
  return MONTH.format(Date.parse(day));
}

/** First day of the month that lies `months` from that of the day. */
export function monthFrom(day: string, months: number): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
}

export interface Period {
  value: string;
  label: string;
  fromDay: string;
  toDay: string;
}

/** What leaders ask for, relative to the day. A quarter is one of the calendar year. */
export function periodsAround(today: string): Period[] {
  const month = Number(today.slice(5, 7));
  const inQuarter = (month - 1) % 3;
  const period = (value: string, label: string, from: number, to: number): Period => ({
    value,
    label,
    fromDay: monthFrom(today, from),
    toDay: monthFrom(today, to),
  });
  return [
    period('year', 'This year to date', 1 - month, 0),
    period('month', 'This month', 0, 0),
    period('lastMonth', 'Last month', -1, -1),
    period('quarter', 'This quarter', -inQuarter, 2 - inQuarter),
    period('lastQuarter', 'Last quarter', -inQuarter - 3, -inQuarter - 1),
    period('twelve', 'Last 12 months', -11, 0),
    period('next', 'Next 3 months', 1, 3),
  ];
}

/** The local date of the browser. */
export function todayIn(now: Date): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
