/** Definitions of the reports that users have saved, by the ids of their rows. */
import type { Store } from '../database/store.ts';
import { DateValue } from '../schema/values/index.ts';
import type { ReportDefinition } from './definition.ts';
import { SavedJson } from './saved-json.ts';

export class SavedDefinitions {
  readonly #saved: SavedJson;

  constructor(store: Store) {
    this.#saved = new SavedJson(store, '~reports');
  }

  get(id: string): ReportDefinition | undefined {
    const definition = this.#saved.get(id) as ReportDefinition | undefined;
    return definition === undefined ? undefined : withDates(definition);
  }

  set(id: string, definition: ReportDefinition): void {
    this.#saved.set(id, definition);
  }

  delete(id: string): void {
    this.#saved.delete(id);
  }
}

function withDates(definition: ReportDefinition): ReportDefinition {
  const { dateFilter } = definition;
  const blocks = definition.blocks.map(({ id, definition: own }) => ({ id, definition: withDates(own) }));
  if (dateFilter === null) return { ...definition, blocks };
  const day = (value: unknown) => (typeof value === 'string' ? DateValue.parse(value) : null);
  const dates = { ...dateFilter, start: day(dateFilter.start), end: day(dateFilter.end) };
  return { ...definition, blocks, dateFilter: dates };
}
