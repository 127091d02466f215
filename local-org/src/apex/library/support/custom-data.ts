/** The records of a custom setting or a custom metadata type, by name. */
import { currentTransaction } from '../../../database/transaction.ts';
import type { ObjectSchema } from '../../../schema/model.ts';
import type { SObject } from '../../../schema/sobject.ts';
import { ApexMap } from '../../runtime/index.ts';
import { sobjectType, types } from '../../types/apex-type.ts';

/** As a map from the value of `keyField`. */
export function recordsBy(object: ObjectSchema, keyField: string): ApexMap<string, SObject> {
  const rows = currentTransaction().store.allRows(object);
  const entries = rows.map((row) => [String(row.get(keyField)), row] as const);
  return new ApexMap(types.String, sobjectType(object.name), entries);
}

/** The record whose field has this value in any case, or null. */
export function recordNamed(object: ObjectSchema, keyField: string, name: string): SObject | null {
  const key = name.toLowerCase();
  const rows = currentTransaction().store.allRows(object);
  return rows.find((row) => String(row.get(keyField)).toLowerCase() === key) ?? null;
}
