/**
 * How a field's values are kept in SQLite. Numbers with a scale are scaled integers, so that money is exact and sums stay
 * exact; dates are days and datetimes milliseconds since 1970, so that order is numeric order.
 */
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { OrgError } from '../../schema/errors.ts';
import type { FieldSchema, FieldType } from '../../schema/model.ts';
import { BlobValue, DatetimeValue, DateValue, Decimal, type FieldValue, TimeValue } from '../../schema/values/index.ts';

export type EncodingKind = 'text' | 'integer' | 'boolean' | 'decimal' | 'date' | 'datetime' | 'time' | 'blob';

export interface Encoding {
  readonly kind: EncodingKind;
  /** Digits right of the point that a stored `decimal` holds; 0 for the other kinds. */
  readonly scale: number;
}

const KINDS: Partial<Record<FieldType, EncodingKind>> = {
  boolean: 'boolean',
  int: 'integer',
  double: 'decimal',
  currency: 'decimal',
  percent: 'decimal',
  location: 'decimal',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  base64: 'blob',
};

/** Largest magnitude of an SQLite integer. */
const INTEGER_LIMIT = 2n ** 63n - 1n;

export function encodingOf(type: FieldType, scale: number): Encoding {
  const kind = KINDS[type] ?? 'text';
  return { kind, scale: kind === 'decimal' ? scale : 0 };
}

/** `decimal:2`, `text`: how the catalogue of columns writes an encoding. */
export function formatEncoding(encoding: Encoding): string {
  return encoding.kind === 'decimal' ? `decimal:${encoding.scale}` : encoding.kind;
}

export function parseEncoding(text: string): Encoding {
  const [kind, scale] = text.split(':') as [EncodingKind, string | undefined];
  return { kind, scale: Number(scale ?? 0) };
}

/** Type of the SQLite column, in a STRICT table. */
export function columnType(encoding: Encoding): string {
  if (encoding.kind === 'text') return 'TEXT';
  if (encoding.kind === 'blob') return 'BLOB';
  return encoding.kind === 'boolean' ? 'INTEGER NOT NULL DEFAULT 0' : 'INTEGER';
}

/**
 * The value as SQLite stores it. Decimals are rounded half-up to `scale`, the field's own, before they are scaled. Throws
 * `OrgError('INVALID_TYPE_ON_FIELD_IN_RECORD')` for a value that is not of the field's type.
 */
export function encode(
  encoding: Encoding,
  value: FieldValue,
  field: Pick<FieldSchema, 'name' | 'scale'>,
): SQLInputValue {
  if (value === null) return encoding.kind === 'boolean' ? 0 : null;
  switch (encoding.kind) {
    case 'text':
      if (typeof value === 'string') return value;
      break;
    case 'boolean':
      if (typeof value === 'boolean') return value ? 1 : 0;
      break;
    case 'integer':
      if (typeof value === 'number' && Number.isInteger(value)) return value;
      if (value instanceof Decimal) return integer(value.setScale(0).unscaled, field.name);
      break;
    case 'decimal':
      if (value instanceof Decimal) {
        return integer(
          value.setScale(Math.min(field.scale, encoding.scale)).setScale(encoding.scale).unscaled,
          field.name,
        );
      }
      if (typeof value === 'number') return encode(encoding, Decimal.of(value), field);
      break;
    case 'date':
      if (value instanceof DateValue) return value.days;
      break;
    case 'datetime':
    case 'time':
      if (value instanceof DatetimeValue || value instanceof TimeValue) return value.ms;
      break;
    case 'blob':
      if (value instanceof BlobValue) return value.bytes;
      break;
  }
  throw new OrgError('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.name}: value not of required type: ${String(value)}`, [
    field.name,
  ]);
}

function integer(unscaled: bigint, field: string): bigint {
  if (unscaled <= INTEGER_LIMIT && unscaled >= -INTEGER_LIMIT) return unscaled;
  throw new OrgError('NUMBER_OUTSIDE_VALID_RANGE', `${field}: value outside of valid range on numeric field`, [field]);
}

export type Decoder = (raw: SQLOutputValue) => FieldValue;

/** The way back from `encode`; `scale` is the one a decimal is answered with, where that loses no digit. */
export function decoder(encoding: Encoding, scale = encoding.scale): Decoder {
  switch (encoding.kind) {
    case 'text':
      return (raw) => raw as string | null;
    case 'boolean':
      return (raw) => raw !== null && Number(raw) !== 0;
    case 'integer':
      return (raw) => (raw === null ? null : Number(raw));
    case 'decimal':
      return decimalDecoder(encoding.scale, scale);
    case 'date':
      return (raw) => (raw === null ? null : new DateValue(Number(raw)));
    case 'datetime':
      return (raw) => (raw === null ? null : new DatetimeValue(Number(raw)));
    case 'time':
      return (raw) => (raw === null ? null : new TimeValue(Number(raw)));
    case 'blob':
      return (raw) => (raw === null ? null : new BlobValue(raw as Uint8Array));
  }
}

function decimalDecoder(stored: number, wanted: number): Decoder {
  if (stored === wanted) {
    return (raw) => (raw === null ? null : Decimal.fromUnscaled(BigInt(raw as bigint | number), stored));
  }
  return (raw) => {
    if (raw === null) return null;
    const exact = Decimal.fromUnscaled(BigInt(raw as bigint | number), stored);
    const shown = exact.setScale(wanted);
    return shown.equals(exact) ? shown : exact;
  };
}
