/** What lists, sets and maps share: when they may be changed. */
import { ApexObject } from './apex-object.ts';
import { throwApex } from './exception.ts';
import type { HeapHolder } from './heap-size.ts';

export abstract class ApexCollection extends ApexObject implements HeapHolder {
  /** `Trigger.new` and its relatives may not be changed. */
  readOnly = false;
  /** Number of changes; a for loop ends with an exception at the first element that it would hand out after one. */
  changes = 0;

  abstract heldValues(): Iterable<unknown>;

  /** To be called before every change. */
  protected changing(): void {
    this.removing();
    this.changes++;
  }

  /** To be called before what loops do not mind: entries of a map may be removed while its keys are walked over. */
  protected removing(): void {
    if (this.readOnly) throwApex('System.FinalException', 'Collection is read-only');
  }
}

/** Called by for loops that come to an element of a collection that was changed since they began. */
export function changedInLoop(): never {
  throwApex('System.FinalException', 'Cannot modify a collection while it is being iterated.');
}
