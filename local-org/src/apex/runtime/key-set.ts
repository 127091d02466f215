/** What `Map.keySet()` returns: the keys of the map as they are now, through which they can be removed but not added. */
import { throwApex } from './exception.ts';
import type { ApexMap } from './map.ts';
import { ApexSet } from './set.ts';

export class ApexKeySet<K> extends ApexSet<K> {
  private readonly map: ApexMap<K>;

  constructor(map: ApexMap<K>) {
    super(map.keyType);
    this.map = map;
    // A loop over the keys is a loop over the map: neither may be changed inside it.
    Object.defineProperty(this, 'changes', { get: () => map.changes });
  }

  override get size(): number {
    return this.map.size;
  }

  override has(key: K): boolean {
    return this.map.has(key);
  }

  override add(): boolean {
    throwApex('System.FinalException', 'Collection is read-only');
  }

  override remove(key: K): boolean {
    const present = this.map.has(key);
    this.map.remove(key);
    return present;
  }

  override clear(): void {
    this.map.clear();
  }

  override [Symbol.iterator](): IterableIterator<K> {
    return this.map.keys();
  }
}
