/**
 * Days as the platform's dates, `2026-03-29`: plain dates without a time zone, so that no change of clocks and no place ever
 * moves an hour to another day.
 */

const DAY = 86_400_000;

export function addDays(date: string, days: number): string {
  return iso(Date.parse(date) + days * DAY);
}

/** Whole days from one date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** The seven dates from the first day of a week on. */
export function weekDates(weekStart: string): string[] {
  return Array.from({ length: 7 }, (_, day) => addDays(weekStart, day));
}

/** First day of the week that a date is in, counted from any first day of the firm's weeks. */
export function weekStartOf(date: string, anyWeekStart: string): string {
  const offset = daysBetween(anyWeekStart, date) % 7;
  return addDays(date, -((offset + 7) % 7));
}

/** The date at an instant where the clocks of `timeZone` hang. */
export function dateAt(instant: number, timeZone?: string): string {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const parts = new Intl.DateTimeFormat('en-CA', options).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Formats are dear to make, and the same few are asked for with every key. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

export function formatDate(date: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return formatOf(locale, options).format(new Date(date));
}

/** `Nov 16 – 22, 2026`, in the locale's own way. */
export function formatWeek(weekStart: string, locale: string): string {
  return formatOf(locale, { dateStyle: 'medium' }).formatRange(new Date(weekStart), new Date(addDays(weekStart, 6)));
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
