/** Records as the REST API answers them. */
import type { ResultShape } from '../../database/services.ts';
import { compoundParts, isCompound } from '../../schema/compound.ts';
import type { FieldSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import { BlobValue, DatetimeValue, DateValue, Decimal, TimeValue, type FieldValue } from '../../schema/values/index.ts';
import { rawNumber, type RawJson } from './raw-number.ts';

export type JsonField = string | number | boolean | null | RawJson;
export interface JsonRecord {
  readonly [name: string]: unknown;
}

/** The record with what was selected, and only that. `basePath` is that of the resource list. */
export function recordJson(record: SObject, shape: ResultShape, basePath: string): JsonRecord {
  const json: Record<string, unknown> = { attributes: attributes(record, basePath) };
  for (const name of shape.names) {
    const parent = shape.parents.get(name);
    const children = shape.children.get(name);
    if (parent !== undefined) json[name] = parentJson(record.parents.get(name), parent, basePath);
    else if (children !== undefined) json[name] = childrenJson(record.children.get(name), children, basePath);
    else json[name] = fieldJson(record, name, basePath);
  }
  return json;
}

function attributes(record: SObject, basePath: string): JsonRecord {
  const { schema, id } = record;
  return id === null ? { type: schema.name } : { type: schema.name, url: `${basePath}/sobjects/${schema.name}/${id}` };
}

function parentJson(parent: SObject | null | undefined, shape: ResultShape, basePath: string): JsonRecord | null {
  if (parent === null || parent === undefined) return null;
  return recordJson(parent, shape.byObject?.get(parent.schema.name) ?? shape, basePath);
}

/** Child rows; null when there are none. */
function childrenJson(rows: readonly SObject[] | undefined, shape: ResultShape, basePath: string): JsonRecord | null {
  if (rows === undefined || rows.length === 0) return null;
  return { totalSize: rows.length, done: true, records: rows.map((row) => recordJson(row, shape, basePath)) };
}

function fieldJson(record: SObject, name: string, basePath: string): JsonField | JsonRecord {
  const field = record.schema.field(name);
  if (field !== undefined && isCompound(field)) return compoundJson(record, field);
  const value = record.values.get(name) ?? null;
  // The bytes of a file are fetched from an address of their own.
  if (value instanceof BlobValue) return `${basePath}/sobjects/${record.schema.name}/${record.id ?? ''}/${name}`;
  return valueJson(value);
}

/** The parts of an address or a geolocation by their names; null when all are empty. */
function compoundJson(record: SObject, field: FieldSchema): JsonRecord | null {
  const json: Record<string, JsonField> = {};
  const parts = [...compoundParts(record.schema, field)].toSorted(([a], [b]) => a.localeCompare(b));
  for (const [part, { name }] of parts) {
    json[part.charAt(0).toLowerCase() + part.slice(1)] = valueJson(record.values.get(name) ?? null);
  }
  return Object.values(json).every((value) => value === null) ? null : json;
}

export function valueJson(value: FieldValue): JsonField {
  if (value instanceof Decimal) return rawNumber(value);
  if (value instanceof TimeValue) return `${value.toString().replace(/Z$/, '')}Z`;
  if (value instanceof DateValue || value instanceof DatetimeValue) return value.toString();
  if (value instanceof BlobValue) return Buffer.from(value.bytes).toString('base64');
  return value;
}
