/** The DML methods of Database: one function for all that each name can be called with. */
import type { DmlOptions, SaveError, SaveResult } from '../../../database/services.ts';
import { currentTransaction, type Transaction } from '../../../database/transaction.ts';
import { SObject } from '../../../schema/sobject.ts';
import { ApexList, nullPointer, type SObjectFieldToken } from '../../runtime/index.ts';
import { missingIdError, runDml } from '../../runtime/dml.ts';
import { raise } from '../../runtime/exception.ts';
import { machine } from '../../runtime/machine.ts';
import type { Behaviour } from '../define.ts';
import { AccessLevelValue } from '../system/access-level.ts';
import { DmlOptionsValue } from './dml-options.ts';
import { resultList, ResultValue, type ResultType } from './results.ts';

type Write<T> = (tx: Transaction, rows: readonly T[], options: DmlOptions, externalId: string) => SaveResult[];
type Extra = boolean | DmlOptionsValue | AccessLevelValue | SObjectFieldToken | null;

const ACCESS = 'System.AccessLevel accessLevel';

/** Parameters after the records, each list with and without an access level at the end. */
const ALL_OR_NONE = ['', 'Boolean allOrNone'];
const WITH_OPTIONS = [...ALL_OR_NONE, 'Database.DMLOptions dmlOptions'];
const WITH_EXTERNAL_ID = [
  ...ALL_OR_NONE,
  'Schema.SObjectField externalIdField',
  'Schema.SObjectField externalIdField, Boolean allOrNone',
];

export const dmlMethods: Record<string, Behaviour> = {
  ...methods('insert', 'SaveResult', WITH_OPTIONS, ['SObject'], (tx, rows: readonly SObject[], options) =>
    tx.org.dml.insert(tx, rows, options),
  ),
  ...methods('update', 'SaveResult', WITH_OPTIONS, ['SObject'], (tx, rows: readonly SObject[], options) =>
    tx.org.dml.update(tx, rows, options),
  ),
  ...methods('upsert', 'UpsertResult', WITH_EXTERNAL_ID, ['SObject'], (tx, rows: readonly SObject[], options, field) =>
    tx.org.dml.upsert(tx, rows, field, options),
  ),
  ...methods(
    'delete',
    'DeleteResult',
    ALL_OR_NONE,
    ['SObject', 'Id'],
    (tx, rows: readonly (SObject | string)[], options) =>
      byId(rows, 'Delete', options, (ids) => tx.org.dml.delete(tx, ids, options)),
  ),
  ...methods(
    'undelete',
    'UndeleteResult',
    ALL_OR_NONE,
    ['SObject', 'Id'],
    (tx, rows: readonly (SObject | string)[], options) =>
      byId(rows, 'Undelete', options, (ids) => tx.org.dml.undelete(tx, ids, options)),
  ),
  ...mergeMethods(),
  ...forExternalObjects(),
};

/**
 * "insertImmediate", "updateImmediate", "deleteImmediate" and their `Async` kin are meant for external objects; records of the org
 * are saved at once by all of them but `insertAsync`, which takes none.
 */
function forExternalObjects(): Record<string, Behaviour> {
  const partly = { allOrNone: false };
  const remove = (tx: Transaction, rows: readonly SObject[], options: DmlOptions): SaveResult[] =>
    byId(rows, 'Delete', { ...options, ...partly }, (ids) => tx.org.dml.delete(tx, ids, { ...options, ...partly }));
  const update = (tx: Transaction, rows: readonly SObject[], options: DmlOptions): SaveResult[] =>
    tx.org.dml.update(tx, rows, { ...options, ...partly });
  const insert = (tx: Transaction, rows: readonly SObject[], options: DmlOptions): SaveResult[] =>
    tx.org.dml.insert(tx, rows, { ...options, ...partly });
  return {
    ...methods('insertImmediate', 'SaveResult', [''], ['SObject'], insert),
    ...methods('insertAsync', 'SaveResult', [''], ['SObject'], refuseAll),
    ...methods('updateImmediate', 'SaveResult', [''], ['SObject'], update),
    ...methods('updateAsync', 'SaveResult', [''], ['SObject'], update),
    ...methods('deleteImmediate', 'DeleteResult', [''], ['SObject'], remove),
    ...methods('deleteAsync', 'DeleteResult', [''], ['SObject'], remove),
  };
}

function refuseAll(_tx: Transaction, rows: readonly SObject[]): SaveResult[] {
  return rows.map(({ schema }) => {
    const message = `entity type cannot be inserted: ${schema.label}`;
    const error: SaveError = { statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, fields: [] };
    return { id: null, success: false, created: false, errors: [error] };
  });
}

function methods<T>(
  name: string,
  resultType: ResultType,
  parameters: readonly string[],
  rowTypes: readonly string[],
  write: Write<T>,
): Record<string, Behaviour> {
  const run = (rows: readonly (T | null)[], extras: readonly Extra[]): SaveResult[] => {
    if (rows.includes(null)) nullPointer();
    const externalId = extras.find(isFieldToken)?.field.name ?? 'Id';
    const results = runDml(() => write(currentTransaction(), rows as readonly T[], optionsOf(extras), externalId));
    // "If this field is empty, the object was not successfully inserted or updated" (`getId`, "SaveResult Class").
    return results.map((result) => (result.success ? result : { ...result, id: null }));
  };
  const many = (rows: ApexList<T> | null, ...extras: Extra[]): ApexList =>
    resultList(resultType, run((rows ?? nullPointer()).items, extras));
  const one = (row: T | null, ...extras: Extra[]): ResultValue => new ResultValue(resultType, run([row], extras)[0]);
  const result: Record<string, Behaviour> = {};
  for (const rest of parameters.flatMap((list) => [list, list === '' ? ACCESS : `${list}, ${ACCESS}`])) {
    const tail = rest === '' ? '' : `, ${rest}`;
    for (const type of rowTypes) {
      result[`static List<Database.${resultType}> ${name}(List<${type}> records${tail})`] = many;
      result[`static Database.${resultType} ${name}(${type} recordToSave${tail})`] = one;
    }
  }
  return result;
}

function isFieldToken(extra: Extra): extra is SObjectFieldToken {
  return extra !== null && typeof extra === 'object' && 'field' in extra;
}

/** The options that the arguments after the records say; all or nothing unless told otherwise. */
function optionsOf(extras: readonly Extra[]): DmlOptions {
  const options = extras.find((extra) => extra instanceof DmlOptionsValue);
  const access = extras.find((extra) => extra instanceof AccessLevelValue);
  const flag = extras.find((extra) => typeof extra === 'boolean');
  const mode = access?.mode ?? 'system';
  return {
    mode,
    sharing: mode === 'user' || machine.sharing,
    // "optAllOrNone … the default is false" when options are given ("DMLOptions Class").
    allOrNone: flag ?? options?.allOrNone ?? true,
    ...options?.saveOptions(),
  };
}

/** Rows that have no id fail by themselves when the others may go on. */
function byId(
  rows: readonly (SObject | string)[],
  operation: 'Delete' | 'Undelete',
  { allOrNone }: DmlOptions,
  write: (ids: readonly string[]) => SaveResult[],
): SaveResult[] {
  const ids = rows.map((row) => (row instanceof SObject ? row.id : row));
  const missing = ids.indexOf(null);
  if (missing >= 0 && allOrNone) raise(missingIdError(operation, missing));
  const written = write(ids.filter((id) => id !== null))[Symbol.iterator]();
  return ids.map((id) => {
    if (id !== null) return written.next().value!;
    const error: SaveError = { ...missingIdError(operation, 0).failures[0], fields: [] };
    return { id: null, success: false, created: false, errors: [error] };
  });
}

/** `merge(master, duplicates)`: one result for each duplicate. */
function mergeMethods(): Record<string, Behaviour> {
  const mergeAll = (master: SObject | null, duplicates: ApexList<SObject | string>, ...extras: Extra[]): ApexList => {
    const results = (duplicates ?? nullPointer()).items.map((duplicate) => mergeOne(master, duplicate, ...extras));
    return new ApexList(resultList('MergeResult', []).elementType, results);
  };
  const mergeOne = (master: SObject | null, duplicate: SObject | string | null, ...extras: Extra[]): ResultValue => {
    const id = duplicate instanceof SObject ? duplicate.id : duplicate;
    const tx = currentTransaction();
    const ids = [id ?? nullPointer()];
    const result = runDml(() => tx.org.dml.merge(tx, master ?? nullPointer(), ids, optionsOf(extras)));
    return new ResultValue('MergeResult', result, ids);
  };
  const result: Record<string, Behaviour> = {};
  for (const rest of ['', ', Boolean allOrNone', `, ${ACCESS}`, `, Boolean allOrNone, ${ACCESS}`]) {
    for (const type of ['SObject', 'Id']) {
      result[`static List<Database.MergeResult> merge(SObject masterRecord, List<${type}> duplicates${rest})`] =
        mergeAll;
      result[`static Database.MergeResult merge(SObject masterRecord, ${type} duplicate${rest})`] = mergeOne;
    }
  }
  return result;
}
