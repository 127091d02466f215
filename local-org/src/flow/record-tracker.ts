import { SObject } from '../schema/sobject.ts';
import type { FlowValue } from './flow-value.ts';
import { isCollection } from './flow-value.ts';

/**
 * Knows which records of an interview came from the database and which of their fields the flow has assigned since, so that
 * an update writes those and does not write back what it only read.
 */
export class RecordTracker {
  readonly #assigned = new WeakMap<SObject, Set<string>>();

  /** The record was read from the database and holds what is stored. */
  loaded(record: SObject): void {
    this.#assigned.set(record, new Set());
  }

  assigned(record: SObject, field: string): void {
    this.#assigned.get(record)?.add(field);
  }

  /** Copies records, alone or in a collection, with what is known of them. */
  copy(value: FlowValue): FlowValue {
    if (isCollection(value)) return value.map((item) => this.copy(item));
    if (!(value instanceof SObject)) return value;
    const copy = value.clone();
    const assigned = this.#assigned.get(value);
    if (assigned !== undefined) this.#assigned.set(copy, new Set(assigned));
    return copy;
  }

  /** What an update of the record writes: its id and the fields that were set and may be written. */
  forUpdate(record: SObject): SObject {
    const names = this.#assigned.get(record) ?? record.values.keys();
    const write = new SObject(record.schema);
    for (const name of names) {
      if (record.schema.field(name)?.updateable === true) write.set(name, record.get(name));
    }
    write.id = record.id;
    return write;
  }

  /** What a create of the record writes: every field that is set and may be written. */
  forCreate(record: SObject): SObject {
    const write = new SObject(record.schema);
    for (const [name, value] of record.values) {
      if (record.schema.field(name)?.createable === true) write.set(name, value);
    }
    if (record.id !== null) write.id = record.id;
    return write;
  }
}
