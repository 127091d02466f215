/** The SQLite table of one object: which fields have columns, how they are kept, which indexes it needs. */
import { isCompound } from '../../schema/compound.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import { type Decoder, decoder, type Encoding, encodingOf } from './encoding.ts';
import { quoted } from './names.ts';
import { foldedColumn } from './text.ts';

export interface Column {
  readonly field: FieldSchema;
  readonly encoding: Encoding;
  readonly decode: Decoder;
}

export interface IndexDefinition {
  readonly name: string;
  readonly sql: string;
  readonly unique: boolean;
  readonly field: string;
}

/** Written by every save and never worth an index: few queries filter by who saved last. */
const UNINDEXED_REFERENCES = new Set(['createdbyid', 'lastmodifiedbyid']);

export class Table {
  readonly object: ObjectSchema;
  /** By lower-cased field name. */
  readonly columns: ReadonlyMap<string, Column>;
  /** Whether deleted rows stay, marked, until the recycle bin is emptied. */
  readonly hasRecycleBin: boolean;

  constructor(object: ObjectSchema, columns: readonly Column[]) {
    this.object = object;
    this.columns = new Map(columns.map((column) => [column.field.name.toLowerCase(), column]));
    // Share rows are removed for good, though they have the field.
    this.hasRecycleBin = this.columns.has('isdeleted') && object.kind !== 'share';
  }

  get sqlName(): string {
    return quoted(this.object.name);
  }

  column(name: string): Column | undefined {
    return this.columns.get(name.toLowerCase());
  }
}

/** Formula fields are computed and compound fields are made of their parts: neither is stored. */
export function isStored(field: FieldSchema): boolean {
  return field.formula === undefined && !isCompound(field);
}

export function column(field: FieldSchema, encoding: Encoding): Column {
  return { field, encoding, decode: decoder(encoding, field.scale) };
}

/** A table whose columns are kept as a new database would keep them. */
export function newTable(object: ObjectSchema): Table {
  const stored = [...object.fields.values()].filter(isStored);
  return new Table(
    object,
    stored.map((field) => column(field, encodingOf(field.type, field.scale))),
  );
}

export function indexesOf(table: Table): IndexDefinition[] {
  const live = table.hasRecycleBin ? ' WHERE "IsDeleted" = 0' : '';
  const indexes: IndexDefinition[] = [];
  for (const { field, encoding } of table.columns.values()) {
    if (field.type === 'id' || !needsIndex(field)) continue;
    const foldsCase = encoding.kind === 'text' && field.type !== 'reference' && !field.caseSensitive;
    const key = foldsCase ? foldedColumn(field.name) : quoted(field.name);
    const create = field.unique ? 'CREATE UNIQUE INDEX' : 'CREATE INDEX';
    // The name tells indexes of different kinds apart: one that changed kind is another index.
    const name = `${table.object.name}.${field.name}${field.unique ? '!' : ''}${foldsCase ? '~' : ''}`;
    indexes.push({
      name,
      unique: field.unique,
      field: field.name,
      sql: `${create} ${quoted(name)} ON ${table.sqlName} (${key})${field.unique ? live : ''}`,
    });
  }
  return indexes;
}

function needsIndex(field: FieldSchema): boolean {
  if (field.type === 'reference') return !UNINDEXED_REFERENCES.has(field.name.toLowerCase());
  return field.unique || field.externalId || field.nameField;
}
