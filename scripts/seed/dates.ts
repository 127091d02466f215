/** ISO dates around the day that the demo is made for. Dates are dates: no time zone moves them. */

const DAY = 86_400_000;

/** `date` moved by whole days. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The Monday of the date's week. */
export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}

/** The first day of the month that is `months` after the date's. */
export function firstOfMonth(date: string, months = 0): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

export function lastOfMonth(date: string): string {
  return addDays(firstOfMonth(date, 1), -1);
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
