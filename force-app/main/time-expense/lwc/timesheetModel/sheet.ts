/** A week of one person, as the grid works on it. Days are positions in the week, 0 to 6. */

/** What a person decides about one cell. */
export interface CellValue {
  readonly minutes: number;
  readonly notes: string;
  readonly isBillable: boolean;
}

/** Time that corrects approved time, with its reason. */
export interface Adjustment {
  readonly id: string;
  readonly minutes: number;
  readonly reason: string;
}

/** A cell as the server holds it. */
export interface StoredCell extends CellValue {
  readonly entryId: string;
  /** Changes whenever anybody changes the entry. */
  readonly version: string;
  readonly changedBy?: string;
  readonly changedAt?: string;
  /** Why the approver sent the entry back. */
  readonly rejection?: string;
  /** Why nobody may change the entry any more. */
  readonly lock?: string;
  /** What the rate gives, for those who may see it; absent when there is none yet. */
  readonly amount?: number;
  readonly adjustments?: readonly Adjustment[];
}

export interface WorkRow {
  readonly key: string;
  readonly projectId?: string;
  readonly taskId?: string;
  readonly assignmentId?: string;
  readonly title: string;
  readonly subtitle: string;
  readonly isInternal: boolean;
  /** Whether time of this row is billed unless the person says otherwise. */
  readonly isBillable: boolean;
  /** Minutes booked on each day. */
  readonly bookedMinutes: readonly number[];
  /** Bill rate an hour on each day, for those who may see it. */
  readonly rates: readonly (number | undefined)[];
  readonly currency?: string;
  /** Why no time can be entered here, e.g. because the project is closed. */
  readonly lock?: string;
}

export interface Day {
  readonly date: string;
  readonly capacityMinutes: number;
  /** Why no time can be entered on this day. */
  readonly lock?: string;
}

export interface Sheet {
  readonly resourceId: string;
  readonly days: readonly Day[];
  readonly rows: readonly WorkRow[];
  /** Stored cells by row key and day. */
  readonly cells: readonly { readonly rowKey: string; readonly day: number; readonly cell: StoredCell }[];
  /** Why the whole week is closed to its owner, e.g. because it was submitted. */
  readonly lock?: string;
}

export function isSameValue(one: CellValue, other: CellValue): boolean {
  return one.minutes === other.minutes && one.notes === other.notes && isSameBilling(one, other);
}

/** Whether it is billed is no question while there is no time. */
function isSameBilling(one: CellValue, other: CellValue): boolean {
  return one.isBillable === other.isBillable || (one.minutes === 0 && other.minutes === 0);
}

/** Money of minutes at a rate an hour, half-up to cents, counted in whole cents so that no binary fraction rounds wrongly. */
export function amountOf(minutes: number, ratePerHour: number): number {
  const cents = Math.round(ratePerHour * 100) * minutes;
  return (Math.sign(cents) * Math.floor((Math.abs(cents) * 2 + 60) / 120)) / 100;
}
