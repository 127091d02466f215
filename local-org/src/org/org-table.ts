/** What the org keeps about itself, by name, beside its records. */
import type { Store } from '../database/store.ts';

export class OrgTable {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
    store
      .prepare('CREATE TABLE IF NOT EXISTS "~org" (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID')
      .run();
  }

  get(name: string): string | undefined {
    const row = this.#store.prepare('SELECT value FROM "~org" WHERE name = ?').get(name);
    return (row as unknown as readonly [string] | undefined)?.[0];
  }

  set(name: string, value: string): void {
    this.#store.prepare('INSERT OR REPLACE INTO "~org" (name, value) VALUES (?, ?)').run(name, value);
  }
}
