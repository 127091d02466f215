/** DML statements of Apex code. */
import { DmlError } from '../../database/dml-error.ts';
import type { AccessMode, DmlOptions } from '../../database/services.ts';
import { currentTransaction } from '../../database/transaction.ts';
import { SObject } from '../../schema/sobject.ts';
import { nullPointer, raise, SystemException, throwApex, type DmlFailure } from './exception.ts';
import { ApexList } from './list.ts';
import { machine } from './machine.ts';

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

/** What `record.setOptions(…)` said; those of the first record hold for its list. */
export const recordOptions = new WeakMap<SObject, { saveOptions(): Partial<DmlOptions> }>();

/** What the code that runs may write, all or nothing. */
function statementOptions(mode: AccessMode | null): DmlOptions {
  return { mode: mode ?? 'system', sharing: mode === 'user' || machine.sharing, allOrNone: true };
}

/** `insert records;` and its like: throws System.DmlException when one record fails. */
export function dmlStatement(
  operation: DmlOperation,
  value: SObject | ApexList<SObject> | null,
  mode: AccessMode | null,
  externalId = 'Id',
): void {
  const records = recordsOf(value);
  if (records.length === 0) return;
  const tx = currentTransaction();
  const { dml } = tx.org;
  const options = { ...statementOptions(mode), ...recordOptions.get(records[0])?.saveOptions() };
  runDml(() => {
    switch (operation) {
      case 'insert':
        return dml.insert(tx, records, options);
      case 'update':
        return dml.update(tx, records, options);
      case 'upsert':
        return dml.upsert(tx, records, externalId, options);
      case 'delete':
        return dml.delete(tx, idsOf(records, 'Delete'), options);
      case 'undelete':
        return dml.undelete(tx, idsOf(records, 'Undelete'), options);
    }
  });
}

/** `merge master duplicates;` */
export function mergeStatement(
  master: SObject | null,
  duplicates: SObject | ApexList<SObject> | null,
  mode: AccessMode | null,
): void {
  const tx = currentTransaction();
  const ids = idsOf(recordsOf(duplicates), 'Merge');
  runDml(() => tx.org.dml.merge(tx, master ?? nullPointer(), ids, statementOptions(mode)));
}

/** Runs a write and turns its failure into the exception that Apex code sees. */
export function runDml<T>(write: () => T): T {
  if (machine.readOnly) throwApex('System.LimitException', 'Too many DML statements: 1');
  try {
    return write();
  } catch (error) {
    if (!(error instanceof DmlError)) throw error;
    if (error.denied !== undefined) throwApex('System.SecurityException', error.denied);
    const exception = new SystemException('System.DmlException', error.message);
    exception.failures = error.failures.map(({ row, id, errors }): DmlFailure => {
      const [first] = errors;
      const { statusCode, message, fields } = first;
      return { index: row, id, statusCode, message, fields };
    });
    raise(exception);
  }
}

function recordsOf(value: SObject | ApexList<SObject> | null): SObject[] {
  if (value instanceof SObject) return [value];
  const records = [...(value ?? nullPointer())];
  if (records.some((record) => record === null)) nullPointer();
  return records;
}

/** "Delete failed. First exception on row 0; first error: MISSING_ARGUMENT, Id not specified in a delete call: []". */
function idsOf(records: readonly SObject[], operation: string): string[] {
  return records.map((record, index) => {
    if (record.id !== null) return record.id;
    return raise(missingIdError(operation, index));
  });
}

export function missingIdError(operation: string, index: number): SystemException {
  const message = `Id not specified in ${operation === 'Undelete' ? 'an' : 'a'} ${operation.toLowerCase()} call`;
  const exception = new SystemException(
    'System.DmlException',
    `${operation} failed. First exception on row ${index}; first error: MISSING_ARGUMENT, ${message}: []`,
  );
  exception.failures = [{ index, id: null, statusCode: 'MISSING_ARGUMENT', message, fields: [] }];
  return exception;
}
