/** The groups of one side of a report. */
import { LightningElement, api } from 'lwc';
import { type BuilderFields, NONE, type Option } from '../analytics/builderFields.ts';
import type { Changes } from '../analytics/client.ts';
import type { GroupingMetadata, ReportMetadata } from '../analytics/types.ts';

const GRANULARITIES = ['Day', 'Week', 'Month', 'Quarter', 'Year', 'FiscalQuarter', 'FiscalYear'];

export default class ReportGroups extends LightningElement {
  @api label = '';
  @api side: 'groupingsDown' | 'groupingsAcross' = 'groupingsDown';
  @api metadata: ReportMetadata | undefined;
  @api fields: BuilderFields | undefined;
  /** What the sums of the report are called. */
  @api sumLabels: Readonly<Record<string, { readonly label: string }>> = {};

  get options(): readonly Option[] {
    const { groupingsDown, groupingsAcross } = this.metadata!;
    const taken = [...groupingsDown, ...groupingsAcross].map(({ name }) => name);
    return this.fields!.options((name) => !taken.includes(name));
  }

  get groups(): readonly object[] {
    return this.metadata![this.side].map(({ name, dateGranularity, sortAggregate, sortOrder }, index) => {
      const label = this.fields!.labelOf(name);
      return {
        key: name,
        index,
        label,
        isDate: this.fields!.isDate(name),
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
    const sums = this.metadata!.aggregates.map((name) => [name, this.sumLabels[name]?.label ?? name] as const);
    return [[NONE, label] as const, ...sums].flatMap(([name, text]) => [
      { value: `Asc|${name}`, label: `${text} ↑` },
      { value: `Desc|${name}`, label: `${text} ↓` },
    ]);
  }

  handleAdd(event: CustomEvent<{ value: string }>): void {
    const added: GroupingMetadata = { name: event.detail.value, dateGranularity: 'None', sortOrder: 'Asc' };
    this.change([...this.metadata![this.side], added]);
  }

  handleRemove(event: Event): void {
    const removed = indexOf(event);
    this.change(this.metadata![this.side].filter((_, index) => index !== removed));
  }

  handleGranularity(event: CustomEvent<{ value: string }>): void {
    this.changeOne(event, { dateGranularity: event.detail.value });
  }

  handleOrder(event: CustomEvent<{ value: string }>): void {
    const [sortOrder = 'Asc', sortAggregate = NONE] = event.detail.value.split(/\|(.*)/s);
    this.changeOne(event, { sortOrder, sortAggregate: sortAggregate === NONE ? null : sortAggregate });
  }

  private changeOne(event: Event, changes: Partial<GroupingMetadata>): void {
    const changed = indexOf(event);
    this.change(this.metadata![this.side].map((one, index) => (index === changed ? { ...one, ...changes } : one)));
  }

  private change(groups: readonly GroupingMetadata[]): void {
    this.dispatchEvent(new CustomEvent<Changes>('edit', { detail: { [this.side]: groups } }));
  }
}

function indexOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset.index);
}
