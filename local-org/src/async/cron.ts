/** Cron expressions of `System.schedule` ("Using the System.schedule Method", Apex Developer Guide). */
import { OrgError } from '../schema/errors.ts';
import { DatetimeValue } from '../schema/values/datetime.ts';

/** A parsed expression: for each part, whether a value of it fires. */
export interface CronSchedule {
  readonly expression: string;
  readonly second: number;
  readonly minute: number;
  readonly hours: readonly number[];
  readonly months: readonly number[];
  readonly years: (year: number) => boolean;
  /** Whether a day of this month fires; months from 1, weekdays from 1 (Sunday). */
  readonly day: (year: number, month: number, day: number) => boolean;
}

/** No schedule is looked for further ahead than this many years. */
const HORIZON_YEARS = 175;

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Throws `OrgError` with the platform's words when the expression cannot be used. */
export function parseCron(expression: string): CronSchedule {
  const parts = expression.trim().split(/\s+/);
  if (parts.length < 6 || parts.length > 7) {
    throw cronError(expression, parts.length < 6 ? 'Unexpected end of expression.' : 'Too many parts.');
  }
  const [second, minute, hour, dayOfMonth, month, dayOfWeek, year = '*'] = parts.map((part) => part.toUpperCase());
  if ((dayOfMonth === '?') === (dayOfWeek === '?') && dayOfMonth === '?') {
    throw cronError(expression, "'?' can only be specified for Day-of-Month -OR- Day-of-Week.");
  }
  if (dayOfMonth !== '?' && dayOfWeek !== '?' && dayOfMonth !== '*' && dayOfWeek !== '*') {
    throw cronError(
      expression,
      'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.',
    );
  }
  const field = (text: string, low: number, high: number, names?: readonly string[]) =>
    expandField(expression, text, low, high, names);
  const yearsListed = year === '*' ? null : new Set(field(year, 1970, 2199));
  return {
    expression,
    second: single(expression, second, 'Seconds'),
    minute: single(expression, minute, 'Minutes'),
    hours: field(hour, 0, 23),
    months: field(month, 1, 12, MONTHS),
    years: (candidate) => yearsListed === null || yearsListed.has(candidate),
    day:
      dayOfWeek === '?' || dayOfWeek === '*'
        ? dayOfMonthMatcher(expression, dayOfMonth === '?' ? '*' : dayOfMonth)
        : dayOfWeekMatcher(expression, dayOfWeek),
  };
}

/** The first instant after `after` (milliseconds) at which the schedule fires in the time zone; null when it never does again. */
export function nextFireTime(schedule: CronSchedule, after: number, timeZone: string): number | null {
  const start = new DatetimeValue(after).civil(timeZone);
  for (let year = start.year; year <= start.year + HORIZON_YEARS; year++) {
    if (!schedule.years(year)) continue;
    for (const month of schedule.months) {
      if (year === start.year && month < start.month) continue;
      for (let day = 1; day <= daysInMonth(year, month); day++) {
        if (year === start.year && month === start.month && day < start.day) continue;
        if (!schedule.day(year, month, day)) continue;
        for (const hour of schedule.hours) {
          const civil = { year, month, day, hour, minute: schedule.minute, second: schedule.second };
          const instant = DatetimeValue.of(civil, timeZone).ms;
          if (instant > after) return instant;
        }
      }
    }
  }
  return null;
}

function single(expression: string, text: string, part: string): number {
  if (!/^\d{1,2}$/.test(text) || Number(text) > 59) {
    throw cronError(expression, `${part} must be one number from 0 to 59.`);
  }
  return Number(text);
}

function expandField(
  expression: string,
  text: string,
  low: number,
  high: number,
  names?: readonly string[],
): readonly number[] {
  const values = new Set<number>();
  for (const item of text.split(',')) {
    const match = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(item);
    if (match === null) throw cronError(expression, `Illegal part '${item}'.`);
    const [, from, to, step] = match;
    const first = from === '*' ? low : named(expression, from, names, low);
    let last = first;
    if (to !== undefined) last = named(expression, to, names, low);
    else if (from === '*' || step !== undefined) last = high;
    const stride = step === undefined ? 1 : Number(step);
    if (first < low || last > high || first > high || stride < 1) {
      throw cronError(expression, `Values of '${item}' must be between ${low} and ${high}.`);
    }
    // A range may wrap around, as in FRI-MON.
    const span = last >= first ? last - first : last - first + (high - low + 1);
    for (let offset = 0; offset <= span; offset += stride)
      values.add(((first - low + offset) % (high - low + 1)) + low);
  }
  return [...values].sort((a, b) => a - b);
}

function named(expression: string, text: string, names: readonly string[] | undefined, low: number): number {
  if (/^\d+$/.test(text)) return Number(text);
  const index = names?.indexOf(text) ?? -1;
  if (index < 0) throw cronError(expression, `Illegal value '${text}'.`);
  return index + low;
}

/** Lists, ranges and steps of days; `L` is the last day, `LW` the last weekday, `15W` the weekday nearest to the 15th. */
function dayOfMonthMatcher(expression: string, text: string): CronSchedule['day'] {
  if (text === 'L') return (year, month, day) => day === daysInMonth(year, month);
  if (text === 'LW') return (year, month, day) => day === nearestWeekday(year, month, daysInMonth(year, month));
  const nearest = /^(\d{1,2})W$/.exec(text);
  if (nearest !== null) {
    const wanted = Number(nearest[1]);
    return (year, month, day) => wanted <= daysInMonth(year, month) && day === nearestWeekday(year, month, wanted);
  }
  const days = new Set(expandField(expression, text, 1, 31));
  return (_year, _month, day) => days.has(day);
}

/** Lists, ranges and steps of weekdays; `6L` is the month's last Friday, `6#3` its third, `L` alone Saturday. */
function dayOfWeekMatcher(expression: string, text: string): CronSchedule['day'] {
  const last = /^(\w+)L$/.exec(text);
  if (last !== null) {
    const weekday = named(expression, last[1], WEEKDAYS, 1);
    return (year, month, day) => weekdayOf(year, month, day) === weekday && day + 7 > daysInMonth(year, month);
  }
  if (text === 'L') return (year, month, day) => weekdayOf(year, month, day) === 7;
  const nth = /^(\w+)#([1-5])$/.exec(text);
  if (nth !== null) {
    const weekday = named(expression, nth[1], WEEKDAYS, 1);
    return (year, month, day) => weekdayOf(year, month, day) === weekday && Math.ceil(day / 7) === Number(nth[2]);
  }
  const weekdays = new Set(expandField(expression, text, 1, 7, WEEKDAYS));
  return (year, month, day) => weekdays.has(weekdayOf(year, month, day));
}

/** The weekday (Monday to Friday) nearest to the day, in the same month. */
function nearestWeekday(year: number, month: number, day: number): number {
  const weekday = weekdayOf(year, month, day);
  if (weekday === 7) return day === 1 ? 3 : day - 1;
  if (weekday === 1) return day === daysInMonth(year, month) ? day - 2 : day + 1;
  return day;
}

/** 1 (Sunday) to 7 (Saturday). */
function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function cronError(expression: string, reason: string): OrgError {
  return new OrgError('STRING_EXCEPTION', `Based on configured schedule, '${expression}' cannot be used: ${reason}`);
}
