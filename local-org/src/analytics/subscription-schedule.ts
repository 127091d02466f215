/** When a subscription is due ("Analytics Notification List", Reports and Dashboards REST API Developer Guide, `Schedule`). */
import { DateValue } from '../schema/values/index.ts';
import { zonedInstant, zoneOffset } from '../schema/values/time-zone.ts';

export const DAYS_OF_WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export const WEEKS_IN_MONTH = ['first', 'second', 'third', 'fourth'] as const;

/** `time` is an hour of the day on the subscriber's clock, 0 to 23. */
export type Schedule =
  | { readonly frequency: 'daily'; readonly details: { readonly time: number } }
  | {
      readonly frequency: 'weekly';
      readonly details: { readonly time: number; readonly daysOfWeek: readonly (typeof DAYS_OF_WEEK)[number][] };
    }
  | {
      readonly frequency: 'monthly';
      readonly frequencyType: 'specific';
      /** -1 is the last day of the month. */
      readonly details: { readonly time: number; readonly daysOfMonth: readonly number[] };
    }
  | {
      readonly frequency: 'monthly';
      readonly frequencyType: 'relative';
      readonly details: {
        readonly time: number;
        readonly weekInMonth: (typeof WEEKS_IN_MONTH)[number];
        readonly dayInWeek: (typeof DAYS_OF_WEEK)[number] | 'weekday' | 'weekend';
      };
    };

const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;

/** A day that exists once in four years is found in so many days, also over a century without a leap day. */
const FARTHEST_DAYS = 8 * 366;

/** The next instant after `after`; undefined for a day that no month has. */
export function nextRun(schedule: Schedule, after: number, timeZone: string): number | undefined {
  const today = Math.floor((after + zoneOffset(timeZone, after)) / MS_PER_DAY);
  for (let days = today; days < today + FARTHEST_DAYS; days++) {
    if (!isDay(schedule, new DateValue(days))) continue;
    const instant = zonedInstant(timeZone, days * MS_PER_DAY + schedule.details.time * MS_PER_HOUR);
    if (instant > after) return instant;
  }
  return undefined;
}

function isDay(schedule: Schedule, day: DateValue): boolean {
  if (schedule.frequency === 'daily') return true;
  if (schedule.frequency === 'weekly') return schedule.details.daysOfWeek.includes(DAYS_OF_WEEK[day.dayOfWeek]);
  if (schedule.frequencyType === 'specific') {
    const isLast = day.addDays(1).day === 1;
    return schedule.details.daysOfMonth.some((one) => (one === -1 ? isLast : one === day.day));
  }
  const { weekInMonth, dayInWeek } = schedule.details;
  if (!isOfKind(day, dayInWeek)) return false;
  const earlier = Array.from({ length: day.day - 1 }, (_, index) => day.addDays(-index - 1));
  return earlier.filter((one) => isOfKind(one, dayInWeek)).length === WEEKS_IN_MONTH.indexOf(weekInMonth);
}

function isOfKind(day: DateValue, kind: (typeof DAYS_OF_WEEK)[number] | 'weekday' | 'weekend'): boolean {
  const isWeekend = day.dayOfWeek === 0 || day.dayOfWeek === 6;
  if (kind === 'weekend') return isWeekend;
  return kind === 'weekday' ? !isWeekend : DAYS_OF_WEEK[day.dayOfWeek] === kind;
}
