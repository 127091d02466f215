/** What travels through the save order. */
import type { DmlOptions, SaveError } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import { sameValue } from '../schema/values/index.ts';

/** One record of a save. */
export interface SaveRow {
  /** The caller's record: only its Id is ever written. */
  readonly given: SObject;
  /** The record as it will be stored: the stored values with the given ones over them. Triggers and flows work on it. */
  readonly record: SObject;
  /** The record as it was stored; null for an insert. */
  readonly old: SObject | null;
  readonly errors: SaveError[];
}

/** At most 200 records of one object that are saved together. */
export interface SaveBatch {
  readonly tx: Transaction;
  readonly object: ObjectSchema;
  readonly operation: 'insert' | 'update';
  readonly options: DmlOptions;
  readonly rows: readonly SaveRow[];
}

/** The rows that have no error so far: what a step of the save order works on. */
export function goodRows(batch: Pick<SaveBatch, 'rows'>): SaveRow[] {
  return batch.rows.filter((row) => row.errors.length === 0);
}

/** Whether a save gives the field another value than the stored one; always for an insert. */
export function isChanged(row: SaveRow, field: string): boolean {
  return row.old === null || !sameValue(row.record.get(field), row.old.get(field));
}
