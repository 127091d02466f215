/**
 * Saves what field updates changed: the record is updated again with its triggers and flows, but without custom validation
 * rules and duplicate rules ("Triggers and Order of Execution", Apex Developer Guide).
 */
import type { SaveError } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import { BATCH_SIZE, inChunks } from '../chunks.ts';
import { prepareUpdate } from '../prepare-rows.ts';
import { runFieldUpdateOrder } from '../save-order.ts';

/** `records` hold their ids and the changed fields. Answers the errors of those that failed; nothing is undone. */
export function saveFieldUpdates(
  tx: Transaction,
  object: ObjectSchema,
  records: readonly SObject[],
): Map<SObject, readonly SaveError[]> {
  const options = { mode: 'system', sharing: false, allOrNone: true, trusted: true } as const;
  const failures = new Map<SObject, readonly SaveError[]>();
  for (const chunk of inChunks(records, BATCH_SIZE)) {
    const batch = prepareUpdate(tx, object, chunk, options);
    runFieldUpdateOrder(batch);
    for (const { given, errors } of batch.rows) if (errors.length > 0) failures.set(given, errors);
  }
  return failures;
}
