import { api, LightningElement } from 'lwc';
import type { ForecastView, RowView } from 'c/forecastView';

/** Rows listed below one another before a reader asks for more. */
const ROWS_SHOWN = 50;
const NARROW = 480;

/**
 * The forecast by row and month. Fires `opennumber` with the `row` and `column` of a number; arrow keys move between numbers,
 * Home and End along a row.
 */
export default class ForecastTable extends LightningElement {
  private expanded: ReadonlySet<string> = new Set();
  private limit = ROWS_SHOWN;
  private isScrolled = false;
  #view?: ForecastView;

  @api
  get view(): ForecastView | undefined {
    return this.#view;
  }
  set view(value: ForecastView | undefined) {
    this.#view = value;
    this.draw();
  }

  columns: ForecastView['columns'] = [];
  sections: { key: string; class: string; rows: RowView[] }[] = [];
  leftOut = 0;

  /** Puts the focus on a number, as after what it opened is closed. */
  @api
  focusNumber(row: string, column: string): void {
    const numbers = [...this.template!.querySelectorAll<HTMLElement>('[data-column]')];
    numbers.find((found) => found.dataset.row === row && found.dataset.column === column)?.focus();
  }

  /** On a phone the months still open come first; those before are a swipe away. */
  renderedCallback(): void {
    const scroller = this.template!.querySelector<HTMLElement>('.scroller');
    const firstOpen = this.template!.querySelector<HTMLElement>('.column:not(.closed, .sum)');
    const name = this.template!.querySelector<HTMLElement>('thead .name');
    if (scroller === null || firstOpen === null || name === null || this.isScrolled) return;
    this.isScrolled = true;
    if (scroller.clientWidth < NARROW) scroller.scrollLeft = firstOpen.offsetLeft - name.offsetWidth;
  }

  get moreLabel(): string {
    return `Show ${this.leftOut} more`;
  }

  handleToggle(event: Event): void {
    const key = (event.currentTarget as HTMLElement).dataset.row!;
    const expanded = new Set(this.expanded);
    if (!expanded.delete(key)) expanded.add(key);
    this.expanded = expanded;
    this.draw();
  }

  handleMore(): void {
    this.limit += ROWS_SHOWN;
    this.draw();
  }

  handleNumber(event: Event): void {
    const { row, column } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('opennumber', { detail: { row, column } }));
  }

  handleKey(event: KeyboardEvent): void {
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
    if (from === null) return;
    const rows = [...this.template!.querySelectorAll<HTMLElement>('[data-cells]')].map((row) => [
      ...row.querySelectorAll<HTMLElement>('[data-column]'),
    ]);
    const y = rows.findIndex((cells) => cells.includes(from));
    const x = rows[y]!.indexOf(from);
    const targets: Record<string, HTMLElement | undefined> = {
      ArrowLeft: rows[y]![x - 1],
      ArrowRight: rows[y]![x + 1],
      ArrowUp: rows[y - 1]?.[x],
      ArrowDown: rows[y + 1]?.[x],
      Home: rows[y]![0],
      End: rows[y]!.at(-1),
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    target.focus();
  }

  private draw(): void {
    if (this.#view === undefined) return;
    this.columns = this.#view.columns;
    this.sections = [
      { key: 'rows', class: 'rows', rows: this.#view.rows(this.expanded, this.limit) },
      { key: 'total', class: 'totals', rows: [this.#view.totalRow] },
    ];
    this.leftOut = this.#view.leftOut(this.expanded, this.limit);
  }
}
