/**
 * An estimate of the bytes that values take on the heap of Apex. The platform does not publish its own sizes; these are chosen
 * low, so that no code ends here that would not end there.
 */
import { currentTransaction } from '../../database/transaction.ts';
import { SObject } from '../../schema/sobject.ts';
import { BlobValue, DateValue, DatetimeValue, Decimal, TimeValue } from '../../schema/values/index.ts';
import { ApexType } from '../types/apex-type.ts';
import { ApexObject } from './apex-object.ts';
import { throwApex } from './exception.ts';

/** What says itself which values it holds. */
export interface HeapHolder {
  heldValues(): Iterable<unknown>;
}

const REFERENCE = 4;
const WIDE = 8;
/** Collections are measured when they have this size, and whenever it has doubled. */
const FIRST_MEASURED = 1024;

/** Bytes of the values and of all that can be reached from them, each counted once. Stops counting above `enough`. */
export function heapSizeOf(values: Iterable<unknown>, enough = Infinity): number {
  const seen = new Set<object>();
  const waiting: Iterable<unknown>[] = [values];
  let size = 0;
  for (let next = waiting.pop(); next !== undefined && size <= enough; next = waiting.pop()) {
    for (const value of next) {
      size += REFERENCE;
      if (typeof value === 'string') size += value.length;
      else if (typeof value === 'bigint') size += WIDE;
      else if (typeof value === 'object' && value !== null && !seen.has(value)) {
        seen.add(value);
        size += ownSize(value);
        waiting.push(partsOf(value));
      }
      if (size > enough) break;
    }
  }
  return size;
}

/** To be called when a collection has grown: a collection that does not fit into the heap ends the transaction. */
export function measureGrowth(collection: HeapHolder, before: number, after: number): void {
  if (after < FIRST_MEASURED || Math.clz32(before) === Math.clz32(after)) return;
  const allowed = currentTransaction().limits.allowed('heapSize');
  const size = heapSizeOf(collection.heldValues(), allowed);
  if (size > allowed) throwApex('System.LimitException', `Apex heap size too large: ${size}`);
}

function ownSize(value: object): number {
  if (value instanceof BlobValue) return value.bytes.length;
  if (value instanceof Decimal) return 2 * WIDE;
  return value instanceof DateValue || value instanceof DatetimeValue || value instanceof TimeValue ? WIDE : 0;
}

function partsOf(value: object): Iterable<unknown> {
  if (value instanceof SObject) {
    return [...value.values.values(), ...value.parents.values(), ...[...value.children.values()].flat()];
  }
  if ('heldValues' in value) return (value as HeapHolder).heldValues();
  if (!(value instanceof ApexObject)) return [];
  const parts: unknown[] = Object.values(value);
  return parts.filter((part) => typeof part !== 'function' && !(part instanceof ApexType));
}
