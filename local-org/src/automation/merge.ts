/** Merges up to two duplicates into a master record ("Triggers and Merge Statements", "Merging Records", Apex Developer Guide). */
import type { DmlOptions } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { OrgError } from '../schema/errors.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import { deleteChunk } from './delete-chunk.ts';
import type { Outcome } from './outcome.ts';
import { type DetailChange, rollUpParents } from './roll-ups/propagate.ts';
import { saveChunk } from './save-chunk.ts';

const MERGEABLE = new Set(['Account', 'Case', 'Contact', 'Lead']);
const MAX_DUPLICATES = 2;

/**
 * Before delete triggers of the duplicates; their children move to the master, without triggers; the duplicates are deleted,
 * with `MasterRecordId` set for after delete triggers; then the master is updated with its given values.
 */
export function mergeRecords(
  tx: Transaction,
  object: ObjectSchema,
  master: SObject,
  duplicateIds: readonly string[],
  options: DmlOptions,
): Outcome {
  if (!MERGEABLE.has(object.name)) {
    throw new OrgError('INVALID_TYPE', `Entity type is not supported for merge: ${object.name}`);
  }
  if (duplicateIds.length === 0 || duplicateIds.length > MAX_DUPLICATES) {
    throw new OrgError('INVALID_NUMBER_OF_DUPLICATES', `A merge needs 1 to ${MAX_DUPLICATES} records to merge`);
  }
  const allOrNone = { ...options, allOrNone: true };
  const deleted = deleteChunk(tx, object, duplicateIds, allOrNone, (records) =>
    absorb(tx, object, records, master.id!),
  );
  const failed = deleted.find(({ errors }) => errors !== undefined);
  if (failed !== undefined) return { ...failed, id: master.id };
  return saveChunk(tx, object, 'update', [master], allOrNone)[0];
}

function absorb(tx: Transaction, object: ObjectSchema, duplicates: readonly SObject[], masterId: string): void {
  const ids = duplicates.map(({ id }) => id!);
  for (const { childObject, field } of object.childRelationships) {
    const child = tx.org.schema.object(childObject);
    if (child === undefined || child.kind === 'share' || child.kind === 'history') continue;
    const changes = tx.store.findRows(child, field, ids).map((old): DetailChange => {
      const record = old.clone();
      record.values.set(field, masterId);
      tx.store.updateRow(child, old.id!, new Map([[field, masterId]]));
      return { old, record, errors: [] };
    });
    rollUpParents(tx, child, changes);
  }
  for (const duplicate of duplicates) {
    duplicate.values.set('MasterRecordId', masterId);
    tx.store.updateRow(object, duplicate.id!, new Map([['MasterRecordId', masterId]]));
  }
}
