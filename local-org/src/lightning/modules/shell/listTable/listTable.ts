/** Records in a table: columns from a list view or a related list, rows with links and actions. */
import { LightningElement, api } from 'lwc';
import { urlOf } from '../router/router.ts';
import type { RecordData } from '../records/types.ts';

export interface ListColumn {
  /** Path from the object: `Name`, `Account.Name`. */
  readonly fieldApiName: string;
  readonly label: string;
  readonly sortable: boolean;
  readonly dataType: string;
  /** Whether the column is the record's own name. */
  readonly isName: boolean;
  /** Field with the id of the record that the column names. */
  readonly referenceField: string | null;
}

const NUMBERS = new Set(['Int', 'Double', 'Currency', 'Percent']);

export default class ListTable extends LightningElement {
  @api columns: readonly ListColumn[] = [];
  @api records: readonly RecordData[] = [];
  @api sortedBy: string | undefined;
  @api sortDirection = 'asc';
  @api isLoading = false;
  @api hasMore = false;
  @api canEdit = false;
  @api canDelete = false;
  /** Names the table for screen readers. */
  @api label = '';

  get tableColumns(): readonly object[] {
    const columns = this.columns.map((column, index) => this.tableColumn(column, index));
    const actions = [
      ...(this.canEdit ? [{ label: 'Edit', name: 'edit' }] : []),
      ...(this.canDelete ? [{ label: 'Delete', name: 'delete' }] : []),
    ];
    return actions.length === 0
      ? columns
      : [...columns, { type: 'action', typeAttributes: { rowActions: actions, menuAlignment: 'auto' } }];
  }

  private tableColumn(column: ListColumn, index: number): object {
    const base = {
      label: column.label,
      fieldName: key(column),
      sortable: column.sortable,
      hideDefaultActions: true,
      wrapText: false,
    };
    if (column.isName || column.referenceField !== null) {
      return {
        ...base,
        type: 'url',
        fieldName: `${key(column)}__url`,
        typeAttributes: { label: { fieldName: key(column) }, target: '_self' },
      };
    }
    if (column.dataType === 'Boolean') return { ...base, type: 'boolean' };
    if (column.dataType === 'Email') return { ...base, type: 'email' };
    if (column.dataType === 'Phone') return { ...base, type: 'phone' };
    if (column.dataType === 'Url') return { ...base, type: 'url', typeAttributes: { target: '_blank' } };
    return {
      ...base,
      type: 'text',
      cellAttributes: { alignment: NUMBERS.has(column.dataType) && index > 0 ? 'right' : 'left' },
    };
  }

  get rows(): readonly object[] {
    return this.records.map((record) => {
      const cells = this.columns.flatMap((column) => this.cells(record, column));
      return { id: record.id, ...Object.fromEntries(cells) };
    });
  }

  private cells(record: RecordData, column: ListColumn): readonly (readonly [string, unknown])[] {
    const name = key(column);
    const field = fieldAt(record, column.fieldApiName);
    const isRaw = column.dataType === 'Boolean';
    const text = isRaw ? field?.value : (field?.displayValue ?? field?.value ?? '');
    const target = column.isName ? record.id : fieldAt(record, column.referenceField ?? '')?.value;
    if (typeof target !== 'string') return [[name, text]];
    const url = urlOf({
      type: 'standard__recordPage',
      attributes: { recordId: target, actionName: 'view' },
      state: {},
    });
    return [
      [name, text === '' ? record.id : text],
      [`${name}__url`, url],
    ];
  }

  get sortedField(): string | undefined {
    const column = this.columns.find((one) => one.fieldApiName === this.sortedBy);
    if (column === undefined) return undefined;
    return column.isName || column.referenceField !== null ? `${key(column)}__url` : key(column);
  }

  get hasRows(): boolean {
    return this.records.length > 0;
  }

  handleSort(event: CustomEvent<{ fieldName: string; sortDirection: string }>): void {
    event.stopPropagation();
    const { fieldName, sortDirection } = event.detail;
    const column = this.columns.find((one) => key(one) === fieldName.replace(/__url$/, ''));
    if (column !== undefined)
      this.dispatchEvent(new CustomEvent('sort', { detail: { path: column.fieldApiName, direction: sortDirection } }));
  }

  handleAction(event: CustomEvent<{ action: { name: string }; row: { id: string } }>): void {
    event.stopPropagation();
    const { action, row } = event.detail;
    this.dispatchEvent(
      new CustomEvent('rowaction', {
        detail: { action: action.name, record: this.records.find((one) => one.id === row.id) },
      }),
    );
  }

  handleMore(event: Event): void {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('more'));
  }
}

/** Paths have dots, which the table's row keys may not have. */
function key(column: ListColumn): string {
  return column.fieldApiName.replaceAll('.', '__');
}

function fieldAt(
  record: RecordData,
  path: string,
): { readonly displayValue: string | null; readonly value: unknown } | undefined {
  const steps = path.split('.');
  let owner: RecordData | null | undefined = record;
  for (const step of steps.slice(0, -1)) owner = owner?.fields[step]?.value as RecordData | null | undefined;
  return owner?.fields[steps.at(-1)!];
}
