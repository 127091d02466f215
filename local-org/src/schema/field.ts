/** Makes fields: everything that is not said follows from the type. */
import type { FieldSchema, FieldType, PicklistEntry } from './model.ts';

/** What must be said of a field; the rest has defaults. */
export type FieldInit = Pick<FieldSchema, 'object' | 'name' | 'label' | 'type'> & Partial<FieldSchema>;

/** Longest text that can be filtered, sorted and grouped by (SOQL and SOSL Reference, "Text Area (Long)"). */
const LONGEST_INDEXABLE_TEXT = 255;

const LENGTHS: Readonly<Partial<Record<FieldType, number>>> = {
  id: 18,
  reference: 18,
  email: 80,
  phone: 40,
  url: 255,
  picklist: 255,
  multipicklist: 4099,
  textarea: 255,
  string: 255,
  combobox: 255,
  encryptedstring: 175,
};
const NEVER_FILTERABLE = new Set<FieldType>(['base64', 'address', 'location', 'encryptedstring', 'anyType']);
const NEVER_SORTABLE = new Set<FieldType>([...NEVER_FILTERABLE, 'multipicklist']);
const NEVER_GROUPABLE = new Set<FieldType>([...NEVER_SORTABLE, 'datetime', 'time', 'double', 'currency', 'percent']);

export function makeField(init: FieldInit): FieldSchema {
  const length = init.length ?? LENGTHS[init.type] ?? 0;
  const long = init.type === 'textarea' && length > LONGEST_INDEXABLE_TEXT;
  const computed = init.calculated === true || init.autoNumber === true || init.rollUp !== undefined;
  return {
    custom: false,
    precision: init.type === 'int' ? 8 : 0,
    scale: 0,
    nillable: init.type !== 'boolean',
    unique: false,
    caseSensitive: false,
    externalId: false,
    autoNumber: false,
    calculated: false,
    referenceTo: [],
    masterDetail: false,
    deleteConstraint: 'SetNull',
    reparentable: false,
    picklistValues: [],
    restrictedPicklist: false,
    createable: !computed,
    updateable: !computed,
    filterable: !long && !NEVER_FILTERABLE.has(init.type),
    sortable: !long && !NEVER_SORTABLE.has(init.type),
    groupable: !long && !NEVER_GROUPABLE.has(init.type) && init.autoNumber !== true,
    nameField: false,
    htmlFormatted: false,
    idLookup: init.nameField === true || init.externalId === true || init.unique === true || init.type === 'id',
    ...init,
    length,
  };
}

/** The id field of an object. */
export function idField(object: string): FieldSchema {
  return makeField({
    object,
    name: 'Id',
    label: 'Record ID',
    type: 'id',
    nillable: false,
    createable: false,
    updateable: false,
  });
}

/** A field that the platform keeps and nobody writes. */
export function systemField(object: string, name: string, label: string, type: FieldType): FieldSchema {
  return makeField({ object, name, label, type, nillable: false, createable: false, updateable: false });
}

/** A system field that names a user. */
export function userField(object: string, name: string, label: string): FieldSchema {
  return makeField({
    object,
    name,
    label,
    type: 'reference',
    referenceTo: ['User'],
    relationshipName: name.slice(0, -'Id'.length),
    nillable: false,
    createable: false,
    updateable: false,
  });
}

/** CreatedDate, CreatedById, LastModifiedDate, LastModifiedById and SystemModstamp. */
export function auditFields(object: string): FieldSchema[] {
  return [
    systemField(object, 'CreatedDate', 'Created Date', 'datetime'),
    userField(object, 'CreatedById', 'Created By ID'),
    systemField(object, 'LastModifiedDate', 'Last Modified Date', 'datetime'),
    userField(object, 'LastModifiedById', 'Last Modified By ID'),
    systemField(object, 'SystemModstamp', 'System Modstamp', 'datetime'),
  ];
}

/** The field that says who owns a record. */
export function ownerField(object: string, owners: readonly string[]): FieldSchema {
  return makeField({
    object,
    name: 'OwnerId',
    label: 'Owner ID',
    type: 'reference',
    referenceTo: owners,
    relationshipName: 'Owner',
    nillable: false,
  });
}

/** Dates on which records were last looked at and last had an activity. */
export function viewedFields(object: string): FieldSchema[] {
  return [
    { ...systemField(object, 'LastViewedDate', 'Last Viewed Date', 'datetime'), nillable: true },
    { ...systemField(object, 'LastReferencedDate', 'Last Referenced Date', 'datetime'), nillable: true },
  ];
}

export function activityField(object: string): FieldSchema {
  return { ...systemField(object, 'LastActivityDate', 'Last Activity', 'date'), nillable: true };
}

export function recordTypeField(object: string): FieldSchema {
  return makeField({
    object,
    name: 'RecordTypeId',
    label: 'Record Type ID',
    type: 'reference',
    referenceTo: ['RecordType'],
    relationshipName: 'RecordType',
  });
}

/** The entry that is chosen when a record is made without a value. */
export function defaultEntry(entries: readonly PicklistEntry[]): PicklistEntry | undefined {
  return entries.find((entry) => entry.isDefault && entry.active);
}
