/** ApexPages.StandardSetController ("StandardSetController Class", Apex Reference Guide). */
import { LimitExceeded } from '../../../database/limits.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import { NotSupported } from '../../../schema/errors.ts';
import { SObject } from '../../../schema/sobject.ts';
import { ApexList, LibraryObject } from '../../runtime/index.ts';
import { PageReferenceValue } from '../../runtime/page-reference.ts';
import { sobjectType, types } from '../../types/apex-type.ts';
import type { QueryLocatorValue } from '../database/query-locator.ts';
import { libraryClass } from '../define.ts';
import { required } from '../support/arguments.ts';

const MAX_RECORDS = 10_000;
const DEFAULT_PAGE_SIZE = 20;

class StandardSetControllerValue extends LibraryObject {
  readonly typeName = 'ApexPages.StandardSetController';
  readonly source: ApexList<SObject>;
  readonly isComplete: boolean;
  selected: readonly SObject[] = [];
  pageSize = DEFAULT_PAGE_SIZE;
  /** From 1. */
  page = 1;
  #prototype: SObject | undefined;

  constructor(source: ApexList<SObject>) {
    super();
    this.isComplete = source.items.length <= MAX_RECORDS;
    this.source = this.isComplete ? source : new ApexList(source.elementType, source.items.slice(0, MAX_RECORDS));
  }

  get records(): readonly SObject[] {
    return this.source.items;
  }

  get pages(): number {
    return Math.max(1, Math.ceil(this.records.length / this.pageSize));
  }

  get shown(): ApexList<SObject> {
    const start = (this.page - 1) * this.pageSize;
    return new ApexList(this.source.elementType, this.records.slice(start, start + this.pageSize));
  }

  turnTo(page: number): void {
    this.page = Math.min(Math.max(page, 1), this.pages);
  }

  /** "This is a single sObject": what is set in it, `save` sets in every record. */
  get prototype(): SObject | null {
    const [first] = this.records;
    if (first !== undefined) this.#prototype ??= new SObject(first.schema);
    return this.#prototype ?? null;
  }
}

export const standardSetControllerClass = libraryClass('ApexPages.StandardSetController', {
  'StandardSetController(Database.QueryLocator queryLocator)': (locator: QueryLocatorValue | null) => {
    const { records } = required(locator, 1);
    if (records.length > MAX_RECORDS)
      throw new LimitExceeded('queryLocatorRows', `Too many query locator rows: ${MAX_RECORDS + 1}`);
    const type = records.length === 0 ? types.SObject : sobjectType(records[0].schema.name);
    return new StandardSetControllerValue(new ApexList(type, [...records]));
  },
  'StandardSetController(List<SObject> controllerSObjects)': (records: ApexList<SObject> | null) =>
    new StandardSetControllerValue(required(records, 1)),
  'List<SObject> getRecords()': (self: StandardSetControllerValue) => self.shown,
  'SObject getRecord()': (self: StandardSetControllerValue) => self.prototype,
  'Integer getResultSize()': (self: StandardSetControllerValue) => self.records.length,
  'Boolean getCompleteResult()': (self: StandardSetControllerValue) => self.isComplete,
  'Integer getPageNumber()': (self: StandardSetControllerValue) => self.page,
  'void setPageNumber(Integer pageNumber)': (self: StandardSetControllerValue, page: number | null) =>
    self.turnTo(required(page, 1)),
  'Integer getPageSize()': (self: StandardSetControllerValue) => self.pageSize,
  'void setPageSize(Integer pageSize)': (self: StandardSetControllerValue, size: number | null) => {
    self.pageSize = Math.max(1, required(size, 1));
    self.turnTo(self.page);
  },
  'Boolean getHasNext()': (self: StandardSetControllerValue) => self.page < self.pages,
  'Boolean getHasPrevious()': (self: StandardSetControllerValue) => self.page > 1,
  'void first()': (self: StandardSetControllerValue) => self.turnTo(1),
  'void last()': (self: StandardSetControllerValue) => self.turnTo(self.pages),
  'void next()': (self: StandardSetControllerValue) => self.turnTo(self.page + 1),
  'void previous()': (self: StandardSetControllerValue) => self.turnTo(self.page - 1),
  'List<SObject> getSelected()': (self: StandardSetControllerValue) =>
    new ApexList(self.source.elementType, [...self.selected]),
  'void setSelected(List<SObject> selectedRecords)': (
    self: StandardSetControllerValue,
    selected: ApexList<SObject> | null,
  ) => {
    self.selected = [...required(selected, 1).items];
  },
  'String getFilterId()': () => null,
  'void setFilterId(String filterId)': () => {
    throw new NotSupported('list views of a StandardSetController', 'setFilterId');
  },
  'System.PageReference cancel()': home,
  'System.PageReference save()': save,
});

/** Of the selected records, or of all when none is selected. */
function save(self: StandardSetControllerValue): PageReferenceValue {
  const records = self.selected.length > 0 ? self.selected : self.records;
  const changes = [...(self.prototype?.values ?? [])];
  for (const record of records) for (const [name, value] of changes) record.set(name, value);
  const tx = currentTransaction();
  const options = { mode: 'user', sharing: true, allOrNone: true } as const;
  const isNew = (record: SObject) => record.id === null;
  const [added, changed] = [records.filter(isNew), records.filter((record) => !isNew(record))];
  if (added.length > 0) tx.org.dml.insert(tx, added, options);
  if (changed.length > 0) tx.org.dml.update(tx, changed, options);
  return home();
}

/** "The original page, if known, or the home page". */
function home(): PageReferenceValue {
  return new PageReferenceValue('/home/home.jsp');
}
