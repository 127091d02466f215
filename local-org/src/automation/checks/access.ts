/** What the running user may do to an object, its fields and single records. */
import type { DmlOptions } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import { sameValue } from '../../schema/values/index.ts';
import { saveErrors } from '../errors.ts';
import type { Outcome } from '../outcome.ts';
import { goodRows, type SaveBatch, type SaveRow } from '../save-row.ts';

export type WriteOperation = 'insert' | 'update' | 'delete' | 'undelete';

const VERBS = { insert: 'inserted', update: 'updated', delete: 'deleted', undelete: 'undeleted' } as const;

export function enforcesSharing(options: DmlOptions): boolean {
  return options.sharing || options.mode === 'user';
}

/** What becomes of every record when nobody, or not this user, may do this to the object. */
export function deniedOutcome(
  tx: Transaction,
  object: ObjectSchema,
  operation: WriteOperation,
  options: DmlOptions,
): Outcome | undefined {
  if (allowsOperation(tx, object, operation, options)) return undefined;
  const sees = tx.org.security.object(tx.user.id, object).read;
  const denied = sees
    ? `DML operation ${operation.toUpperCase()} not allowed on ${object.name}`
    : `Access to entity '${object.name}' denied`;
  return { id: null, errors: [saveErrors.entityDenied(object.name, VERBS[operation])], denied };
}

function allowsOperation(
  tx: Transaction,
  object: ObjectSchema,
  operation: WriteOperation,
  options: DmlOptions,
): boolean {
  const possible = {
    insert: object.createable,
    update: object.updateable,
    delete: object.deletable,
    undelete: object.deletable,
  }[operation];
  if (!possible || options.mode === 'system') return possible;
  const access = tx.org.security.object(tx.user.id, object);
  // "undelete" needs what made the record possible to write ("Database Class", Apex Reference: user mode).
  return { insert: access.create, update: access.edit, delete: access.delete, undelete: access.create }[operation];
}

/**
 * Field-level security of what the caller gave, in user mode. An unchanged value is no write: records are sent back as they
 * were queried.
 */
export function checkFieldAccess(batch: SaveBatch): void {
  if (batch.options.mode !== 'user') return;
  const { tx, object, operation } = batch;
  const permitted = new Map<FieldSchema, boolean>();
  const mayWrite = (field: FieldSchema): boolean => {
    let allowed = permitted.get(field);
    if (allowed === undefined) {
      const writable = operation === 'insert' ? field.createable : field.updateable;
      allowed = writable && tx.org.security.field(tx.user.id, object, field.name).edit;
      permitted.set(field, allowed);
    }
    return allowed;
  };
  for (const row of goodRows(batch)) {
    const given = givenFields(row);
    const refused = given.filter((field) => !mayWrite(field));
    if (refused.length > 0) row.errors.push(saveErrors.fieldsDenied(refused.map((field) => field.name)));
    if (given.some(({ name }) => name === 'RecordTypeId')) checkRecordType(tx, object, row);
  }
}

/** Users give records the types of their profile and permission sets ("Record Type Access", Salesforce Help). */
function checkRecordType(tx: Transaction, object: ObjectSchema, row: SaveRow): void {
  const id = row.given.get('RecordTypeId');
  const type = object.recordTypes.find((one) => one.id === id);
  if (type === undefined || tx.org.security.recordTypeVisible(tx.user.id, object, type)) return;
  row.errors.push(saveErrors.recordTypeNotAssigned(type.id));
}

/** Fields the caller gives another value than is stored. */
function givenFields(row: SaveRow): FieldSchema[] {
  const fields: FieldSchema[] = [];
  for (const [name, value] of row.given.values) {
    const field = row.given.schema.field(name);
    if (field === undefined || field.type === 'id') continue;
    const stored = row.old === null ? null : (row.old.values.get(field.name) ?? null);
    if (!sameValue(value, stored)) fields.push(field);
  }
  return fields;
}

/** Whether sharing lets the user write each row: `Edit` for an update, `All` for a delete. */
export function checkRecordAccess(
  tx: Transaction,
  object: ObjectSchema,
  rows: readonly Pick<SaveRow, 'old' | 'errors'>[],
  needed: 'Edit' | 'All',
): void {
  const ids = rows.flatMap(({ old, errors }) => (old !== null && errors.length === 0 ? [old.id!] : []));
  if (ids.length === 0) return;
  const access = tx.org.security.recordAccess(tx, tx.user.id, object, ids);
  for (const { old, errors } of rows) {
    if (old === null || errors.length > 0) continue;
    const level = access.get(old.id!) ?? 'None';
    if (level === 'None') errors.push(saveErrors.notReadable());
    else if (level === 'Read' || (level === 'Edit' && needed === 'All')) errors.push(saveErrors.notEditable());
  }
}
