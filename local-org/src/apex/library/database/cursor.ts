/**
 * Database.Cursor and PaginationCursor ("Apex Cursors", Apex Developer Guide). Making one counts no query; each fetch counts
 * as one and its rows as query rows. The rows are those of the moment the cursor was made.
 */
import type { AccessMode, SoqlBind } from '../../../database/services.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import type { SObject } from '../../../schema/sobject.ts';
import { thawWith } from '../../runtime/freeze.ts';
import { ApexList, LibraryObject, throwApex } from '../../runtime/index.ts';
import { accessOptions, asQueryException, bindValue, markQueried } from '../../runtime/queries.ts';
import { sobjectType, types } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

type CursorType = 'Database.Cursor' | 'Database.PaginationCursor';

/** Rows that one call may fetch. */
const MAXIMUM_FETCH = 2000;

class CursorValue extends LibraryObject {
  readonly typeName: CursorType;
  readonly records: readonly SObject[];

  constructor(typeName: CursorType, records: readonly SObject[]) {
    super();
    this.typeName = typeName;
    this.records = records;
  }

  /** Cursors travel with the queueables that work through them. */
  freezeState(): ApexList<SObject> {
    return new ApexList(types.SObject, [...this.records]);
  }

  fetch(position: number, count: number): SObject[] {
    if (position < 0 || count < 0 || position > this.records.length || count > MAXIMUM_FETCH) {
      throwApex('System.InvalidParameterValueException', `Invalid cursor position or count: ${position}, ${count}`);
    }
    const { limits } = currentTransaction();
    const fetched = this.records.slice(position, position + count);
    limits.use('soqlQueries');
    limits.use('soqlRows', fetched.length);
    return fetched;
  }
}

class FetchResult extends LibraryObject {
  readonly typeName = 'Database.CursorFetchResult';
  readonly cursor: CursorValue;
  readonly start: number;
  readonly records: readonly SObject[];

  constructor(cursor: CursorValue, start: number, pageSize: number) {
    super();
    this.cursor = cursor;
    this.start = start;
    this.records = cursor.fetch(start, pageSize);
  }

  get next(): number {
    return this.start + this.records.length;
  }
}

for (const type of ['Database.Cursor', 'Database.PaginationCursor'] as const) {
  thawWith(type, (records) => new CursorValue(type, (records as ApexList<SObject>).items));
}

export function makeCursor(
  type: CursorType,
  soql: string,
  mode: AccessMode,
  bind: (bind: SoqlBind) => unknown,
): CursorValue {
  const tx = currentTransaction();
  const { records } = asQueryException(() =>
    tx.org.query.lookUp(tx, soql, { ...accessOptions(mode), bind: (wanted) => bindValue(bind(wanted)) }),
  );
  for (const record of records) markQueried(record);
  return new CursorValue(type, records);
}

function rows(records: readonly SObject[]): ApexList<SObject> {
  const [first] = records;
  return new ApexList(first === undefined ? types.SObject : sobjectType(first.schema.name), [...records]);
}

export const cursorClass = libraryClass(
  'Database.Cursor',
  refusingNulls({
    'List<SObject> fetch(Integer position, Integer count)': (self: CursorValue, position: number, count: number) =>
      rows(self.fetch(position, count)),
    'Integer getNumRecords()': ({ records }: CursorValue) => records.length,
  }),
);

export const paginationCursorClass = libraryClass(
  'Database.PaginationCursor',
  refusingNulls({
    'Database.CursorFetchResult fetchPage(Integer start, Integer pageSize)': (
      self: CursorValue,
      start: number,
      pageSize: number,
    ) => new FetchResult(self, start, pageSize),
    'Integer getNumRecords()': ({ records }: CursorValue) => records.length,
  }),
);

export const cursorFetchResultClass = libraryClass('Database.CursorFetchResult', {
  'Integer getNextIndex()': ({ next }: FetchResult) => next,
  'Integer getNumDeletedRecords()': () => 0,
  'List<SObject> getRecords()': ({ records }: FetchResult) => rows(records),
  'Boolean isDone()': ({ next, cursor }: FetchResult) => next >= cursor.records.length,
});
