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
  PARTS,
  shifted,
  shortText,
  unconverted,
  wholeText,
  type Cell,
  type Grid,
  type Grouping,
  type PartKey,
  type Subject,
  type Version,
} from 'c/forecastModel';
import { ForecastView, type Breakdown } from 'c/forecastView';
import type ForecastTable from 'c/forecastTable';
import { withoutNulls } from 'c/withoutNulls';

const MONTHS_SHOWN = 12;
const MONTHS_MOVED = 3;
const ASKED_EVERY = 2000;
const GROUPINGS = [
  { label: 'Client', value: 'client' },
  { label: 'Project', value: 'project' },
  { label: 'Practice', value: 'practice' },
  { label: 'Region', value: 'region' },
];

/** A number of the table. */
interface Place {
  row: string;
  column: string;
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
  openRowId?: string;
  /** The sum whose parts are listed. */
  listed?: Place;
  view?: ForecastView;

  private shown: ReadonlySet<PartKey> = new Set(PARTS.map((part) => part.key));
  private firstMonth: string | null = null;
  private focused?: Place;
  private timer?: ReturnType<typeof setTimeout>;
  private isLoaded = false;
  /** Whether the user may start the very first computation; the server decides in the end. */
  private mayStart = true;

  connectedCallback(): void {
    if (this.recordId !== undefined) this.grouping = 'project';
    this.reload();
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
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
    const hours = this.view?.sum.unratedHours ?? 0;
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

  get totalText(): string {
    return shortText(this.view?.sum.value ?? 0);
  }

  get totalLabel(): string {
    return this.view?.isWhole === false ? 'Of the parts shown' : 'Forecast';
  }

  get openSubject(): Subject | undefined {
    return this.grid?.subjects.find((subject) => subject.cells.some((cell) => cell.rowId === this.openRowId));
  }

  get openCell(): Cell | undefined {
    return this.openSubject?.cells.find((cell) => cell.rowId === this.openRowId);
  }

  get breakdown(): Breakdown | undefined {
    return this.listed === undefined ? undefined : this.view?.breakdown(this.listed.row, this.listed.column);
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
    this.draw();
  }

  /** One part at least is shown. */
  handlePart(event: CustomEvent<PartKey>): void {
    const shown = new Set(this.shown);
    if (!shown.delete(event.detail)) shown.add(event.detail);
    if (shown.size === 0) return;
    this.shown = shown;
    this.draw();
  }

  handleEarlier(): void {
    this.move(-MONTHS_MOVED);
  }

  handleLater(): void {
    this.move(MONTHS_MOVED);
  }

  handleNumber(event: CustomEvent<Place>): void {
    this.focused = event.detail;
    this.open(event.detail);
  }

  handleListed(event: CustomEvent<Place>): void {
    this.open(event.detail);
  }

  handleClose(): void {
    this.openRowId = undefined;
    this.listed = undefined;
    if (this.focused === undefined) return;
    const { row, column } = this.focused;
    this.template!.querySelector<HTMLElement & ForecastTable>('c-forecast-table')?.focusNumber(row, column);
  }

  /** Puts the saved cell in its place, without reading everything again. */
  handleOverride(event: CustomEvent<Cell>): void {
    const changed = event.detail;
    const subjects = this.grid!.subjects.map((subject) => ({
      ...subject,
      cells: subject.cells.map((cell) => (cell.rowId === changed.rowId ? changed : cell)),
    }));
    this.grid = { ...this.grid!, subjects };
    this.draw();
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
  }

  handleFreeze(event: CustomEvent<{ name: string; notes: string }>): void {
    const { name, notes } = event.detail;
    this.act(async () => {
      await freeze({ name, notes });
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
      this.draw();
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
  private open({ row, column }: Place): void {
    const subject = this.grid!.subjects.find(({ recordId }) => recordId === row);
    this.openRowId = subject?.cells.find((cell) => columnOf(cell) === column)?.rowId;
    this.listed = this.openRowId === undefined ? { row, column } : undefined;
  }

  private draw(): void {
    if (this.grid === undefined) return;
    this.view = new ForecastView(this.grid, this.compared, this.grouping, this.shown);
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
}
