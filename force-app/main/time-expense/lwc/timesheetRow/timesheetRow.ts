import { api, LightningElement } from 'lwc';
import { BILLING_COLUMN, TIMER_COLUMN, TOTAL_COLUMN, type CellView, type RowView } from 'c/timesheetModel';

/**
 * One row of the timesheet. It draws, and says what the pointer does; the table around it decides. Fires `cellpoint`
 * ({ day, extend }), `celldrag` ({ day }), `cellopen` ({ day }), `celltype` ({ text }), `cellleave`, `celldetails` ({ day }) and
 * `rowaction` ({ action }).
 */
export default class TimesheetRow extends LightningElement {
  @api view!: RowView;
  /** Column that holds the grid's one tab stop, when it is in this row. */
  @api activeColumn?: number;
  /** Days of this row that are selected, `1-3`. */
  @api selection?: string;
  /** What stands in the active cell's field while it is being edited. */
  @api editText?: string;

  get cells(): (CellView & {
    tabIndex: string;
    selected: string;
    invalid: string;
    locked: string;
    isEditing: boolean;
  })[] {
    const [first, last] = (this.selection ?? '8-8').split('-').map(Number) as [number, number];
    return this.view.cells.map((cell) => {
      const isActive = cell.day === this.activeColumn;
      const isSelected = cell.day >= first && cell.day <= last;
      return {
        ...cell,
        cssClass: isSelected ? `${cell.cssClass} cell_selected` : cell.cssClass,
        tabIndex: isActive ? '0' : '-1',
        selected: String(isSelected),
        invalid: String(cell.isInvalid),
        locked: String(cell.isLocked),
        isEditing: isActive && this.editText !== undefined,
      };
    });
  }

  get timerTab(): string {
    return this.activeColumn === TIMER_COLUMN ? '0' : '-1';
  }

  get billingTab(): string {
    return this.activeColumn === BILLING_COLUMN ? '0' : '-1';
  }

  get removeTab(): string {
    return this.activeColumn === TOTAL_COLUMN ? '0' : '-1';
  }

  get timerClass(): string {
    return this.view.isRunning ? 'icon timer timer_running' : 'icon timer';
  }

  get billingClass(): string {
    return this.view.isBillable ? 'icon billing billing_on' : 'icon billing';
  }

  get billingPressed(): string {
    return String(this.view.isBillable);
  }

  get cannotSwitchBilling(): boolean {
    return !this.view.canSwitchBilling;
  }

  get cannotTime(): boolean {
    return !this.view.canTime;
  }

  /** Puts the focus on a column: on the field when it is being edited. */
  @api focusColumn(column: number): void {
    const target = this.template!.querySelector<HTMLElement>('input') ?? this.elementAt(column);
    if (target === null || this.template!.activeElement === target) return;
    target.focus();
    if (target instanceof HTMLInputElement) target.setSelectionRange(target.value.length, target.value.length);
  }

  /** Where a column is on the screen, for what is shown beside it. */
  @api rectOf(column: number): DOMRect | undefined {
    return this.elementAt(column)?.getBoundingClientRect();
  }

  private elementAt(column: number): HTMLElement | null {
    return this.template!.querySelector<HTMLElement>(`[data-column="${column}"]`);
  }

  handleMouseDown(event: MouseEvent): void {
    const day = dayOf(event);
    if (day === undefined || event.button !== 0 || event.target instanceof HTMLInputElement) return;
    this.tell('cellpoint', { day, extend: event.shiftKey });
  }

  handleMouseOver(event: MouseEvent): void {
    const day = dayOf(event);
    if (day !== undefined && event.buttons === 1) this.tell('celldrag', { day });
  }

  handleDoubleClick(event: MouseEvent): void {
    const day = dayOf(event);
    if (day !== undefined && !(event.target instanceof HTMLInputElement)) this.tell('cellopen', { day });
  }

  handleContextMenu(event: MouseEvent): void {
    const day = dayOf(event);
    if (day === undefined || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    this.tell('celldetails', { day });
  }

  handleInput(event: Event): void {
    this.tell('celltype', { text: (event.target as HTMLInputElement).value });
  }

  handleFocusOut(event: FocusEvent): void {
    if (event.target instanceof HTMLInputElement) this.tell('cellleave', {});
  }

  handleAction(event: Event): void {
    this.tell('rowaction', { action: (event.currentTarget as HTMLElement).dataset.action });
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail: { rowKey: this.view.key, ...detail } }));
  }
}

function dayOf(event: Event): number | undefined {
  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-day]');
  return cell === null ? undefined : Number(cell.dataset.day);
}
