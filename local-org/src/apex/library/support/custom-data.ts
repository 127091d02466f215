/** The records of a custom setting or a custom metadata type, by name. Code asks for them often, and they change seldom. */
import type { Store } from '../../../database/store.ts';
import type { TableWatch } from '../../../database/store/versions.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import type { ObjectSchema } from '../../../schema/model.ts';
import type { SObject } from '../../../schema/sobject.ts';
import { ApexMap } from '../../runtime/index.ts';
import { sobjectType, types } from '../../types/apex-type.ts';

/** As a map from the value of `keyField`. */
export function recordsBy(object: ObjectSchema, keyField: string): ApexMap<string, SObject> {
  const entries = keptRows(object).rows.map((row) => [String(row.get(keyField)), row.clone()] as const);
  return new ApexMap(types.String, sobjectType(object.name), entries);
}

/** The record whose field has this value in any case, or null. */
export function recordNamed(object: ObjectSchema, keyField: string, name: string): SObject | null {
  const kept = keptRows(object);
  let byKey = kept.byKey.get(keyField);
  if (byKey === undefined) {
    // Of several, the first made.
    byKey = new Map(kept.rows.toReversed().map((row) => [String(row.get(keyField)).toLowerCase(), row]));
    kept.byKey.set(keyField, byKey);
  }
  return byKey.get(name.toLowerCase())?.clone() ?? null;
}

/** Rows as they are stored; what is handed out are copies. */
interface KeptRows {
  readonly watch: TableWatch;
  version: string;
  rows: readonly SObject[];
  byKey: Map<string, ReadonlyMap<string, SObject>>;
}

const kept = new WeakMap<Store, Map<ObjectSchema, KeptRows>>();

function keptRows(object: ObjectSchema): KeptRows {
  const { store } = currentTransaction();
  let objects = kept.get(store);
  if (objects === undefined) kept.set(store, (objects = new Map<ObjectSchema, KeptRows>()));
  let found = objects.get(object);
  if (found === undefined) {
    const watch = store.versions.watch([object.name]);
    found = { watch, version: '', rows: [], byKey: new Map<string, ReadonlyMap<string, SObject>>() };
    objects.set(object, found);
  }
  const version = found.watch.version();
  if (version !== found.version) {
    Object.assign(found, { version, rows: store.allRows(object), byKey: new Map() });
  }
  return found;
}
