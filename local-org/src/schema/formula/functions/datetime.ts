/** Functions on date/times and times. Conversions to and from them are in GMT, whatever the user's time zone. */
import { DateValue, DatetimeValue, Decimal, TimeValue } from '../../values/index.ts';
import { FormulaEvaluationError } from '../errors.ts';
import { toInteger } from '../number.ts';
import { atTime } from './date.ts';
import { contextual, strict } from './define.ts';

const LOOSE_DATETIME = /^(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})$/;
const LOOSE_TIME = /^(\d{1,2}):(\d{1,2}):(\d{1,2})\.(\d{1,3})$/;

function parseDatetime(text: string): DatetimeValue {
  const parts = LOOSE_DATETIME.exec(text.trim())?.slice(1).map(Number);
  const [year, month, day, hour, minute, second] = (parts ?? []) as [number, number, number, number, number, number];
  if (parts === undefined || !DateValue.isValid(year, month, day) || !isTime(hour, minute, second)) {
    throw new FormulaEvaluationError(`Invalid date/time in DATETIMEVALUE() function: ${text}`);
  }
  return DatetimeValue.of({ year, month, day, hour, minute, second });
}

function parseTime(text: string): TimeValue {
  const parts = LOOSE_TIME.exec(text)?.slice(1).map(Number) as [number, number, number, number] | undefined;
  if (parts === undefined || !isTime(parts[0], parts[1], parts[2])) {
    throw new FormulaEvaluationError(`Invalid time in TIMEVALUE() function: ${text}`);
  }
  return TimeValue.of(...parts);
}

function isTime(hour: number, minute: number, second: number): boolean {
  return hour < 24 && minute < 60 && second < 60;
}

function seconds(ms: number): Decimal {
  return Decimal.of(Math.floor(ms / 1000));
}

export const datetimeFunctions = [
  contextual('NOW(): DateTime', (context) => context.now),
  contextual('TIMENOW(): Time', (context) => context.now.time()),
  strict('DATETIMEVALUE(Text|Date|DateTime): DateTime', (value) => {
    if (value instanceof DatetimeValue) return value;
    if (value instanceof DateValue) return atTime(value);
    return value === '' ? null : parseDatetime(value);
  }),
  strict('TIMEVALUE(Text|DateTime|Time): Time', (value) => {
    if (value instanceof TimeValue) return value;
    if (value instanceof DatetimeValue) return value.time();
    return value === '' ? null : parseTime(value);
  }),
  strict('HOUR(Time): Number', (value) => Decimal.of(value.hour)),
  strict('MINUTE(Time): Number', (value) => Decimal.of(value.minute)),
  strict('SECOND(Time): Number', (value) => Decimal.of(value.second)),
  strict('MILLISECOND(Time): Number', (value) => Decimal.of(value.millisecond)),
  strict('UNIXTIMESTAMP(Date|DateTime|Time): Number', (value) =>
    seconds(value instanceof DateValue ? atTime(value).ms : value.ms),
  ),
  strict('FROMUNIXTIME(Number): DateTime', (value) => new DatetimeValue(toInteger(value.multiply(Decimal.of(1000))))),
];
