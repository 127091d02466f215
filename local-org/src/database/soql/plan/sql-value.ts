import type { FieldSchema, FieldType } from '../../../schema/model.ts';
import { type Decoder, decoder, type Encoding, encodingOf } from '../../store/encoding.ts';
import { foldedSql } from '../../store/text.ts';

/** An SQL expression and what its values are. */
export interface SqlValue {
  readonly sql: string;
  readonly type: FieldType;
  readonly encoding: Encoding;
  readonly decode: Decoder;
  /** The field the values come from, also through a formula; undefined for other functions. */
  readonly field?: FieldSchema;
  /** SQL of the currency that an amount is in, in an org with several. */
  readonly currency?: string;
  /** How messages call it. */
  readonly name: string;
}

export function fieldValue(sql: string, field: FieldSchema, encoding: Encoding): SqlValue {
  return { sql, type: field.type, encoding, decode: decoder(encoding, field.scale), field, name: field.name };
}

export function computedValue(sql: string, type: FieldType, name: string, scale = 0): SqlValue {
  const encoding = encodingOf(type, scale);
  return { sql, type, encoding, decode: decoder(encoding), name };
}

const NUMERIC: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent']);

export function isNumeric(value: SqlValue): boolean {
  return NUMERIC.has(value.type);
}

/** Whether values are record ids. Definitions of objects and fields are known by names. */
export function isId({ type, field }: SqlValue): boolean {
  const isKey = type === 'id' || type === 'reference';
  return isKey && !NAMED_BY_KEY.has(type === 'id' ? (field?.object ?? '') : (field?.referenceTo[0] ?? ''));
}

const NAMED_BY_KEY = new Set(['EntityDefinition', 'FieldDefinition', 'EntityParticle']);

/** Whether comparison ignores case: text that is not an id and not a case-sensitive unique field. */
export function foldsCase(value: SqlValue): boolean {
  return value.encoding.kind === 'text' && !isId(value) && value.field?.caseSensitive !== true;
}

/**
 * SQL of what is compared, sorted and grouped by. A checkbox of a missing parent counts as false ("Null Values in Lookup
 * Relationships and Outer Joins", SOQL and SOSL Reference).
 */
export function comparisonKey(value: SqlValue): string {
  if (foldsCase(value)) return foldedSql(value.sql);
  return value.type === 'boolean' ? `coalesce(${value.sql},0)` : value.sql;
}
