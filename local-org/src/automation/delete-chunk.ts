/** The order of execution of a delete, for at most 200 records of one object. */
import type { DmlOptions } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import { type Cascade, findCascade } from './cascade.ts';
import { captureChanges } from './change-capture.ts';
import { checkRecordAccess, enforcesSharing } from './checks/access.ts';
import { checkLocks } from './checks/locked.ts';
import { saveErrors } from './errors.ts';
import { fillFormulaFields } from './formula-fields.ts';
import { removeShares } from './owner-shares.ts';
import { rollUpParents } from './roll-ups/propagate.ts';
import type { Outcome } from './outcome.ts';
import type { DeleteBatch, DeleteRow } from './standard/behaviour.ts';
import { behavioursOf } from './standard/index.ts';
import { runTriggers, takeRecordErrors, type TriggerRow } from './triggers.ts';

/** Most names of restricting records that an error lists. */
const LISTED_RECORDS = 10;

/**
 * Without `allOrNone` an attempt in which a record fails is undone and repeated with the others. `absorb` is called between
 * before triggers and the deletion, to move what shall not go with the records.
 */
export function deleteChunk(
  tx: Transaction,
  object: ObjectSchema,
  ids: readonly string[],
  options: DmlOptions,
  absorb: (records: readonly SObject[]) => void = () => {},
): Outcome[] {
  const outcomes = new Map<string, Outcome>();
  let pending: readonly string[] = [...new Set(ids)];
  while (pending.length > 0) {
    const rows = liveRows(tx, object, pending, outcomes);
    if (enforcesSharing(options))
      checkRecordAccess(
        tx,
        object,
        rows.map(({ live: old, errors }) => ({ old, errors })),
        'All',
      );
    checkLocks(
      tx,
      rows.map(({ live, errors }) => ({ record: live, old: null, errors })),
    );
    const batch = { tx, object, options, rows: rows.filter(({ errors }) => errors.length === 0) };
    const deleted = (batch.rows.length === pending.length || !options.allOrNone) && attemptDelete(batch, absorb);
    for (const { live, errors } of rows) if (errors.length > 0) outcomes.set(live.id!, { id: live.id, errors });
    const good = rows.flatMap(({ live, errors }) => (errors.length === 0 ? [live.id!] : []));
    if (deleted) for (const id of good) outcomes.set(id, { id });
    pending = deleted || options.allOrNone ? [] : good;
  }
  return ids.map((id) => outcomes.get(id) ?? { id });
}

/** The records to delete; those that are not there have their outcome. */
function liveRows(
  tx: Transaction,
  object: ObjectSchema,
  ids: readonly string[],
  outcomes: Map<string, Outcome>,
): DeleteRow[] {
  const stored = tx.store.getRows(object, ids, { deleted: true });
  return ids.flatMap((id): DeleteRow[] => {
    const live = stored.get(id);
    if (live !== undefined && live.values.get('IsDeleted') !== true) return [{ live, errors: [] }];
    outcomes.set(id, { id, errors: [live === undefined ? saveErrors.noSuchRecord() : saveErrors.deleted()] });
    return [];
  });
}

/** False when a record has an error, and then nothing was deleted. */
function attemptDelete(batch: DeleteBatch, absorb: (records: readonly SObject[]) => void): boolean {
  const { tx, rows } = batch;
  const savepoint = tx.savepoint();
  let deleted = false;
  try {
    runDelete(batch, absorb);
    deleted = rows.every(({ errors }) => errors.length === 0);
  } finally {
    if (!deleted) tx.rollbackTo(savepoint);
    tx.release(savepoint);
  }
  return deleted;
}

function runDelete(batch: DeleteBatch, absorb: (records: readonly SObject[]) => void): void {
  const { tx, object, rows } = batch;
  const failed = () => rows.length === 0 || rows.some(({ errors }) => errors.length > 0);
  const records = rows.map(({ live }) => live);
  const triggerRows = rows.map(({ live, errors }): TriggerRow => ({ record: null, old: live, errors }));
  if (failed()) return;
  fillFormulaFields(tx, object, records);
  tx.org.flows.runBeforeDelete(tx, object, records);
  takeRecordErrors(triggerRows);
  runTriggers(tx, object, 'before delete', triggerRows);
  for (const behaviour of behavioursOf(object)) behaviour.deleting?.(batch);
  if (failed()) return;
  absorb(records);
  const cascade = findCascade(tx, object, records);
  refuseRestricted(rows, cascade);
  if (failed()) return;
  eraseRecords(tx, records, cascade);
  for (const behaviour of behavioursOf(object)) behaviour.removed?.(batch);
  runTriggers(tx, object, 'after delete', triggerRows);
  if (failed()) return;
  rollUpDeleted(batch, cascade);
  captureChanges(tx, object, 'DELETE', triggerRows);
}

function refuseRestricted(rows: readonly DeleteRow[], { restricted }: Cascade): void {
  for (const { live, errors } of rows) {
    const causes = restricted.get(live.id!) ?? [];
    if (causes.length > 0)
      errors.push(
        saveErrors.deleteRestricted(
          nameOf(live),
          causes[0].schema.labelPlural,
          causes.slice(0, LISTED_RECORDS).map(nameOf),
        ),
      );
  }
}

function nameOf(record: SObject): string {
  const { nameField } = record.schema;
  return String((nameField === undefined ? null : record.get(nameField.name)) ?? record.id);
}

function eraseRecords(tx: Transaction, records: readonly SObject[], cascade: Cascade): void {
  const at = tx.org.clock.now();
  const by = tx.user.id;
  for (const { record, field, root } of cascade.severed) {
    const { schema, id } = record;
    tx.store.recycleBin.recordSevered(root, {
      id: id!,
      object: schema.name,
      field,
      value: record.get(field) as string,
    });
    tx.store.updateRow(schema, id!, new Map([[field, null]]));
  }
  const doomed = [...cascade.details, ...records.map((record) => ({ record, root: record.id! }))];
  for (const { record, root } of doomed) {
    // Shares are gone when they are deleted: the recycle bin holds none.
    if (record.schema.kind === 'share') tx.store.eraseRow(record.schema, record.id!);
    else tx.store.deleteRow(record.schema, record.id!, { root, at, by });
  }
  for (const [schema, group] of Map.groupBy(doomed, ({ record }) => record.schema)) {
    removeShares(
      tx,
      schema,
      group.map(({ record }) => record.id!),
    );
  }
}

/** Parents of the records, and the other parents of the details that went with them. */
function rollUpDeleted({ tx, object, rows }: DeleteBatch, cascade: Cascade): void {
  const changes = rows.map(({ live, errors }) => ({ old: live, record: null, errors }));
  rollUpParents(tx, object, changes);
  const errorsOf = new Map(rows.map(({ live, errors }) => [live.id!, errors]));
  for (const [schema, details] of Map.groupBy(cascade.details, ({ record }) => record.schema)) {
    rollUpParents(
      tx,
      schema,
      details.map(({ record, root }) => ({ old: record, record: null, errors: errorsOf.get(root)! })),
    );
  }
}
