/** What a table of the forecast shows: columns, rows and numbers as texts, and what each of them is made of. */
import {
  emptyTally,
  monthLabel,
  PARTS,
  rowsBy,
  shortText,
  TOTAL,
  UNDATED,
  wholeText,
  withSubjectsOf,
  type Grid,
  type Grouping,
  type PartKey,
  type Row,
  type Tally,
} from 'c/forecastModel';

export interface Segment {
  key: string;
  style: string;
  class: string;
}

export interface ColumnView {
  key: string;
  label: string;
  class: string;
  segments: Segment[];
  bar: string;
}

export interface CellView {
  key: string;
  column: string;
  row: string;
  class: string;
  text: string;
  label: string;
  isOverridden: boolean;
  hasWarning: boolean;
  delta: string;
  deltaClass: string;
  bar: string;
  segments: Segment[];
}

export interface RowView {
  key: string;
  class: string;
  name: string;
  isGroup: boolean;
  isExpanded: boolean;
  icon: string;
  toggleLabel: string;
  /** Of a subject. */
  url?: string;
  kind?: string;
  cells: CellView[];
}

/** A part of the legend, which can be switched off. */
export interface PartView {
  key: PartKey;
  label: string;
  hint: string;
  amount: string;
  class: string;
  swatch: string;
  pressed: string;
}

/** What a sum is made of; each item leads to a number of its own. */
export interface Breakdown {
  title: string;
  items: { key: string; name: string; amount: string; column: string; row: string }[];
}

const HIDDEN_PIPELINE = 'You may not see the opportunities, so the pipeline is in no total here';
const EVERY_PART: ReadonlySet<PartKey> = new Set(PARTS.map((part) => part.key));

/** Worked out once for a grid, what it is compared with, how it is grouped and which parts are shown. */
export class ForecastView {
  readonly total: Row;
  private readonly grid: Grid;
  private readonly shown: ReadonlySet<PartKey>;
  private readonly columnKeys: readonly string[];
  /** By row and column; undefined where nothing is compared. */
  private readonly others: ReadonlyMap<string, Map<string, Tally>> | undefined;

  constructor(grid: Grid, compared: Grid | undefined, grouping: Grouping, shown: ReadonlySet<PartKey>) {
    this.grid = grid;
    this.shown = shown;
    const subjects = compared === undefined ? grid.subjects : withSubjectsOf(grid.subjects, compared.subjects);
    this.total = rowsBy(grouping, subjects, shown);
    this.others =
      compared === undefined
        ? undefined
        : new Map(everyRow(rowsBy(grouping, compared.subjects, shown)).map((row) => [row.key, row.tallies]));
    const months = grid.months.map((month) => month.startDate);
    this.columnKeys = [TOTAL, ...months, ...(this.total.tallies.has(UNDATED) ? [UNDATED] : [])];
  }

  get sum(): Tally {
    return this.total.tallies.get(TOTAL) ?? emptyTally();
  }

  get isWhole(): boolean {
    return this.shown.size === EVERY_PART.size;
  }

  get columns(): ColumnView[] {
    const tallyOf = (key: string): Tally => this.total.tallies.get(key) ?? emptyTally();
    const highest = Math.max(1, ...this.columnKeys.map((key) => (key === TOTAL ? 0 : sumOf(tallyOf(key)))));
    return this.columnKeys.map((key) => ({
      key,
      label: this.titleOf(key),
      class: `column${this.classOf(key)}`,
      bar: `height:${key === TOTAL ? 0 : Math.round((sumOf(tallyOf(key)) * 100) / highest)}%`,
      segments: key === TOTAL ? [] : segmentsOf(tallyOf(key), 'height'),
    }));
  }

  /** Of each level at most as many rows as the limit says. */
  rows(expanded: ReadonlySet<string>, limit: number): RowView[] {
    const top = this.total.children;
    const widest = largest(top);
    return top.slice(0, limit).flatMap((row) => {
      const isExpanded = expanded.has(row.key);
      const children = isExpanded ? row.children : [];
      const below = largest(children);
      return [
        this.rowOf(row, widest, row.subject === null ? 'group' : 'single', isExpanded),
        ...children.slice(0, limit).map((child) => this.rowOf(child, below, 'child', false)),
      ];
    });
  }

  /** Without bars: it would dwarf all others. */
  get totalRow(): RowView {
    return this.rowOf(this.total, undefined, 'total', false);
  }

  /** Rows beyond the limit. */
  leftOut(expanded: ReadonlySet<string>, limit: number): number {
    const top = this.total.children;
    const open = top.filter((row) => expanded.has(row.key));
    return [top, ...open.map((row) => row.children)].reduce((sum, rows) => sum + Math.max(0, rows.length - limit), 0);
  }

  /** With the amounts of all parts, shown or not. */
  get parts(): PartView[] {
    const whole = this.isWhole ? this.total : rowsBy('project', this.grid.subjects, EVERY_PART);
    const amounts = (whole.tallies.get(TOTAL) ?? emptyTally()).parts;
    const isHidden = (key: PartKey): boolean => key === 'pipeline' && this.grid.hidesPipeline === true;
    return PARTS.map(({ key, label, hint }) => ({
      key,
      label,
      hint: isHidden(key) ? HIDDEN_PIPELINE : hint,
      amount: isHidden(key) ? 'Not shared' : shortText(amounts[key]),
      class: this.shown.has(key) ? 'part' : 'part off',
      swatch: `swatch ${key}`,
      pressed: String(this.shown.has(key)),
    }));
  }

  /** Subjects of a month, the largest first, or the months of one subject; undefined for a row that is not there. */
  breakdown(key: string, column: string): Breakdown | undefined {
    const row = everyRow(this.total).find((candidate) => candidate.key === key);
    if (row === undefined) return undefined;
    const items =
      row.subject === null
        ? leavesOf(row)
            .map((leaf) => ({ name: leaf.name, row: leaf.key, column, cents: leaf.tallies.get(column)?.value ?? 0 }))
            .sort((left, right) => right.cents - left.cents)
        : this.columnKeys
            .filter((shown) => shown !== TOTAL)
            .map((shown) => ({
              name: this.titleOf(shown),
              row: key,
              column: shown,
              cents: row.tallies.get(shown)?.value ?? 0,
            }));
    return {
      title: `${row.name} · ${this.titleOf(column)}`,
      items: items
        .filter(({ cents }) => cents !== 0)
        .map(({ cents, ...item }) => ({ ...item, key: `${item.row} ${item.column}`, amount: wholeText(cents) })),
    };
  }

  private rowOf(row: Row, widest: number | undefined, style: string, isExpanded: boolean): RowView {
    const { subject } = row;
    return {
      key: row.key,
      class: style,
      name: row.name,
      isGroup: style === 'group',
      isExpanded,
      icon: isExpanded ? 'utility:chevrondown' : 'utility:chevronright',
      toggleLabel: `${isExpanded ? 'Collapse' : 'Expand'} ${row.name}`,
      url: subject === null ? undefined : `/${subject.recordId}`,
      kind: subject?.isOpportunity === true ? 'Opportunity' : undefined,
      cells: this.columnKeys.map((column) => this.cellOf(row, column, widest)),
    };
  }

  private cellOf(row: Row, column: string, widest: number | undefined): CellView {
    const tally = row.tallies.get(column);
    const other = this.others?.get(row.key)?.get(column);
    const delta = this.others === undefined ? 0 : (tally?.value ?? 0) - (other?.value ?? 0);
    const text = tally === undefined && other === undefined ? '' : wholeText(tally?.value ?? 0);
    const shift = delta === 0 ? '' : `${delta > 0 ? '+' : ''}${wholeText(delta)}`;
    const hasBar = widest !== undefined && widest > 0 && this.others === undefined && column !== TOTAL;
    return {
      key: `${row.key} ${column}`,
      column,
      row: row.key,
      class: `cell${this.classOf(column)}`,
      text,
      label: `${row.name}, ${this.titleOf(column)}: ${[text, shift].join(' ').trim()}${tally?.isOverridden ? ', overridden' : ''}`,
      isOverridden: tally?.isOverridden === true,
      hasWarning: (tally?.unratedHours ?? 0) > 0,
      delta: shift,
      deltaClass: delta > 0 ? 'delta up' : 'delta down',
      bar: `width:${hasBar ? Math.round((sumOf(tally) * 100) / widest) : 0}%`,
      segments: hasBar && tally !== undefined ? segmentsOf(tally, 'width') : [],
    };
  }

  private classOf(column: string): string {
    if (column === TOTAL) return ' sum';
    return this.grid.months.find((month) => month.startDate === column)?.isOpen === false ? ' closed' : '';
  }

  private titleOf(column: string): string {
    return column === TOTAL ? 'Total' : column === UNDATED ? 'No month' : monthLabel(column);
  }
}

function everyRow(total: Row): Row[] {
  return [total, ...total.children, ...total.children.flatMap((row) => row.children)];
}

function leavesOf(row: Row): Row[] {
  return row.children.flatMap((child) => (child.subject === null ? child.children : [child]));
}

/** All parts shown, whether or not a manager expects something else. */
function sumOf(tally: Tally | undefined): number {
  return tally === undefined ? 0 : PARTS.reduce((sum, { key }) => sum + tally.parts[key], 0);
}

/** The largest amount of a month among rows that stand side by side, for the length of their bars. */
function largest(rows: readonly Row[]): number {
  let found = 0;
  for (const row of rows)
    for (const [column, tally] of row.tallies) if (column !== TOTAL) found = Math.max(found, sumOf(tally));
  return found;
}

function segmentsOf(tally: Tally, side: 'width' | 'height'): Segment[] {
  const sum = sumOf(tally);
  return PARTS.filter(({ key }) => tally.parts[key] > 0).map(({ key }) => ({
    key,
    class: `segment ${key}`,
    style: `${side}:${((tally.parts[key] * 100) / sum).toFixed(2)}%`,
  }));
}
