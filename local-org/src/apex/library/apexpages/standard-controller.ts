/** ApexPages.StandardController ("StandardController Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import type { SObject } from '../../../schema/sobject.ts';
import { LibraryObject, type ApexList } from '../../runtime/index.ts';
import { PageReferenceValue } from '../../runtime/page-reference.ts';
import { libraryClass } from '../define.ts';
import { required } from '../support/arguments.ts';

/** Loads the record again with these fields added. */
export type FieldLoader = (fields: readonly string[]) => SObject;

export class StandardControllerValue extends LibraryObject {
  readonly typeName = 'ApexPages.StandardController';
  record: SObject;
  /** Absent in tests, where the record is what code made of it. */
  readonly load: FieldLoader | undefined;

  constructor(record: SObject, load?: FieldLoader) {
    super();
    this.record = record;
    this.load = load;
  }
}

export const standardControllerClass = libraryClass('ApexPages.StandardController', {
  'StandardController(SObject controllerSObject)': (record: SObject | null) =>
    new StandardControllerValue(required(record, 1)),
  'SObject getRecord()': (self: StandardControllerValue) => self.record,
  'String getId()': (self: StandardControllerValue) => self.record.id,
  // "You cannot use addFields in a test": the controller of a test has the fields that its record was queried with.
  'void addFields(List<String> fieldNames)': (self: StandardControllerValue, fields: ApexList<string> | null) => {
    if (self.load !== undefined) self.record = self.load(required(fields, 1).items);
  },
  'void reset()': (self: StandardControllerValue) => {
    if (self.load !== undefined) self.record = self.load([]);
  },
  'System.PageReference view()': ({ record }: StandardControllerValue) => new PageReferenceValue(`/${record.id ?? ''}`),
  'System.PageReference edit()': ({ record }: StandardControllerValue) =>
    new PageReferenceValue(`/${record.id ?? ''}/e`),
  'System.PageReference cancel()': ({ record }: StandardControllerValue) =>
    new PageReferenceValue(`/${record.id ?? ''}`),
  'System.PageReference save()': (self: StandardControllerValue) => {
    const tx = currentTransaction();
    const options = { mode: 'user', sharing: true, allOrNone: true } as const;
    if (self.record.id === null) tx.org.dml.insert(tx, [self.record], options);
    else tx.org.dml.update(tx, [self.record], options);
    return new PageReferenceValue(`/${self.record.id ?? ''}`);
  },
  'System.PageReference delete()': ({ record }: StandardControllerValue) => {
    const tx = currentTransaction();
    tx.org.dml.delete(tx, [record.id ?? ''], { mode: 'user', sharing: true, allOrNone: true });
    return new PageReferenceValue(`/${record.schema.keyPrefix}/o`);
  },
});
