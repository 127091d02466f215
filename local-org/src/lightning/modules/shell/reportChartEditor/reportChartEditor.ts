/** The chart of a report: what is drawn, of which sum, by which groups. */
import { LightningElement, api } from 'lwc';
import { type BuilderFields, NONE, type Option } from '../analytics/builderFields.ts';
import type { ChartMetadata, ReportMetadata } from '../analytics/types.ts';

/** Names of the Analytics API. Those with a second group draw a series for each of its values. */
const TYPES: readonly string[] = [
  'Horizontal Bar',
  'Vertical Bar',
  'Horizontal Bar Stacked',
  'Vertical Bar Stacked',
  'Horizontal Bar Grouped',
  'Vertical Bar Grouped',
  'Line',
  'Line Cumulative',
  'Line Grouped',
  'Donut',
  'Pie',
  'Funnel',
];

export default class ReportChartEditor extends LightningElement {
  @api metadata: ReportMetadata | undefined;
  @api fields: BuilderFields | undefined;
  /** What the sums of the report are called. */
  @api sumLabels: Readonly<Record<string, { readonly label: string }>> = {};

  private get chart(): ChartMetadata | null {
    return this.metadata!.chart;
  }

  private get groups(): readonly string[] {
    const { groupingsDown, groupingsAcross } = this.metadata!;
    return [...groupingsDown, ...groupingsAcross].map(({ name }) => name);
  }

  get hasNoGroups(): boolean {
    return this.groups.length === 0;
  }

  get isDrawn(): boolean {
    return this.chart !== null;
  }

  get type(): string {
    return this.chart?.chartType ?? NONE;
  }

  get types(): readonly Option[] {
    const known = this.type === NONE || TYPES.includes(this.type) ? TYPES : [...TYPES, this.type];
    return [{ value: NONE, label: '--None--' }, ...known.map((value) => ({ value, label: value }))];
  }

  get title(): string {
    return this.chart?.title ?? '';
  }

  get sum(): string {
    return this.chart?.summaries[0] ?? 'RowCount';
  }

  get sums(): readonly Option[] {
    return this.metadata!.aggregates.map((value) => ({ value, label: this.sumLabels[value]?.label ?? value }));
  }

  get groupOptions(): readonly Option[] {
    return this.groups.map((value) => ({ value, label: this.fields!.labelOf(value) }));
  }

  get seriesOptions(): readonly Option[] {
    return [{ value: NONE, label: '--None--' }, ...this.groupOptions.filter(({ value }) => value !== this.category)];
  }

  get hasSeries(): boolean {
    return this.groups.length > 1;
  }

  get category(): string {
    return this.chart?.groupings[0] ?? this.groups[0] ?? NONE;
  }

  get series(): string {
    return this.chart?.groupings[1] ?? NONE;
  }

  get showsValues(): boolean {
    return this.chart?.showChartValues === true;
  }

  handleType(event: CustomEvent<{ value: string }>): void {
    const chartType = event.detail.value;
    if (chartType === NONE) {
      this.change(null);
      return;
    }
    const none = { title: null, hasLegend: true, showChartValues: false };
    const isSplit = /Grouped|Stacked/.test(chartType);
    const groupings = isSplit ? this.groups.slice(0, 2) : [this.category];
    this.change({ ...none, summaries: [this.sum], ...this.chart, chartType, groupings });
  }

  handleTitle(event: Event): void {
    const { value } = event.target as HTMLElement & { value: string };
    this.change({ ...this.chart!, title: value.trim() === '' ? null : value.trim() });
  }

  handleSum(event: CustomEvent<{ value: string }>): void {
    this.change({ ...this.chart!, summaries: [event.detail.value] });
  }

  handleCategory(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    const others = this.series === NONE || this.series === value ? [] : [this.series];
    this.change({ ...this.chart!, groupings: [value, ...others] });
  }

  handleSeries(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.change({ ...this.chart!, groupings: [this.category, ...(value === NONE ? [] : [value])] });
  }

  handleValues(event: CustomEvent<{ checked: boolean }>): void {
    this.change({ ...this.chart!, showChartValues: event.detail.checked });
  }

  private change(chart: ChartMetadata | null): void {
    this.dispatchEvent(new CustomEvent('edit', { detail: { chart } }));
  }
}
