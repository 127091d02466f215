/** First steps of a save: the original record, and the given values over it. */
import type { DmlOptions } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { FieldSchema, ObjectSchema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import { saveErrors } from './errors.ts';
import { normalizeValue } from './normalize.ts';
import type { SaveBatch, SaveRow } from './save-row.ts';

export interface PrepareOptions extends DmlOptions {
  /** The platform itself writes: fields that nobody may write are written too. */
  readonly trusted?: boolean;
}

export function prepareInsert(
  tx: Transaction,
  object: ObjectSchema,
  given: readonly SObject[],
  options: PrepareOptions,
): SaveBatch {
  const rows = given.map((record): SaveRow => {
    const errors = record.id === null ? [] : [saveErrors.idOnInsert()];
    return { given: record, record: overlay(new SObject(object), record, options.trusted ?? false), old: null, errors };
  });
  return { tx, object, operation: 'insert', options, rows };
}

/** One statement reads all originals. A record whose original is gone has its error. */
export function prepareUpdate(
  tx: Transaction,
  object: ObjectSchema,
  given: readonly SObject[],
  options: PrepareOptions,
): SaveBatch {
  const ids = given.flatMap((record) => (record.id === null ? [] : [record.id]));
  const originals = tx.store.getRows(object, ids, { deleted: true });
  const rows = given.map((record): SaveRow => {
    const old = record.id === null ? undefined : originals.get(record.id);
    const errors = old === undefined || isDeleted(old) ? [originalMissing(record, old)] : [];
    const base = old?.clone() ?? new SObject(object);
    return { given: record, record: overlay(base, record, options.trusted ?? false), old: old ?? null, errors };
  });
  return { tx, object, operation: 'update', options, rows };
}

function originalMissing(record: SObject, old: SObject | undefined) {
  if (record.id === null) return saveErrors.idMissing('update');
  return old === undefined ? saveErrors.noSuchRecord() : saveErrors.deleted();
}

function isDeleted(record: SObject): boolean {
  return record.values.get('IsDeleted') === true;
}

/** Fields that are not writable are left as they are: records come back as they were queried, formula fields and all. */
function overlay(base: SObject, given: SObject, trusted: boolean): SObject {
  const isNew = base.id === null;
  for (const [name, value] of given.values) {
    const field = base.schema.field(name);
    if (field === undefined || field.type === 'id') continue;
    if (trusted || isWritable(field, isNew)) base.values.set(field.name, normalizeValue(field, value));
  }
  return base;
}

function isWritable(field: FieldSchema, isNew: boolean): boolean {
  return isNew ? field.createable : field.updateable;
}
