/** Saves that the platform itself makes, as the running user but without permissions, limits or results. */
import type { SaveError } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import { BATCH_SIZE, inChunks } from './chunks.ts';
import { prepareInsert, prepareUpdate } from './prepare-rows.ts';
import { runSaveOrder } from './save-order.ts';

export interface TrustedFailure {
  readonly record: SObject;
  readonly errors: readonly SaveError[];
}

/** Updates records through the whole save order, with fields that nobody else may write. Answers those that failed. */
export function saveTrusted(tx: Transaction, object: ObjectSchema, records: readonly SObject[]): TrustedFailure[] {
  return save(tx, object, records, prepareUpdate);
}

/** As `saveTrusted` for new records, which get their ids. */
export function insertTrusted(tx: Transaction, object: ObjectSchema, records: readonly SObject[]): TrustedFailure[] {
  return save(tx, object, records, prepareInsert);
}

function save(
  tx: Transaction,
  object: ObjectSchema,
  records: readonly SObject[],
  prepare: typeof prepareInsert,
): TrustedFailure[] {
  const options = { mode: 'system', sharing: false, allOrNone: true, trusted: true } as const;
  return inChunks(records, BATCH_SIZE).flatMap((chunk) => {
    const batch = prepare(tx, object, chunk, options);
    runSaveOrder(batch);
    for (const { given, record } of batch.rows) given.id = record.id;
    return batch.rows.flatMap(({ given, errors }) => (errors.length === 0 ? [] : [{ record: given, errors }]));
  });
}
