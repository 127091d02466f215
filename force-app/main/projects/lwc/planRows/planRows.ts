import { api, LightningElement } from 'lwc';
import type { Plan, PlanRow, PlanTask } from 'c/planModel';

type Column = 'name' | 'durationDays' | 'startDate' | 'endDate' | 'percentComplete';

interface ColumnDefinition {
  name: Column;
  label: string;
  inputType: 'text' | 'number' | 'date';
}

const COLUMNS: readonly ColumnDefinition[] = [
  { name: 'name', label: 'Task', inputType: 'text' },
  { name: 'durationDays', label: 'Days', inputType: 'number' },
  { name: 'startDate', label: 'Start', inputType: 'date' },
  { name: 'endDate', label: 'End', inputType: 'date' },
  { name: 'percentComplete', label: '%', inputType: 'number' },
];

interface CellView {
  key: string;
  column: Column;
  label: string;
  text: string;
  value: string;
  inputType: string;
  isName: boolean;
  isEditing: boolean;
  tabIndex: string;
  cellClass: string;
  readOnly: string;
}

interface RowView {
  key: string;
  id: string;
  level: number;
  expanded?: string;
  rowClass: string;
  selected: string;
  wbsCode: string;
  indent: string;
  hasChildren: boolean;
  toggleIcon: string;
  toggleLabel: string;
  isCritical: boolean;
  isViolated: boolean;
  cells: CellView[];
}

/**
 * The outline of a plan as a tree grid, edited in place. Arrow keys move between cells, Enter or F2 edits, Escape gives up,
 * Left and Right on a phase's name close and open it. Fires `taskedit` ({ taskId, field, value }), `tasktoggle` ({ taskId }) and
 * `taskselect` ({ taskId }).
 */
export default class PlanRows extends LightningElement {
  @api plan!: Plan;
  @api rows: PlanRow[] = [];
  @api selectedId?: string;
  /** Locale that dates are shown in. */
  @api locale = 'en-US';

  private focusedColumn = 0;
  private editing?: { id: string; column: Column };
  private focusWanted = false;

  get columns(): readonly ColumnDefinition[] {
    return COLUMNS;
  }

  get rowViews(): RowView[] {
    const focusedRow = this.focusedRow;
    return this.rows.map((row, index) => this.rowView(row, index === focusedRow));
  }

  /** The selected row holds the grid's single tab stop; without a selection the first one does. */
  private get focusedRow(): number {
    return Math.max(
      0,
      this.rows.findIndex((row) => row.task.id === this.selectedId),
    );
  }

  private rowView(row: PlanRow, isFocused: boolean): RowView {
    const { task } = row;
    return {
      key: task.id,
      id: task.id,
      level: row.level,
      expanded: row.hasChildren ? String(row.isExpanded) : undefined,
      rowClass: `row row_${task.type.toLowerCase()}${task.id === this.selectedId ? ' row_selected' : ''}`,
      selected: String(task.id === this.selectedId),
      wbsCode: task.wbsCode ?? '',
      indent: `padding-left:${(row.level - 1) * 16}px`,
      hasChildren: row.hasChildren,
      toggleIcon: row.isExpanded ? 'utility:chevrondown' : 'utility:chevronright',
      toggleLabel: `${row.isExpanded ? 'Close' : 'Open'} ${task.name}`,
      isCritical: task.isCritical && task.type !== 'Phase',
      isViolated: task.isConstraintViolated,
      cells: COLUMNS.map((column, index) => this.cellView(task, column, isFocused && index === this.focusedColumn)),
    };
  }

  private cellView(task: PlanTask, column: ColumnDefinition, hasTabStop: boolean): CellView {
    const isEditing = this.editing?.id === task.id && this.editing.column === column.name;
    return {
      key: column.name,
      column: column.name,
      label: `${column.label} of ${task.name}`,
      text: this.text(task, column.name),
      value: String(task[column.name] ?? ''),
      inputType: column.inputType,
      isName: column.name === 'name',
      isEditing,
      tabIndex: hasTabStop && !isEditing ? '0' : '-1',
      cellClass: `cell cell_${column.inputType}`,
      readOnly: String(!this.isEditable(task, column.name)),
    };
  }

  private text(task: PlanTask, column: Column): string {
    const value = task[column];
    if (value === undefined || value === null) return '';
    if (column === 'startDate' || column === 'endDate') {
      const date = new Date(`${value}T00:00:00Z`);
      return new Intl.DateTimeFormat(this.locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(date);
    }
    return String(value);
  }

  /** The end follows from the duration; a phase follows from its tasks; what has started keeps its start. */
  private isEditable(task: PlanTask, column: Column): boolean {
    if (!this.plan.canEdit || column === 'endDate') return false;
    if (column === 'name') return true;
    if (task.type === 'Phase' || task.status === 'Completed') return false;
    if (column === 'durationDays') return task.type === 'Task';
    if (column === 'startDate') return task.status === 'Not Started';
    return true;
  }

  renderedCallback(): void {
    const input = this.template!.querySelector<HTMLInputElement>('input.edit');
    if (input !== null) {
      if (this.template!.activeElement !== input) {
        input.focus();
        if (input.type !== 'date') input.select();
      }
      return;
    }
    if (!this.focusWanted) return;
    this.focusWanted = false;
    this.template!.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
  }

  handleCellClick(event: MouseEvent): void {
    const cell = event.currentTarget as HTMLElement;
    this.focusedColumn = COLUMNS.findIndex((column) => column.name === cell.dataset.column);
    this.select(cell.dataset.id ?? '');
  }

  handleCellDoubleClick(event: MouseEvent): void {
    const cell = event.currentTarget as HTMLElement;
    this.edit(cell.dataset.id ?? '', cell.dataset.column as Column);
  }

  handleToggle(event: Event): void {
    event.stopPropagation();
    this.toggle((event.currentTarget as HTMLElement).dataset.id ?? '');
  }

  handleKeyDown(event: KeyboardEvent): void {
    if (this.editing !== undefined) return;
    const row = this.rows[this.focusedRow];
    if (row === undefined) return;
    const column = COLUMNS[this.focusedColumn]!;
    const atName = column.name === 'name';
    switch (event.key) {
      case 'ArrowDown':
        this.selectRow(this.focusedRow + 1);
        break;
      case 'ArrowUp':
        this.selectRow(this.focusedRow - 1);
        break;
      case 'Home':
        this.selectRow(0);
        break;
      case 'End':
        this.selectRow(this.rows.length - 1);
        break;
      case 'ArrowRight':
        if (atName && row.hasChildren && !row.isExpanded) this.toggle(row.task.id);
        else this.selectColumn(this.focusedColumn + 1);
        break;
      case 'ArrowLeft':
        if (atName && row.isExpanded) this.toggle(row.task.id);
        else this.selectColumn(this.focusedColumn - 1);
        break;
      case 'Enter':
      case 'F2':
        this.edit(row.task.id, column.name);
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  handleEditKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') this.stopEditing();
    if (event.key === 'Enter') this.commit(event.currentTarget as HTMLInputElement);
  }

  handleEditBlur(event: FocusEvent): void {
    if (this.editing !== undefined) this.commit(event.currentTarget as HTMLInputElement);
  }

  private selectRow(index: number): void {
    const row = this.rows[Math.min(Math.max(index, 0), this.rows.length - 1)];
    this.focusWanted = true;
    if (row !== undefined) this.select(row.task.id);
  }

  private selectColumn(index: number): void {
    this.focusedColumn = Math.min(Math.max(index, 0), COLUMNS.length - 1);
    this.focusWanted = true;
  }

  private edit(id: string, column: Column): void {
    const task = this.rows.find((row) => row.task.id === id)?.task;
    if (task !== undefined && this.isEditable(task, column)) this.editing = { id, column };
  }

  private stopEditing(): void {
    this.editing = undefined;
    this.focusWanted = true;
  }

  /** Hands the value on when it is a new one that makes sense; the server decides the rest. */
  private commit(input: HTMLInputElement): void {
    const editing = this.editing;
    if (editing === undefined) return;
    const task = this.rows.find((row) => row.task.id === editing.id)?.task;
    const raw = input.value.trim();
    this.stopEditing();
    if (task === undefined || raw === '' || raw === String(task[editing.column] ?? '')) return;
    const isNumber = editing.column === 'durationDays' || editing.column === 'percentComplete';
    const value = isNumber ? Number(raw) : raw;
    this.dispatchEvent(new CustomEvent('taskedit', { detail: { taskId: task.id, field: editing.column, value } }));
  }

  private toggle(taskId: string): void {
    this.focusWanted = true;
    this.dispatchEvent(new CustomEvent('tasktoggle', { detail: { taskId } }));
  }

  private select(taskId: string): void {
    this.dispatchEvent(new CustomEvent('taskselect', { detail: { taskId } }));
  }
}
