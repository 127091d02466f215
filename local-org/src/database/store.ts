/**
 * The records of the org in one SQLite database. Rows go in and out as they are: defaults, rules, permissions and limits are
 * the business of the layers to the right.
 */
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { OrgError } from '../schema/errors.ts';
import { newId } from '../schema/ids.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import type { FieldValue } from '../schema/values/index.ts';
import { fillBlank } from './store/blank.ts';
import { applySchema } from './store/catalogue.ts';
import { encode } from './store/encoding.ts';
import { jsonList } from './store/json-list.ts';
import { quoted } from './store/names.ts';
import { openDatabase } from './store/open.ts';
import { type Deletion, RecycleBin } from './store/recycle-bin.ts';
import { RecordLocks } from './store/record-locks.ts';
import { Sequences } from './store/sequences.ts';
import { StatementCache } from './store/statements.ts';
import type { Column, Table } from './store/table.ts';
import { fold, foldedColumn, registerFold } from './store/text.ts';
import { TableVersions } from './store/versions.ts';

export interface AtomicOptions {
  /** Undo everything even when `fn` succeeds. */
  readonly rollback: boolean;
}

/** Rows of one object, and which of its columns they hold, for reading by id. */
interface RowReader {
  readonly columns: readonly Column[];
  readonly sql: string;
}

export class Store {
  readonly recycleBin: RecycleBin;
  readonly locks: RecordLocks;
  readonly versions = new TableVersions();
  private readonly database: DatabaseSync;
  private readonly statements: StatementCache;
  private readonly sequences: Sequences;
  private readonly readers = new Map<Table, RowReader>();
  private tables: Map<string, Table>;
  private currentSchema: Schema;
  private depth = 0;

  private constructor(database: DatabaseSync, schema: Schema) {
    this.database = database;
    this.statements = new StatementCache(database);
    this.currentSchema = schema;
    this.tables = this.inTransaction(() => applySchema(database, schema));
    this.sequences = new Sequences(database);
    this.recycleBin = new RecycleBin(this.statements);
    this.locks = new RecordLocks(this.statements);
  }

  /** Opens or makes the database; `:memory:` for one that is gone when closed. Throws the errors of `openDatabase`. */
  static open(path: string, schema: Schema): Store {
    const database = openDatabase(path);
    try {
      registerFold(database);
      if (path === ':memory:') fillBlank(database, schema);
      return new Store(database, schema);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  get schema(): Schema {
    return this.currentSchema;
  }

  /** Takes over a changed schema: tables, columns and indexes that are missing are added. When a transaction around it is undone, the former schema must be taken over again. */
  useSchema(schema: Schema): void {
    this.statements.clear();
    this.tables = this.atomically(() => applySchema(this.database, schema));
    this.currentSchema = schema;
    this.readers.clear();
    this.versions.touchAll();
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }

  table(object: ObjectSchema): Table {
    const table = this.tables.get(object.name.toLowerCase());
    if (table === undefined) throw new OrgError('INVALID_TYPE', `sObject type '${object.name}' is not supported.`);
    return table;
  }

  /** A prepared statement whose rows are arrays; integers are bigints when `bigInts` is set. */
  prepare(sql: string, bigInts = false): StatementSync {
    return this.statements.get(sql, bigInts);
  }

  /** Makes a function of SQL; a later one of the same name replaces it. Integers reach it as bigints. */
  registerFunction(name: string, fn: (...args: SQLOutputValue[]) => SQLInputValue): void {
    this.database.function(name, { varargs: true, useBigIntArguments: true }, fn);
  }

  registerAggregate<T extends SQLInputValue>(
    name: string,
    start: () => T,
    step: (total: T, value: SQLOutputValue) => T,
  ): void {
    this.database.aggregate<T>(name, { start, step, useBigIntArguments: true });
  }

  /** Runs `fn` whole or not at all. Inside another call it is part of that one. */
  atomically<T>(fn: () => T, options: AtomicOptions = { rollback: false }): T {
    const nested = this.depth > 0;
    const name = `nested${this.depth}`;
    this.database.exec(nested ? `SAVEPOINT ${name}` : 'BEGIN IMMEDIATE');
    this.depth++;
    let keep = false;
    try {
      const result = fn();
      if (!nested) this.sequences.flush();
      keep = !options.rollback;
      return result;
    } finally {
      this.depth--;
      if (!keep) this.versions.touchAll();
      if (!nested) this.database.exec(keep ? 'COMMIT' : 'ROLLBACK');
      else this.database.exec(keep ? `RELEASE ${name}` : `ROLLBACK TO ${name}; RELEASE ${name}`);
    }
  }

  setSavepoint(name: string): void {
    this.database.exec(`SAVEPOINT ${quoted(name)}`);
  }

  rollbackToSavepoint(name: string): void {
    this.database.exec(`ROLLBACK TO ${quoted(name)}`);
    this.versions.touchAll();
  }

  releaseSavepoint(name: string): void {
    this.database.exec(`RELEASE ${quoted(name)}`);
  }

  /** A record id that was never given before. */
  newId(object: ObjectSchema): string {
    return newId(object.keyPrefix, this.takeNumber(`id:${object.keyPrefix}`, 1));
  }

  /** The next number of an auto-number field, which starts at `first`. */
  nextAutoNumber(field: FieldSchema, first = 1): number {
    return this.takeNumber(`number:${field.object}.${field.name}`.toLowerCase(), first);
  }

  /** Writes a new row of the record's stored fields; the record has its id. */
  insertRow(record: SObject): void {
    const table = this.table(record.schema);
    const names: string[] = [];
    const values: SQLInputValue[] = [];
    for (const [name, value] of record.values) {
      const column = table.column(name);
      if (column === undefined) continue;
      names.push(quoted(column.field.name));
      values.push(encode(column.encoding, value, column.field));
    }
    const marks = names.map(() => '?').join();
    this.write(table, `INSERT INTO ${table.sqlName} (${names.join()}) VALUES (${marks})`, values);
  }

  /** Gives the text to every row whose field is empty: for a field that is new. */
  fillEmpty(object: ObjectSchema, field: string, value: string): void {
    const column = quoted(field);
    this.prepare(`UPDATE ${this.table(object).sqlName} SET ${column} = ? WHERE ${column} IS NULL`).run(value);
    this.versions.touch(object.name);
  }

  /** Changes the given stored fields of one row; others in `values` are left out. False when there is no such row. */
  updateRow(object: ObjectSchema, id: string, values: ReadonlyMap<string, FieldValue>): boolean {
    const table = this.table(object);
    const assignments: string[] = [];
    const parameters: SQLInputValue[] = [];
    for (const [name, value] of values) {
      const column = table.column(name);
      if (column === undefined || column.field.type === 'id') continue;
      assignments.push(`${quoted(column.field.name)}=?`);
      parameters.push(encode(column.encoding, value, column.field));
    }
    if (assignments.length === 0) return this.exists(object, id);
    parameters.push(id);
    return this.write(table, `UPDATE ${table.sqlName} SET ${assignments.join()} WHERE "Id"=?`, parameters) > 0;
  }

  /** Puts a row into the recycle bin, or erases it when its object has none. False when there is no such live row. */
  deleteRow(object: ObjectSchema, id: string, deletion: Deletion): boolean {
    const table = this.table(object);
    if (!table.hasRecycleBin) return this.eraseRow(object, id);
    const sql = `UPDATE ${table.sqlName} SET "IsDeleted"=1 WHERE "Id"=? AND "IsDeleted"=0`;
    if (this.write(table, sql, [id]) === 0) return false;
    this.recycleBin.add({ id, object: object.name }, deletion);
    return true;
  }

  /** Takes a row out of the recycle bin. False when it is not there. */
  undeleteRow(object: ObjectSchema, id: string): boolean {
    const table = this.table(object);
    if (!table.hasRecycleBin) return false;
    this.recycleBin.remove(id);
    const sql = `UPDATE ${table.sqlName} SET "IsDeleted"=0 WHERE "Id"=? AND "IsDeleted"=1`;
    return this.write(table, sql, [id]) > 0;
  }

  /** Removes a row for good. False when there is none. */
  eraseRow(object: ObjectSchema, id: string): boolean {
    const table = this.table(object);
    this.recycleBin.remove(id);
    return this.write(table, `DELETE FROM ${table.sqlName} WHERE "Id"=?`, [id]) > 0;
  }

  /** The live rows with these ids, all stored fields set, by id; with `deleted` also those in the recycle bin. */
  getRows(object: ObjectSchema, ids: readonly string[], options: { deleted?: boolean } = {}): Map<string, SObject> {
    const table = this.table(object);
    const rows = this.readRows(
      table,
      '"Id" IN (SELECT value FROM json_each(?))',
      [JSON.stringify(ids)],
      options.deleted,
    );
    return new Map(rows.map((row) => [row.id!, row]));
  }

  /**
   * The live rows whose field holds one of these values, all stored fields set; text is compared as the field's uniqueness is.
   */
  findRows(object: ObjectSchema, fieldName: string, values: readonly FieldValue[]): SObject[] {
    const table = this.table(object);
    const column = table.column(fieldName);
    if (column === undefined) {
      throw new OrgError('INVALID_FIELD', `No such column '${fieldName}' on entity '${object.name}'`);
    }
    const { field, encoding } = column;
    const folded =
      encoding.kind === 'text' && field.type !== 'reference' && field.type !== 'id' && !field.caseSensitive;
    const keys = values.map((value) => {
      const key = encode(encoding, value, field);
      return folded && typeof key === 'string' ? fold(key) : key;
    });
    const left = folded ? foldedColumn(field.name) : quoted(field.name);
    return this.readRows(table, `${left} IN (SELECT value FROM json_each(?))`, [jsonList(keys)]);
  }

  /** Every live row, in the order they were made. */
  allRows(object: ObjectSchema): SObject[] {
    return this.readRows(this.table(object), 'TRUE', []);
  }

  exists(object: ObjectSchema, id: string): boolean {
    return this.prepare(`SELECT 1 FROM ${this.table(object).sqlName} WHERE "Id"=?`).get(id) !== undefined;
  }

  private readRows(table: Table, condition: string, parameters: readonly SQLInputValue[], deleted = false): SObject[] {
    const reader = this.reader(table);
    const live = table.hasRecycleBin && !deleted ? ' AND "IsDeleted"=0' : '';
    const rows = this.prepare(`${reader.sql} WHERE ${condition}${live} ORDER BY rowid`, true).all(...parameters);
    return (rows as unknown as SQLOutputValue[][]).map((row) => {
      const record = new SObject(table.object);
      reader.columns.forEach(({ field, decode }, index) => record.values.set(field.name, decode(row[index])));
      return record;
    });
  }

  private reader(table: Table): RowReader {
    let reader = this.readers.get(table);
    if (reader === undefined) {
      const columns = [...table.columns.values()];
      const names = columns.map(({ field }) => quoted(field.name)).join();
      reader = { columns, sql: `SELECT ${names} FROM ${table.sqlName}` };
      this.readers.set(table, reader);
    }
    return reader;
  }

  /** Runs one write and answers how many rows it changed. */
  private write(table: Table, sql: string, parameters: readonly SQLInputValue[]): number {
    this.versions.touch(table.object.name);
    try {
      return Number(this.prepare(sql).run(...parameters).changes);
    } catch (error) {
      throw uniquenessError(error, table) ?? error;
    }
  }

  /** Outside a transaction there is no commit to write the sequence with. */
  private takeNumber(sequence: string, first: number): number {
    const number = this.sequences.take(sequence, first);
    if (this.depth === 0) this.sequences.flush();
    return number;
  }

  private inTransaction<T>(fn: () => T): T {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const result = fn();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    }
  }
}

/**
 * The last line of defence: the save order finds duplicates itself and names the record. SQLite says
 * `UNIQUE constraint failed: index 'Widget__c.Key__c!'` for an index on an expression, else `… failed: Widget__c.Key__c`.
 */
function uniquenessError(error: unknown, table: Table): OrgError | undefined {
  if (!(error instanceof Error) || !error.message.startsWith('UNIQUE constraint failed')) return undefined;
  const name = /\.([^.'!]+)[!~]*'?$/.exec(error.message)?.[1] ?? 'Id';
  return new OrgError(
    'DUPLICATE_VALUE',
    `duplicate value found: ${name} duplicates value on another record of ${table.object.name}`,
    [name],
  );
}
