/**
 * Equality inside sets and maps. Every value gets a JavaScript key such that equal values have the same key: strings and
 * whole numbers are their own keys (so that the common cases cost nothing), other values a marked text, and objects
 * themselves when they are compared by identity. Classes of the project that define `equals` and `hashCode` are put in
 * buckets by their hash code.
 */
import { SObject } from '../../schema/sobject.ts';
import { ApexObject } from './apex-object.ts';
import { callMethod, hasMethod } from './call.ts';
import { ApexList } from './list.ts';

/** Finds the key under which a value is (or would be) held by one collection. */
export class KeyIndex {
  /** Objects with an own hashCode, by that code. */
  private buckets: Map<number, ApexObject[]> | undefined;

  /** The key of a value: for classes with an own `equals`, the first equal object that was added. */
  keyOf(value: unknown, adding: boolean): unknown {
    if (typeof value === 'string' || typeof value === 'number' || value === null) return value;
    if (value instanceof ApexObject && hasMethod(value, 'hashcode', 0) && hasMethod(value, 'equals', 1)) {
      return this.bucketKey(value, adding);
    }
    return structuralKey(value);
  }

  clear(): void {
    this.buckets = undefined;
  }

  /** Called when the entry of this key is removed. */
  forget(key: unknown): void {
    if (this.buckets === undefined || !(key instanceof ApexObject) || !hasMethod(key, 'hashcode', 0)) return;
    const code = callMethod(key, 'hashcode') as number;
    const bucket = this.buckets.get(code);
    if (bucket !== undefined)
      this.buckets.set(
        code,
        bucket.filter((entry) => entry !== key),
      );
  }

  private bucketKey(value: ApexObject, adding: boolean): unknown {
    const code = callMethod(value, 'hashcode') as number;
    this.buckets ??= new Map();
    let bucket = this.buckets.get(code);
    if (bucket === undefined) {
      if (!adding) return value;
      this.buckets.set(code, (bucket = []));
    }
    const known = bucket.find((entry) => entry === value || callMethod(value, 'equals', entry) === true);
    if (known !== undefined) return known;
    if (adding) bucket.push(value);
    return value;
  }
}

/** A key made from the value's content: strings keep themselves, others carry a mark that no string starts with. */
export function structuralKey(value: unknown): unknown {
  switch (typeof value) {
    case 'bigint':
    case 'boolean':
      return value;
    case 'object':
      break;
    default:
      return value;
  }
  if (value === null) return null;
  if (value instanceof SObject) return sobjectKey(value);
  if (value instanceof ApexList) return `\u0000(${value.items.map(nestedKey).join('\u0001')})`;
  if (isKeyed(value)) return `\u0000${value.constructor.name} ${value.hashKey()}`;
  if (value instanceof ApexObject && isIterable(value)) {
    return `\u0000{${[...value].map(nestedKey).sort().join('\u0001')}}`;
  }
  return value;
}

interface Keyed {
  hashKey(): string;
}

function isKeyed(value: object): value is Keyed {
  return typeof (value as Partial<Keyed>).hashKey === 'function';
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}

/** Records are equal when their types and all their fields are. */
function sobjectKey(record: SObject): string {
  const fields = [...record.values].map(([name, value]) => `${name}=${nestedKey(value)}`);
  const parents = [...record.parents].map(([name, parent]) => `${name}.${nestedKey(parent)}`);
  return `\u0000${record.schema.name}:${[...fields, ...parents].sort().join('\u0001')}`;
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A number of its own for each object that is compared by identity. */
export function identityOf(value: object): number {
  let identity = identities.get(value);
  if (identity === undefined) identities.set(value, (identity = ++lastIdentity));
  return identity;
}

function nestedKey(value: unknown): string {
  if (value instanceof Array) return `[${value.map(nestedKey).join('\u0001')}]`;
  if (value instanceof ApexObject && hasMethod(value, 'hashcode', 0))
    return `#${String(callMethod(value, 'hashcode'))}`;
  const key = structuralKey(value);
  if (typeof key === 'object' && key !== null) return `@${identityOf(key)}`;
  return `${typeof key} ${String(key)}`;
}
