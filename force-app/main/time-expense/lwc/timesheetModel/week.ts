/** The week as `TimesheetController` gives and takes it, and its way into the grid and back. Times are whole minutes. */
import type { Draft, SaveResult } from './drafts';
import type { Sheet, StoredCell, WorkRow } from './sheet';

export type WeekStatus = 'Draft' | 'Submitted' | 'Approved' | 'Rejected';

export interface WeekDay {
  day: string;
  capacityMinutes: number;
  closedBecause?: string | null;
}

export interface WeekRow {
  rowKey: string;
  projectId?: string | null;
  projectName?: string | null;
  accountName?: string | null;
  taskId?: string | null;
  taskName?: string | null;
  assignmentId?: string | null;
  isInternal: boolean;
  isBillable: boolean;
  canBeBillable: boolean;
  bookedMinutes?: number[] | null;
  billRates?: (number | null)[] | null;
  currencyCode?: string | null;
  minutesLeft?: number | null;
  closedBecause?: string | null;
}

export interface WeekCell {
  clientKey?: string | null;
  entryId?: string | null;
  version?: string | null;
  rowKey: string;
  projectId?: string | null;
  taskId?: string | null;
  assignmentId?: string | null;
  day: string;
  minutes?: number | null;
  isBillable?: boolean | null;
  billableMinutes?: number | null;
  notes?: string | null;
  source?: string | null;
  rateStatus?: 'Resolved' | 'Missing' | null;
  billAmount?: number | null;
  rejectionReason?: string | null;
  adjustmentReason?: string | null;
}

export interface WeekClock {
  projectId?: string | null;
  taskId?: string | null;
  assignmentId?: string | null;
  projectName?: string | null;
  taskName?: string | null;
  startedAt: string;
  day: string;
}

export interface Week {
  resourceId: string;
  resourceName: string;
  isOwn: boolean;
  weekStart: string;
  status: WeekStatus;
  isEditable: boolean;
  isRecallable: boolean;
  areAmountsVisible: boolean;
  canAdjust?: boolean | null;
  rejectionReason?: string | null;
  waitingFor?: string | null;
  days: WeekDay[];
  rows: WeekRow[];
  cells: WeekCell[];
  clock?: WeekClock | null;
}

export interface WorkFound {
  rows: WeekRow[];
  cells: WeekCell[];
  isCut: boolean;
}

export interface CellResult {
  outcome: 'Saved' | 'Removed' | 'Conflict' | 'Error';
  cell?: WeekCell | null;
  message?: string | null;
}

export interface WeekSaveResult {
  cells: CellResult[];
}

export function sheetOf(week: Week): Sheet {
  const dayOf = new Map(week.days.map(({ day }, index) => [day, index]));
  return {
    resourceId: week.resourceId,
    lock: lockOf(week),
    days: week.days.map(({ day, capacityMinutes, closedBecause }) => ({
      date: day,
      capacityMinutes,
      lock: closedBecause ?? undefined,
    })),
    rows: week.rows.map(rowOf),
    cells: week.cells.flatMap((cell) => {
      const day = dayOf.get(cell.day);
      return day === undefined ? [] : [{ rowKey: cell.rowKey, day, cell: storedCellOf(cell) }];
    }),
  };
}

function lockOf({ isEditable, isOwn, status, resourceName }: Week): string | undefined {
  if (isEditable) return undefined;
  if (!isOwn) return `This is the week of ${resourceName}.`;
  if (status === 'Submitted') return 'This week is submitted. Recall it to change it.';
  if (status === 'Approved') return 'This week is approved. Time in it is corrected by adjustments.';
  return 'You cannot change this week.';
}

export function rowOf(row: WeekRow): WorkRow {
  const project = row.projectName ?? 'Internal';
  const copy = Number(row.rowKey.split('|').at(-1) ?? 0);
  const title = row.taskName ?? project;
  const client = row.accountName ?? (row.isInternal ? 'Internal work' : '');
  // Projects are often named after their client, which is then no news.
  const context = project.startsWith(client) ? '' : client;
  const parts = [row.taskName ? project : '', context, copy > 0 ? `entry ${copy + 1}` : ''];
  return {
    key: row.rowKey,
    projectId: row.projectId ?? undefined,
    taskId: row.taskId ?? undefined,
    assignmentId: row.assignmentId ?? undefined,
    title,
    subtitle: parts.filter((part) => part !== '').join(' · '),
    isInternal: row.isInternal,
    isBillable: row.isBillable,
    canBeBillable: row.canBeBillable,
    bookedMinutes: row.bookedMinutes ?? [],
    rates: (row.billRates ?? []).map((rate) => rate ?? undefined),
    currency: row.currencyCode ?? undefined,
    minutesLeft: row.minutesLeft ?? undefined,
    lock: row.closedBecause ?? undefined,
  };
}

function storedCellOf(cell: WeekCell): StoredCell {
  return {
    entryId: cell.entryId ?? '',
    clientKey: cell.clientKey ?? undefined,
    version: cell.version ?? '',
    minutes: cell.minutes ?? 0,
    notes: cell.notes ?? '',
    isBillable: cell.isBillable === true,
    billableMinutes: cell.billableMinutes ?? undefined,
    rejection: cell.rejectionReason ?? undefined,
    adjustment: cell.adjustmentReason ?? undefined,
    amount: cell.billAmount ?? undefined,
    isRateMissing: cell.rateStatus === 'Missing',
  };
}

/** What is sent to have a draft saved. */
export function cellOf(draft: Draft, row: WorkRow | undefined, date: string): WeekCell {
  return {
    clientKey: draft.clientKey,
    entryId: draft.base?.entryId ?? null,
    version: draft.base?.version ?? null,
    rowKey: draft.rowKey,
    projectId: row?.projectId ?? null,
    taskId: row?.taskId ?? null,
    assignmentId: row?.assignmentId ?? null,
    day: date,
    minutes: draft.value.minutes,
    isBillable: draft.value.isBillable,
    billableMinutes: draft.value.billableMinutes ?? null,
    notes: draft.value.notes,
    source: draft.source,
  };
}

const OUTCOMES = { Saved: 'saved', Removed: 'saved', Conflict: 'conflict', Error: 'refused' } as const;

/** The server's answers, which stand in the order of what was sent. */
export function resultsOf(sent: readonly Draft[], answers: readonly CellResult[]): SaveResult[] {
  return sent.map((draft, index) => {
    const answer = answers[index] ?? { outcome: 'Error', message: 'This was not saved. Try again.' };
    return {
      draftId: draft.id,
      rowKey: draft.rowKey,
      day: draft.day,
      outcome: OUTCOMES[answer.outcome],
      message: answer.message ?? undefined,
      cell: answer.cell && answer.outcome !== 'Removed' ? storedCellOf(answer.cell) : undefined,
    };
  });
}

/** Whether a call failed because nobody answered, so that trying again can help. */
export function isConnectionLost(error: unknown): boolean {
  if (!navigator.onLine) return true;
  const { status, body } = (error ?? {}) as { status?: number; body?: { message?: string } };
  if (/disconnected or canceled|UNABLE_TO_LOCK_ROW/i.test(body?.message ?? '')) return true;
  return body === undefined || status === undefined || status === 0 || [408, 429, 502, 503, 504].includes(status);
}
