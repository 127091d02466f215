/** Saves one batch of at most 200 records whole or in part. */
import type { Transaction } from '../database/transaction.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import { checkFieldAccess, checkRecordAccess, enforcesSharing } from './checks/access.ts';
import { checkLocks } from './checks/locked.ts';
import { saveErrors } from './errors.ts';
import { resolveForeignKeys } from './foreign-keys.ts';
import type { Outcome } from './outcome.ts';
import { prepareInsert, type PrepareOptions, prepareUpdate } from './prepare-rows.ts';
import { runSaveOrder } from './save-order.ts';
import { goodRows, type SaveBatch } from './save-row.ts';

/** How often a batch is tried before it fails as a whole ("Bulk DML Exception Handling", Apex Developer Guide). */
const MAX_ATTEMPTS = 3;

/**
 * All or none: one attempt, which is undone when a record fails. Otherwise the attempt is undone and repeated with the
 * records that had no error, triggers and all; governor limits are back at what they were before the first attempt.
 */
export function saveChunk(
  tx: Transaction,
  object: ObjectSchema,
  operation: 'insert' | 'update',
  given: readonly SObject[],
  options: PrepareOptions,
): Outcome[] {
  const outcomes = new Map<SObject, Outcome>();
  let pending = given;
  const limits = tx.limits.copy();
  for (let attempt = 1; pending.length > 0; attempt++) {
    if (attempt > MAX_ATTEMPTS) {
      for (const record of given) outcomes.set(record, { id: record.id, errors: [saveErrors.tooManyRetries()] });
      break;
    }
    if (attempt > 1) tx.limits.restore(limits);
    const result = attemptSave(tx, object, operation, pending, options);
    for (const [record, outcome] of result.outcomes) outcomes.set(record, outcome);
    if (options.allOrNone) break;
    pending = result.repeat;
  }
  return given.map((record) => outcomes.get(record) ?? { id: record.id });
}

interface Attempt {
  readonly outcomes: Map<SObject, Outcome>;
  /** Records without an error of their own whose save was undone because another one failed. */
  readonly repeat: readonly SObject[];
}

function attemptSave(
  tx: Transaction,
  object: ObjectSchema,
  operation: 'insert' | 'update',
  given: readonly SObject[],
  options: PrepareOptions,
): Attempt {
  const prepared = (operation === 'insert' ? prepareInsert : prepareUpdate)(tx, object, given, options);
  checkBeforeSave(prepared);
  const batch: SaveBatch = { ...prepared, rows: goodRows(prepared) };
  const refused = batch.rows.length < prepared.rows.length;
  const savepoint = tx.savepoint();
  let saved = false;
  try {
    if (!refused || !options.allOrNone) runSaveOrder(batch);
    saved = batch.rows.every(({ errors }) => errors.length === 0);
  } finally {
    if (!saved) tx.rollbackTo(savepoint);
    tx.release(savepoint);
  }
  const outcomes = new Map<SObject, Outcome>();
  for (const { given: record, errors } of prepared.rows) {
    if (errors.length > 0) outcomes.set(record, { id: record.id, errors });
  }
  if (!saved) return { outcomes, repeat: goodRows(batch).map((row) => row.given) };
  for (const row of batch.rows) outcomes.set(row.given, { id: row.record.id! });
  return { outcomes, repeat: [] };
}

/** What needs no code of the org to be refused: records set aside here cost the others no second attempt. */
function checkBeforeSave(batch: SaveBatch): void {
  resolveForeignKeys(batch);
  checkFieldAccess(batch);
  if (batch.operation === 'update' && enforcesSharing(batch.options)) {
    checkRecordAccess(batch.tx, batch.object, batch.rows, 'Edit');
  }
  checkLocks(batch.tx, batch.rows);
}
