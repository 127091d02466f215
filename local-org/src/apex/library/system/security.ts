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
  if (enforceObject && records.length > 0) checkObject(access, records[0]!.schema);
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

/** Takes the fields out that the user may not use, in parents and children too; true when there were any. */
function stripRecord(access: string, record: SObject, removed: Map<string, Set<string>>): boolean {
  const { org, user } = currentTransaction();
  let changed = false;
  const remove = (field: FieldSchema): boolean => {
    const names = removed.get(record.schema.name) ?? new Set();
    removed.set(record.schema.name, names.add(field.name));
    return (changed = true);
  };
  for (const name of [...record.values.keys()]) {
    const field = record.schema.field(name);
    if (field === undefined || field.type === 'id') continue;
    if (!isAllowed(access, field, org.security.field(user.id, record.schema, name))) {
      remove(field);
      record.values.delete(name);
    }
  }
  for (const [name, parent] of record.parents) {
    if (parent === null) continue;
    if (!org.security.object(user.id, parent.schema).read) {
      record.parents.delete(name);
      changed = true;
      continue;
    }
    const copy = parent.clone();
    if (stripRecord('READABLE', copy, removed)) changed = true;
    record.parents.set(name, copy);
  }
  for (const [name, rows] of record.children) {
    const [first] = rows;
    if (first !== undefined && !org.security.object(user.id, first.schema).read) {
      record.children.delete(name);
      changed = true;
      continue;
    }
    const copies = rows.map((row) => row.clone());
    if (copies.map((row) => stripRecord(access, row, removed)).includes(true)) changed = true;
    record.children.set(name, copies);
  }
  return changed;
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
