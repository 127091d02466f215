/** Brings records back from the recycle bin, with what their deletion took along ("undelete()", SOAP API Developer Guide). */
import type { DmlOptions } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { OrgError } from '../schema/errors.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import { captureChanges } from './change-capture.ts';
import { saveErrors } from './errors.ts';
import { fillFormulaFields } from './formula-fields.ts';
import { restoreOwnerShares } from './owner-shares.ts';
import { rollUpParents } from './roll-ups/propagate.ts';
import type { Outcome } from './outcome.ts';
import type { DeleteBatch, DeleteRow } from './standard/behaviour.ts';
import { behavioursOf } from './standard/index.ts';
import { runTriggers } from './triggers.ts';

export function undeleteChunk(
  tx: Transaction,
  object: ObjectSchema,
  ids: readonly string[],
  options: DmlOptions,
): Outcome[] {
  const outcomes = new Map<string, Outcome>();
  let pending: readonly string[] = [...new Set(ids)];
  while (pending.length > 0) {
    const savepoint = tx.savepoint();
    const errorsOf = new Map<string, DeleteRow['errors']>();
    let restored = false;
    try {
      runUndelete(tx, object, pending, options, errorsOf);
      restored = [...errorsOf.values()].every((errors) => errors.length === 0);
    } finally {
      if (!restored) tx.rollbackTo(savepoint);
      tx.release(savepoint);
    }
    for (const [id, errors] of errorsOf) {
      if (errors.length > 0) outcomes.set(id, { id, errors });
      else if (restored) outcomes.set(id, { id });
    }
    pending = restored || options.allOrNone ? [] : pending.filter((id) => !outcomes.has(id));
  }
  return ids.map((id) => outcomes.get(id) ?? { id });
}

function runUndelete(
  tx: Transaction,
  object: ObjectSchema,
  ids: readonly string[],
  options: DmlOptions,
  errorsOf: Map<string, DeleteRow['errors']>,
): void {
  const details: SObject[] = [];
  for (const id of ids) {
    const errors: DeleteRow['errors'] = [];
    errorsOf.set(id, errors);
    // A detail that went with its master comes back with it, and not alone.
    if (tx.store.recycleBin.rootOf(id) !== id) errors.push(saveErrors.notInRecycleBin());
    else details.push(...restoreTree(tx, id, errors));
  }
  const good = ids.filter((id) => errorsOf.get(id)!.length === 0);
  const live = tx.store.getRows(object, good);
  const rows = good.map((id): DeleteRow => ({ live: live.get(id)!, errors: errorsOf.get(id)! }));
  if (rows.length > 0) afterUndelete({ tx, object, options, rows }, details);
}

/** Brings back one record and all that was deleted with it; answers the latter. */
function restoreTree(tx: Transaction, root: string, errors: DeleteRow['errors']): SObject[] {
  const { schema } = tx.org;
  const details: SObject[] = [];
  try {
    for (const { id, object: name } of tx.store.recycleBin.deletedWith(root)) {
      const object = schema.require(name);
      tx.store.undeleteRow(object, id);
      const record = tx.store.getRows(object, [id]).get(id)!;
      restoreOwnerShares(tx, object, [record]);
      if (id !== root) details.push(record);
    }
  } catch (error) {
    // Another record took a unique value in the meantime.
    if (!(error instanceof OrgError)) throw error;
    errors.push({ statusCode: error.code, message: error.message, fields: error.fields });
    return [];
  }
  for (const { id, object: name, field, value } of tx.store.recycleBin.takeSevered(root)) {
    const object = schema.require(name);
    const row = tx.store.getRows(object, [id]).get(id);
    if (row !== undefined && row.get(field) === null) tx.store.updateRow(object, id, new Map([[field, value]]));
  }
  return details;
}

function afterUndelete(batch: DeleteBatch, details: readonly SObject[]): void {
  const { tx, object, rows } = batch;
  const records = rows.map(({ live }) => live);
  fillFormulaFields(tx, object, records);
  for (const behaviour of behavioursOf(object)) behaviour.restored?.(batch);
  const changes = rows.map(({ live, errors }) => ({ old: null, record: live, errors }));
  runTriggers(tx, object, 'after undelete', changes);
  rollUpParents(tx, object, changes);
  captureChanges(tx, object, 'UNDELETE', changes);
  const errors = rows[0].errors;
  for (const [schema, group] of Map.groupBy(details, (record) => record.schema)) {
    rollUpParents(
      tx,
      schema,
      group.map((record) => ({ old: null, record, errors })),
    );
  }
}
