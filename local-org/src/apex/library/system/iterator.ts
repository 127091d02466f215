/** System.Iterator and System.Iterable ("Iterator Interface", "Iterable Interface", Apex Reference Guide). */
import { LibraryObject, throwApex } from '../../runtime/index.ts';
import { libraryInterface } from '../define.ts';

export const iteratorInterface = libraryInterface('System.Iterator<T>', ['Boolean hasNext()', 'T next()']);

export const iterableInterface = libraryInterface('System.Iterable<T>', ['System.Iterator<T> iterator()']);

/** An iterator made by the platform; its two methods go by the names under which interface methods are called. */
export class IteratorValue extends LibraryObject {
  readonly typeName: string;
  private readonly source: Iterator<unknown>;
  private upcoming: IteratorResult<unknown> | undefined;

  constructor(values: Iterable<unknown>, typeName = 'System.ListIterator') {
    super();
    this.source = values[Symbol.iterator]();
    this.typeName = typeName;
  }

  $hasnext$0(): boolean {
    this.upcoming ??= this.source.next();
    return this.upcoming.done !== true;
  }

  $next$0(): unknown {
    if (!this.$hasnext$0()) throwApex('System.NoSuchElementException', 'Iterator has no more elements.');
    const value: unknown = this.upcoming!.value;
    this.upcoming = undefined;
    return value;
  }
}
