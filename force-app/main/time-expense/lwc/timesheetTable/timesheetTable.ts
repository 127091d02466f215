import { api, LightningElement } from 'lwc';
import {
  commandOf,
  copyRange,
  editCommandOf,
  fillRight,
  fillTarget,
  formatDate,
  formatDuration,
  formatWorth,
  pasteInto,
  RowViews,
  TIMER_COLUMN,
  TOTAL_COLUMN,
  worthOf,
  type CellEdit,
  type Command,
  type Position,
  type Range,
  type RowView,
  type SheetGrid,
} from 'c/timesheetModel';

interface RowElement extends HTMLElement {
  focusColumn(column: number): void;
  rectOf(column: number): DOMRect | undefined;
}

interface Spot {
  row: number;
  column: number;
}

interface DayView {
  key: string;
  name: string;
  date: string;
  cssClass: string;
  title?: string;
}

interface FootView {
  key: string;
  total: string;
  capacity: string;
  cssClass: string;
  label: string;
  problem?: string;
}

/**
 * The week as an interactive grid ("Grid" of the ARIA Authoring Practices): one tab stop, arrow keys move, typing edits. It
 * never changes the week itself. Fires `weekedit` ({ edits }), `weektype` ({ edit }), `weekcancel`, `weekundo`, `weekredo`,
 * `weekproblems` ({ problems }), `celldetails` ({ position, rect }) and `rowaction` ({ rowKey, action }).
 */
export default class TimesheetTable extends LightningElement {
  @api locale = 'en-US';
  @api today = '';
  @api showsAmounts = false;
  @api isEditable = false;
  @api runningKey?: string;

  private shown!: SheetGrid;
  private readonly views = new RowViews();
  private active: Spot = { row: 0, column: 0 };
  private anchor?: Spot;
  private editText?: string;
  private textBefore = '';
  private isTypedOver = false;
  private focusWanted = false;
  private isReleased = false;

  @api get grid(): SheetGrid {
    return this.shown;
  }

  set grid(grid: SheetGrid) {
    this.shown = grid;
    this.active = this.bounded(this.active);
  }

  /** Puts the focus back on the active cell, e.g. when what was opened from it closes. */
  @api focusCell(): void {
    this.rowElement(this.active.row)?.focusColumn(this.active.column);
  }

  get rows(): { key: string; view: RowView; activeColumn?: number; selection?: string; editText?: string }[] {
    const { firstRow, lastRow, firstDay, lastDay } = this.range;
    const isMany = firstRow !== lastRow || firstDay !== lastDay;
    return this.rowViews.map((view, row) => ({
      key: view.key,
      view,
      activeColumn: row === this.active.row ? this.active.column : undefined,
      selection: isMany && row >= firstRow && row <= lastRow ? `${firstDay}-${lastDay}` : undefined,
      editText: row === this.active.row ? this.editText : undefined,
    }));
  }

  private get rowViews(): RowView[] {
    const { locale, today, showsAmounts, isEditable, runningKey } = this;
    return this.views.of(this.shown, { locale, today, showsAmounts, isEditable, runningKey });
  }

  get days(): DayView[] {
    return this.shown.days.map((day) => {
      const classes = ['day'];
      if (day.capacityMinutes === 0) classes.push('day_off');
      if (day.date === this.today) classes.push('day_today');
      return {
        key: day.date,
        name: formatDate(day.date, this.locale, { weekday: 'short' }),
        date: formatDate(day.date, this.locale, { month: 'short', day: 'numeric' }),
        cssClass: classes.join(' '),
        title: day.lock,
      };
    });
  }

  get feet(): FootView[] {
    return this.shown.days.map(({ date, capacityMinutes }, day) => {
      const minutes = this.shown.dayMinutes(day);
      const problem = this.shown.dayProblem(day);
      return {
        key: date,
        total: formatDuration(minutes),
        capacity: capacityMinutes === 0 ? '' : `of ${formatDuration(capacityMinutes)}`,
        cssClass: `foot foot_${problem === undefined ? fillOf(minutes, capacityMinutes) : 'over'}`,
        label: problem ?? `${formatDuration(minutes)} of ${formatDuration(capacityMinutes)}`,
        problem,
      };
    });
  }

  get weekTotal(): string {
    return formatDuration(this.shown.totalMinutes);
  }

  get weekCapacity(): string {
    return `of ${formatDuration(this.shown.capacityMinutes)}`;
  }

  get weekWorth(): string {
    return this.showsAmounts ? formatWorth(worthOf(this.shown), this.locale) : '';
  }

  get columnCount(): number {
    return this.shown.days.length + 4;
  }

  renderedCallback(): void {
    if (!this.focusWanted) return;
    this.focusWanted = false;
    this.focusCell();
  }

  handleKeyDown(event: KeyboardEvent): void {
    const command = this.editText === undefined ? commandOf(event) : editCommandOf(event, this.isTypedOver);
    if (command === undefined || (this.isOnButton && command.type === 'edit')) return;
    if (this.run(command)) event.preventDefault();
  }

  /** Answers whether the key was used up. */
  private run(command: Command): boolean {
    switch (command.type) {
      case 'move':
        this.move(command.rows, command.days, command.extend);
        return true;
      case 'step':
        return this.step(command.by);
      case 'edit':
        this.open(command.text);
        return true;
      case 'commit':
        this.commit();
        this.goOn(command.then);
        return true;
      case 'cancel':
        this.cancel();
        return true;
      case 'release':
        this.isReleased = true;
        this.anchor = undefined;
        return true;
      case 'clear':
        this.edit(this.positions().map((position) => ({ ...position, text: '', notes: '' })));
        return true;
      case 'fillRight':
        this.fill();
        return true;
      case 'details':
        this.tellDetails(this.active);
        return true;
      case 'selectAll':
        this.anchor = { row: 0, column: 0 };
        this.go({ row: this.shown.rows.length - 1, column: this.shown.days.length - 1 }, true);
        return true;
      default:
        this.dispatchEvent(new CustomEvent(command.type === 'undo' ? 'weekundo' : 'weekredo'));
        return true;
    }
  }

  private get isOnButton(): boolean {
    return this.active.column < 0 || this.active.column === TOTAL_COLUMN;
  }

  private move(rows: number, days: number, extend: boolean): void {
    const { row, column } = this.active;
    if (extend && this.isOnButton) return;
    const first = extend ? 0 : TIMER_COLUMN;
    // Home and End mean the days; the buttons before them are reached by arrow.
    const target = days < -1 ? 0 : Math.max(column + days, first);
    this.go({ row: row + rows, column: Math.min(target, days > 1 ? 6 : TOTAL_COLUMN) }, extend);
  }

  /** From a cell whose text was taken. */
  private goOn(then: Extract<Command, { type: 'commit' }>['then']): void {
    const ahead = then === 'down' || then === 'right' || then === 'next' ? 1 : -1;
    if (then === 'down' || then === 'up') this.move(ahead, 0, false);
    else if (then === 'right' || then === 'left') this.move(0, ahead, false);
    else this.stepOrStay(ahead);
  }

  /** In reading order through the days of all rows; at the ends, and after Escape, the key leaves the grid. */
  private step(by: 1 | -1): boolean {
    if (this.isReleased) return false;
    return this.stepOrStay(by);
  }

  private stepOrStay(by: 1 | -1): boolean {
    const days = this.shown.days.length;
    const column = Math.min(Math.max(this.active.column, by > 0 ? -1 : 0), by > 0 ? days - 1 : days);
    const index = this.active.row * days + column + by;
    if (index < 0 || index >= this.shown.rows.length * days) return false;
    this.go({ row: Math.floor(index / days), column: index % days }, false);
    return true;
  }

  private go(spot: Spot, extend: boolean): void {
    this.anchor = extend ? (this.anchor ?? this.active) : undefined;
    this.active = this.bounded(spot);
    this.isReleased = false;
    this.focusWanted = true;
  }

  private bounded({ row, column }: Spot): Spot {
    const lastRow = Math.max(0, this.shown.rows.length - 1);
    const boundedRow = Math.min(Math.max(row, 0), lastRow);
    if (column !== TOTAL_COLUMN) return { row: boundedRow, column };
    return {
      row: boundedRow,
      column: this.rowViews[boundedRow]?.isRemovable === true ? TOTAL_COLUMN : TOTAL_COLUMN - 1,
    };
  }

  private get range(): Range {
    const other = this.anchor ?? this.active;
    const days = [this.active.column, other.column].map((column) => Math.min(Math.max(column, 0), 6));
    return {
      firstRow: Math.min(this.active.row, other.row),
      lastRow: Math.max(this.active.row, other.row),
      firstDay: Math.min(...days),
      lastDay: Math.max(...days),
    };
  }

  private positions(): Position[] {
    if (this.isOnButton) return [];
    const { firstRow, lastRow, firstDay, lastDay } = this.range;
    return this.shown.rows
      .slice(firstRow, lastRow + 1)
      .flatMap(({ key }) =>
        this.shown.days.flatMap((_, day) => (day >= firstDay && day <= lastDay ? [{ rowKey: key, day }] : [])),
      );
  }

  private positionOf({ row, column }: Spot): Position | undefined {
    const rowKey = this.shown.rows[row]?.key;
    return rowKey === undefined || column < 0 || column > 6 ? undefined : { rowKey, day: column };
  }

  private open(text?: string): void {
    const position = this.positionOf(this.active);
    if (position === undefined) return;
    if (this.shown.lock(position) !== undefined) {
      this.tellDetails(this.active);
      return;
    }
    this.anchor = undefined;
    this.textBefore = this.shown.cell(position).text;
    this.editText = text ?? this.textBefore;
    this.isTypedOver = text !== undefined;
    this.focusWanted = true;
    if (text !== undefined) this.tellTyping(text);
  }

  private commit(): void {
    const position = this.positionOf(this.active);
    const text = this.editText;
    this.editText = undefined;
    this.focusWanted = true;
    if (position === undefined || text === undefined) return;
    if (text === this.textBefore) this.dispatchEvent(new CustomEvent('weekcancel'));
    else this.edit([{ ...position, text }]);
  }

  private cancel(): void {
    this.editText = undefined;
    this.focusWanted = true;
    this.dispatchEvent(new CustomEvent('weekcancel'));
  }

  private fill(): void {
    if (this.isOnButton) return;
    const range = fillTarget(this.shown, this.range);
    this.edit(fillRight(this.shown, range));
  }

  private edit(edits: readonly CellEdit[]): void {
    if (edits.length > 0) this.dispatchEvent(new CustomEvent('weekedit', { detail: { edits } }));
  }

  private tellTyping(text: string): void {
    const position = this.positionOf(this.active);
    if (position !== undefined) {
      this.dispatchEvent(new CustomEvent('weektype', { detail: { edit: { ...position, text } } }));
    }
  }

  private tellDetails(spot: Spot): void {
    const position = this.positionOf(spot);
    if (position === undefined) return;
    const rect = this.rowElement(spot.row)?.rectOf(spot.column);
    this.dispatchEvent(new CustomEvent('celldetails', { detail: { position, rect } }));
  }

  handlePoint(event: CustomEvent<{ rowKey: string; day: number; extend: boolean }>): void {
    const { rowKey, day, extend } = event.detail;
    if (this.editText !== undefined) this.commit();
    this.go({ row: this.indexOf(rowKey), column: day }, extend);
  }

  handleDrag(event: CustomEvent<{ rowKey: string; day: number }>): void {
    const spot = { row: this.indexOf(event.detail.rowKey), column: event.detail.day };
    const isOther = spot.row !== this.active.row || spot.column !== this.active.column;
    if (isOther && this.editText === undefined) this.go(spot, true);
  }

  handleOpen(): void {
    this.open();
  }

  handleType(event: CustomEvent<{ text: string }>): void {
    this.editText = event.detail.text;
    this.tellTyping(event.detail.text);
  }

  handleLeave(): void {
    if (this.editText === undefined) return;
    this.commit();
    this.focusWanted = false;
  }

  handleDetails(event: CustomEvent<{ rowKey: string; day: number }>): void {
    event.stopPropagation();
    const spot = { row: this.indexOf(event.detail.rowKey), column: event.detail.day };
    this.active = spot;
    this.tellDetails(spot);
  }

  handleRowAction(event: CustomEvent<{ rowKey: string; action: string }>): void {
    event.stopPropagation();
    this.active = { ...this.active, row: this.indexOf(event.detail.rowKey) };
    this.dispatchEvent(new CustomEvent('rowaction', { detail: event.detail }));
  }

  handleCopy(event: ClipboardEvent): void {
    if (this.editText !== undefined || this.isOnButton) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', copyRange(this.shown, this.range));
    if (event.type === 'cut') this.run({ type: 'clear' });
  }

  handlePaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isBlock = /[\t\n]/.test(text.trimEnd());
    if (this.isOnButton || (this.editText !== undefined && !isBlock)) return;
    event.preventDefault();
    if (this.editText !== undefined) this.cancel();
    const { edits, problems } = pasteInto(this.shown, this.range, text);
    this.edit(edits);
    this.dispatchEvent(new CustomEvent('weekproblems', { detail: { problems } }));
  }

  private indexOf(rowKey: string): number {
    return this.shown.rows.findIndex((row) => row.key === rowKey);
  }

  private rowElement(row: number): RowElement | undefined {
    return this.template!.querySelectorAll<RowElement>('c-timesheet-row')[row];
  }
}

function fillOf(minutes: number, capacity: number): 'none' | 'under' | 'full' | 'over' {
  if (minutes === 0) return 'none';
  if (minutes === capacity) return 'full';
  return minutes < capacity ? 'under' : 'over';
}
