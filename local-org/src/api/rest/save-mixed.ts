/** Saves records of several objects in one call, in runs of one object, with the rules of partial success. */
import { DmlError } from '../../database/dml-error.ts';
import type { DmlOptions, SaveResult } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { ApiError } from '../http/errors.ts';

export type SaveStep<T> = (tx: Transaction, rows: readonly T[], options: DmlOptions) => SaveResult[];

/** Runs of one object in a call (REST API Developer Guide, "sObject Collections", "Order of execution"). */
const MOST_RUNS = 10;

/**
 * One result per row, in order. With `allOrNone` a failure undoes every run, and the rows that were good are answered with
 * `ALL_OR_NONE_OPERATION_ROLLED_BACK`.
 */
export function saveMixed<T>(
  tx: Transaction,
  rows: readonly T[],
  typeOf: (row: T) => string,
  step: SaveStep<T>,
  options: DmlOptions,
): SaveResult[] {
  const runs = splitRuns(rows, typeOf);
  if (runs.length > MOST_RUNS) {
    throw new ApiError(400, 'INVALID_BATCH', `records of one object must stand together: more than ${MOST_RUNS} runs`);
  }
  const savepoint = tx.savepoint();
  const results: SaveResult[] = [];
  for (const run of runs) results.push(...saveRun(tx, run, step, options));
  if (!options.allOrNone || results.every((result) => result.success)) return results;
  tx.rollbackTo(savepoint);
  return rows.map((_, index) => rolledBack(results[index]));
}

function saveRun<T>(tx: Transaction, run: readonly T[], step: SaveStep<T>, options: DmlOptions): readonly SaveResult[] {
  try {
    return step(tx, run, options);
  } catch (error) {
    if (error instanceof DmlError) return error.results;
    throw error;
  }
}

function splitRuns<T>(rows: readonly T[], typeOf: (row: T) => string): T[][] {
  const runs: T[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && typeOf(last[0]) === typeOf(row)) last.push(row);
    else runs.push([row]);
  }
  return runs;
}

function rolledBack(result: SaveResult | undefined): SaveResult {
  if (result !== undefined && !result.success) return result;
  const message = 'Record rolled back because not all records were valid and the request was using AllOrNone header';
  return {
    id: null,
    success: false,
    created: false,
    errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message, fields: [] }],
  };
}
