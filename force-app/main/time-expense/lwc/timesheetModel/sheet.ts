/** A week of one person, as the grid works on it. Days are positions in the week, 0 to 6. */

/** What a person decides about one cell. */
export interface CellValue {
  /** Negative only where approved time was corrected. */
  readonly minutes: number;
  readonly notes: string;
  readonly isBillable: boolean;
  /** How many of them are billed, where that was decided; absent bills all. */
  readonly billableMinutes?: number;
}

/** A cell, one entry, as the server holds it. */
export interface StoredCell extends CellValue {
  readonly entryId: string;
  /** Chosen by whoever made the entry; absent when it was not made in a grid. */
  readonly clientKey?: string;
  /** Changes whenever anybody changes the entry. */
  readonly version: string;
  /** Why the approver sent the entry back. */
  readonly rejection?: string;
  /** Why approved time was corrected by this entry. */
  readonly adjustment?: string;
  /** What the rate gives, for those who may see it; absent when there is none. */
  readonly amount?: number;
  /** Whether no rate was found for it. */
  readonly isRateMissing?: boolean;
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
  /** Whether billing it can be decided at all. */
  readonly canBeBillable: boolean;
  /** Minutes booked on each day. */
  readonly bookedMinutes: readonly number[];
  /** Bill rate an hour on each day, for those who may see it. */
  readonly rates: readonly (number | undefined)[];
  readonly currency?: string;
  /** Minutes that the project's limit still allows beside the stored ones; absent without a limit. */
  readonly minutesLeft?: number;
  /** Why nothing new can be entered here, e.g. because the project is closed. */
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
  if (one.minutes === 0 && other.minutes === 0) return true;
  return one.isBillable === other.isBillable && one.billableMinutes === other.billableMinutes;
}

/** Minutes that are billed. */
export function billedMinutes({ isBillable, billableMinutes, minutes }: CellValue): number {
  return isBillable ? (billableMinutes ?? minutes) : 0;
}
