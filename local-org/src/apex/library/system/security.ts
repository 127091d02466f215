/** System.Security and SObjectAccessDecision ("Enforce Security with the stripInaccessible Method", Apex Developer Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import type { FieldSchema, ObjectSchema } from '../../../schema/model.ts';
import type { SObject } from '../../../schema/sobject.ts';
import { ApexList, ApexMap, ApexSet, LibraryObject, throwApex, type ApexEnumValue } from '../../runtime/index.ts';
import { setOf, sobjectType, types } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

class AccessDecision extends LibraryObject {
  readonly typeName = 'System.SObjectAccessDecision';
  readonly records: readonly SObject[];
  readonly modified: ReadonlySet<number>;
  /** Names of fields by object. */
  readonly removed: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(
    records: readonly SObject[],
    modified: ReadonlySet<number>,
    removed: ReadonlyMap<string, ReadonlySet<string>>,
  ) {
    super();
    this.records = records;
    this.modified = modified;
    this.removed = removed;
  }
}

export const accessDecisionClass = libraryClass('System.SObjectAccessDecision', {
  'Set<Integer> getModifiedIndexes()': ({ modified }: AccessDecision) => new ApexSet(types.Integer, modified),
  'List<SObject> getRecords()': ({ records }: AccessDecision) => {
    const [first] = records;
    return new ApexList(first === undefined ? types.SObject : sobjectType(first.schema.name), [...records]);
  },
  'Map<String, Set<String>> getRemovedFields()': ({ removed }: AccessDecision) =>
    new ApexMap(
      types.String,
      setOf(types.String),
      Array.from(removed, ([object, fields]) => [object, new ApexSet(types.String, fields)] as const),
    ),
});

export const securityClass = libraryClass(
  'System.Security',
  refusingNulls({
    'static System.SObjectAccessDecision stripInaccessible(System.AccessType accessCheckType, List<SObject> sourceRecords)':
      (access: ApexEnumValue, records: ApexList<SObject>) => strip(access.name, records.items, true),
    'static System.SObjectAccessDecision stripInaccessible(System.AccessType accessCheckType, List<SObject> sourceRecords, Boolean enforceRootObjectCRUD)':
      (access: ApexEnumValue, records: ApexList<SObject>, enforceObject: boolean) =>
        strip(access.name, records.items, enforceObject),
  }),
);

function strip(access: string, records: readonly SObject[], enforceObject: boolean): AccessDecision {
  if (enforceObject && records.length > 0) checkObject(access, records[0].schema);
  const modified = new Set<number>();
  const removed = new Map<string, Set<string>>();
  const stripped = records.map((record, index) => {
    const copy = record.clone();
    if (stripRecord(access, copy, removed)) modified.add(index);
    return copy;
  });
  return new AccessDecision(stripped, modified, removed);
}

function checkObject(access: string, object: ObjectSchema): void {
  const { org, user } = currentTransaction();
  const { read, create, edit } = org.security.object(user.id, object);
  const allowed: Readonly<Record<string, boolean>> = {
    CREATABLE: create,
    READABLE: read,
    UPDATABLE: edit,
    UPSERTABLE: create && edit,
  };
  if (!allowed[access]) throwApex('System.NoAccessException', `No access to entity: ${object.name}`);
}

/** Names of fields that were taken out, by object. */
type RemovedFields = Map<string, Set<string>>;

/** Takes out what the user may not use, in parents and children too; true when there was anything. */
function stripRecord(access: string, record: SObject, removed: RemovedFields): boolean {
  const stripped = [
    ...Array.from([...record.values.keys()], (name) => stripField(access, record, name, removed)),
    ...Array.from(record.parents, ([name, parent]) => stripParent(record, name, parent, removed)),
    ...Array.from(record.children, ([name, rows]) => stripChildren(access, record, name, rows, removed)),
  ];
  return stripped.includes(true);
}

function stripField(access: string, record: SObject, name: string, removed: RemovedFields): boolean {
  const { org, user } = currentTransaction();
  const { schema } = record;
  const field = schema.field(name);
  if (field === undefined || field.type === 'id') return false;
  if (isAllowed(access, field, org.security.field(user.id, schema, name))) return false;
  const names = removed.get(schema.name) ?? new Set();
  removed.set(schema.name, names.add(field.name));
  record.values.delete(name);
  return true;
}

function stripParent(record: SObject, name: string, parent: SObject | null, removed: RemovedFields): boolean {
  if (parent === null) return false;
  if (!canRead(parent.schema)) return record.parents.delete(name);
  const copy = parent.clone();
  record.parents.set(name, copy);
  return stripRecord('READABLE', copy, removed);
}

function stripChildren(
  access: string,
  record: SObject,
  name: string,
  rows: readonly SObject[],
  removed: RemovedFields,
): boolean {
  const [first] = rows;
  if (first !== undefined && !canRead(first.schema)) return record.children.delete(name);
  const copies = rows.map((row) => row.clone());
  record.children.set(name, copies);
  return copies.map((row) => stripRecord(access, row, removed)).includes(true);
}

function canRead(object: ObjectSchema): boolean {
  const { org, user } = currentTransaction();
  return org.security.object(user.id, object).read;
}

function isAllowed(
  access: string,
  field: FieldSchema,
  { read, edit }: { readonly read: boolean; readonly edit: boolean },
): boolean {
  switch (access) {
    case 'READABLE':
      return read;
    case 'CREATABLE':
      return edit && field.createable;
    case 'UPDATABLE':
      return edit && field.updateable;
    default:
      return edit && field.createable && field.updateable;
  }
}
