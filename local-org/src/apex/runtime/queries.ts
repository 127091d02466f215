/** Queries of Apex code: in the sharing mode of the class that asks, with binds from Apex values. */
import type { AccessMode, QueryOptions, QueryResult, SoqlBind } from '../../database/services.ts';
import type { SoqlQuery } from '../../database/soql/ast.ts';
import { QueryError } from '../../database/soql/errors.ts';
import { LimitExceeded } from '../../database/limits.ts';
import { currentTransaction } from '../../database/transaction.ts';
import { OrgError } from '../../schema/errors.ts';
import { SObject } from '../../schema/sobject.ts';
import { Decimal, type FieldValue } from '../../schema/values/index.ts';
import type { ApexType } from '../types/apex-type.ts';
import { ApexDouble } from './double.ts';
import { ApexEnumValue } from './enum-value.ts';
import { raise, SystemException } from './exception.ts';
import { ApexList } from './list.ts';
import { machine } from './machine.ts';
import { ApexSet } from './set.ts';

/** Values of bind expressions by their text. */
export type Binds = Readonly<Record<string, unknown>>;

/** `[SELECT …]`. */
export function query(soql: SoqlQuery, binds: Binds | null, elementType: ApexType): ApexList<SObject> {
  return new ApexList(elementType, runQuery(soql, staticMode(soql), staticBind(binds)).records);
}

/** `[SELECT COUNT() …]`. */
export function queryCount(soql: SoqlQuery, binds: Binds | null): number {
  return runQuery(soql, staticMode(soql), staticBind(binds)).totalSize;
}

function staticMode(soql: SoqlQuery): AccessMode {
  return soql.access === 'USER_MODE' ? 'user' : 'system';
}

export function staticBind(binds: Binds | null): (bind: SoqlBind) => unknown {
  return (bind) => binds?.[bind.text] ?? null;
}

/** Runs a query for Apex code; its errors are QueryExceptions. `bind` gives the Apex value of a bind expression. */
export function runQuery(
  soql: SoqlQuery | string,
  mode: AccessMode,
  bind: (bind: SoqlBind) => unknown,
  options: Partial<QueryOptions> = {},
): QueryResult {
  const tx = currentTransaction();
  const result = asQueryException(() =>
    tx.org.query.run(tx, soql, {
      ...accessOptions(mode),
      bind: (wanted) => bindValue(bind(wanted)),
      ...options,
    }),
  );
  for (const record of result.records) markQueried(record);
  return result;
}

/** What the code that runs may see. */
export function accessOptions(mode: AccessMode): { readonly mode: AccessMode; readonly sharing: boolean } {
  return { mode, sharing: mode === 'user' || machine.sharing };
}

export function asQueryException<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof OrgError && !(error instanceof LimitExceeded)) {
      const exception = new SystemException('System.QueryException', error.message);
      if (error instanceof QueryError) exception.inaccessibleFields = error.inaccessible;
      raise(exception);
    }
    throw error;
  }
}

/** Code may not read fields of queried rows that the query did not ask for. */
export function markQueried(record: SObject): void {
  record.queried = true;
  for (const parent of record.parents.values()) if (parent !== null) markQueried(parent);
  for (const rows of record.children.values()) for (const row of rows) markQueried(row);
}

/** An Apex value as the query engine takes it: collections as lists, records as their ids. */
export function bindValue(value: unknown): FieldValue | readonly FieldValue[] {
  if (value instanceof ApexList || value instanceof ApexSet) return Array.from(value, plainValue);
  return plainValue(value);
}

function plainValue(value: unknown): FieldValue {
  if (value instanceof SObject) return value.id;
  if (value instanceof ApexDouble) return Decimal.ofDouble(value.value);
  if (typeof value === 'bigint') return Decimal.of(value);
  if (value instanceof ApexEnumValue) return value.name;
  return value as FieldValue;
}
