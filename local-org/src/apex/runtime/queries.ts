/** Queries of Apex code: in the sharing mode of the class that asks, with binds from Apex values. */
import type { AccessMode, QueryOptions, QueryResult, SoqlBind } from '../../database/services.ts';
import type { SoqlQuery } from '../../database/soql/ast.ts';
import { LimitExceeded } from '../../database/limits.ts';
import { currentTransaction } from '../../database/transaction.ts';
import { OrgError } from '../../schema/errors.ts';
import { SObject } from '../../schema/sobject.ts';
import { Decimal, type FieldValue } from '../../schema/values/index.ts';
import type { ApexType } from '../types/apex-type.ts';
import { ApexDouble } from './double.ts';
import { ApexEnumValue } from './enum-value.ts';
import { throwApex } from './exception.ts';
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

function staticBind(binds: Binds | null): (bind: SoqlBind) => unknown {
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
  try {
    return tx.org.query.run(tx, soql, {
      mode,
      sharing: mode === 'user' || machine.sharing,
      bind: (wanted) => bindValue(bind(wanted)),
      ...options,
    });
  } catch (error) {
    if (error instanceof OrgError && !(error instanceof LimitExceeded))
      throwApex('System.QueryException', error.message);
    throw error;
  }
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
