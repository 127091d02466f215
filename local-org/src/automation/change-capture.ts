/**
 * Change Data Capture: one change event for each record that was saved ("Change Data Capture Developer Guide"). Here it is
 * on in tests that ask for it.
 */
import { randomUUID } from 'node:crypto';
import { capturesChanges } from '../apex/library/support/test-context.ts';
import type { ChangeHeader } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { changeEventName, HEADER_FIELD } from '../schema/change-event-object.ts';
import type { ObjectSchema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import { sameValue } from '../schema/values/index.ts';

/** A record before and after; both after an update, one of them otherwise. */
interface Change {
  readonly old: SObject | null;
  readonly record: SObject | null;
}

const sequenceKey = Symbol('change events of this transaction');

export function captureChanges(
  tx: Transaction,
  object: ObjectSchema,
  type: ChangeHeader['ChangeType'],
  changes: readonly Change[],
): void {
  if (!capturesChanges()) return;
  const events = tx.org.schema.object(changeEventName(object.name));
  if (events?.changesOf === undefined || changes.length === 0) return;
  tx.org.async.publishChanges(
    tx,
    changes.map((change) => eventOf(tx, events, object, type, change)),
  );
}

/** The fields that have values of a new record, those that changed of another one, none of a deleted one. */
function eventOf(
  tx: Transaction,
  events: ObjectSchema,
  object: ObjectSchema,
  type: ChangeHeader['ChangeType'],
  { old, record }: Change,
): SObject {
  const event = new SObject(events);
  const isUpdate = type === 'UPDATE';
  const changed =
    record === null
      ? []
      : [...events.fields.values()].filter(({ name }) => object.field(name) && isNews(name, old, record));
  for (const { name } of changed) event.values.set(name, record!.get(name));
  const sequence = tx.state(sequenceKey, () => ({ transaction: randomUUID(), count: 0 }));
  const header: ChangeHeader = {
    EntityName: object.name,
    RecordIds: [(record ?? old)!.id!],
    ChangeType: type,
    ChangeOrigin: '',
    TransactionKey: sequence.transaction,
    SequenceNumber: ++sequence.count,
    CommitTimestamp: tx.org.clock.now(),
    CommitNumber: tx.org.clock.now(),
    CommitUser: tx.user.id,
    ChangedFields: isUpdate ? changed.map(({ name }) => name) : [],
    NulledFields: isUpdate ? changed.filter(({ name }) => record!.get(name) === null).map(({ name }) => name) : [],
    DiffFields: [],
  };
  event.values.set(HEADER_FIELD, JSON.stringify(header));
  return event;
}

function isNews(name: string, old: SObject | null, record: SObject): boolean {
  const value = record.get(name);
  return old === null ? value !== null : !sameValue(value, old.get(name));
}
