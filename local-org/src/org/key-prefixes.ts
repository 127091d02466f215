/** Key prefixes that objects of the project were given: ids of stored records carry them. */
import { existsSync } from 'node:fs';
import { openDatabase } from '../database/store/open.ts';
import type { Store } from '../database/store.ts';
import type { Schema } from '../schema/model.ts';

const TABLE =
  'CREATE TABLE IF NOT EXISTS "~key_prefixes" (object TEXT PRIMARY KEY, prefix TEXT NOT NULL) STRICT, WITHOUT ROWID';

/** Those of an existing database, before its schema is known. Throws the errors of `openDatabase`. */
export function storedKeyPrefixes(path: string): ReadonlyMap<string, string> {
  if (path === ':memory:' || !existsSync(path)) return new Map();
  const database = openDatabase(path);
  try {
    database.exec(TABLE);
    const rows = database.prepare('SELECT object, prefix FROM "~key_prefixes"').all();
    return new Map(rows.map(({ object, prefix }) => [String(object), String(prefix)]));
  } finally {
    database.close();
  }
}

/** Also those of objects that a project had once, so that their prefixes are not given to others. */
export function keepKeyPrefixes(store: Store, schema: Schema): void {
  store.prepare(TABLE).run();
  const insert = store.prepare('INSERT OR IGNORE INTO "~key_prefixes" (object, prefix) VALUES (?, ?)');
  for (const { name, custom, kind, keyPrefix } of schema.objects.values()) {
    if (custom || ((kind === 'share' || kind === 'history') && name.includes('__'))) insert.run(name, keyPrefix);
  }
}

/** As kept in an open database. */
export function keptKeyPrefixes(store: Store): ReadonlyMap<string, string> {
  store.prepare(TABLE).run();
  const rows = store.prepare('SELECT object, prefix FROM "~key_prefixes"').all() as unknown as [string, string][];
  return new Map(rows);
}
