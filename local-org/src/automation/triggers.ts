/** Runs Apex triggers for a batch, and turns what they fail with into errors of its records. */
import type { SaveError, TriggerEvent } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { OrgError } from '../schema/errors.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';

/** Most triggers that may be under way inside each other ("Execution Governors and Limits", Apex Developer Guide). */
const MAX_DEPTH = 16;

export interface TriggerRow {
  /** The record in its new state; null in delete events. */
  readonly record: SObject | null;
  readonly old: SObject | null;
  readonly errors: SaveError[];
}

const depthKey = Symbol('triggers under way');

/** Errors that triggers add to records, and an exception of a trigger for all of them, end up in the rows' errors. */
export function runTriggers(
  tx: Transaction,
  object: ObjectSchema,
  event: TriggerEvent,
  rows: readonly TriggerRow[],
): void {
  if (rows.length === 0 || !tx.org.apex.hasTriggers(object, event)) return;
  const underWay = tx.state<string[]>(depthKey, () => []);
  underWay.push(describe(object, event, rows));
  try {
    if (underWay.length > MAX_DEPTH) throw tooDeep(underWay);
    tx.org.apex.runTriggers(tx, object, event, recordsOf(rows, 'record'), recordsOf(rows, 'old'));
  } catch (error) {
    if (!(error instanceof OrgError) || error.code !== 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY') throw error;
    for (const row of rows) row.errors.push({ statusCode: error.code, message: error.message, fields: error.fields });
  } finally {
    underWay.pop();
  }
  takeRecordErrors(rows);
}

/** Moves the errors that code left on the records to their rows. */
export function takeRecordErrors(rows: readonly TriggerRow[]): void {
  for (const row of rows) {
    for (const record of [row.record, row.old]) {
      if (record === null || record.errors.length === 0) continue;
      row.errors.push(...record.errors);
      record.errors = [];
    }
  }
}

function recordsOf(rows: readonly TriggerRow[], side: 'record' | 'old'): SObject[] | null {
  return rows[0][side] === null ? null : rows.map((row) => row[side]!);
}

function describe(object: ObjectSchema, event: TriggerEvent, rows: readonly TriggerRow[]): string {
  const ids = rows.flatMap(({ record, old }) => record?.id ?? old?.id ?? []);
  const name = event.replace(/(?:^| )(\w)/g, (_match, letter: string) => letter.toUpperCase());
  return `${object.name} trigger event ${name}${ids.length === 0 ? '' : ` for [${ids.join(', ')}]`}`;
}

function tooDeep(underWay: readonly string[]): OrgError {
  return new OrgError(
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    `maximum trigger depth exceeded\n${underWay.slice(0, MAX_DEPTH).join('\n')}`,
  );
}
