/** Database.QueryLocator and its iterator ("QueryLocator Class", Apex Reference Guide). */
import type { SObject } from '../../../schema/sobject.ts';
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { IteratorValue } from '../system/iterator.ts';

export class QueryLocatorValue extends LibraryObject {
  readonly typeName = 'Database.QueryLocator';
  readonly query: string;
  readonly records: readonly SObject[];

  constructor(query: string, records: readonly SObject[]) {
    super();
    this.query = query;
    this.records = records;
  }

  [Symbol.iterator](): Iterator<SObject> {
    return this.records[Symbol.iterator]();
  }
}

export const queryLocatorClass = libraryClass(
  'Database.QueryLocator',
  {
    'String getQuery()': (self: QueryLocatorValue) => self.query,
    'Database.QueryLocatorIterator iterator()': (self: QueryLocatorValue) =>
      new IteratorValue(self.records, 'Database.QueryLocatorIterator'),
  },
  { implements: ['System.Iterable<SObject>'] },
);

export const queryLocatorIteratorClass = libraryClass(
  'Database.QueryLocatorIterator',
  {
    'Boolean hasNext()': (self: IteratorValue) => self.$hasnext$0(),
    'SObject next()': (self: IteratorValue) => self.$next$0(),
  },
  { implements: ['System.Iterator<SObject>'] },
);
