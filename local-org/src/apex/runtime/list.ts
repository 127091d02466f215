/** Apex's List (and arrays). Reading `items` directly is fine; changes go through the methods. */
import { listOf, types, type ApexType } from '../types/apex-type.ts';
import { ApexCollection } from './collection.ts';
import { throwApex } from './exception.ts';
import { measureGrowth } from './heap-size.ts';
import { chargeCpu } from './machine.ts';

export class ApexList<T = unknown> extends ApexCollection {
  readonly elementType: ApexType;
  readonly items: T[];

  /** Takes the array as its own. */
  constructor(elementType: ApexType = types.Object, items: T[] = []) {
    super();
    this.elementType = elementType;
    this.items = items;
  }

  get apexType(): ApexType {
    return listOf(this.elementType);
  }

  get size(): number {
    return this.items.length;
  }

  at(index: number | null): T {
    if (index === null) throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
    if (index < 0 || index >= this.items.length) outOfBounds(index);
    return this.items[index];
  }

  set(index: number | null, value: T): T {
    if (index === null) throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
    if (index < 0 || index >= this.items.length) outOfBounds(index);
    if (this.readOnly) this.changing();
    return (this.items[index] = value);
  }

  add(value: T): void {
    this.changing();
    measureGrowth(this, this.items.length, this.items.push(value));
  }

  /** Inserts before the element at the index; the index may be the size. */
  insert(index: number, value: T): void {
    this.changing();
    if (index < 0 || index > this.items.length) outOfBounds(index);
    this.items.splice(index, 0, value);
  }

  addAll(values: Iterable<T>): void {
    this.changing();
    const before = this.items.length;
    for (const value of values) measureGrowth(this, this.items.length, this.items.push(value));
    chargeCpu(this.items.length - before);
  }

  remove(index: number): T {
    this.changing();
    if (index < 0 || index >= this.items.length) outOfBounds(index);
    return this.items.splice(index, 1)[0];
  }

  heldValues(): Iterable<unknown> {
    return this.items;
  }

  clear(): void {
    this.changing();
    this.items.length = 0;
  }

  /** Sorts in place; stable. */
  sort(compare: (left: T, right: T) => number): void {
    this.changing();
    chargeCpu(this.items.length);
    this.items.sort(compare);
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.items[Symbol.iterator]();
  }
}

function outOfBounds(index: number): never {
  throwApex('System.ListException', `List index out of bounds: ${index}`);
}
