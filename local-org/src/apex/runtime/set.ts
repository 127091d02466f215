/** Apex's Set: insertion order, Apex equality. */
import { setOf, types, type ApexType } from '../types/apex-type.ts';
import { ApexCollection } from './collection.ts';
import { measureGrowth } from './heap-size.ts';
import { KeyIndex } from './keys.ts';

export class ApexSet<T = unknown> extends ApexCollection {
  readonly elementType: ApexType;
  private readonly entries = new Map<unknown, T>();
  private readonly index = new KeyIndex();

  constructor(elementType: ApexType = types.Object, values?: Iterable<T>) {
    super();
    this.elementType = elementType;
    if (values !== undefined) for (const value of values) this.add(value);
  }

  get apexType(): ApexType {
    return setOf(this.elementType);
  }

  get size(): number {
    return this.entries.size;
  }

  has(value: T): boolean {
    return this.entries.has(this.index.keyOf(value, false));
  }

  /** True when the value was not there before. */
  add(value: T): boolean {
    this.removing();
    const key = this.index.keyOf(value, true);
    if (this.entries.has(key)) return false;
    this.changing();
    this.entries.set(key, value);
    measureGrowth(this, this.entries.size - 1, this.entries.size);
    return true;
  }

  /** True when the value was there. */
  remove(value: T): boolean {
    this.removing();
    const key = this.index.keyOf(value, false);
    if (!this.entries.delete(key)) return false;
    this.changing();
    this.index.forget(key);
    return true;
  }

  heldValues(): Iterable<unknown> {
    return this;
  }

  clear(): void {
    this.changing();
    this.entries.clear();
    this.index.clear();
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.entries.values();
  }
}
