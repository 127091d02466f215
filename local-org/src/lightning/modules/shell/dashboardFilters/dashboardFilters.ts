/** The filters of a dashboard: each asks every component whose report has the field. */
import { LightningElement, api } from 'lwc';
import type { DashboardFilter } from '../analytics/client.ts';
import type { ComponentChange, ReportDescription } from '../analytics/dashboardClient.ts';
import type { TypeColumn } from '../analytics/types.ts';
import type { Entry } from '../entryList/entryList.ts';

/** "Up to five filters" on a dashboard. */
const MOST_FILTERS = 5;

type Columns = readonly (readonly [string, TypeColumn])[];

export default class DashboardFilters extends LightningElement {
  @api filters: readonly DashboardFilter[] = [];
  @api components: readonly ComponentChange[] = [];
  /** Of the components' reports, by their ids, as far as they are read. */
  @api descriptions: Readonly<Record<string, ReportDescription>> = {};
  field = '';
  values = '';

  get rows(): readonly Entry[] {
    return this.filters.map(({ name, options }, index) => ({
      key: String(index),
      text: `${name}: ${options.map(({ value, startValue, endValue }) => value ?? `${startValue ?? ''} – ${endValue ?? ''}`).join(', ')}`,
      removeLabel: `Remove the filter ${name}`,
    }));
  }

  get canAdd(): boolean {
    return this.filters.length < MOST_FILTERS && this.components.length > 0;
  }

  private columnsOf({ reportId }: ComponentChange): Columns {
    const type = this.descriptions[reportId ?? '']?.reportTypeMetadata;
    return (type?.categories ?? []).flatMap(({ columns }) => Object.entries(columns));
  }

  /** Fields that mean the same in several reports have one label and one type in all of them. */
  private get fields(): ReadonlyMap<string, TypeColumn> {
    const columns = this.components.flatMap((component) => this.columnsOf(component).map(([, column]) => column));
    return new Map(columns.filter(({ filterable }) => filterable).map((column) => [keyOf(column), column]));
  }

  get fieldOptions(): readonly object[] {
    return [...this.fields]
      .map(([value, { label }]) => ({ label, value }))
      .sort((left, right) => left.label.localeCompare(right.label));
  }

  get hint(): string {
    const column = this.fields.get(this.field);
    if (column === undefined) return '';
    const values = column.filterValues.map(({ name }) => name).join(', ');
    return values !== '' ? values : /^date/.test(column.dataType) ? '2026-01-31, THIS MONTH, LAST 30 DAYS' : '';
  }

  get cannotAdd(): boolean {
    return this.field === '' || this.values.trim() === '';
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    this.field = event.detail.value;
  }

  handleValues(event: CustomEvent<{ value: string }>): void {
    this.values = event.detail.value;
  }

  handleAdd(): void {
    const options = this.values.split(',').map((value) => ({ operation: 'equals', value: value.trim() }));
    const added = { name: this.fields.get(this.field)!.label, options: options.filter(({ value }) => value !== '') };
    const components = this.components.map((component) => {
      const own = this.columnsOf(component).find(([, column]) => keyOf(column) === this.field);
      return withColumns(component, [...this.padded(component), { name: own?.[0] ?? '' }]);
    });
    this.change([...this.filters, added], components);
    this.field = '';
    this.values = '';
  }

  handleRemove(event: CustomEvent<string>): void {
    const removed = Number(event.detail);
    const rest = <T>(list: readonly T[]): T[] => list.filter((_, index) => index !== removed);
    this.change(
      rest(this.filters),
      this.components.map((component) => withColumns(component, rest(this.padded(component)))),
    );
  }

  /** A column for each filter: they are told apart by their places. */
  private padded({ properties }: ComponentChange): { readonly name: string }[] {
    return this.filters.map((_, index) => properties.filterColumns?.[index] ?? { name: '' });
  }

  private change(filters: readonly object[], components: readonly ComponentChange[]): void {
    this.dispatchEvent(new CustomEvent('edit', { detail: { filters, components } }));
  }
}

function keyOf({ label, dataType }: TypeColumn): string {
  return `${dataType}|${label}`;
}

function withColumns(component: ComponentChange, filterColumns: readonly { readonly name: string }[]): ComponentChange {
  return { ...component, properties: { ...component.properties, filterColumns } };
}
