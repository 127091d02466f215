/** Layouts in the UI API's form ("Get Record Layout Metadata"). */
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import { partsOf, shownParts } from './compound-fields.ts';
import { canEdit, canRead, readableObject, type UiApiContext } from './context.ts';
import { ApiError } from '../http/errors.ts';
import { compactLayoutFields, pageLayout, type Item, type PageLayout, type Section } from './page-layouts.ts';
import { MASTER_RECORD_TYPE, recordTypeById } from './record-types.ts';

export type LayoutMode = 'View' | 'Edit' | 'Create';
export type LayoutType = 'Full' | 'Compact';

export interface LayoutComponent {
  readonly apiName: string | null;
  readonly componentType: 'Field' | 'EmptySpace' | 'NotSupported';
  readonly label: string | null;
}

export interface LayoutItemInfo {
  readonly editableForNew: boolean;
  readonly editableForUpdate: boolean;
  readonly label: string;
  readonly layoutComponents: readonly LayoutComponent[];
  readonly lookupIdApiName: string | null;
  readonly required: boolean;
  readonly sortable: boolean;
}

export interface LayoutSectionInfo {
  readonly collapsible: boolean;
  readonly columns: number;
  readonly heading: string | null;
  readonly id: string;
  readonly layoutRows: readonly { readonly layoutItems: readonly LayoutItemInfo[] }[];
  readonly rows: number;
  readonly tabOrder: 'LeftRight';
  readonly useHeading: boolean;
}

export interface LayoutInfo {
  readonly eTag: string;
  readonly id: string | null;
  readonly layoutType: LayoutType;
  readonly mode: LayoutMode;
  readonly objectApiName: string;
  readonly recordTypeId: string;
  readonly saveOptions: readonly never[];
  readonly sections: readonly LayoutSectionInfo[];
}

export interface LayoutRequest {
  readonly objectApiName: string;
  readonly layoutType?: string | undefined;
  readonly mode?: string | undefined;
  readonly recordTypeId?: string | undefined;
}

export function layoutInfo(context: UiApiContext, request: LayoutRequest): LayoutInfo {
  const object = readableObject(context, request.objectApiName);
  const layoutType = oneOf(request.layoutType ?? 'Full', ['Full', 'Compact'] as const);
  const mode = oneOf(request.mode ?? 'View', ['View', 'Edit', 'Create'] as const);
  const recordType = recordTypeById(object, request.recordTypeId);
  const sections =
    layoutType === 'Compact'
      ? [compactSection(compactLayoutFields(context.org.metadata, object, recordType))]
      : pageLayout(context, object, recordType).sections;
  return {
    eTag: '',
    id: null,
    layoutType,
    mode,
    objectApiName: object.name,
    recordTypeId: recordType?.id ?? MASTER_RECORD_TYPE,
    saveOptions: [],
    sections: sections.flatMap((section, index) => sectionInfo(context, object, section, mode, index) ?? []),
  };
}

function oneOf<T extends string>(value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw new ApiError(400, 'INVALID_PARAMETER', `${value} is none of ${allowed.join(', ')}.`);
  return found;
}

function compactSection(fields: readonly string[]): Section {
  const items = fields.map((field): Item => ({ kind: 'field', field, behavior: 'Readonly' }));
  return { label: '', useHeading: { detail: false, edit: false }, columns: [items] };
}

/** Names of all fields a layout shows, compound fields by their parts. */
export function layoutFields(context: UiApiContext, object: ObjectSchema, layout: PageLayout): readonly string[] {
  return layout.sections.flatMap((section) =>
    section.columns.flat().flatMap((item) => {
      const field = item.kind === 'field' ? object.field(item.field) : undefined;
      if (field === undefined || !canRead(context, field)) return [];
      return [...new Set([field.name, ...componentsOf(object, field).map((part) => part.name)])];
    }),
  );
}

function sectionInfo(
  context: UiApiContext,
  object: ObjectSchema,
  section: Section,
  mode: LayoutMode,
  index: number,
): LayoutSectionInfo | undefined {
  const columns = section.columns.map((column) =>
    column.flatMap((item) => itemInfo(context, object, item, mode) ?? []),
  );
  const rows = Math.max(0, ...columns.map((column) => column.length));
  if (rows === 0) return undefined;
  return {
    collapsible: true,
    columns: columns.length,
    heading: section.label,
    id: String(index),
    layoutRows: Array.from({ length: rows }, (_, row) => ({
      layoutItems: columns.map((column) => column[row] ?? EMPTY),
    })),
    rows,
    tabOrder: 'LeftRight',
    useHeading: mode === 'View' ? section.useHeading.detail : section.useHeading.edit,
  };
}

const EMPTY: LayoutItemInfo = {
  editableForNew: false,
  editableForUpdate: false,
  label: '',
  layoutComponents: [{ apiName: null, componentType: 'EmptySpace', label: null }],
  lookupIdApiName: null,
  required: false,
  sortable: false,
};

/** A field as the user may see and edit it; undefined when the user may not see it, or a form for a new record leaves it out. */
function itemInfo(
  context: UiApiContext,
  object: ObjectSchema,
  item: Item,
  mode: LayoutMode,
): LayoutItemInfo | undefined {
  if (item.kind === 'empty') return EMPTY;
  if (item.kind === 'unsupported') return unsupported(`Not supported: ${item.feature} (${item.where})`);
  const field = object.field(item.field);
  if (field === undefined) return unsupported(`Not supported: the standard field ${object.name}.${item.field}`);
  if (!canRead(context, field)) return undefined;
  const components = componentsOf(object, field).filter((part) => canRead(context, part));
  const writable = item.behavior !== 'Readonly' && components.some((part) => canEdit(context, part));
  // A new record belongs to who makes it: forms do not ask for its owner.
  const editableForNew = writable && field.name !== 'OwnerId' && components.some((part) => part.createable);
  if (mode === 'Create' && !editableForNew) return undefined;
  return {
    editableForNew,
    editableForUpdate: writable && components.some((part) => part.updateable),
    label: layoutLabel(context, field),
    layoutComponents: components.map((part) => ({ apiName: part.name, componentType: 'Field', label: part.label })),
    lookupIdApiName: field.type === 'reference' ? 'Id' : null,
    required: item.behavior === 'Required' || components.some((part) => isRequired(part)),
    sortable: partsOf(object, field).length === 0 && field.sortable,
  };
}

/** Parts of a compound field; who made or changed a record stands with the time of it. */
function componentsOf(object: ObjectSchema, field: FieldSchema): readonly FieldSchema[] {
  const parts = shownParts(object, field);
  if (parts.length > 0) return parts;
  const date = /^(Created|LastModified)ById$/.test(field.name)
    ? object.field(field.name.replace('ById', 'Date'))
    : undefined;
  return date === undefined ? [field] : [field, date];
}

function isRequired(field: FieldSchema): boolean {
  return !field.nillable && field.createable && field.type !== 'boolean';
}

/** Labels in Lightning Experience of standard fields that the API calls otherwise. */
const SHOWN_LABELS: Readonly<Record<string, string>> = {
  'Account Description': 'Description',
  'Account Fax': 'Fax',
  'Account Phone': 'Phone',
  'Business Fax': 'Fax',
  'Business Phone': 'Phone',
  'Contact Description': 'Description',
  'Full Name': 'Name',
};

/** References are shown under the name of what they refer to: `Account ID` of a standard field as `Account`. */
function layoutLabel(context: UiApiContext, field: FieldSchema): string {
  if (field.type !== 'reference' || field.custom) return SHOWN_LABELS[field.label] ?? field.label;
  if (field.name === 'RecordTypeId') return 'Record Type';
  const shortened = field.label.replace(/ ID$/, '');
  if (shortened !== field.label || field.relationshipName === undefined) return shortened;
  return context.org.schema.object(field.relationshipName) === undefined ? field.label : shortened;
}

function unsupported(label: string): LayoutItemInfo {
  return { ...EMPTY, label, layoutComponents: [{ apiName: null, componentType: 'NotSupported', label }] };
}
