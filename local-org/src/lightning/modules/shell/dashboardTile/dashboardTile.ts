/** One component of a dashboard: a chart, a number, a gauge or a table. */
import { LightningElement, api } from 'lwc';
import type { ChartSpec } from '../analytics/chartModel.ts';
import { kindOf } from '../analytics/chartOptions.ts';
import type { ColorBreak, DashboardComponentMetadata, DashboardData } from '../analytics/client.ts';
import { inUnits } from '../analytics/displayUnits.ts';
import { recordCount } from '../analytics/recordCount.ts';
import { inkOn } from '../analytics/tableCells.ts';
import type { Aggregate, ReportRun } from '../analytics/types.ts';
import { goTo, urlOf } from '../router/router.ts';

export default class DashboardTile extends LightningElement {
  @api component: DashboardComponentMetadata | undefined;
  @api data: DashboardData['componentData'][number] | undefined;
  @api filters: readonly object[] = [];

  get title(): string {
    return this.component?.header ?? this.component?.title ?? this.run?.reportMetadata.name ?? 'Component';
  }

  get subtitle(): string {
    const { header = null, title = null } = this.component ?? {};
    return header === null ? '' : (title ?? '');
  }

  get run(): ReportRun | undefined {
    return this.data?.reportResult ?? undefined;
  }

  get problem(): string | undefined {
    return this.data?.status.errorMessage ?? undefined;
  }

  get isEmpty(): boolean {
    return this.run !== undefined && recordCount(this.run) === 0 && !this.isMetric;
  }

  private get type(): string {
    return this.component?.properties.visualizationType ?? '';
  }

  get isChart(): boolean {
    return kindOf(this.type) !== undefined;
  }

  get isMetric(): boolean {
    return this.type === 'Metric';
  }

  get isGauge(): boolean {
    return this.type === 'Gauge';
  }

  get isTable(): boolean {
    return this.type === 'FlexTable' || this.type === 'Table';
  }

  get unbuilt(): string {
    return `Not supported: dashboard components of the type ${this.type}`;
  }

  get spec(): ChartSpec {
    const { properties } = this.component!;
    const groupings = properties.groupings.map(({ name }) => name);
    return {
      type: this.type,
      groupings: groupings.length > 0 ? groupings : this.run!.reportMetadata.groupingsDown.map(({ name }) => name),
      aggregates: properties.aggregates.map(({ name }) => name),
      maxRows: properties.maxRows,
      showValues: properties.visualizationProperties.showValues,
      units: this.units,
    };
  }

  private get total(): Aggregate | undefined {
    const names = Object.keys(this.run?.reportExtendedMetadata.aggregateColumnInfo ?? {});
    const wanted = this.component?.properties.aggregates[0]?.name ?? '';
    return this.run?.factMap['T!T']?.aggregates[Math.max(0, names.indexOf(wanted))];
  }

  private get units(): string | null {
    return this.component!.properties.visualizationProperties.displayUnits;
  }

  get number(): string {
    const { total } = this;
    return total === undefined ? '-' : inUnits(total.label, total.value, this.units);
  }

  /** The number to the cent. */
  get exactNumber(): string {
    return this.total?.label ?? '-';
  }

  private get amount(): number {
    return typeof this.total?.value === 'number' ? this.total.value : 0;
  }

  get metricLabel(): string {
    const name = this.component?.properties.aggregates[0]?.name ?? '';
    const own = this.component?.properties.visualizationProperties.metricLabel;
    return own ?? this.run?.reportExtendedMetadata.aggregateColumnInfo[name]?.label ?? '';
  }

  private get breaks(): readonly ColorBreak[] {
    return this.component!.properties.visualizationProperties.breakPoints[0]?.breaks ?? [];
  }

  /** Bounds between the colours. */
  private get points(): readonly number[] {
    return this.breaks.flatMap(({ upperBound }) => upperBound ?? []);
  }

  private get color(): string | undefined {
    return this.breaks.find(({ upperBound }) => upperBound === null || this.amount < upperBound)?.color;
  }

  get numberStyle(): string {
    const { color } = this;
    return color === undefined ? '' : `background:${color};color:${inkOn(color)}`;
  }

  get gaugeText(): string {
    const { min, max } = this.range;
    const steps = this.points.length === 0 ? '' : `, with steps at ${this.points.join(' and ')}`;
    return `${this.exactNumber} between ${min.toLocaleString()} and ${max.toLocaleString()}${steps}`;
  }

  private get range(): { readonly min: number; readonly max: number } {
    const { gaugeMin, gaugeMax } = this.component!.properties.visualizationProperties;
    return { min: gaugeMin ?? 0, max: gaugeMax ?? (Math.max(this.amount, ...this.points) * 1.25 || 1) };
  }

  /** Where an amount stands between the ends, in percent. */
  private placeOf(amount: number): number {
    const { min, max } = this.range;
    return Math.round(Math.min(1, Math.max(0, (amount - min) / (max - min || 1))) * 1000) / 10;
  }

  /** The colours between the breakpoints. */
  get gaugeTrack(): string {
    const { breaks } = this;
    if (breaks.length === 0) return '';
    const place = (bound: number | null, end: number): number => (bound === null ? end : this.placeOf(bound));
    const steps = breaks.map(
      ({ color, lowerBound, upperBound }) => `${color} ${place(lowerBound, 0)}% ${place(upperBound, 100)}%`,
    );
    return `background:linear-gradient(to right, ${steps.join(', ')})`;
  }

  get gaugeNeedle(): string {
    return this.total?.value === null ? 'display:none' : `left:${this.placeOf(this.amount)}%`;
  }

  get gaugeMarks(): readonly object[] {
    const { min, max } = this.range;
    return [min, ...this.points, max].map((amount, index, all) => ({
      key: String(index),
      text: amount.toLocaleString(),
      style:
        index === 0
          ? 'left:0'
          : index === all.length - 1
            ? 'right:0'
            : `left:${this.placeOf(amount)}%;transform:translateX(-50%)`,
    }));
  }

  get tableAggregates(): readonly string[] {
    const columns = this.component!.properties.visualizationProperties.tableColumns;
    return columns.filter(({ type }) => type === 'aggregate').map(({ column }) => column);
  }

  get hasDetails(): boolean {
    return this.run?.reportMetadata.groupingsDown.length === 0;
  }

  get reportUrl(): string | undefined {
    return this.urlWith(this.filters);
  }

  get reportLabel(): string {
    return `View Report: ${this.run?.reportMetadata.name ?? this.title}`;
  }

  private urlWith(filters: readonly object[]): string | undefined {
    const recordId = this.component?.reportId;
    if (recordId === null || recordId === undefined) return undefined;
    const state: Record<string, string> = filters.length === 0 ? {} : { filters: JSON.stringify(filters) };
    const attributes = { objectApiName: 'Report', recordId, actionName: 'view' };
    return urlOf({ type: 'standard__recordPage', attributes, state });
  }

  /** Opens the report of the group that was clicked; periods have no one value to filter by. */
  handleGroup({ detail }: CustomEvent<{ label: string; value: unknown }>): void {
    const [grouping] = this.run?.reportMetadata.groupingsDown ?? [];
    const info = grouping && this.run?.reportExtendedMetadata.groupingColumnInfo[grouping.name];
    const isPeriod = info === undefined || /^date/.test(info.dataType);
    const value = detail.value === null ? '' : detail.label;
    const own =
      isPeriod || grouping === undefined ? [] : [{ column: grouping.name, operator: 'equals', value: `"${value}"` }];
    const url = this.urlWith([...this.filters, ...own]);
    if (url !== undefined) goTo(url);
  }
}
