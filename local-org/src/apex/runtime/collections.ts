/** Lists, sets and maps as generated code makes and walks them. */
import type { SObject } from '../../schema/sobject.ts';
import { sobjectType, type ApexType } from '../types/apex-type.ts';
import { nullPointer, throwApex } from './exception.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';
import { ApexSet } from './set.ts';
import type { ApexEnumValue } from './enum-value.ts';

export function list(elementType: ApexType, items: unknown[] = []): ApexList {
  return new ApexList(elementType, items);
}

export { changedInLoop } from './collection.ts';

/** `new Integer[5]`: five nulls. */
export function sizedList(elementType: ApexType, size: number | null): ApexList {
  return new ApexList(elementType, new Array<unknown>(size ?? nullPointer()).fill(null));
}

export function set(elementType: ApexType, items: readonly unknown[] = []): ApexSet {
  return new ApexSet(elementType, items);
}

export function map(
  keyType: ApexType,
  valueType: ApexType,
  entries: readonly (readonly [unknown, unknown])[] = [],
): ApexMap {
  return new ApexMap(keyType, valueType, entries);
}

/** The only row of a query that is used as a record ("SOQL and SOSL Queries", Apex Developer Guide). */
export function singleRow(rows: ApexList<SObject>): SObject {
  if (rows.size === 0) throwApex('System.QueryException', 'List has no rows for assignment to SObject');
  if (rows.size > 1) throwApex('System.QueryException', 'List has more than 1 row for assignment to SObject');
  return rows.items[0];
}

export function rowOrNull(rows: ApexList<SObject>): SObject | null {
  return rows.size === 0 ? null : singleRow(rows);
}

const batchSize = 200;

/** Lists of up to 200 rows, for `for (List<X> batch : [SELECT …])`. */
export function* batches(rows: ApexList<SObject>): IterableIterator<ApexList<SObject>> {
  for (let start = 0; start < rows.size; start += batchSize) {
    const batch = rows.items.slice(start, start + batchSize);
    yield new ApexList(sobjectType(batch[0].schema.name), batch);
  }
}

export function enumValueOf(type: ApexType, constants: readonly ApexEnumValue[], name: string | null): ApexEnumValue {
  const key = name?.toLowerCase();
  const found = constants.find((constant) => constant.name.toLowerCase() === key);
  return found ?? throwApex('System.NoSuchElementException', `No enum constant ${type.toString()}.${name}`);
}
