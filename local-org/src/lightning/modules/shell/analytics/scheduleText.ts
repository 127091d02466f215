/** A schedule as it is chosen and told. */
import type { Schedule } from './subscriptions.ts';

export interface Option {
  readonly label: string;
  readonly value: string;
}

export const FREQUENCIES: readonly Option[] = ['Daily', 'Weekly', 'Monthly'].map((label) => ({
  label,
  value: label.toLowerCase(),
}));

export const DAYS: readonly Option[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
].map((label) => ({ label, value: label.slice(0, 3).toLowerCase() }));

export const WEEKS: readonly Option[] = ['First', 'Second', 'Third', 'Fourth'].map((label) => ({
  label,
  value: label.toLowerCase(),
}));

export const KINDS_OF_DAY: readonly Option[] = [
  ...DAYS,
  { label: 'Weekday', value: 'weekday' },
  { label: 'Weekend day', value: 'weekend' },
];

export const MONTH_DAYS: readonly Option[] = [
  ...Array.from({ length: 31 }, (_, index) => ({ label: String(index + 1), value: String(index + 1) })),
  { label: 'Last', value: '-1' },
];

export const TIMES: readonly Option[] = Array.from({ length: 24 }, (_, hour) => ({
  label: new Date(2000, 0, 1, hour).toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' }),
  value: String(hour),
}));

/** `Weekly on Monday, Friday at 8:00 AM`. */
export function scheduleText({ frequency, details }: Schedule): string {
  const named = (options: readonly Option[], value: string) =>
    options.find((one) => one.value === value)?.label ?? value;
  const at = `at ${named(TIMES, String(details.time))}`;
  if (frequency === 'daily') return `Daily ${at}`;
  if (frequency === 'weekly')
    return `Weekly on ${(details.daysOfWeek ?? []).map((day) => named(DAYS, day)).join(', ')} ${at}`;
  if (details.daysOfMonth !== undefined) {
    return `Monthly on day ${details.daysOfMonth.map((day) => named(MONTH_DAYS, String(day)).toLowerCase()).join(', ')} ${at}`;
  }
  const { weekInMonth = '', dayInWeek = '' } = details;
  return `Monthly on the ${weekInMonth} ${named(KINDS_OF_DAY, dayInWeek)} ${at}`;
}
