/** The columns of a report, which of them are added up, and the order of its rows. */
import { LightningElement, api } from 'lwc';
import { type BuilderFields, NONE, type Option, withoutColumn } from '../analytics/builderFields.ts';
import type { Changes } from '../analytics/client.ts';
import type { ReportMetadata } from '../analytics/types.ts';

export default class ReportColumns extends LightningElement {
  @api metadata: ReportMetadata | undefined;
  @api fields: BuilderFields | undefined;

  get options(): readonly Option[] {
    return this.fields!.options((name) => !this.metadata!.detailColumns.includes(name));
  }

  get columns(): readonly object[] {
    const { detailColumns, aggregates } = this.metadata!;
    return detailColumns.map((name, index) => {
      const label = this.fields!.labelOf(name);
      return {
        key: name,
        index,
        label,
        isNumber: this.fields!.isNumber(name),
        isSummed: aggregates.includes(`s!${name}`),
        sumLabel: `Sum of ${label}`,
        upLabel: `Move ${label} up`,
        isFirst: index === 0,
        removeLabel: `Remove the column ${label}`,
      };
    });
  }

  get sortOptions(): readonly Option[] {
    const columns = this.metadata!.detailColumns.map((value) => ({ value, label: this.fields!.labelOf(value) }));
    return [{ value: NONE, label: '--None--' }, ...columns];
  }

  get sortColumn(): string {
    return this.metadata!.sortBy[0]?.sortColumn ?? NONE;
  }

  get isDescending(): boolean {
    return this.metadata!.sortBy[0]?.sortOrder === 'Desc';
  }

  handleAdd(event: CustomEvent<{ value: string }>): void {
    this.change({ detailColumns: [...this.metadata!.detailColumns, event.detail.value] });
  }

  handleRemove(event: Event): void {
    const { detailColumns, aggregates, sortBy } = withoutColumn(this.metadata!, this.nameAt(event));
    this.change({ detailColumns, aggregates, sortBy });
  }

  handleUp(event: Event): void {
    const columns = [...this.metadata!.detailColumns];
    const index = indexOf(event);
    const [moved] = columns.splice(index, 1);
    if (moved !== undefined) columns.splice(index - 1, 0, moved);
    this.change({ detailColumns: columns });
  }

  handleSum(event: CustomEvent<{ checked: boolean }>): void {
    const name = `s!${this.nameAt(event)}`;
    const others = this.metadata!.aggregates.filter((one) => one !== name);
    this.change({ aggregates: event.detail.checked ? [name, ...others] : others });
  }

  handleSort(event: CustomEvent<{ value: string }>): void {
    this.sort(event.detail.value, this.isDescending);
  }

  handleDescending(event: CustomEvent<{ checked: boolean }>): void {
    this.sort(this.sortColumn, event.detail.checked);
  }

  private nameAt(event: Event): string {
    return this.metadata!.detailColumns[indexOf(event)] ?? '';
  }

  private sort(sortColumn: string, isDescending: boolean): void {
    this.change({ sortBy: sortColumn === NONE ? [] : [{ sortColumn, sortOrder: isDescending ? 'Desc' : 'Asc' }] });
  }

  private change(detail: Changes): void {
    this.dispatchEvent(new CustomEvent('edit', { detail }));
  }
}

function indexOf(event: Event): number {
  return Number((event.currentTarget as HTMLElement).dataset.index);
}
