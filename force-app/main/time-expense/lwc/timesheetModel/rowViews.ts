/** Rows as they are drawn. A row in which nothing changed stays the same object, so that only what changed is drawn anew. */
import { formatDate } from './days';
import { formatDuration } from './duration';
import type { Cell, SheetGrid } from './grid';
import { formatWorth, worthOf } from './money';
import type { Day, WorkRow } from './sheet';

/** Columns beside the seven days, as positions that the focus can take. */
export const TIMER_COLUMN = -2;
export const BILLING_COLUMN = -1;
export const TOTAL_COLUMN = 7;

export interface CellView {
  readonly day: number;
  readonly text: string;
  readonly label: string;
  readonly title?: string;
  readonly cssClass: string;
  readonly isLocked: boolean;
  readonly isInvalid: boolean;
  readonly hasNote: boolean;
}

export interface RowView {
  readonly key: string;
  readonly title: string;
  readonly subtitle: string;
  /** Why nothing new can be entered here. */
  readonly lock?: string;
  readonly hint?: string;
  readonly total: string;
  readonly worth?: string;
  readonly worthTitle?: string;
  readonly isRunning: boolean;
  readonly canTime: boolean;
  readonly timerLabel: string;
  readonly isBillable: boolean;
  readonly canSwitchBilling: boolean;
  readonly billingLabel: string;
  readonly isRemovable: boolean;
  readonly removeLabel: string;
  readonly cells: readonly CellView[];
}

export interface RowContext {
  readonly locale: string;
  /** Date of today where the user is. */
  readonly today: string;
  readonly showsAmounts: boolean;
  readonly isEditable: boolean;
  /** Row whose clock is running. */
  readonly runningKey?: string;
}

interface Known {
  readonly row: WorkRow;
  readonly cells: readonly Cell[];
  readonly isAdded: boolean;
  readonly isRunning: boolean;
  readonly minutesLeft?: number;
  readonly view: RowView;
}

export class RowViews {
  private context: RowContext = { locale: '', today: '', showsAmounts: false, isEditable: false };
  private days: readonly Day[] = [];
  private dayNames: readonly string[] = [];
  private known = new Map<string, Known>();

  of(grid: SheetGrid, context: RowContext): RowView[] {
    this.take(grid, context);
    const added = new Set(grid.addedRows.map((row) => row.key));
    const isRunning = (row: WorkRow): boolean => row.key === context.runningKey;
    const next = new Map<string, Known>();
    for (const row of grid.rows) next.set(row.key, this.read(grid, row, added.has(row.key), isRunning(row)));
    this.known = next;
    return [...next.values()].map(({ view }) => view);
  }

  /** Another week, or another way to show it, draws every row anew. */
  private take(grid: SheetGrid, context: RowContext): void {
    const { locale, today, showsAmounts, isEditable } = context;
    const former = this.context;
    this.context = context;
    const isSame =
      grid.days === this.days &&
      locale === former.locale &&
      today === former.today &&
      showsAmounts === former.showsAmounts &&
      isEditable === former.isEditable;
    if (isSame) return;
    const format = { weekday: 'long', month: 'short', day: 'numeric' } as const;
    this.days = grid.days;
    this.dayNames = grid.days.map(({ date }) => formatDate(date, locale, format));
    this.known.clear();
  }

  private read(grid: SheetGrid, row: WorkRow, isAdded: boolean, isRunning: boolean): Known {
    const cells = grid.days.map((_, day) => grid.cell({ rowKey: row.key, day }));
    const known = this.known.get(row.key);
    const minutesLeft = grid.minutesLeft(row);
    const isSame =
      known?.row === row &&
      known.isAdded === isAdded &&
      known.isRunning === isRunning &&
      known.minutesLeft === minutesLeft &&
      cells.every((cell, day) => cell === known.cells[day]);
    if (isSame) return known;
    return { row, cells, isAdded, isRunning, minutesLeft, view: this.view(grid, row, cells, isAdded, isRunning) };
  }

  private view(grid: SheetGrid, row: WorkRow, cells: readonly Cell[], isAdded: boolean, isRunning: boolean): RowView {
    const { showsAmounts, isEditable, locale } = this.context;
    const isOpen = isEditable && grid.days.some((_, day) => grid.lock({ rowKey: row.key, day }) === undefined);
    const isBillable = cells.some(({ value }) => value.minutes !== 0)
      ? cells.some(({ value }) => value.minutes !== 0 && value.isBillable)
      : row.isBillable;
    const worth = showsAmounts ? worthOf(grid, [row]) : undefined;
    const missing = worth?.minutesWithoutRate ?? 0;
    const money = worth === undefined ? '' : formatWorth(worth, locale);
    return {
      key: row.key,
      title: row.title,
      subtitle: row.subtitle,
      lock: row.lock,
      hint: limitHint(grid.minutesLeft(row)) ?? bookingHint(row),
      total: formatDuration(grid.rowMinutes(row.key)),
      worth: missing > 0 ? [money, 'no rate'].filter((part) => part !== '').join(' + ') : money,
      worthTitle: missing > 0 ? `${formatDuration(missing)} billable without a rate` : 'Billable by the rates of now',
      isRunning,
      canTime: isRunning || (isOpen && row.lock === undefined),
      timerLabel: `${isRunning ? 'Stop' : 'Start'} the clock for ${row.title}`,
      isBillable: isBillable && row.canBeBillable,
      canSwitchBilling: isOpen && row.canBeBillable,
      billingLabel: row.canBeBillable ? `Billable: ${row.title}` : `${row.title} is not billed`,
      isRemovable: isAdded && isEditable && grid.isEmptyRow(row.key),
      removeLabel: `Take ${row.title} out of this week`,
      cells: cells.map((cell, day) => this.cellView(grid, row, cell, day)),
    };
  }

  private cellView(grid: SheetGrid, row: WorkRow, cell: Cell, day: number): CellView {
    const lock = grid.lock({ rowKey: row.key, day });
    const isConflict = cell.draft?.state === 'conflict';
    const isInvalid = cell.problem !== undefined;
    const rejection = cell.stored?.rejection;
    const { date, capacityMinutes } = grid.days[day] ?? { date: '', capacityMinutes: 0 };
    const classes = ['cell'];
    if (capacityMinutes === 0) classes.push('cell_off');
    if (date === this.context.today) classes.push('cell_today');
    if (lock !== undefined) classes.push('cell_locked');
    if (cell.draft?.state === 'queued') classes.push('cell_pending');
    if (cell.value.minutes !== 0 && !cell.value.isBillable && row.canBeBillable) classes.push('cell_nonbillable');
    if (rejection !== undefined) classes.push('cell_rejected');
    if (isConflict) classes.push('cell_conflict');
    else if (isInvalid) classes.push('cell_invalid');
    const remarks = [
      cell.problem,
      isConflict ? 'Changed in another session: decide above.' : undefined,
      rejection === undefined ? undefined : `Sent back: ${rejection}`,
      lock,
      cell.value.notes === '' ? undefined : `Note: ${cell.value.notes}`,
    ].filter((remark) => remark !== undefined);
    // The name holds what is seen, so that whoever speaks to the computer can say it.
    const time = cell.text === '' ? 'empty' : cell.text;
    const billing = cell.value.minutes !== 0 && row.canBeBillable && !cell.value.isBillable ? ', not billable' : '';
    return {
      day,
      text: cell.text,
      label: [`${this.dayNames[day]}, ${row.title}: ${time}${billing}`, ...remarks].join('. '),
      title: remarks.length === 0 ? undefined : remarks.join('\n'),
      cssClass: classes.join(' '),
      isLocked: lock !== undefined,
      isInvalid,
      hasNote: cell.value.notes !== '',
    };
  }
}

function bookingHint({ bookedMinutes }: WorkRow): string | undefined {
  const booked = bookedMinutes.reduce((sum, minutes) => sum + minutes, 0);
  return booked === 0 ? undefined : `${formatDuration(booked)} booked`;
}

function limitHint(left: number | undefined): string | undefined {
  if (left === undefined) return undefined;
  return left < 0 ? `${formatDuration(-left)} over your limit` : `${formatDuration(left)} left of your limit`;
}
