/**
 * Brings the tables in line with the org's schema. Data is never lost: tables and columns that the schema no longer has
 * stay, and a column whose kind of value changed is kept under another name beside the converted one.
 */
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { OrgError } from '../../schema/errors.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../../schema/model.ts';
import { convertColumn, widenDecimals } from './convert.ts';
import { columnType, type Encoding, encodingOf, formatEncoding, parseEncoding } from './encoding.ts';
import { quoted } from './names.ts';
import { type Column, column, type IndexDefinition, indexesOf, isStored, Table } from './table.ts';

const INTERNAL_TABLES = `
  CREATE TABLE IF NOT EXISTS "~meta" (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "~columns" (
    object TEXT NOT NULL, field TEXT NOT NULL, encoding TEXT NOT NULL, PRIMARY KEY (object, field)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "~sequences" (name TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "~recycle_bin" (
    id TEXT PRIMARY KEY, object TEXT NOT NULL, root TEXT NOT NULL, deleted_at INTEGER NOT NULL, deleted_by TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS "~recycle_bin.root" ON "~recycle_bin" (root);
  CREATE TABLE IF NOT EXISTS "~severed" (
    root TEXT NOT NULL, object TEXT NOT NULL, field TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (root, object, field, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "~record_locks" (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "~viewed" (
    user TEXT NOT NULL, id TEXT NOT NULL, viewed_at INTEGER, referenced_at INTEGER, PRIMARY KEY (user, id)
  ) STRICT, WITHOUT ROWID;
`;

type StoredColumns = Map<string, Encoding>;

/** Creates and alters what is missing; answers the tables by lower-cased object name. Must run inside a transaction. */
export function applySchema(database: DatabaseSync, schema: Schema): Map<string, Table> {
  database.exec(INTERNAL_TABLES);
  const stored = readColumns(database);
  const fingerprint = fingerprintOf(schema);
  const unchanged = readMeta(database, 'schema') === fingerprint;
  const tables = new Map<string, Table>();
  for (const object of schema.objects.values()) {
    const known = stored.get(object.name.toLowerCase());
    const table = unchanged ? reopen(object, known) : applyObject(database, object, known);
    tables.set(object.name.toLowerCase(), table);
  }
  if (!unchanged) writeMeta(database, 'schema', fingerprint);
  return tables;
}

function reopen(object: ObjectSchema, known: StoredColumns | undefined): Table {
  const columns: Column[] = [];
  for (const field of object.fields.values()) {
    const encoding = known?.get(field.name.toLowerCase());
    if (isStored(field) && encoding !== undefined) columns.push(column(field, encoding));
  }
  return new Table(object, columns);
}

function applyObject(database: DatabaseSync, object: ObjectSchema, known: StoredColumns | undefined): Table {
  const fields = [...object.fields.values()].filter(isStored);
  const columns =
    known === undefined
      ? createTable(database, object, fields)
      : fields.map((field) => column(field, applyField(database, object, field, known.get(field.name.toLowerCase()))));
  const table = new Table(object, columns);
  applyIndexes(database, table);
  return table;
}

function createTable(database: DatabaseSync, object: ObjectSchema, fields: readonly FieldSchema[]): Column[] {
  const columns = fields.map((field) => column(field, encodingOf(field.type, field.scale)));
  const definitions = columns.map(({ field, encoding }) => {
    const key = field.type === 'id' ? ' PRIMARY KEY NOT NULL' : '';
    return `${quoted(field.name)} ${columnType(encoding)}${key}`;
  });
  database.exec(`CREATE TABLE ${quoted(object.name)} (${definitions.join(', ')}) STRICT`);
  for (const { field, encoding } of columns) recordColumn(database, object, field, encoding);
  return columns;
}

function applyField(
  database: DatabaseSync,
  object: ObjectSchema,
  field: FieldSchema,
  stored: Encoding | undefined,
): Encoding {
  const wanted = encodingOf(field.type, field.scale);
  if (stored === undefined) {
    database.exec(`ALTER TABLE ${quoted(object.name)} ADD COLUMN ${quoted(field.name)} ${columnType(wanted)}`);
  } else if (stored.kind === wanted.kind && stored.scale >= wanted.scale) {
    return stored;
  } else if (stored.kind === 'decimal' && wanted.kind === 'decimal') {
    widenDecimals(database, object, field, stored, wanted);
  } else {
    convertColumn(database, object, field, stored, wanted);
  }
  recordColumn(database, object, field, wanted);
  return wanted;
}

function applyIndexes(database: DatabaseSync, table: Table): void {
  const wanted = new Map(indexesOf(table).map((index) => [index.name, index]));
  const existing = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ? COLLATE NOCASE")
    .all(table.object.name);
  for (const { name } of existing) {
    if (!wanted.delete(String(name))) database.exec(`DROP INDEX ${quoted(String(name))}`);
  }
  for (const index of wanted.values()) createIndex(database, table.object, index);
}

function createIndex(database: DatabaseSync, object: ObjectSchema, index: IndexDefinition): void {
  try {
    database.exec(index.sql);
  } catch (error) {
    if (!index.unique) throw error;
    throw new OrgError(
      'DUPLICATE_VALUE',
      `${object.name}.${index.field} is declared unique, but rows of the database share a value. Change those rows first.`,
      [index.field],
    );
  }
}

/** Changes whenever a table, a column or an index would. */
export function fingerprintOf(schema: Schema): string {
  const hash = createHash('sha256');
  for (const object of schema.objects.values()) {
    hash.update(`\n${object.name}`);
    for (const field of object.fields.values()) {
      if (!isStored(field)) continue;
      const encoding = formatEncoding(encodingOf(field.type, field.scale));
      const flags = [field.type, field.unique, field.externalId, field.nameField, field.caseSensitive].join();
      hash.update(`|${field.name} ${encoding} ${flags}`);
    }
  }
  return hash.digest('hex');
}

function readColumns(database: DatabaseSync): Map<string, StoredColumns> {
  const objects = new Map<string, StoredColumns>();
  for (const row of database.prepare('SELECT object, field, encoding FROM "~columns"').all()) {
    const object = String(row.object).toLowerCase();
    const columns = objects.get(object) ?? new Map<string, Encoding>();
    columns.set(String(row.field).toLowerCase(), parseEncoding(String(row.encoding)));
    objects.set(object, columns);
  }
  return objects;
}

function recordColumn(database: DatabaseSync, object: ObjectSchema, field: FieldSchema, encoding: Encoding): void {
  database
    .prepare('INSERT OR REPLACE INTO "~columns" (object, field, encoding) VALUES (?, ?, ?)')
    .run(object.name, field.name, formatEncoding(encoding));
}

function readMeta(database: DatabaseSync, name: string): string | undefined {
  const row = database.prepare('SELECT value FROM "~meta" WHERE name = ?').get(name);
  return row === undefined ? undefined : String(row.value);
}

function writeMeta(database: DatabaseSync, name: string, value: string): void {
  database.prepare('INSERT OR REPLACE INTO "~meta" (name, value) VALUES (?, ?)').run(name, value);
}
