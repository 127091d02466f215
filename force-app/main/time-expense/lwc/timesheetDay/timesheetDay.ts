import { api, LightningElement } from 'lwc';
import {
  formatDate,
  formatDuration,
  RowViews,
  spokenDuration,
  type CellView,
  type RowView,
  type SheetGrid,
} from 'c/timesheetModel';

interface DayTab {
  key: number;
  name: string;
  date: string;
  total: string;
  label: string;
  cssClass: string;
  current?: string;
}

interface LineView {
  key: string;
  row: RowView;
  cell: CellView;
  cssClass: string;
  invalid: string;
  lessLabel: string;
  moreLabel: string;
  noteLabel: string;
  noteClass: string;
  timerClass: string;
  problem?: string;
  isLocked: boolean;
  cannotTime: boolean;
}

const STEP = 15;

/**
 * The week on a narrow screen, one day at a time. Fires the same events as the table: `weekedit`, `weektype`, `celldetails` and
 * `rowaction`.
 */
export default class TimesheetDay extends LightningElement {
  @api grid!: SheetGrid;
  @api locale = 'en-US';
  @api today = '';
  @api showsAmounts = false;
  @api isEditable = false;
  @api runningKey?: string;

  private chosen?: number;
  private readonly views = new RowViews();

  /** Today while the week holds it, else its first day. */
  private get day(): number {
    const today = this.grid.days.findIndex(({ date }) => date === this.today);
    return this.chosen ?? Math.max(today, 0);
  }

  get tabs(): DayTab[] {
    return this.grid.days.map(({ date, capacityMinutes }, day) => {
      const minutes = this.grid.dayMinutes(day);
      const long = formatDate(date, this.locale, { weekday: 'long', month: 'long', day: 'numeric' });
      const classes = ['tab'];
      if (day === this.day) classes.push('tab_current');
      if (date === this.today) classes.push('tab_today');
      if (minutes > capacityMinutes) classes.push('tab_over');
      else if (minutes > 0 && minutes === capacityMinutes) classes.push('tab_full');
      return {
        key: day,
        name: formatDate(date, this.locale, { weekday: 'narrow' }),
        date: formatDate(date, this.locale, { day: 'numeric' }),
        total: minutes === 0 ? '–' : formatDuration(minutes),
        label: `${long}: ${spokenDuration(minutes)}`,
        cssClass: classes.join(' '),
        current: day === this.day ? 'date' : undefined,
      };
    });
  }

  get heading(): string {
    const date = this.grid.days[this.day]?.date ?? '';
    return formatDate(date, this.locale, { weekday: 'long', month: 'long', day: 'numeric' });
  }

  get summary(): string {
    const { capacityMinutes } = this.grid.days[this.day] ?? { capacityMinutes: 0 };
    const minutes = this.grid.dayMinutes(this.day);
    return capacityMinutes === 0
      ? formatDuration(minutes)
      : `${formatDuration(minutes)} of ${formatDuration(capacityMinutes)}`;
  }

  get dayLock(): string | undefined {
    return this.grid.days[this.day]?.lock;
  }

  get dayProblem(): string | undefined {
    return this.grid.dayProblem(this.day);
  }

  get lines(): LineView[] {
    const { locale, today, showsAmounts, isEditable, runningKey, day } = this;
    return this.views.of(this.grid, { locale, today, showsAmounts, isEditable, runningKey }).flatMap((row) => {
      const cell = row.cells[day];
      if (cell === undefined) return [];
      const { problem } = this.grid.cell({ rowKey: row.key, day });
      const noteVerb = cell.hasNote ? 'Note and details' : 'Add a note';
      return [
        {
          key: row.key,
          row,
          cell,
          cssClass: cell.cssClass.replace(/\bcell/g, 'line'),
          invalid: String(cell.isInvalid),
          lessLabel: `A quarter of an hour less: ${row.title}`,
          moreLabel: `A quarter of an hour more: ${row.title}`,
          noteLabel: `${noteVerb}: ${row.title}`,
          noteClass: cell.hasNote ? 'icon icon_on' : 'icon',
          timerClass: row.isRunning ? 'icon icon_running' : 'icon',
          problem,
          isLocked: cell.isLocked,
          cannotTime: !row.canTime,
        },
      ];
    });
  }

  handleDay(event: Event): void {
    this.chosen = Number((event.currentTarget as HTMLElement).dataset.day);
  }

  handleInput(event: Event): void {
    const { rowKey, value } = fieldOf(event);
    this.dispatchEvent(new CustomEvent('weektype', { detail: { edit: { rowKey, day: this.day, text: value } } }));
  }

  handleChange(event: Event): void {
    const { rowKey, value } = fieldOf(event);
    this.tellEdit({ rowKey, text: value });
  }

  handleStep(event: Event): void {
    const { row = '', by } = (event.currentTarget as HTMLElement).dataset;
    const { minutes } = this.grid.cell({ rowKey: row, day: this.day }).value;
    const next = by === 'more' ? (Math.floor(minutes / STEP) + 1) * STEP : (Math.ceil(minutes / STEP) - 1) * STEP;
    this.tellEdit({ rowKey: row, minutes: Math.max(0, next) });
  }

  handleDetails(event: Event): void {
    const { row = '' } = (event.currentTarget as HTMLElement).dataset;
    const detail = { position: { rowKey: row, day: this.day } };
    this.dispatchEvent(new CustomEvent('celldetails', { detail }));
  }

  handleTimer(event: Event): void {
    const { row = '' } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('rowaction', { detail: { rowKey: row, action: 'timer' } }));
  }

  private tellEdit(edit: { rowKey: string; text?: string; minutes?: number }): void {
    const edits = [{ ...edit, day: this.day }];
    this.dispatchEvent(new CustomEvent('weekedit', { detail: { edits } }));
  }
}

function fieldOf(event: Event): { rowKey: string; value: string } {
  const field = event.target as HTMLInputElement;
  return { rowKey: field.dataset.row ?? '', value: field.value };
}
