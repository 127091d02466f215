/** Definitions that users have saved, as JSON by the ids of their rows. */
import type { Store } from '../database/store.ts';

export class SavedJson {
  readonly #store: Store;
  readonly #table: string;

  /** `table` is a name of SQL that only this kind of definition has. */
  constructor(store: Store, table: string) {
    this.#store = store;
    this.#table = table;
    store
      .prepare(
        `CREATE TABLE IF NOT EXISTS "${table}" (id TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID`,
      )
      .run();
  }

  get(id: string): unknown {
    const row = this.#store.prepare(`SELECT definition FROM "${this.#table}" WHERE id = ?`).get(id);
    const text = (row as unknown as readonly [string] | undefined)?.[0];
    return text === undefined ? undefined : JSON.parse(text);
  }

  set(id: string, definition: object): void {
    this.#store
      .prepare(`INSERT OR REPLACE INTO "${this.#table}" (id, definition) VALUES (?, ?)`)
      .run(id, JSON.stringify(definition));
  }

  delete(id: string): void {
    this.#store.prepare(`DELETE FROM "${this.#table}" WHERE id = ?`).run(id);
  }
}
