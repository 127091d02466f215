/** Changes that the platform makes to other records without triggers, flows or validation; roll-ups above still follow. */
import type { Transaction } from '../database/transaction.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import { DatetimeValue, type FieldValue, sameValue } from '../schema/values/index.ts';
import { type DetailChange, rollUpParents } from './roll-ups/propagate.ts';

/** `values` says what to set on each stored record; records whose values are there already are left alone. */
export function updateQuietly(
  tx: Transaction,
  object: ObjectSchema,
  stored: Iterable<SObject>,
  values: (record: SObject) => Readonly<Record<string, FieldValue>>,
): void {
  const changes: DetailChange[] = [];
  const stamp = new DatetimeValue(Math.floor(tx.org.clock.now() / 1000) * 1000);
  for (const old of stored) {
    const different = Object.entries(values(old)).filter(([name, value]) => !sameValue(value, old.get(name)));
    if (different.length === 0) continue;
    const record = old.clone();
    for (const [name, value] of different) record.values.set(name, value);
    tx.store.updateRow(object, old.id!, new Map([...different, ['SystemModstamp', stamp]]));
    changes.push({ old, record, errors: [] });
  }
  rollUpParents(tx, object, changes);
}
