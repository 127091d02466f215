/** What field updates of one record change, before it is saved. */
import { formulaEnvironment } from '../../database/formula-environment.ts';
import { RecordGraph } from '../../database/record-graph.ts';
import type { Transaction } from '../../database/transaction.ts';
import { SObject } from '../../schema/sobject.ts';
import { normalizeValue } from '../normalize.ts';
import type { FieldUpdate } from './field-update.ts';

/** Changed fields of one record: the one that started the updates, or its master. */
export interface FieldChange {
  /** Its id and what the updates give it. */
  readonly record: SObject;
  /** Whether workflow rules are looked at again after the save. */
  readonly reevaluates: boolean;
}

/** A later update sees what an earlier one gave the record. */
export function fieldChanges(
  tx: Transaction,
  stored: SObject,
  before: SObject | null,
  updates: readonly FieldUpdate[],
): FieldChange[] {
  const record = stored.clone();
  const graph = new RecordGraph(tx, [record]);
  const environment = formulaEnvironment(tx, graph);
  const changes = new Map<string, FieldChange>();
  for (const update of updates) {
    const target = update.parent === undefined ? record : graph.parent(record, update.parent);
    if (target === null) continue;
    const value = normalizeValue(update.field, update.value(tx, record, before, target, environment));
    const former = changes.get(target.id!);
    const change = former?.record ?? new SObject(update.target, [['Id', target.id]]);
    change.set(update.field.name, value);
    if (target === record) record.set(update.field.name, value);
    changes.set(target.id!, { record: change, reevaluates: update.reevaluates || (former?.reevaluates ?? false) });
  }
  return [...changes.values()];
}
