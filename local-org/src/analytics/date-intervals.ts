/** Spans of the standard date filter, as date literals of SOQL ("UserDateInterval", Metadata API Developer Guide). */
import { type Calendar, daySpan } from '../database/soql/dates/literals.ts';
import { NotSupported } from '../schema/errors.ts';
import type { DateValue } from '../schema/values/index.ts';
import type { DateFilterDefinition } from './definition.ts';

const SPANS: Readonly<Record<string, readonly string[]>> = {
  INTERVAL_YESTERDAY: ['YESTERDAY'],
  INTERVAL_TODAY: ['TODAY'],
  INTERVAL_TOMORROW: ['TOMORROW'],
  INTERVAL_LASTWEEK: ['LAST_WEEK'],
  INTERVAL_THISWEEK: ['THIS_WEEK'],
  INTERVAL_NEXTWEEK: ['NEXT_WEEK'],
  INTERVAL_LASTMONTH: ['LAST_MONTH'],
  INTERVAL_THISMONTH: ['THIS_MONTH'],
  INTERVAL_NEXTMONTH: ['NEXT_MONTH'],
  INTERVAL_LASTTHISMONTH: ['LAST_MONTH', 'THIS_MONTH'],
  INTERVAL_THISNEXTMONTH: ['THIS_MONTH', 'NEXT_MONTH'],
  INTERVAL_CURRENT: ['THIS_FISCAL_QUARTER'],
  INTERVAL_CURNEXT1: ['THIS_FISCAL_QUARTER', 'NEXT_FISCAL_QUARTER'],
  INTERVAL_CURPREV1: ['LAST_FISCAL_QUARTER', 'THIS_FISCAL_QUARTER'],
  INTERVAL_NEXT1: ['NEXT_FISCAL_QUARTER'],
  INTERVAL_PREV1: ['LAST_FISCAL_QUARTER'],
  INTERVAL_CURNEXT3: ['THIS_FISCAL_QUARTER', 'NEXT_N_FISCAL_QUARTERS:3'],
  INTERVAL_CURRENTQ: ['THIS_QUARTER'],
  INTERVAL_CURNEXTQ: ['THIS_QUARTER', 'NEXT_QUARTER'],
  INTERVAL_CURPREVQ: ['LAST_QUARTER', 'THIS_QUARTER'],
  INTERVAL_NEXTQ: ['NEXT_QUARTER'],
  INTERVAL_PREVQ: ['LAST_QUARTER'],
  INTERVAL_CURNEXT3Q: ['THIS_QUARTER', 'NEXT_N_QUARTERS:3'],
  INTERVAL_CURFY: ['THIS_FISCAL_YEAR'],
  INTERVAL_PREVFY: ['LAST_FISCAL_YEAR'],
  INTERVAL_PREV2FY: ['LAST_N_FISCAL_YEARS:2'],
  INTERVAL_AGO2FY: ['N_FISCAL_YEARS_AGO:2'],
  INTERVAL_NEXTFY: ['NEXT_FISCAL_YEAR'],
  INTERVAL_PREVCURFY: ['LAST_FISCAL_YEAR', 'THIS_FISCAL_YEAR'],
  INTERVAL_PREVCUR2FY: ['LAST_N_FISCAL_YEARS:2', 'THIS_FISCAL_YEAR'],
  INTERVAL_CURNEXTFY: ['THIS_FISCAL_YEAR', 'NEXT_FISCAL_YEAR'],
  INTERVAL_CURY: ['THIS_YEAR'],
  INTERVAL_PREVY: ['LAST_YEAR'],
  INTERVAL_PREV2Y: ['LAST_N_YEARS:2'],
  INTERVAL_AGO2Y: ['N_YEARS_AGO:2'],
  INTERVAL_NEXTY: ['NEXT_YEAR'],
  INTERVAL_PREVCURY: ['LAST_YEAR', 'THIS_YEAR'],
  INTERVAL_PREVCUR2Y: ['LAST_N_YEARS:2', 'THIS_YEAR'],
  INTERVAL_CURNEXTY: ['THIS_YEAR', 'NEXT_YEAR'],
  INTERVAL_LAST7: ['LAST_N_DAYS:7'],
  INTERVAL_LAST30: ['LAST_N_DAYS:30'],
  INTERVAL_LAST60: ['LAST_N_DAYS:60'],
  INTERVAL_LAST90: ['LAST_N_DAYS:90'],
  INTERVAL_LAST120: ['LAST_N_DAYS:120'],
  INTERVAL_NEXT7: ['NEXT_N_DAYS:7'],
  INTERVAL_NEXT30: ['NEXT_N_DAYS:30'],
  INTERVAL_NEXT60: ['NEXT_N_DAYS:60'],
  INTERVAL_NEXT90: ['NEXT_N_DAYS:90'],
  INTERVAL_NEXT120: ['NEXT_N_DAYS:120'],
};

/** Date literals whose spans together are the filter's; undefined for a filter by dates of its own. */
export function literalsOf({ interval }: DateFilterDefinition): readonly string[] | undefined {
  if (interval === 'INTERVAL_CUSTOM') return undefined;
  const literals = SPANS[interval];
  if (literals === undefined) throw new NotSupported(`the report interval ${interval}`);
  return literals;
}

/**
 * The name that the Analytics API has for an interval: its date literal ("StandardDateFilterDuration", Apex Reference Guide:
 * `THIS_FISCAL_YEAR`). Spans of two literals keep the name that metadata gives them.
 */
export function durationOf(interval: string): string {
  const literals = SPANS[interval] ?? [];
  return literals.length === 1 ? literals[0] : interval.replace(/^INTERVAL_/, '');
}

/** The opposite of `durationOf`. */
export function intervalOf(duration: string): string {
  const found = Object.entries(SPANS).find(([, literals]) => literals.length === 1 && literals[0] === duration);
  return found?.[0] ?? `INTERVAL_${duration}`;
}

/** First and last day of all literals of an interval together. */
export function daysOf(interval: string, calendar: Calendar): { readonly first: DateValue; readonly last: DateValue } {
  const spans = (SPANS[interval] ?? []).map((literal) => {
    const [name = '', count] = literal.split(':');
    return daySpan(name, Number(count ?? 0), calendar);
  });
  const [start] = spans;
  const end = spans.at(-1);
  if (start === undefined || end === undefined) throw new NotSupported(`the report interval ${interval}`);
  return { first: start.from, last: end.to.addDays(-1) };
}
