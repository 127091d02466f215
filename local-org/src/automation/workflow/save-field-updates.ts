/**
 * Saves what field updates changed: the record is updated again with its triggers and flows, but without custom validation
 * rules ("Triggers and Order of Execution", Apex Developer Guide), and with workflow rules only where an update asks for them.
 */
import type { SaveError } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { BATCH_SIZE, inChunks } from '../chunks.ts';
import { prepareUpdate } from '../prepare-rows.ts';
import { runFieldUpdateOrder } from '../save-order.ts';
import type { FieldChange } from './field-changes.ts';

const options = { mode: 'system', sharing: false, allOrNone: true, trusted: true } as const;

/** Answers the errors of those that failed; nothing is undone. */
export function saveFieldUpdates(
  tx: Transaction,
  changes: readonly FieldChange[],
): Map<FieldChange, readonly SaveError[]> {
  const failures = new Map<FieldChange, readonly SaveError[]>();
  const byRecord = new Map(changes.map((change) => [change.record, change]));
  const kinds = Map.groupBy(changes, ({ record, reevaluates }) => `${record.schema.name} ${reevaluates}`);
  for (const group of kinds.values()) {
    const [{ record, reevaluates }] = group;
    for (const chunk of inChunks(group, BATCH_SIZE)) {
      const records = chunk.map((change) => change.record);
      const batch = prepareUpdate(tx, record.schema, records, options);
      runFieldUpdateOrder(batch, reevaluates);
      for (const { given, errors } of batch.rows) {
        if (errors.length > 0) failures.set(byRecord.get(given)!, errors);
      }
    }
  }
  return failures;
}
