/** Reads single records by id, with the fields the user may see. */
import type { Transaction } from '../../database/transaction.ts';
import type { QueryResult } from '../../database/services.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { isId } from '../../schema/ids.ts';
import type { Call } from '../call.ts';
import { ApiError, notFound } from '../http/errors.ts';
import { recordJson, type JsonRecord } from '../json/record-json.ts';

/** A text as a SOQL literal. */
export function quoted(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n').replace(/\r/g, '\\r')}'`;
}

/** Rows of the object for which the condition holds, as the user. */
export function select(
  call: Call,
  tx: Transaction,
  object: ObjectSchema,
  fields: readonly string[],
  condition: string,
): QueryResult {
  const soql = `SELECT ${fields.join(', ')} FROM ${object.name} WHERE ${condition}`;
  return call.org.query.run(tx, soql, { mode: 'user', sharing: true });
}

/** Fields for an answer: those asked for, or all that the user may read. */
export function answeredFields(
  call: Call,
  object: ObjectSchema,
  asked: string | readonly string[] | null,
): readonly string[] {
  const list = typeof asked === 'string' ? asked.split(',') : (asked ?? []);
  const names = list.map((name) => name.trim()).filter((name) => name !== '');
  if (names.length > 0) return [...new Set(['Id', ...names])];
  const { security } = call.org;
  return [...object.fields.values()]
    .filter((field) => security.field(call.user.id, object, field.name).read)
    .map((field) => field.name);
}

/** The record of this id as JSON. Throws 404 when there is none that the user can see. */
export function retrieve(
  call: Call,
  tx: Transaction,
  object: ObjectSchema,
  id: string,
  fields: readonly string[],
): JsonRecord {
  requireIdOf(object, id);
  const { records, shape } = select(call, tx, object, fields, `Id = ${quoted(id)}`);
  const [record] = records;
  if (record === undefined) throw missing(call, tx, object, id);
  return recordJson(record, shape, call.basePath);
}

/** Throws 404 for a text that is no id, or one of another object. */
export function requireIdOf(object: ObjectSchema, id: string): void {
  if (isId(id) && id.startsWith(object.keyPrefix)) return;
  throw notFound(`Provided external ID field does not exist or is not accessible: ${id}`);
}

/** Tells deleted records, which are `ENTITY_IS_DELETED`, from those that never were or that the user cannot see. */
export function missing(call: Call, tx: Transaction, object: ObjectSchema, id: string): ApiError {
  const deleted =
    object.field('IsDeleted') !== undefined &&
    call.org.query.run(tx, `SELECT Id FROM ${object.name} WHERE Id = ${quoted(id)} AND IsDeleted = true`, {
      mode: 'user',
      sharing: true,
      allRows: true,
    }).records.length > 0;
  return deleted ? new ApiError(404, 'ENTITY_IS_DELETED', 'entity is deleted') : notFound();
}

/** Whether the user can see the record. */
export function exists(call: Call, tx: Transaction, object: ObjectSchema, id: string): boolean {
  return select(call, tx, object, ['Id'], `Id = ${quoted(id)}`).records.length > 0;
}
