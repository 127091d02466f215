/** A report: its chart, rows and sums, and the changes a user makes to it. */
import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from '../../lightning/platformShowToastEvent/platformShowToastEvent.ts';
import {
  type Changes,
  deleteReport,
  NEW,
  reportPage,
  type ReportPageData,
  runReport,
  saveReport,
  saveReportAs,
} from '../analytics/client.ts';
import type { ChartSpec } from '../analytics/chartModel.ts';
import { confirmDeletion } from '../analytics/confirmDeletion.ts';
import { csvOf, download } from '../analytics/csv.ts';
import { ownChart } from '../analytics/ownChart.ts';
import { recordCount } from '../analytics/recordCount.ts';
import { tableModel } from '../analytics/tableModel.ts';
import type { FilterMetadata, Highlight, ReportMetadata, ReportRun } from '../analytics/types.ts';
import { messageOf } from '../errors/errors.ts';
import { navigate, type PageReference } from '../router/router.ts';
import { setTitle } from '../router/title.ts';

export default class ReportPage extends LightningElement {
  run: ReportRun | undefined;
  problem: unknown;
  refused: string | undefined;
  isRunning = false;
  isEditing = false;
  isNaming = false;
  details = true;
  subtotals = true;
  grandTotal = true;
  showChart = true;
  highlights: readonly Highlight[] = [];
  changes: Changes = {};
  saved: ReportPageData | undefined;
  private shown: PageReference | undefined;
  private newName = '';
  private isRefusalNew = false;

  @api get page(): PageReference {
    return this.shown!;
  }

  set page(page: PageReference) {
    this.shown = page;
    void this.open();
  }

  get reportId(): string {
    return this.shown?.attributes.recordId ?? '';
  }

  private async open(): Promise<void> {
    this.run = undefined;
    this.problem = undefined;
    this.refused = undefined;
    this.changes = {};
    this.isNaming = false;
    const { reportType, filters } = this.shown!.state;
    this.isEditing = this.reportId === NEW;
    try {
      if (this.reportId === NEW) {
        this.saved = undefined;
        this.changes = { reportType: { label: '', type: reportType ?? '' }, name: 'New Report' };
      } else {
        this.saved = await reportPage(this.reportId);
        this.highlights = this.saved.highlights;
        const { metadata } = this.saved;
        this.details = metadata.hasDetailRows;
        this.subtotals = metadata.showSubtotals;
        this.grandTotal = metadata.showGrandTotal;
        if (filters !== undefined) this.changes = this.drilled(metadata, JSON.parse(filters) as FilterMetadata[]);
      }
      this.run = await runReport(this.reportId, this.changes, true);
      setTitle(this.name, 'Report');
    } catch (error) {
      this.problem = error;
    }
  }

  /** The filters that a dashboard has led here with come on top of the report's own. */
  private drilled(metadata: ReportMetadata, filters: readonly FilterMetadata[]): Changes {
    const { reportFilters, reportBooleanFilter } = metadata;
    const numbers = filters.map((_, index) => reportFilters.length + index + 1);
    return {
      reportFilters: [...reportFilters, ...filters],
      ...(reportBooleanFilter === null
        ? {}
        : { reportBooleanFilter: `(${reportBooleanFilter}) AND ${numbers.join(' AND ')}` }),
    };
  }

  /** Who edits far below sees why nothing has changed. */
  renderedCallback(): void {
    if (!this.isRefusalNew || this.refused === undefined) return;
    this.isRefusalNew = false;
    this.template!.querySelector('.messages')?.scrollIntoView({ block: 'nearest' });
  }

  private async rerun(changes: Changes): Promise<void> {
    this.isRunning = true;
    this.refused = undefined;
    try {
      this.run = await runReport(this.reportId, changes, true);
      this.changes = changes;
    } catch (error) {
      this.refused = messageOf(error);
      this.isRefusalNew = true;
    } finally {
      this.isRunning = false;
    }
  }

  get name(): string {
    return this.run?.reportMetadata.name ?? '';
  }

  get typeLabel(): string {
    return `Report: ${this.run?.reportMetadata.reportType.label ?? ''}`;
  }

  get count(): string {
    return `Total Records: ${(this.run === undefined ? 0 : recordCount(this.run)).toLocaleString()}`;
  }

  get cutNote(): string | undefined {
    return this.run?.allData === false && (this.details || this.isFlat)
      ? 'The report has more than 2,000 rows: the first 2,000 are shown, and the sums are of all. Filter it to see others.'
      : undefined;
  }

  get isEmpty(): boolean {
    return this.run !== undefined && recordCount(this.run) === 0;
  }

  get chart(): ChartSpec | undefined {
    return this.run && ownChart(this.run);
  }

  get chartLabel(): string {
    return this.run?.reportMetadata.chart?.title ?? `Chart of ${this.name}`;
  }

  get isChartShown(): boolean {
    return this.showChart && this.chart !== undefined;
  }

  /** Sums that a subscription can compare. */
  get aggregateOptions(): readonly object[] {
    const { aggregateColumnInfo = {} } = this.run?.reportExtendedMetadata ?? {};
    return Object.entries(aggregateColumnInfo).map(([value, { label }]) => ({ label, value }));
  }

  get isFlat(): boolean {
    const { groupingsDown = [], groupingsAcross = [] } = this.run?.reportMetadata ?? {};
    return groupingsDown.length === 0 || groupingsAcross.length > 0;
  }

  get description(): string | null | undefined {
    return this.saved?.entry.description;
  }

  /** What joined reports ask changes with their source only. */
  get canEdit(): boolean {
    return this.run?.reportMetadata.reportFormat !== 'MULTI_BLOCK';
  }

  get canSave(): boolean {
    return this.saved?.entry.editable === true;
  }

  get isChanged(): boolean {
    return Object.keys(this.changes).length > 0;
  }

  get cannotSave(): boolean {
    return !this.isChanged;
  }

  get filterCount(): string {
    const blocks = this.run?.blocks?.length;
    if (blocks !== undefined) return `${blocks} blocks`;
    const { reportFilters = [], standardDateFilter = null } = this.run?.reportMetadata ?? {};
    const { durationValue, startDate, endDate } = standardDateFilter ?? {};
    // A date field without dates leaves all time in.
    const isLimited = (durationValue ?? 'CUSTOM') !== 'CUSTOM' || Boolean(startDate ?? endDate);
    const filters = reportFilters.length + (isLimited ? 1 : 0);
    return filters === 0 ? 'No filters' : filters === 1 ? '1 filter' : `${filters} filters`;
  }

  get bodyClass(): string {
    return this.isEditing ? 'body editing' : 'body';
  }

  get labels(): object {
    const { detailColumnInfo = {}, groupingColumnInfo = {} } = this.run?.reportExtendedMetadata ?? {};
    return { ...groupingColumnInfo, ...detailColumnInfo };
  }

  get sumLabels(): object {
    return this.run?.reportExtendedMetadata.aggregateColumnInfo ?? {};
  }

  get defaultName(): string {
    return this.reportId === NEW ? 'New Report' : `Copy of ${this.name}`.slice(0, 40);
  }

  handleEdit(): void {
    this.isEditing = !this.isEditing;
  }

  handleChange(event: CustomEvent<Changes>): void {
    void this.rerun({ ...this.changes, ...event.detail });
  }

  handleRefresh(): void {
    void this.rerun(this.changes);
  }

  handleToggle(event: CustomEvent<{ checked: boolean }>): void {
    const { name } = event.target as HTMLElement & { name: string };
    this[name as 'details' | 'subtotals' | 'grandTotal' | 'showChart'] = event.detail.checked;
  }

  async handleSave(): Promise<void> {
    await this.attempt(async () => {
      await saveReport(this.reportId, this.changes);
      await this.open();
      this.toast(`${this.name} was saved.`);
    });
  }

  handleSaveAs(): void {
    this.newName = this.defaultName;
    this.isNaming = true;
  }

  handleName(event: CustomEvent<{ value: string }>): void {
    this.newName = event.detail.value;
  }

  handleCancelName(): void {
    this.isNaming = false;
  }

  async handleNamed(): Promise<void> {
    await this.attempt(async () => {
      const recordId = await saveReportAs(this.reportId, { ...this.changes, name: this.newName });
      this.toast(`${this.newName} was saved in your private folder.`);
      navigate({
        type: 'standard__recordPage',
        attributes: { objectApiName: 'Report', recordId, actionName: 'view' },
        state: {},
      });
    });
  }

  async handleDelete(): Promise<void> {
    if (!(await confirmDeletion('Report', this.name))) return;
    await this.attempt(async () => {
      await deleteReport(this.reportId);
      this.toast(`${this.name} was deleted.`);
      navigate({
        type: 'standard__objectPage',
        attributes: { objectApiName: 'Report', actionName: 'home' },
        state: {},
      });
    });
  }

  handleExport(): void {
    const { details, subtotals, grandTotal, highlights } = this;
    const all = { closed: new Set<string>(), aggregates: [], maxGroups: null };
    const model = tableModel(this.run!, { details, subtotals, grandTotal, highlights, ...all });
    download(`${this.name}.csv`, csvOf(model));
  }

  handlePrint(): void {
    window.print();
  }

  private async attempt(action: () => Promise<void>): Promise<void> {
    this.refused = undefined;
    try {
      await action();
    } catch (error) {
      this.refused = messageOf(error);
    }
  }

  private toast(title: string): void {
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
  }
}
