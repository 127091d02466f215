import { api, LightningElement } from 'lwc';
import freeze from '@salesforce/apex/ForecastController.freeze';
import getGrid from '@salesforce/apex/ForecastController.getGrid';
import getVersions from '@salesforce/apex/ForecastController.getVersions';
import recompute from '@salesforce/apex/ForecastController.recompute';
import resume from '@salesforce/apex/ForecastController.resume';
import { errorMessages } from 'c/errorMessages';
import {
  columnOf,
  csvOf,
  emptyTally,
  monthLabel,
  PARTS,
  rowsBy,
  shifted,
  shortText,
  TOTAL,
  unconverted,
  UNDATED,
  wholeText,
  withoutNulls,
  withSubjectsOf,
  type Cell,
  type Grid,
  type Grouping,
  type PartKey,
  type Row,
  type Subject,
  type Tally,
  type Version,
} from 'c/forecastModel';

const MONTHS_SHOWN = 12;
const MONTHS_MOVED = 3;
/** Subjects listed below one another before a reader asks for more. */
const ROWS_SHOWN = 50;
const ASKED_EVERY = 2000;
const NARROW = 480;
const GROUPINGS = [
  { label: 'Client', value: 'client' },
  { label: 'Project', value: 'project' },
  { label: 'Practice', value: 'practice' },
  { label: 'Region', value: 'region' },
];

interface Segment {
  key: string;
  style: string;
  class: string;
}

interface CellView {
  key: string;
  column: string;
  row: string;
  class: string;
  text: string;
  label: string;
  isBlank: boolean;
  isOverridden: boolean;
  hasWarning: boolean;
  delta: string;
  deltaClass: string;
  bar: string;
  segments: Segment[];
}

interface RowView {
  key: string;
  class: string;
  name: string;
  isGroup: boolean;
  isExpanded: boolean;
  icon: string;
  toggleLabel: string;
  url?: string;
  kind?: string;
  cells: CellView[];
}

/**
 * The revenue forecast by month: of one project on its page, else of all projects and opportunities the user may see, by
 * client, project, practice or region. Amounts are in the currency of the firm; each number opens what it is made of.
 */
export default class ForecastGrid extends LightningElement {
  /** The project whose page this is on; without it everything is shown. */
  @api recordId?: string;

  versions: Version[] = [];
  versionId?: string;
  comparedId = '';
  grid?: Grid;
  compared?: Grid;
  errors?: unknown;
  problem = '';
  grouping: Grouping = 'client';
  isFreezing = false;
  isBusy = false;
  freezeName = '';
  freezeNotes = '';
  openRowId?: string;
  listed?: { row: string; column: string };

  private expanded = new Set<string>();
  private shown = new Set<PartKey>(PARTS.map((part) => part.key));
  private firstMonth: string | null = null;
  private limit = ROWS_SHOWN;
  private focused?: string;
  private isScrolled = false;
  private timer?: ReturnType<typeof setTimeout>;

  connectedCallback(): void {
    if (this.recordId !== undefined) this.grouping = 'project';
    this.reload();
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
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

  get isLoading(): boolean {
    return this.grid === undefined && this.errors === undefined && !this.hasNoVersion;
  }

  get hasNoVersion(): boolean {
    return this.versionId === undefined && this.isLoaded;
  }

  get isEmpty(): boolean {
    return this.grid?.subjects.length === 0;
  }

  get version(): Version | undefined {
    return this.versions.find((version) => version.versionId === this.versionId);
  }

  get subtitle(): string {
    const { version, grid } = this;
    if (version === undefined || grid === undefined) return '';
    const state = version.isWorking ? 'Kept up to date' : `Frozen on ${version.takenOn ?? ''}`;
    return `${state} · in ${grid.currencyCode}`;
  }

  get isFrozen(): boolean {
    return this.version?.isWorking === false;
  }

  get notes(): string | undefined {
    return this.version?.notes;
  }

  get mayManage(): boolean {
    return this.recordId === undefined && (this.grid?.mayManage ?? this.mayStart);
  }

  get mayFreeze(): boolean {
    return this.mayManage && this.version?.isWorking === true && this.version.runStatus === 'Completed';
  }

  get versionOptions(): { label: string; value: string }[] {
    return this.versions.map(({ name, versionId }) => ({ label: name, value: versionId }));
  }

  get compareOptions(): { label: string; value: string }[] {
    return [
      { label: 'Nothing', value: '' },
      ...this.versionOptions.filter((option) => option.value !== this.versionId),
    ];
  }

  get hasOtherVersions(): boolean {
    return this.versions.length > 1;
  }

  get groupings(): { label: string; value: string }[] {
    return GROUPINGS;
  }

  get showsGrouping(): boolean {
    return this.recordId === undefined;
  }

  /** The computation at work or interrupted; undefined when it is through. */
  get progress(): { percent: number; text: string; canResume: boolean } | undefined {
    const version = this.versions.find(({ isWorking }) => isWorking);
    if (version?.runStatus === undefined || version.runStatus === 'Completed') return undefined;
    const percent = version.total === 0 ? 0 : Math.floor((version.done * 100) / version.total);
    const text = `${version.done} of ${version.total} projects and opportunities computed`;
    return {
      percent,
      text: version.canResume ? `Interrupted: ${text}` : text,
      canResume: version.canResume && this.mayManage,
    };
  }

  get warnings(): { key: string; text: string }[] {
    const warnings: { key: string; text: string }[] = [];
    const hours = this.total.tallies.get(TOTAL)?.unratedHours ?? 0;
    const codes = unconverted(this.grid?.subjects ?? []);
    if (hours > 0)
      warnings.push({ key: 'hours', text: `${wholeText(hours * 100)} hours have no bill rate and are in no amount.` });
    if (codes.length > 0)
      warnings.push({
        key: 'rates',
        text: `Amounts in ${codes.join(', ')} are in no total: no exchange rate is known.`,
      });
    if (this.grid?.isCut === true)
      warnings.push({ key: 'cut', text: 'There is more than can be shown. Choose fewer months.' });
    if (this.version?.problems)
      warnings.push({ key: 'problems', text: `Could not be computed: ${this.version.problems}` });
    return warnings;
  }

  /** The legend, whose entries switch their part on and off. */
  get parts(): {
    key: PartKey;
    label: string;
    hint: string;
    amount: string;
    class: string;
    swatch: string;
    pressed: string;
  }[] {
    const total = this.fullTotal.tallies.get(TOTAL) ?? emptyTally();
    return PARTS.map(({ key, label, hint }) => ({
      key,
      label,
      hint,
      amount: shortText(total.parts[key]),
      class: this.shown.has(key) ? 'part' : 'part off',
      swatch: `swatch ${key}`,
      pressed: String(this.shown.has(key)),
    }));
  }

  get totalText(): string {
    return shortText(this.total.tallies.get(TOTAL)?.value ?? 0);
  }

  get totalLabel(): string {
    return this.shown.size === PARTS.length ? 'Forecast' : 'Of the parts shown';
  }

  get columns(): { key: string; label: string; class: string; amount: string; segments: Segment[]; bar: string }[] {
    const months = this.columnKeys.filter((key) => key !== TOTAL);
    const highest = Math.max(1, ...months.map((key) => sumOf(this.total.tallies.get(key))));
    return this.columnKeys.map((key) => {
      const tally = this.total.tallies.get(key) ?? emptyTally();
      const isMonth = key !== TOTAL;
      return {
        key,
        label: this.titleOf(key),
        class: key === TOTAL ? 'column sum' : this.isOpen(key) ? 'column' : 'column closed',
        amount: shortText(tally.value),
        bar: `height:${isMonth ? Math.round((sumOf(tally) * 100) / highest) : 0}%`,
        segments: isMonth ? segmentsOf(tally, 'height') : [],
      };
    });
  }

  get rows(): RowView[] {
    const views: RowView[] = [];
    const top = this.total.children;
    for (const row of top.slice(0, this.limit)) {
      const widest = largest(top);
      views.push(this.viewOf(row, widest, 1));
      if (!this.expanded.has(row.key)) continue;
      for (const child of row.children.slice(0, this.limit)) views.push(this.viewOf(child, largest(row.children), 2));
    }
    return views;
  }

  get totalCells(): CellView[] {
    return this.cellsOf(this.total, 0);
  }

  get leftOut(): number {
    const top = this.total.children;
    const open = top.filter((row) => this.expanded.has(row.key));
    return [top, ...open.map((row) => row.children)].reduce(
      (sum, rows) => sum + Math.max(0, rows.length - this.limit),
      0,
    );
  }

  get moreLabel(): string {
    return `Show ${this.leftOut} more`;
  }

  get openSubject(): Subject | undefined {
    return this.grid?.subjects.find((subject) => subject.cells.some((cell) => cell.rowId === this.openRowId));
  }

  get openCell(): Cell | undefined {
    return this.openSubject?.cells.find((cell) => cell.rowId === this.openRowId);
  }

  /** What a sum is made of: subjects of a month, the largest first, or the months of one subject. */
  get list():
    { title: string; items: { key: string; name: string; amount: string; column: string; row: string }[] } | undefined {
    if (this.listed === undefined) return undefined;
    const { row: key, column } = this.listed;
    const everything = [this.total, ...this.total.children, ...this.total.children.flatMap((child) => child.children)];
    const row = everything.find((candidate) => candidate.key === key);
    if (row === undefined) return undefined;
    const items =
      row.subject === null
        ? leavesOf(row)
            .filter((leaf) => leaf.tallies.has(column))
            .sort((left, right) => right.tallies.get(column)!.value - left.tallies.get(column)!.value)
            .map((leaf) => ({ name: leaf.name, row: leaf.key, column, cents: leaf.tallies.get(column)!.value }))
        : this.columnKeys
            .filter((shown) => shown !== TOTAL && row.tallies.has(shown))
            .map((shown) => ({
              name: this.titleOf(shown),
              row: key,
              column: shown,
              cents: row.tallies.get(shown)!.value,
            }));
    return {
      title: `${row.name} · ${this.titleOf(column)}`,
      items: items
        .filter(({ cents }) => cents !== 0)
        .map(({ cents, ...item }) => ({ ...item, key: `${item.row} ${item.column}`, amount: wholeText(cents) })),
    };
  }

  handleVersion(event: CustomEvent<{ value: string }>): void {
    this.versionId = event.detail.value;
    if (this.comparedId === this.versionId) this.comparedId = '';
    this.load();
  }

  handleCompare(event: CustomEvent<{ value: string }>): void {
    this.comparedId = event.detail.value;
    this.load();
  }

  handleGrouping(event: CustomEvent<{ value: string }>): void {
    this.grouping = event.detail.value as Grouping;
    this.limit = ROWS_SHOWN;
  }

  handlePart(event: Event): void {
    const key = (event.currentTarget as HTMLElement).dataset.part as PartKey;
    const shown = new Set(this.shown);
    if (!shown.delete(key)) shown.add(key);
    if (shown.size > 0) this.shown = shown;
  }

  handleToggle(event: Event): void {
    const key = (event.currentTarget as HTMLElement).dataset.row!;
    const expanded = new Set(this.expanded);
    if (!expanded.delete(key)) expanded.add(key);
    this.expanded = expanded;
  }

  handleMore(): void {
    this.limit += ROWS_SHOWN;
  }

  handleEarlier(): void {
    this.move(-MONTHS_MOVED);
  }

  handleLater(): void {
    this.move(MONTHS_MOVED);
  }

  handleCell(event: Event): void {
    const { row, column } = (event.currentTarget as HTMLElement).dataset;
    this.focused = `${row} ${column}`;
    this.open(row!, column!);
  }

  handleListed(event: Event): void {
    const { row, column } = (event.currentTarget as HTMLElement).dataset;
    this.open(row!, column!);
  }

  /** Arrow keys move between numbers, Home and End along a row. */
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

  handleClose(): void {
    this.openRowId = undefined;
    this.listed = undefined;
    const [row, column] = (this.focused ?? '').split(/ (?=\S+$)/);
    const cells = [...this.template!.querySelectorAll<HTMLElement>('[data-column]')];
    cells.find((cell) => cell.dataset.row === row && cell.dataset.column === column)?.focus();
  }

  handleEscape(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleClose();
  }

  /** Puts the saved cell in its place, without reading everything again. */
  handleOverride(event: CustomEvent<Cell>): void {
    const changed = event.detail;
    const subjects = this.grid!.subjects.map((subject) => ({
      ...subject,
      cells: subject.cells.map((cell) => (cell.rowId === changed.rowId ? changed : cell)),
    }));
    this.grid = { ...this.grid!, subjects };
    this.handleClose();
  }

  handleExport(): void {
    const link = document.createElement('a');
    link.href = `data:text/csv;charset=utf-8,%EF%BB%BF${encodeURIComponent(csvOf(this.grid!.subjects))}`;
    link.download = `forecast ${this.version?.name ?? ''}.csv`;
    link.click();
  }

  handleRecompute(): void {
    this.act(() => recompute());
  }

  handleResume(): void {
    this.act(() => resume());
  }

  handleFreezing(): void {
    this.isFreezing = !this.isFreezing;
    this.freezeName = this.isFreezing ? monthLabel(new Date().toISOString().slice(0, 10)) : '';
    this.freezeNotes = '';
  }

  handleFreezeName(event: CustomEvent<{ value: string }>): void {
    this.freezeName = event.detail.value;
  }

  handleFreezeNotes(event: CustomEvent<{ value: string }>): void {
    this.freezeNotes = event.detail.value;
  }

  handleFreeze(): void {
    this.act(async () => {
      await freeze({ name: this.freezeName, notes: this.freezeNotes });
      this.isFreezing = false;
      this.versionId = undefined;
    });
  }

  /** Versions and the grid of the one chosen. */
  async reload(): Promise<void> {
    this.errors = undefined;
    try {
      await this.readVersions();
      await this.load();
    } catch (error) {
      this.errors = error;
    }
  }

  private isLoaded = false;
  /** Whether the user may start the very first computation; the server decides in the end. */
  private mayStart = true;

  private async readVersions(): Promise<void> {
    this.versions = withoutNulls(await getVersions<Version[]>());
    const chosen = this.versions.find(({ versionId }) => versionId === this.versionId) ?? this.versions[0];
    this.versionId = chosen?.versionId;
    this.isLoaded = true;
    this.follow();
  }

  private async load(): Promise<void> {
    if (this.versionId === undefined) return;
    this.errors = undefined;
    try {
      const [grid, compared] = await Promise.all([this.read(this.versionId), this.read(this.comparedId)]);
      this.grid = grid;
      this.compared = compared;
    } catch (error) {
      this.errors = error;
    }
  }

  private async read(versionId: string): Promise<Grid | undefined> {
    if (versionId === '') return undefined;
    const projectId = this.recordId ?? null;
    const { firstMonth } = this;
    return withoutNulls(await getGrid<Grid>({ versionId, projectId, firstMonth, monthCount: MONTHS_SHOWN }));
  }

  /** The rows of one month of a subject; of any sum what it is the sum of. */
  private open(row: string, column: string): void {
    const subject = this.grid!.subjects.find(({ recordId }) => recordId === row);
    this.openRowId = subject?.cells.find((cell) => columnOf(cell) === column)?.rowId;
    this.listed = this.openRowId === undefined ? { row, column } : undefined;
  }

  private move(months: number): void {
    this.firstMonth = shifted(this.grid!.months[0]!.startDate, months);
    this.load();
  }

  private async act(action: () => Promise<unknown>): Promise<void> {
    this.isBusy = true;
    this.problem = '';
    try {
      await action();
      await this.readVersions();
      await this.load();
    } catch (error) {
      this.problem = errorMessages(error).join(' ');
    } finally {
      this.isBusy = false;
    }
  }

  /** Asks again while a computation is at work, and reads the grid when it is through. */
  private follow(): void {
    clearTimeout(this.timer);
    const { progress } = this;
    if (progress === undefined || progress.text.startsWith('Interrupted')) return;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- the next question; cleared when the component leaves
    this.timer = setTimeout(() => {
      this.readVersions()
        .then(() => (this.progress === undefined ? this.load() : undefined))
        .catch((error: unknown) => {
          this.errors = error;
        });
    }, ASKED_EVERY);
  }

  private get subjects(): Subject[] {
    const own = this.grid?.subjects ?? [];
    return this.compared === undefined ? own : withSubjectsOf(own, this.compared.subjects);
  }

  private get total(): Row {
    return rowsBy(this.grouping, this.subjects, this.shown);
  }

  /** With every part, for the legend. */
  private get fullTotal(): Row {
    return rowsBy('project', this.subjects, new Set(PARTS.map((part) => part.key)));
  }

  private get otherTallies(): Map<string, Map<string, Tally>> | undefined {
    if (this.compared === undefined) return undefined;
    const total = rowsBy(this.grouping, this.compared.subjects, this.shown);
    const rows = [total, ...total.children, ...total.children.flatMap((row) => row.children)];
    return new Map(rows.map((row) => [row.key, row.tallies]));
  }

  private get columnKeys(): string[] {
    const months = (this.grid?.months ?? []).map((month) => month.startDate);
    const hasUndated = this.total.tallies.has(UNDATED);
    return [TOTAL, ...months, ...(hasUndated ? [UNDATED] : [])];
  }

  private isOpen(column: string): boolean {
    return this.grid?.months.find((month) => month.startDate === column)?.isOpen ?? true;
  }

  private viewOf(row: Row, widest: number, level: number): RowView {
    const isExpanded = this.expanded.has(row.key);
    const { subject } = row;
    return {
      key: row.key,
      class: level === 2 ? 'child' : subject === null ? 'group' : 'single',
      name: row.name,
      isGroup: subject === null,
      isExpanded,
      icon: isExpanded ? 'utility:chevrondown' : 'utility:chevronright',
      toggleLabel: `${isExpanded ? 'Collapse' : 'Expand'} ${row.name}`,
      url: subject === null ? undefined : `/${subject.recordId}`,
      kind: subject?.isOpportunity === true ? 'Opportunity' : undefined,
      cells: this.cellsOf(row, widest),
    };
  }

  private cellsOf(row: Row, widest: number): CellView[] {
    const others = this.otherTallies;
    return this.columnKeys.map((column, index) => {
      const tally = row.tallies.get(column);
      const other = others?.get(row.key)?.get(column);
      const delta = (tally?.value ?? 0) - (other?.value ?? 0);
      const text = tally === undefined && other === undefined ? '' : wholeText(tally?.value ?? 0);
      const isFirst = row.key === TOTAL && index === 0;
      const shift = others === undefined || delta === 0 ? '' : ` ${delta > 0 ? '+' : ''}${wholeText(delta)}`;
      return {
        key: `${row.key} ${column}`,
        column,
        row: row.key,
        class: column === TOTAL ? 'cell sum' : this.isOpen(column) ? 'cell' : 'cell closed',
        text,
        label: `${row.name}, ${this.titleOf(column)}: ${text}${shift}${tally?.isOverridden ? ', overridden' : ''}`,
        isBlank: text === '',
        isOverridden: tally?.isOverridden === true,
        hasWarning: (tally?.unratedHours ?? 0) > 0,
        delta: shift.trim(),
        deltaClass: delta > 0 ? 'delta up' : 'delta down',
        bar: `width:${widest === 0 || isFirst ? 100 : Math.round((sumOf(tally) * 100) / widest)}%`,
        segments: others === undefined && column !== TOTAL && tally !== undefined ? segmentsOf(tally, 'width') : [],
      };
    });
  }

  private titleOf(column: string): string {
    return column === TOTAL ? 'Total' : column === UNDATED ? 'No month' : monthLabel(column);
  }
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
