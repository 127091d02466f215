/** Opens the database file: alone, durable against a killed process, and only when its format is understood. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { OrgError } from '../../schema/errors.ts';

/** Marks the file as ours (`PRAGMA application_id`): "lorg". */
const APPLICATION_ID = 0x6c6f7267;

/** Layout of the tables that do not come from the org's schema, and of the encodings (`PRAGMA user_version`). */
export const FORMAT_VERSION = 1;

const SQLITE_BUSY = 5;
const SQLITE_NOTADB = 26;

/**
 * Throws `OrgError` DATABASE_IN_USE when another process has the file, DATABASE_UNREADABLE when it is no database of a
 * local org, DATABASE_VERSION when its format is too old or too new.
 */
export function openDatabase(path: string): DatabaseSync {
  const inMemory = path === ':memory:';
  if (!inMemory) mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: 0, enableDoubleQuotedStringLiterals: false });
  try {
    if (!inMemory) lock(database, path);
    checkFormat(database, path);
    if (!inMemory) makeDurable(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * The exclusive locking mode holds the file until it is closed. Changes nothing in the file, which may not be ours.
 */
function lock(database: DatabaseSync, path: string): void {
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    const code = sqliteCode(error);
    if (code === SQLITE_BUSY) {
      throw new OrgError(
        'DATABASE_IN_USE',
        `The database ${path} is in use by another process. Stop that process, or use another database folder.`,
      );
    }
    if (code === SQLITE_NOTADB) throw unreadable(path);
    throw error;
  }
}

/**
 * WAL keeps every committed transaction whole when the process is killed; synchronous=NORMAL keeps the file consistent even
 * when the machine stops ("PRAGMA synchronous", SQLite).
 */
function makeDurable(database: DatabaseSync): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
}

function checkFormat(database: DatabaseSync, path: string): void {
  const application = pragma(database, 'application_id');
  if (application === 0 && isEmpty(database)) {
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FORMAT_VERSION}`);
    return;
  }
  if (application !== APPLICATION_ID) throw unreadable(path);
  checkVersion(path, pragma(database, 'user_version'));
}

function checkVersion(path: string, version: number): void {
  if (version > FORMAT_VERSION) {
    throw new OrgError(
      'DATABASE_VERSION',
      `The database ${path} was written by a newer local org (format ${version}; this one reads ${FORMAT_VERSION}). ` +
        'Update the local org, or use another database folder. Nothing was changed.',
    );
  }
  if (version < FORMAT_VERSION) {
    throw new OrgError(
      'DATABASE_VERSION',
      `The database ${path} has format ${version}, which this local org can no longer read (it reads ` +
        `${FORMAT_VERSION}). Move the file away to start with an empty database, or export its data with the version ` +
        'that wrote it. Nothing was changed.',
    );
  }
}

function unreadable(path: string): OrgError {
  return new OrgError(
    'DATABASE_UNREADABLE',
    `${path} is not a database of a local org. Move it away, or use another database folder. Nothing was changed.`,
  );
}

function isEmpty(database: DatabaseSync): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}

function pragma(database: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()![name]);
}

/** The primary result code of an error thrown by SQLite. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}
