/** `flexipage:fieldSection`: fields placed on the page itself (Dynamic Forms), in columns. */
import { LightningElement, api } from 'lwc';
import { facet, text, type PageContext, type PageItem } from '../flexiPage/pageTypes.ts';
import { labelOf } from '../flexiPage/labels.ts';
import { isVisible, recordPaths } from '../flexiPage/visibility.ts';
import type { LayoutItem, LayoutSection, ObjectInfo, RecordData } from '../records/types.ts';
import { subscribe } from '../records/recordCache.ts';

export default class FieldSection extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;
  private info: ObjectInfo | undefined;
  private record: RecordData | undefined;
  private end: (() => void) | undefined;

  async connectedCallback(): Promise<void> {
    const { editor, record } = this.context;
    if (editor === undefined || record === undefined) return;
    await editor.want(this.columns.flat().flatMap((field) => fieldName(field)));
    const compounds = this.columns.flat().flatMap((field) => partsOf(editor.info!, fieldName(field)));
    if (compounds.length > 0) await editor.want(compounds);
    this.info = editor.info;
    const paths = this.columns.flat().flatMap((field) => recordPaths(field.visibility));
    if (paths.length === 0) return;
    this.end = subscribe({
      recordId: record.recordId,
      request: { fields: [], optionalFields: paths.map((path) => `${record.objectApiName}.${path}`) },
      next: (data) => (this.record = data),
      fail: () => (this.record = undefined),
    });
  }

  disconnectedCallback(): void {
    this.end?.();
  }

  private get columns(): readonly (readonly PageItem[])[] {
    return facet(this.context, text(this.item, 'columns')).map((column) =>
      facet(this.context, text(column, 'body')).filter((field) => field.kind === 'field'),
    );
  }

  /** The section in the form of a page layout's. */
  get sections(): readonly LayoutSection[] {
    const { info } = this;
    if (info === undefined) return [];
    const columns = this.columns.map((column) =>
      column
        .filter((field) => isVisible(field.visibility, this.record))
        .flatMap((field) => layoutItem(info, field) ?? []),
    );
    const rows = Math.max(0, ...columns.map((column) => column.length));
    return [
      {
        columns: columns.length,
        heading: labelOf(text(this.item, 'label')),
        id: this.item.key,
        layoutRows: Array.from({ length: rows }, (_, row) => ({
          layoutItems: columns.map((column) => column[row] ?? EMPTY),
        })),
        useHeading: text(this.item, 'label') !== '',
      },
    ];
  }

  get hasPencils(): boolean {
    return this.context.record?.mayEdit === true;
  }
}

const EMPTY: LayoutItem = {
  editableForNew: false,
  editableForUpdate: false,
  label: '',
  layoutComponents: [{ apiName: null, componentType: 'EmptySpace', label: null }],
  required: false,
};

/** `Record.Amount__c` → `Amount__c`. */
function fieldName(field: PageItem): string {
  return field.name.replace(/^Record\./, '');
}

function partsOf(info: ObjectInfo, name: string): string[] {
  return Object.values(info.fields)
    .filter(
      (part) => part.compoundFieldName === name && !/(Latitude|Longitude|GeocodeAccuracy)(__s)?$/.test(part.apiName),
    )
    .map((part) => part.apiName);
}

function layoutItem(info: ObjectInfo, item: PageItem): LayoutItem | undefined {
  const name = fieldName(item);
  const field = info.fields[name];
  if (field === undefined) return undefined;
  const behavior = text(item, 'uiBehavior');
  const parts = partsOf(info, name).map((part) => info.fields[part]!);
  const components = parts.length > 0 ? parts : [field];
  const writable = behavior !== 'readonly';
  return {
    editableForNew: writable && components.some((part) => part.createable),
    editableForUpdate: writable && components.some((part) => part.updateable),
    label: field.label,
    layoutComponents: components.map((part) => ({ apiName: part.apiName, componentType: 'Field', label: part.label })),
    required: behavior === 'required' || field.required,
  };
}
