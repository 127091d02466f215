/** What happens to stored values when a field's type or scale changes between two deployments. */
import type { DatabaseSync } from 'node:sqlite';
import { OrgError } from '../../schema/errors.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import { DatetimeValue, DateValue, Decimal, type FieldValue, TimeValue } from '../../schema/values/index.ts';
import { columnType, decoder, encode, type Encoding, type EncodingKind } from './encoding.ts';
import { quoted } from './names.ts';

/** Gives the stored numbers more digits right of the point. Exact; throws when a number would no longer fit. */
export function widenDecimals(
  database: DatabaseSync,
  object: ObjectSchema,
  field: FieldSchema,
  from: Encoding,
  to: Encoding,
): void {
  const name = quoted(field.name);
  try {
    database.exec(`UPDATE ${quoted(object.name)} SET ${name} = ${name} * ${10n ** BigInt(to.scale - from.scale)}`);
  } catch {
    throw new OrgError(
      'NUMBER_OUTSIDE_VALID_RANGE',
      `${object.name}.${field.name} cannot have ${to.scale} decimal places: stored numbers would no longer fit.`,
      [field.name],
    );
  }
}

/**
 * Moves the old column aside (`Name~1`, …) and fills a new one with the values that can be converted; the others are empty
 * there, and still readable in the old column.
 */
export function convertColumn(
  database: DatabaseSync,
  object: ObjectSchema,
  field: FieldSchema,
  from: Encoding,
  to: Encoding,
): void {
  const table = quoted(object.name);
  const aside = quoted(freeName(database, object, field));
  for (const name of indexNames(database, object, field)) database.exec(`DROP INDEX ${quoted(name)}`);
  database.exec(`ALTER TABLE ${table} RENAME COLUMN ${quoted(field.name)} TO ${aside}`);
  database.exec(`ALTER TABLE ${table} ADD COLUMN ${quoted(field.name)} ${columnType(to)}`);
  const decode = decoder(from);
  const read = database.prepare(`SELECT rowid, ${aside} FROM ${table}`);
  read.setReadBigInts(true);
  read.setReturnArrays(true);
  const write = database.prepare(`UPDATE ${table} SET ${quoted(field.name)} = ? WHERE rowid = ?`);
  for (const [rowid, raw] of read.all() as unknown as [bigint, bigint | string | null][]) {
    const value = convertValue(decode(raw), to.kind);
    if (value !== null) write.run(encode(to, value, field), rowid);
  }
}

/** The same value as another kind; null when it cannot be expressed. */
export function convertValue(value: FieldValue, kind: EncodingKind): FieldValue {
  if (value === null) return null;
  switch (kind) {
    case 'text':
      return String(value);
    case 'boolean':
      return typeof value === 'boolean' ? value : String(value).toLowerCase() === 'true';
    case 'integer':
    case 'decimal':
      return convertNumber(value, kind);
    case 'date':
      if (value instanceof DatetimeValue) return value.date();
      return typeof value === 'string' ? (DateValue.tryParse(value) ?? null) : null;
    case 'datetime':
      return (
        DatetimeValue.tryParse(value instanceof DateValue ? `${value.toString()}T00:00:00Z` : String(value)) ?? null
      );
    case 'time':
      return TimeValue.tryParse(String(value)) ?? null;
    case 'blob':
      return null;
  }
}

function convertNumber(value: FieldValue, kind: 'integer' | 'decimal'): FieldValue {
  const number = Decimal.tryParse(String(value));
  if (number === undefined) return null;
  return kind === 'decimal' ? number : number.setScale(0).toNumber();
}

function freeName(database: DatabaseSync, object: ObjectSchema, field: FieldSchema): string {
  const taken = new Set(
    database
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(object.name)
      .map((row) => String(row.name)),
  );
  for (let count = 1; ; count++) if (!taken.has(`${field.name}~${count}`)) return `${field.name}~${count}`;
}

/** Indexes on the field: their names are the object's and the field's and what kind of index it is. */
function indexNames(database: DatabaseSync, object: ObjectSchema, field: FieldSchema): string[] {
  const prefix = `${object.name}.${field.name}`;
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'index'").all();
  return names.map(({ name }) => String(name)).filter((name) => name.replace(/[!~]+$/, '') === prefix);
}
