/** Apex's Map: insertion order, keys by Apex equality. */
import { mapOf, types, type ApexType } from '../types/apex-type.ts';
import { ApexCollection } from './collection.ts';
import { measureGrowth } from './heap-size.ts';
import { KeyIndex } from './keys.ts';

interface Entry<K, V> {
  readonly key: K;
  value: V;
}

export class ApexMap<K = unknown, V = unknown> extends ApexCollection {
  readonly keyType: ApexType;
  readonly valueType: ApexType;
  private readonly byKey = new Map<unknown, Entry<K, V>>();
  private readonly index = new KeyIndex();

  constructor(
    keyType: ApexType = types.Object,
    valueType: ApexType = types.Object,
    entries?: Iterable<readonly [K, V]>,
  ) {
    super();
    this.keyType = keyType;
    this.valueType = valueType;
    if (entries !== undefined) for (const [key, value] of entries) this.put(key, value);
  }

  get apexType(): ApexType {
    return mapOf(this.keyType, this.valueType);
  }

  get size(): number {
    return this.byKey.size;
  }

  has(key: K): boolean {
    return this.byKey.has(this.index.keyOf(key, false));
  }

  get(key: K): V | null {
    return this.byKey.get(this.index.keyOf(key, false))?.value ?? null;
  }

  /** Returns the value that was there before, or null. The first of several equal keys is kept. */
  put(key: K, value: V): V | null {
    this.removing();
    const hash = this.index.keyOf(key, true);
    const entry = this.byKey.get(hash);
    if (entry === undefined) {
      this.changing();
      this.byKey.set(hash, { key, value });
      measureGrowth(this, this.byKey.size - 1, this.byKey.size);
      return null;
    }
    const previous = entry.value;
    entry.value = value;
    return previous;
  }

  /** Returns the value that was removed, or null. */
  remove(key: K): V | null {
    this.removing();
    const hash = this.index.keyOf(key, false);
    const entry = this.byKey.get(hash);
    if (entry === undefined) return null;
    this.byKey.delete(hash);
    this.index.forget(hash);
    return entry.value;
  }

  *heldValues(): Iterable<unknown> {
    for (const { key, value } of this.byKey.values()) {
      yield key;
      yield value;
    }
  }

  clear(): void {
    this.changing();
    this.byKey.clear();
    this.index.clear();
  }

  *keys(): IterableIterator<K> {
    for (const entry of this.byKey.values()) yield entry.key;
  }

  *values(): IterableIterator<V> {
    for (const entry of this.byKey.values()) yield entry.value;
  }

  *entries(): IterableIterator<[K, V]> {
    for (const entry of this.byKey.values()) yield [entry.key, entry.value];
  }
}
