/** Copies of records, as `SObject.clone` and `deepClone` of collections make them. */
import type { FieldSchema } from '../../../schema/model.ts';
import { SObject } from '../../../schema/sobject.ts';

export interface CloneOptions {
  readonly preserveId?: boolean;
  /** Parents are copied too, instead of shared. */
  readonly deep?: boolean;
  readonly preserveReadonlyTimestamps?: boolean;
  readonly preserveAutonumber?: boolean;
}

const TIMESTAMPS = new Set(['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp']);

const sources = new WeakMap<SObject, { readonly id: string | null }>();

/** Undefined when the record is not a clone; otherwise the id of the record it was made from. */
export function cloneSource(record: SObject): { readonly id: string | null } | undefined {
  return sources.get(record);
}

export function cloneRecord(record: SObject, options: CloneOptions): SObject {
  const copy = record.clone();
  for (const name of record.values.keys()) {
    const field = record.schema.field(name);
    if (field !== undefined && !survives(field, options)) copy.values.delete(name);
  }
  if (options.deep === true) {
    for (const [name, parent] of copy.parents) {
      if (parent !== null) copy.parents.set(name, cloneRecord(parent, { ...options, preserveId: true }));
    }
  }
  copy.queried = false;
  sources.set(copy, { id: record.id });
  return copy;
}

function survives(field: FieldSchema, options: CloneOptions): boolean {
  if (field.type === 'id') return options.preserveId === true;
  if (TIMESTAMPS.has(field.name)) return options.preserveReadonlyTimestamps === true;
  return !field.autoNumber || options.preserveAutonumber === true;
}
