/** Timesheets that wait for a decision, as `TimesheetController` gives them, and deciding on many. Times are whole minutes. */

export interface InboxEntry {
  entryId: string;
  day: string;
  projectName?: string | null;
  taskName?: string | null;
  minutes: number;
  isBillable: boolean;
  billableMinutes?: number | null;
  billAmount?: number | null;
  currencyCode?: string | null;
  rateStatus?: 'Resolved' | 'Missing' | null;
  notes?: string | null;
  adjustmentReason?: string | null;
}

export interface InboxItem {
  timesheetId: string;
  resourceName: string;
  weekStart: string;
  submittedAt?: string | null;
  totalMinutes: number;
  billableMinutes: number;
  capacityMinutes: number;
  onBehalfOf?: string | null;
  warnings: { kind: string; message: string }[];
  entries: InboxEntry[];
}

export interface Inbox {
  items: InboxItem[];
  isCut: boolean;
  areAmountsVisible: boolean;
}

export interface Decision {
  timesheetId: string;
  isDone: boolean;
  message?: string | null;
}

/** Why one entry is sent back. */
export interface EntryReason {
  entryId: string;
  reason: string;
}

export type Filter = 'all' | 'unusual' | 'usual';

export function filtered(items: readonly InboxItem[], filter: Filter): InboxItem[] {
  return items.filter(({ warnings }) => filter === 'all' || (filter === 'unusual') === warnings.length > 0);
}

/** What the entries are worth: a sum for each currency, since different ones have none. Entries without a rate are warned of. */
export function amountsOf(entries: readonly InboxEntry[]): ReadonlyMap<string, number> {
  const cents = new Map<string, number>();
  for (const { billAmount, currencyCode } of entries) {
    const code = currencyCode ?? '';
    if (billAmount) cents.set(code, (cents.get(code) ?? 0) + Math.round(billAmount * 100));
  }
  return new Map([...cents].map(([code, sum]) => [code, sum / 100]));
}

/** So many at a time keep each call within the platform's limits, and let the progress be seen. */
const AT_A_TIME = 10;

/**
 * Decides on many timesheets, a few at a time. One that is refused keeps none of the others; a call that fails counts for its own
 * few and ends the work, so that what was not tried stays as it is.
 */
export async function decideAll(
  ids: readonly string[],
  decide: (ids: string[]) => Promise<Decision[]>,
  onProgress: (decisions: readonly Decision[]) => void,
): Promise<void> {
  for (let start = 0; start < ids.length; start += AT_A_TIME) {
    // eslint-disable-next-line no-await-in-loop -- one after the other, so that the progress is true
    onProgress(await decide(ids.slice(start, start + AT_A_TIME)));
  }
}
