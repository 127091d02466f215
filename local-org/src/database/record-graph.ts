/** Stored records that a save or a formula looks at, each read once, together with those its neighbours will ask for. */
import type { FieldSchema, ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import type { Transaction } from './transaction.ts';

/**
 * Parents of records, along any path. When one record's parent is asked for, the same parents of all records of that object
 * are read with it, so that the number of statements depends on the path's length and not on the number of records.
 */
export class RecordGraph {
  readonly #tx: Transaction;
  readonly #loaded = new Map<string, SObject | null>();
  readonly #known = new Map<ObjectSchema, Set<SObject>>();

  constructor(tx: Transaction, records: Iterable<SObject> = []) {
    this.#tx = tx;
    for (const record of records) this.#remember(record);
  }

  /** The live record the reference points to; null when it is empty or points nowhere. */
  parent(record: SObject, field: FieldSchema): SObject | null {
    const id = record.get(field.name) as string | null;
    if (id === null) return null;
    if (!this.#loaded.has(id)) this.#loadParents(record.schema, field);
    if (!this.#loaded.has(id)) this.load([id]);
    return this.#loaded.get(id) ?? null;
  }

  /** The live records with these ids, one statement for each object that is not yet known. */
  load(ids: Iterable<string>): Map<string, SObject> {
    const missing = [...new Set(ids)].filter((id) => !this.#loaded.has(id));
    const byObject = Map.groupBy(missing, (id) => this.#tx.org.schema.objectOfId(id));
    for (const [object, objectIds] of byObject) {
      const rows = object === undefined ? undefined : this.#tx.store.getRows(object, objectIds);
      for (const id of objectIds) {
        const row = rows?.get(id) ?? null;
        this.#loaded.set(id, row);
        if (row !== null) this.#remember(row);
      }
    }
    return new Map([...ids].flatMap((id) => (this.#loaded.get(id) ? [[id, this.#loaded.get(id)!]] : [])));
  }

  #loadParents(object: ObjectSchema, field: FieldSchema): void {
    const ids: string[] = [];
    for (const record of this.#known.get(object) ?? []) {
      const id = record.get(field.name) as string | null;
      if (id !== null) ids.push(id);
    }
    this.load(ids);
  }

  #remember(record: SObject): void {
    let records = this.#known.get(record.schema);
    if (records === undefined) this.#known.set(record.schema, (records = new Set()));
    records.add(record);
  }
}
