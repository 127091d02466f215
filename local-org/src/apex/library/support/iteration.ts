/** Walking over anything of Apex that can be walked over. */
import { ApexList, ApexMap, ApexObject, ApexSet, callMethod, hasMethod, throwApex } from '../../runtime/index.ts';

/** The elements of a list, a set, an iterable of the library or an `Iterable` of the project. */
export function iterate(value: unknown): Iterable<unknown> {
  if (value instanceof ApexList || value instanceof ApexSet) return value;
  if (value instanceof ApexObject && !(value instanceof ApexMap)) {
    if (Symbol.iterator in value) return value as ApexObject & Iterable<unknown>;
    if (hasMethod(value, 'iterator', 0)) return walk(callMethod(value, 'iterator'));
  }
  return throwApex('System.TypeException', 'Not iterable');
}

/** The elements that an `Iterator` still has, of the project or of the library. */
export function* walk(iterator: unknown): IterableIterator<unknown> {
  if (iterator instanceof ApexObject && hasMethod(iterator, 'hasnext', 0)) {
    while (callMethod(iterator, 'hasnext') === true) yield callMethod(iterator, 'next');
  } else {
    yield* iterate(iterator);
  }
}
