/** Functions on dates. */
import { DateValue, DatetimeValue, Decimal, type TimeValue } from '../../values/index.ts';
import { FormulaEvaluationError } from '../errors.ts';
import type { Expression } from '../expression.ts';
import { toInteger } from '../number.ts';
import { requireType } from '../operands.ts';
import { contextual, requireCount, special, strict } from './define.ts';

const LOOSE_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

function parseDate(text: string): DateValue {
  const parts = LOOSE_DATE.exec(text.trim())?.slice(1).map(Number) as [number, number, number] | undefined;
  if (parts === undefined || parts[0] === 0 || !DateValue.isValid(...parts)) {
    throw new FormulaEvaluationError(`Invalid date in DATEVALUE() function: ${text}`);
  }
  return DateValue.of(...parts);
}

/** The end of a month stays the end of the month: one month after February 28 is March 31. */
function addMonths(date: DateValue, count: number): DateValue {
  const tomorrow = date.addDays(1);
  return tomorrow.month === date.month ? date.addMonths(count) : tomorrow.addMonths(count).addDays(-1);
}

/** The Thursday that decides which ISO week and year a date is in. */
function isoThursday(value: DateValue | DatetimeValue): DateValue {
  const day = value instanceof DatetimeValue ? value.date() : value;
  return day.addDays(4 - (day.dayOfWeek || 7));
}

function date(year: Decimal, month: Decimal, day: Decimal): DateValue {
  const parts = [toInteger(year), toInteger(month), toInteger(day)] as const;
  if (parts[0] < 1 || parts[0] > 9999) throw new FormulaEvaluationError('Year out of range in DATE() function');
  if (!DateValue.isValid(...parts)) throw new FormulaEvaluationError('Month or Day out of range in DATE() function');
  return DateValue.of(...parts);
}

export const dateFunctions = [
  contextual('TODAY(): Date', (context) => context.today),
  strict('DATE(Number, Number, Number): Date', date),
  contextual('DATEVALUE(Text|DateTime): Date', (context, value) => {
    if (value instanceof DatetimeValue) return value.date(context.timeZone);
    return value === '' ? null : parseDate(value);
  }),
  strict('YEAR(Date): Number', (value) => Decimal.of(value.year)),
  strict('MONTH(Date): Number', (value) => Decimal.of(value.month)),
  strict('DAY(Date): Number', (value) => Decimal.of(value.day)),
  strict('WEEKDAY(Date): Number', (value) => Decimal.of(value.dayOfWeek + 1)),
  strict('DAYOFYEAR(Date): Number', (value) => Decimal.of(value.dayOfYear)),
  strict('ISOWEEK(Date|DateTime): Number', (value) => Decimal.of(Math.ceil(isoThursday(value).dayOfYear / 7))),
  strict('ISOYEAR(Date|DateTime): Number', (value) => Decimal.of(isoThursday(value).year)),
  special('ADDMONTHS', (operands, call, subject) => {
    requireCount(call, 2);
    const [start, count] = operands as [Expression, Expression];
    requireType(subject, start, ['Date', 'DateTime']);
    requireType(subject, count, ['Number']);
    return {
      type: start.type,
      evaluate: (context) => {
        const value = start.evaluate(context);
        const months = count.evaluate(context);
        if (!(months instanceof Decimal)) return null;
        if (value instanceof DateValue) return addMonths(value, toInteger(months));
        if (!(value instanceof DatetimeValue)) return null;
        return atTime(addMonths(value.date(), toInteger(months)), value.time());
      },
    };
  }),
];

/** Midnight GMT of the date, plus a time of day. */
export function atTime(day: DateValue, time?: TimeValue): DatetimeValue {
  return DatetimeValue.of(day).addMilliseconds(time?.ms ?? 0);
}
