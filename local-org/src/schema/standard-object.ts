/** Makes the standard objects from their tables. */
import type { Metadata } from '../metadata/metadata.ts';
import {
  activityField,
  auditFields,
  idField,
  makeField,
  ownerField,
  systemField,
  userField,
  viewedFields,
  type FieldInit,
} from './field.ts';
import type { FieldSchema, PicklistEntry } from './model.ts';
import { BuiltObject } from './object-schema.ts';
import { standardEntry, standardValues } from './picklists.ts';
import { parseValues } from './standard/value-sets.ts';
import type { FieldTable, ObjectTable } from './standard/table.ts';

/** What `*activity` and `*record` stand for in tables: objects that activities, and that notes and files, can belong to. */
export interface PolymorphicTargets {
  readonly activity: readonly string[];
  readonly record: readonly string[];
}

export function standardObject(table: ObjectTable, metadata: Metadata, targets: PolymorphicTargets): BuiltObject {
  const { name, words } = table;
  const object = new BuiltObject({
    name,
    label: table.label,
    labelPlural: table.labelPlural,
    kind: 'standard',
    keyPrefix: table.keyPrefix,
    triggerable: !words.has('notrigger'),
    rowsMissing: words.has('unfilled'),
    createable: !words.has('nocreate'),
    updateable: !words.has('noupdate'),
    deletable: !words.has('nodelete'),
    sharingModel: defaultSharing(table),
  });
  object.add(idField(name));
  if (!words.has('norecycle')) object.add(systemField(name, 'IsDeleted', 'Deleted', 'boolean'));
  if (words.has('master')) object.add(masterRecordField(name));
  for (const field of table.fields) object.add(standardField(name, field, metadata, targets));
  if (table.owners !== undefined) object.add(ownerField(name, table.owners));
  object.addAll(systemFields(table));
  return object;
}

/** Organization-wide defaults of a new org (Salesforce Help, "Organization-Wide Sharing Defaults"). */
function defaultSharing(table: ObjectTable): 'ControlledByParent' | 'Private' | 'Read' | 'ReadWrite' {
  if (table.name === 'Contact' || table.name === 'Asset' || table.name === 'Order') return 'ControlledByParent';
  if (table.fields.some((field) => field.words.has('cascade') && field.words.has('required')))
    return 'ControlledByParent';
  if (table.name === 'User' || table.name === 'Pricebook2') return 'Read';
  return table.name === 'Task' || table.name === 'Event' ? 'Private' : 'ReadWrite';
}

function masterRecordField(object: string): FieldSchema {
  return makeField({
    object,
    name: 'MasterRecordId',
    label: 'Master Record ID',
    type: 'reference',
    referenceTo: [object],
    relationshipName: 'MasterRecord',
    createable: false,
    updateable: false,
  });
}

function systemFields({ name, words }: ObjectTable): FieldSchema[] {
  const audit = auditFields(name);
  const kept = words.has('noaudit')
    ? []
    : words.has('created')
      ? audit.filter((field) => !field.name.startsWith('LastModified'))
      : audit;
  return [
    ...kept,
    ...(words.has('activity') ? [activityField(name)] : []),
    ...(words.has('viewed') ? viewedFields(name) : []),
  ];
}

export function standardField(
  object: string,
  table: FieldTable,
  metadata: Metadata,
  targets: PolymorphicTargets,
): FieldSchema {
  if (table.name === 'CreatedById' || table.name === 'LastModifiedById')
    return userField(object, table.name, table.label);
  const { words, settings } = table;
  const picklistValues = picklistOf(table, metadata);
  const defaultText = settings.get('default');
  const init: FieldInit = {
    object,
    name: table.name,
    label: table.label,
    type: table.type,
    ...sizes(table),
    ...relationship(table, targets),
    nillable: table.type !== 'boolean' && !words.has('required'),
    unique: words.has('unique'),
    nameField: words.has('name'),
    htmlFormatted: words.has('html'),
    autoNumber: settings.has('auto'),
    displayFormat: settings.get('auto'),
    picklistValues,
    defaultValue: table.type === 'boolean' ? (defaultText ?? 'false') : quoted(defaultText),
    createable: !words.has('readonly'),
    updateable: !words.has('readonly') && !words.has('createonly'),
  };
  const field = makeField(init);
  if (words.has('idLookup')) return { ...field, idLookup: true };
  return words.has('nofilter') ? { ...field, filterable: false, sortable: false, groupable: false } : field;
}

function sizes({ type, arguments: args }: FieldTable): Partial<FieldSchema> {
  const [first, second] = args.map(Number);
  if (type === 'reference' || first === undefined) return {};
  if (type === 'double' || type === 'currency' || type === 'percent') return { precision: first, scale: second ?? 0 };
  return type === 'int' ? { precision: first } : { length: first };
}

function relationship(table: FieldTable, targets: PolymorphicTargets): Partial<FieldSchema> {
  if (table.type !== 'reference') return {};
  return {
    referenceTo: table.arguments.flatMap((target) =>
      target === '*activity' ? targets.activity : target === '*record' ? targets.record : [target],
    ),
    relationshipName: table.settings.get('rel') ?? table.name.replace(/Id$/, ''),
    childRelationshipName: table.settings.get('child'),
    deleteConstraint: table.words.has('cascade') ? 'Cascade' : table.words.has('restrict') ? 'Restrict' : 'SetNull',
  };
}

function picklistOf(table: FieldTable, metadata: Metadata): readonly PicklistEntry[] {
  const set = table.settings.get('values');
  if (set !== undefined) return standardValues(set, metadata).map(standardEntry);
  return table.values === undefined ? [] : parseValues(table.values).map(standardEntry);
}

function quoted(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `"${text}"`;
}
