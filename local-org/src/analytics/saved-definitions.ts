/** Definitions of the reports that users have saved, by the ids of their rows. */
import type { Store } from '../database/store.ts';
import { DateValue } from '../schema/values/index.ts';
import type { ReportDefinition } from './definition.ts';

export class SavedDefinitions {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
    store
      .prepare(
        'CREATE TABLE IF NOT EXISTS "~reports" (id TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID',
      )
      .run();
  }

  get(id: string): ReportDefinition | undefined {
    const row = this.#store.prepare('SELECT definition FROM "~reports" WHERE id = ?').get(id);
    const text = (row as unknown as readonly [string] | undefined)?.[0];
    return text === undefined ? undefined : read(text);
  }

  set(id: string, definition: ReportDefinition): void {
    this.#store
      .prepare('INSERT OR REPLACE INTO "~reports" (id, definition) VALUES (?, ?)')
      .run(id, JSON.stringify(definition));
  }

  delete(id: string): void {
    this.#store.prepare('DELETE FROM "~reports" WHERE id = ?').run(id);
  }
}

function read(text: string): ReportDefinition {
  const definition = JSON.parse(text) as ReportDefinition;
  const { dateFilter } = definition;
  if (dateFilter === null) return definition;
  const day = (value: unknown) => (typeof value === 'string' ? DateValue.parse(value) : null);
  return { ...definition, dateFilter: { ...dateFilter, start: day(dateFilter.start), end: day(dateFilter.end) } };
}
