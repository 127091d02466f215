/** `Database.emptyRecycleBin` ("Database Class", Apex Reference Guide): deleted records are gone for good. */
import type { SaveResult } from '../../../database/services.ts';
import { currentTransaction, type Transaction } from '../../../database/transaction.ts';
import { SObject } from '../../../schema/sobject.ts';
import { ApexList } from '../../runtime/index.ts';
import { libraryType } from '../../types/apex-type.ts';
import type { Behaviour } from '../define.ts';
import { required } from '../support/arguments.ts';
import { ResultValue } from './results.ts';

export const recycleBinMethods: Record<string, Behaviour> = {
  'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<Object> recordsOrIds)': (
    rows: ApexList<SObject | string> | null,
  ) => {
    const tx = start();
    const results = required(rows, 1).items.map((row) => erase(tx, row));
    return new ApexList(libraryType('Database.EmptyRecycleBinResult'), results);
  },
  'static Database.EmptyRecycleBinResult emptyRecycleBin(SObject record)': (record: SObject | null) =>
    erase(start(), required(record, 1)),
};

/** It counts as a DML statement. */
function start(): Transaction {
  const tx = currentTransaction();
  tx.limits.use('dmlStatements');
  return tx;
}

function erase(tx: Transaction, row: SObject | string): ResultValue {
  const id = row instanceof SObject ? row.id : row;
  const object = id === null ? undefined : tx.org.schema.objectOfId(id);
  const stored = object === undefined ? undefined : tx.store.getRows(object, [id!], { deleted: true }).get(id!);
  if (object === undefined || stored?.get('IsDeleted') !== true) return result(id, 'record is not in the recycle bin');
  tx.store.eraseRow(object, id!);
  return result(id);
}

function result(id: string | null, problem?: string): ResultValue {
  const errors = problem === undefined ? [] : [{ statusCode: 'INVALID_ID_FIELD', message: problem, fields: [] }];
  const saved: SaveResult = { id, success: problem === undefined, created: false, errors };
  return new ResultValue('EmptyRecycleBinResult', saved);
}
