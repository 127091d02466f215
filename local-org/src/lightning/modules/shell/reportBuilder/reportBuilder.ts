/** The panel beside a report in which its groups, columns, filters and order are changed. */
import { LightningElement, api } from 'lwc';
import { reportType, type Changes } from '../analytics/client.ts';
import {
  type FilterMetadata,
  type GroupingMetadata,
  NUMBERS,
  type ReportMetadata,
  type ReportTypeMetadata,
  type TypeColumn,
} from '../analytics/types.ts';
import { messageOf } from '../errors/errors.ts';

const GRANULARITIES = ['Day', 'Week', 'Month', 'Quarter', 'Year', 'FiscalQuarter', 'FiscalYear'];
const NONE = '';

type Side = 'groupingsDown' | 'groupingsAcross';

interface Option {
  readonly label: string;
  readonly value: string;
}

export default class ReportBuilder extends LightningElement {
  type: ReportTypeMetadata | undefined;
  problem: string | undefined;
  newFilter: { column: string; operator: string; value: string } = { column: NONE, operator: 'equals', value: '' };
  /** Columns that the report has and its type does not list. */
  @api labels: Readonly<Record<string, { readonly label: string; readonly dataType: string }>> = {};
  /** What the sums of the report are called. */
  @api sumLabels: Readonly<Record<string, { readonly label: string }>> = {};
  private shown: ReportMetadata | undefined;

  @api get metadata(): ReportMetadata {
    return this.shown!;
  }

  set metadata(metadata: ReportMetadata) {
    const isOther = metadata.reportType.type !== this.shown?.reportType.type;
    this.shown = metadata;
    if (isOther) void this.readType();
  }

  private async readType(): Promise<void> {
    try {
      this.type = await reportType(this.metadata.reportType.type);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  private columnsOfType(): Map<string, TypeColumn> {
    return new Map((this.type?.categories ?? []).flatMap(({ columns }) => Object.entries(columns)));
  }

  private labelOf(name: string): string {
    return this.columnsOfType().get(name)?.label ?? this.labels[name]?.label ?? name;
  }

  private typeOf(name: string): string {
    return (this.columnsOfType().get(name) ?? this.labels[name])?.dataType ?? '';
  }

  private optionsWithout(names: readonly string[]): readonly Option[] {
    return (this.type?.categories ?? []).flatMap(({ label: section, columns }) =>
      Object.entries(columns)
        .filter(([name]) => !names.includes(name))
        .map(([value, { label }]) => ({ value, label: `${section}: ${label}` })),
    );
  }

  get columnOptions(): readonly Option[] {
    return this.optionsWithout(this.metadata.detailColumns);
  }

  get groupOptions(): readonly Option[] {
    const { groupingsDown, groupingsAcross } = this.metadata;
    return this.optionsWithout([...groupingsDown, ...groupingsAcross].map(({ name }) => name));
  }

  get filterOptions(): readonly Option[] {
    return this.optionsWithout([]);
  }

  get groups(): readonly object[] {
    return this.shownGroups('groupingsDown');
  }

  get groupsAcross(): readonly object[] {
    return this.shownGroups('groupingsAcross');
  }

  private shownGroups(side: Side): readonly object[] {
    return this.metadata[side].map(({ name, dateGranularity, sortAggregate, sortOrder }, index) => {
      const isDate = /^date/.test(this.typeOf(name));
      const label = this.labelOf(name);
      return {
        key: name,
        side,
        index,
        label,
        isDate,
        granularity: dateGranularity === 'None' ? 'Day' : dateGranularity,
        granularityLabel: `Period of ${label}`,
        removeLabel: `Remove the group ${label}`,
        options: GRANULARITIES.map((value) => ({ value, label: value.replace(/(?<=[a-z])(?=[A-Z])/, ' ') })),
        order: `${sortOrder}|${sortAggregate ?? NONE}`,
        orderLabel: `Order of ${label}`,
        orders: this.ordersOf(label),
      };
    });
  }

  /** By the group itself or by one of the sums, up or down. */
  private ordersOf(label: string): readonly Option[] {
    const sums = this.metadata.aggregates.map((name) => [name, this.sumLabels[name]?.label ?? name] as const);
    return [[NONE, label] as const, ...sums].flatMap(([name, text]) => [
      { value: `Asc|${name}`, label: `${text} ↑` },
      { value: `Desc|${name}`, label: `${text} ↓` },
    ]);
  }

  get columns(): readonly object[] {
    const { detailColumns, aggregates } = this.metadata;
    return detailColumns.map((name, index) => {
      const label = this.labelOf(name);
      return {
        key: name,
        index,
        label,
        isNumber: NUMBERS.has(this.typeOf(name)),
        isSummed: aggregates.includes(`s!${name}`),
        sumLabel: `Sum of ${label}`,
        upLabel: `Move ${label} up`,
        isFirst: index === 0,
        removeLabel: `Remove the column ${label}`,
      };
    });
  }

  get filters(): readonly object[] {
    return this.metadata.reportFilters.map((filter, index) => {
      const text = `${index + 1}. ${this.labelOf(filter.column)} ${this.operatorLabel(filter)} ${filter.value === '' ? '(empty)' : filter.value}`;
      return { key: `${index}.${text}`, index, text, removeLabel: `Remove the filter ${text}` };
    });
  }

  private operatorLabel({ operator }: FilterMetadata): string {
    const all = Object.values(this.type?.dataTypeFilterOperatorMap ?? {}).flat();
    return all.find(({ name }) => name === operator)?.label ?? operator;
  }

  get operators(): readonly Option[] {
    const dataType = this.columnsOfType().get(this.newFilter.column)?.dataType ?? 'string';
    const map = this.type?.dataTypeFilterOperatorMap ?? {};
    return (map[dataType] ?? map.string ?? []).map(({ name, label }) => ({ value: name, label }));
  }

  get hint(): string {
    const column = this.columnsOfType().get(this.newFilter.column);
    if (column === undefined) return '';
    if (column.filterValues.length > 0) return column.filterValues.map(({ name }) => name).join(', ');
    return /^date/.test(column.dataType)
      ? '2026-01-31, THIS MONTH, LAST 30 DAYS'
      : 'Several values: separate by commas';
  }

  get cannotAddFilter(): boolean {
    return this.newFilter.column === NONE;
  }

  get sortOptions(): readonly Option[] {
    return [
      { value: NONE, label: '--None--' },
      ...this.metadata.detailColumns.map((value) => ({ value, label: this.labelOf(value) })),
    ];
  }

  get sortColumn(): string {
    return this.metadata.sortBy[0]?.sortColumn ?? NONE;
  }

  get isDescending(): boolean {
    return this.metadata.sortBy[0]?.sortOrder === 'Desc';
  }

  handleAddGroup(event: CustomEvent<{ value: string }>): void {
    const side = sideOf(event);
    const added: GroupingMetadata = { name: event.detail.value, dateGranularity: 'None', sortOrder: 'Asc' };
    this.change({ [side]: [...this.metadata[side], added] });
  }

  handleRemoveGroup(event: Event): void {
    const side = sideOf(event);
    const removed = indexOf(event);
    this.change({ [side]: this.metadata[side].filter((_, index) => index !== removed) });
  }

  handleGranularity(event: CustomEvent<{ value: string }>): void {
    this.changeGroup(event, { dateGranularity: event.detail.value });
  }

  handleOrder(event: CustomEvent<{ value: string }>): void {
    const [sortOrder = 'Asc', sortAggregate = NONE] = event.detail.value.split(/\|(.*)/s);
    this.changeGroup(event, { sortOrder, sortAggregate: sortAggregate === NONE ? null : sortAggregate });
  }

  private changeGroup(event: Event, changes: Partial<GroupingMetadata>): void {
    const side = sideOf(event);
    const changed = indexOf(event);
    this.change({
      [side]: this.metadata[side].map((group, index) => (index === changed ? { ...group, ...changes } : group)),
    });
  }

  handleAddColumn(event: CustomEvent<{ value: string }>): void {
    this.change({ detailColumns: [...this.metadata.detailColumns, event.detail.value] });
  }

  handleRemoveColumn(event: Event): void {
    const name = this.metadata.detailColumns[indexOf(event)];
    this.change({
      detailColumns: this.metadata.detailColumns.filter((one) => one !== name),
      aggregates: this.metadata.aggregates.filter((one) => one !== `s!${name}`),
    });
  }

  handleUp(event: Event): void {
    const columns = [...this.metadata.detailColumns];
    const index = indexOf(event);
    const [moved] = columns.splice(index, 1);
    if (moved !== undefined) columns.splice(index - 1, 0, moved);
    this.change({ detailColumns: columns });
  }

  handleSum(event: CustomEvent<{ checked: boolean }>): void {
    const name = `s!${this.metadata.detailColumns[indexOf(event)]}`;
    const others = this.metadata.aggregates.filter((one) => one !== name);
    this.change({ aggregates: event.detail.checked ? [name, ...others] : others });
  }

  handleRemoveFilter(event: Event): void {
    const removed = indexOf(event);
    // A logic that numbers the filters is of no use to fewer of them.
    this.change({
      reportFilters: this.metadata.reportFilters.filter((_, index) => index !== removed),
      reportBooleanFilter: null,
    });
  }

  get filterLogic(): string {
    return this.metadata.reportBooleanFilter ?? '';
  }

  /** Which filters are joined how means something for two and more. */
  get hasLogic(): boolean {
    return this.metadata.reportFilters.length > 1;
  }

  handleLogic(event: Event): void {
    const { value } = event.target as HTMLElement & { value: string };
    this.change({ reportBooleanFilter: value.trim() === '' ? null : value });
  }

  handleFilterPart(event: CustomEvent<{ value: string }>): void {
    const { name } = event.target as HTMLElement & { name: string };
    this.newFilter = { ...this.newFilter, [name]: event.detail.value };
  }

  handleAddFilter(): void {
    const { reportFilters, reportBooleanFilter } = this.metadata;
    this.change({
      reportFilters: [...reportFilters, { ...this.newFilter, filterType: 'fieldValue' }],
      reportBooleanFilter:
        reportBooleanFilter === null ? null : `(${reportBooleanFilter}) AND ${reportFilters.length + 1}`,
    });
    this.newFilter = { column: NONE, operator: 'equals', value: '' };
  }

  handleSort(event: CustomEvent<{ value: string }>): void {
    this.sort(event.detail.value, this.isDescending);
  }

  handleDescending(event: CustomEvent<{ checked: boolean }>): void {
    this.sort(this.sortColumn, event.detail.checked);
  }

  private sort(sortColumn: string, isDescending: boolean): void {
    this.change({ sortBy: sortColumn === NONE ? [] : [{ sortColumn, sortOrder: isDescending ? 'Desc' : 'Asc' }] });
  }

  /** Not called `change`: events of that name come up from the inputs, too. */
  private change(detail: Changes): void {
    this.dispatchEvent(new CustomEvent('edit', { detail }));
  }
}

function sideOf(event: Event): Side {
  return (event.currentTarget as HTMLElement).dataset.side as Side;
}

function indexOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset.index);
}
