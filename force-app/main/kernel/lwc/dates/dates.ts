/** Dates as the reader's locale writes them. A date is the same day in every time zone, so none is ever converted. */
import LOCALE from '@salesforce/i18n/locale';

const SHOWN = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });

/** A date of the server, `2026-01-05`, as a sentence shows it: `Jan 5, 2026`. */
export function dateText(date: string): string {
  return SHOWN.format(new Date(date));
}

/** From the first day to the last, both included: `Jan 5 – 9, 2026`. */
export function daysText(first: string, last: string): string {
  return SHOWN.formatRange(new Date(first), new Date(last));
}
