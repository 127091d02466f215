/**
 * Date literals: each names a span of days on the user's calendar ("Date Formats and Date Literals in WHERE", SOQL and SOSL
 * Reference).
 */
import { NotSupported } from '../../../schema/errors.ts';
import { DateValue } from '../../../schema/values/index.ts';
import type { FiscalYear } from './calendar.ts';

/** From the start of `from` until before the start of `to`. */
export interface DaySpan {
  readonly from: DateValue;
  readonly to: DateValue;
}

export interface Calendar {
  readonly today: DateValue;
  /** 0 for Sunday. */
  readonly firstDayOfWeek: number;
  readonly fiscalYear: FiscalYear;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR';

const SINGLE_DAYS: Readonly<Record<string, number>> = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1 };
const ONE_UNIT = /^(THIS|LAST|NEXT)_(WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)$/;
const MANY_UNITS = /^(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S$/;
const UNITS_AGO = /^N_(DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S_AGO$/;

export function daySpan(name: string, count: number, calendar: Calendar): DaySpan {
  const day = SINGLE_DAYS[name];
  if (day !== undefined) return span('DAY', day, day + 1, calendar);
  if (name === 'LAST_90_DAYS') return daySpan('LAST_N_DAYS', 90, calendar);
  if (name === 'NEXT_90_DAYS') return daySpan('NEXT_N_DAYS', 90, calendar);
  const one = ONE_UNIT.exec(name);
  if (one !== null) {
    const offset = { THIS: 0, LAST: -1, NEXT: 1 }[one[1] as 'THIS' | 'LAST' | 'NEXT'];
    return span(one[2] as Unit, offset, offset + 1, calendar);
  }
  const many = MANY_UNITS.exec(name);
  if (many !== null) {
    const unit = many[2] as Unit;
    // Days are the exception: the last n days include today.
    if (many[1] === 'LAST') return span(unit, -count, unit === 'DAY' ? 1 : 0, calendar);
    return span(unit, 1, count + 1, calendar);
  }
  const ago = UNITS_AGO.exec(name);
  if (ago !== null) return span(ago[1] as Unit, -count, 1 - count, calendar);
  throw new NotSupported(`SOQL date literal ${name}`);
}

/** There are no records of other days: those of fields are between them ("Date Formats and Date Literals"). */
const FIRST_DAY = DateValue.of(1700, 1, 1);
const LAST_DAY = DateValue.of(4001, 1, 1);

function span(unit: Unit, first: number, end: number, calendar: Calendar): DaySpan {
  return { from: startOfKnown(unit, first, calendar), to: startOfKnown(unit, end, calendar) };
}

function startOfKnown(unit: Unit, offset: number, calendar: Calendar): DateValue {
  // Units are days at least, and calendars end where numbers do.
  const furthest = LAST_DAY.days - FIRST_DAY.days;
  const days = Math.abs(offset) > furthest ? NaN : startOf(unit, offset, calendar).days;
  if (Number.isNaN(days)) return offset < 0 ? FIRST_DAY : LAST_DAY;
  return new DateValue(Math.min(Math.max(days, FIRST_DAY.days), LAST_DAY.days));
}

/** First day of the unit that is `offset` units after the one that holds today. */
function startOf(unit: Unit, offset: number, { today, firstDayOfWeek, fiscalYear }: Calendar): DateValue {
  const { year, month } = today;
  switch (unit) {
    case 'DAY':
      return today.addDays(offset);
    case 'WEEK':
      return today.addDays(7 * offset - ((today.dayOfWeek - firstDayOfWeek + 7) % 7));
    case 'MONTH':
      return DateValue.of(year, month + offset, 1);
    case 'QUARTER':
      return DateValue.of(year, month - ((month - 1) % 3) + 3 * offset, 1);
    case 'YEAR':
      return DateValue.of(year + offset, 1, 1);
    case 'FISCAL_QUARTER':
      return DateValue.of(year, month - (monthOfFiscalYear(month, fiscalYear) % 3) + 3 * offset, 1);
    case 'FISCAL_YEAR':
      return DateValue.of(year, month - monthOfFiscalYear(month, fiscalYear) + 12 * offset, 1);
  }
}

/** 0 for the first month of the fiscal year. */
function monthOfFiscalYear(month: number, fiscalYear: FiscalYear): number {
  return (month - fiscalYear.startMonth + 12) % 12;
}
