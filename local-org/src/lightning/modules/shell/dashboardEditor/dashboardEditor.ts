/** The panel beside a dashboard in which its components are added, moved, sized and changed. Each change is saved at once. */
import { LightningElement, api } from 'lwc';
import type { ColorBreak, DashboardData } from '../analytics/client.ts';
import {
  type ComponentChange,
  type DashboardChanges,
  type DashboardRights,
  describeReport,
  type ReportDescription,
} from '../analytics/dashboardClient.ts';
import { packed, readingOrder, type Size } from '../analytics/gridLayout.ts';
import type { ListEntry } from '../analytics/types.ts';
import { messageOf } from '../errors/errors.ts';
import { appData } from '../http/http.ts';

interface Option {
  readonly label: string;
  readonly value: string;
}

const TYPES: readonly Option[] = [
  { label: 'Metric', value: 'Metric' },
  { label: 'Gauge', value: 'Gauge' },
  { label: 'Bar', value: 'Bar' },
  { label: 'Stacked Bar', value: 'BarStacked' },
  { label: 'Column', value: 'Column' },
  { label: 'Stacked Column', value: 'ColumnStacked' },
  { label: 'Line', value: 'Line' },
  { label: 'Donut', value: 'Donut' },
  { label: 'Funnel', value: 'Funnel' },
  { label: 'Table', value: 'FlexTable' },
];
const WIDTHS: readonly Option[] = [
  { label: 'A quarter', value: '3' },
  { label: 'A third', value: '4' },
  { label: 'Half', value: '6' },
  { label: 'Two thirds', value: '8' },
  { label: 'Full', value: '12' },
];
const HEIGHTS: readonly Option[] = [
  { label: 'Low', value: '5' },
  { label: 'Medium', value: '8' },
  { label: 'High', value: '12' },
];
const VIEWERS: readonly Option[] = [
  { label: 'Me', value: 'SpecifiedUser' },
  { label: 'The dashboard viewer', value: 'LoggedInUser' },
];
const NEW_SIZE: Size = { colspan: 6, rowspan: 8 };
const DEFAULT = '';

export default class DashboardEditor extends LightningElement {
  @api metadata!: DashboardData['dashboardMetadata'];
  @api rights!: DashboardRights;
  reports: readonly ListEntry[] = [];
  problem: string | undefined;
  chosen = 0;
  /** Of the list from which components are added; emptied again, so that a report can be added twice. */
  addedReport = '';
  descriptions: Readonly<Record<string, ReportDescription>> = {};
  readonly types = TYPES;
  readonly viewers = VIEWERS;

  connectedCallback(): void {
    void this.attempt(async () => {
      this.reports = (await appData<{ readonly items: readonly ListEntry[] }>('analytics/reports')).items;
      await this.describe();
    });
  }

  private get order(): readonly number[] {
    return readingOrder(this.metadata.layout.components);
  }

  get components(): DashboardData['dashboardMetadata']['components'] {
    return this.order.map((index) => this.metadata.components[index]!);
  }

  private get sizes(): readonly Size[] {
    return this.order.map((index) => this.metadata.layout.components[index]!);
  }

  get reportOptions(): readonly Option[] {
    return this.reports.map(({ id, name, folderName }) => ({ label: `${name} (${folderName})`, value: id }));
  }

  get folderOptions(): readonly Option[] {
    return this.rights.folders.map(({ id, name }) => ({ label: name, value: id }));
  }

  get componentOptions(): readonly Option[] {
    return this.components.map(({ header, title }, index) => ({
      label: `${index + 1}. ${header ?? title ?? 'Component'}`,
      value: String(index),
    }));
  }

  get chosenValue(): string {
    return String(this.chosen);
  }

  get component() {
    return this.components[this.chosen];
  }

  get header(): string {
    return this.component?.header ?? '';
  }

  get footer(): string {
    return this.component?.footer ?? '';
  }

  get visualizationType(): string {
    return this.component?.properties.visualizationType ?? '';
  }

  private get description(): ReportDescription | undefined {
    return this.descriptions[this.component?.reportId ?? ''];
  }

  get measures(): readonly Option[] {
    const info = this.description?.reportExtendedMetadata.aggregateColumnInfo ?? {};
    return [
      { label: 'As in the report', value: DEFAULT },
      ...Object.entries(info).map(([value, { label }]) => ({ label, value })),
    ];
  }

  get measure(): string {
    const [first, ...others] = this.component?.properties.aggregates ?? [];
    return others.length > 0 ? DEFAULT : (first?.name ?? DEFAULT);
  }

  get groups(): readonly Option[] {
    const info = this.description?.reportExtendedMetadata.groupingColumnInfo ?? {};
    return [
      { label: 'As in the report', value: DEFAULT },
      ...Object.entries(info).map(([value, { label }]) => ({ label, value })),
    ];
  }

  get group(): string {
    return this.component?.properties.groupings[0]?.name ?? DEFAULT;
  }

  get widths(): readonly Option[] {
    return withOther(WIDTHS, this.width, 'columns');
  }

  get width(): string {
    return String(this.sizes[this.chosen]?.colspan ?? '');
  }

  get heights(): readonly Option[] {
    return withOther(HEIGHTS, this.height, 'rows');
  }

  get height(): string {
    return String(this.sizes[this.chosen]?.rowspan ?? '');
  }

  get isFirst(): boolean {
    return this.chosen === 0;
  }

  get isLast(): boolean {
    return this.chosen >= this.components.length - 1;
  }

  get folderId(): string {
    return this.metadata.folderId;
  }

  handleChoose(event: CustomEvent<{ value: string }>): void {
    this.chosen = Number(event.detail.value);
    void this.attempt(() => this.describe());
  }

  handleDashboard(event: CustomEvent<{ value: string }> | Event): void {
    const { name, value } = event.target as HTMLElement & { name: string; value: string };
    this.change({ [name]: value });
  }

  handleText(event: Event): void {
    const { name, value } = event.target as HTMLElement & { name: string; value: string };
    this.changeChosen({ [name]: value === '' ? null : value });
  }

  handleType(event: CustomEvent<{ value: string }>): void {
    this.changeChosen({ properties: { ...this.component!.properties, visualizationType: event.detail.value } });
  }

  handleMeasure(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    const aggregates = value === DEFAULT ? [] : [{ name: value }];
    this.changeChosen({ properties: { ...this.component!.properties, aggregates } });
  }

  handleGroup(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    const groupings = value === DEFAULT ? [] : [{ name: value }];
    this.changeChosen({ properties: { ...this.component!.properties, groupings } });
  }

  /** Numbers alone are coloured by their size. */
  get isNumber(): boolean {
    return this.visualizationType === 'Metric' || this.visualizationType === 'Gauge';
  }

  get breaks(): readonly ColorBreak[] {
    return this.component?.properties.visualizationProperties.breakPoints[0]?.breaks ?? [];
  }

  handleColors({ detail }: CustomEvent<{ breaks: readonly ColorBreak[] }>): void {
    const { properties } = this.component!;
    const [known] = properties.visualizationProperties.breakPoints;
    const aggregateName = known?.aggregateName ?? properties.aggregates[0]?.name ?? 'RowCount';
    const breakPoints = detail.breaks.length === 0 ? [] : [{ aggregateName, breaks: detail.breaks }];
    const visualizationProperties = { ...properties.visualizationProperties, breakPoints };
    this.changeChosen({ properties: { ...properties, visualizationProperties } });
  }

  handleFilters({ detail }: CustomEvent<Required<Pick<DashboardChanges, 'filters' | 'components'>>>): void {
    this.change({ ...detail, layout: { components: packed(this.sizes) } });
  }

  handleSize(event: CustomEvent<{ value: string }>): void {
    const { name } = event.target as HTMLElement & { name: 'colspan' | 'rowspan' };
    const sizes = this.sizes.map((size, index) =>
      index === this.chosen ? { ...size, [name]: Number(event.detail.value) } : size,
    );
    this.place(this.components, sizes);
  }

  async handleAdd(event: CustomEvent<{ value: string }>): Promise<void> {
    this.addedReport = event.detail.value;
    const report = this.reports.find(({ id }) => id === event.detail.value);
    const added: ComponentChange = {
      header: report?.name ?? '',
      reportId: event.detail.value,
      properties: { visualizationType: report?.format === 'Tabular' ? 'FlexTable' : 'Bar' },
    };
    this.chosen = this.components.length;
    this.place([...this.components, added], [...this.sizes, NEW_SIZE]);
    await Promise.resolve();
    this.addedReport = '';
  }

  handleRemove(): void {
    const rest = <T>(list: readonly T[]): T[] => list.filter((_, index) => index !== this.chosen);
    const [components, sizes] = [rest(this.components), rest(this.sizes)];
    this.chosen = Math.max(0, this.chosen - 1);
    this.place(components, sizes);
  }

  handleMove(event: Event): void {
    const to = this.chosen + Number((event.currentTarget as HTMLElement).dataset.step);
    const moved = <T>(list: readonly T[]): T[] => {
      const others = list.filter((_, index) => index !== this.chosen);
      return [...others.slice(0, to), list[this.chosen]!, ...others.slice(to)];
    };
    const [components, sizes] = [moved(this.components), moved(this.sizes)];
    this.chosen = to;
    this.place(components, sizes);
  }

  private changeChosen(changes: Partial<ComponentChange>): void {
    const components = this.components.map((one, index) => (index === this.chosen ? { ...one, ...changes } : one));
    this.place(components, this.sizes);
  }

  private place(components: readonly ComponentChange[], sizes: readonly Size[]): void {
    this.change({ components, layout: { components: packed(sizes) } });
  }

  /** Not called `change`: events of that name come up from the inputs, too. */
  private change(detail: DashboardChanges): void {
    this.dispatchEvent(new CustomEvent('edit', { detail }));
    void this.attempt(() => this.describe());
  }

  /** Reads what the components' reports can show. One that cannot be described is in the way of its own component only. */
  private async describe(): Promise<void> {
    const ids = new Set(this.components.flatMap(({ reportId }) => reportId ?? []));
    for (const id of ids) {
      if (this.descriptions[id] !== undefined) continue;
      try {
        const description = await describeReport(id);
        this.descriptions = { ...this.descriptions, [id]: description };
      } catch (error) {
        if (id === this.component?.reportId) throw error;
      }
    }
  }

  private async attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
      this.problem = undefined;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}

/** A size that none of the options has is shown as it is. */
function withOther(options: readonly Option[], value: string, unit: string): readonly Option[] {
  return value === '' || options.some((one) => one.value === value)
    ? options
    : [...options, { label: `${value} ${unit}`, value }];
}
