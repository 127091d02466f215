/** System.Database ("Database Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import type { QueryResult, SoqlBind } from '../../../database/services.ts';
import { isAggregateQuery } from '../../../database/soql/plan/plan-aggregate.ts';
import { SObject } from '../../../schema/sobject.ts';
import { takeDynamicBinds } from '../../runtime/dynamic-binds.ts';
import { freeze } from '../../runtime/freeze.ts';
import { ApexList, throwApex, type ApexMap, type ApexObject } from '../../runtime/index.ts';
import type { BatchPayload } from '../../runtime/job-payloads.ts';
import { runQuery } from '../../runtime/queries.ts';
import { sobjectType, types, type ApexType } from '../../types/apex-type.ts';
import { libraryClass, type Behaviour } from '../define.ts';
import { makeCursor } from '../database/cursor.ts';
import { dmlMethods } from '../database/dml-methods.ts';
import { convertLeadMethods } from '../database/lead-convert.ts';
import { recycleBinMethods } from '../database/recycle-bin.ts';
import { QueryLocatorValue } from '../database/query-locator.ts';
import { required } from '../support/arguments.ts';
import { DEFAULT_SCOPE_SIZE } from '../support/enqueue.ts';
import type { AccessLevelValue } from './access-level.ts';
import { SavepointValue } from './savepoint.ts';

type Access = AccessLevelValue | null | undefined;
type Binds = ApexMap<string> | null;

export const databaseClass = libraryClass('System.Database', {
  ...dmlMethods,
  ...convertLeadMethods,
  ...recycleBinMethods,
  'static List<SObject> query(String queryString)': (soql: string | null) => rows(soql, dynamicQuery(soql)),
  'static List<SObject> query(String queryString, System.AccessLevel accessLevel)': (
    soql: string | null,
    access: Access,
  ) => rows(soql, dynamicQuery(soql, access)),
  'static List<SObject> queryWithBinds(String queryString, Map<String, Object> bindMap, System.AccessLevel accessLevel)':
    (soql: string | null, binds: Binds, access: Access) => rows(soql, boundQuery(soql, binds, access)),
  'static Integer countQuery(String query)': (soql: string | null) => dynamicQuery(soql).totalSize,
  'static Integer countQuery(String query, System.AccessLevel accessLevel)': (soql: string | null, access: Access) =>
    dynamicQuery(soql, access).totalSize,
  'static Integer countQueryWithBinds(String query, Map<String, Object> bindMap, System.AccessLevel accessLevel)': (
    soql: string | null,
    binds: Binds,
    access: Access,
  ) => boundQuery(soql, binds, access).totalSize,
  'static Database.QueryLocator getQueryLocator(List<SObject> listOfQueries)': (records: ApexList<SObject> | null) =>
    new QueryLocatorValue('', required(records, 1).items),
  'static Database.QueryLocator getQueryLocator(List<SObject> listOfQueries, System.AccessLevel accessLevel)': (
    records: ApexList<SObject> | null,
  ) => new QueryLocatorValue('', required(records, 1).items),
  'static Database.QueryLocator getQueryLocator(String query)': (soql: string | null) =>
    new QueryLocatorValue(required(soql, 1), dynamicQuery(soql).records),
  'static Database.QueryLocator getQueryLocator(String query, System.AccessLevel accessLevel)': (
    soql: string | null,
    access: Access,
  ) => new QueryLocatorValue(required(soql, 1), dynamicQuery(soql, access).records),
  'static Database.QueryLocator getQueryLocatorWithBinds(String query, Map<String, Object> bindMap, System.AccessLevel accessLevel)':
    (soql: string | null, binds: Binds, access: Access) =>
      new QueryLocatorValue(required(soql, 1), boundQuery(soql, binds, access).records),
  ...cursorMethods('Cursor'),
  ...cursorMethods('PaginationCursor'),
  'static System.Savepoint setSavepoint()': () => {
    const tx = currentTransaction();
    // "Each savepoint you set counts against the governor limit for DML statements" ("Transaction Control").
    tx.limits.use('dmlStatements');
    return new SavepointValue(tx.savepoint());
  },
  'static void rollback(System.Savepoint databaseSavepoint)': (savepoint: SavepointValue | null) => {
    const tx = currentTransaction();
    tx.limits.use('dmlStatements');
    tx.rollbackTo(required(savepoint, 1).savepoint);
  },
  'static void releaseSavepoint(System.Savepoint databaseSavepoint)': (savepoint: SavepointValue | null) =>
    currentTransaction().release(required(savepoint, 1).savepoint),
  'static Id executeBatch(Object batchClassObject)': (batch: ApexObject | null) =>
    executeBatch(batch, DEFAULT_SCOPE_SIZE),
  'static Id executeBatch(Object batchClassObject, Integer scope)': executeBatch,
});

function dynamicQuery(soql: string | null, access?: Access): QueryResult {
  return runQuery(required(soql, 1), access?.mode ?? 'system', takeDynamicBinds());
}

function boundQuery(soql: string | null, binds: Binds, access: Access): QueryResult {
  return runQuery(required(soql, 1), required(access, 3).mode, bindFrom(binds));
}

/** `getCursor` and its like, with and without binds. */
function cursorMethods(name: 'Cursor' | 'PaginationCursor'): Record<string, Behaviour> {
  const type = `Database.${name}` as const;
  const dynamic = (soql: string | null, access?: Access) =>
    makeCursor(type, required(soql, 1), access?.mode ?? 'system', takeDynamicBinds());
  return {
    [`static ${type} get${name}(String query)`]: dynamic,
    [`static ${type} get${name}(String query, System.AccessLevel accessLevel)`]: dynamic,
    [`static ${type} get${name}WithBinds(String query, Map<String, Object> bindMap, System.AccessLevel accessLevel)`]: (
      soql: string | null,
      binds: Binds,
      access: Access,
    ) => makeCursor(type, required(soql, 1), required(access, 3).mode, bindFrom(binds)),
  };
}

function bindFrom(binds: Binds): (bind: SoqlBind) => unknown {
  const values = new Map(Array.from(required(binds, 2).entries(), ([name, value]) => [name.toLowerCase(), value]));
  return ({ text }) => {
    const name = text.trim().toLowerCase();
    if (!values.has(name)) throwApex('System.QueryException', `Key '${text.trim()}' does not exist in the bindMap`);
    return values.get(name);
  };
}

/** The list's type is that of its rows, so that it can be cast to it; without rows that of the object that was asked for. */
function rows(soql: string | null, { records }: QueryResult): ApexList<SObject> {
  const [first] = records;
  return new ApexList(first === undefined ? queriedType(soql) : sobjectType(first.schema.name), records);
}

function queriedType(soql: string | null): ApexType {
  const { org } = currentTransaction();
  const query = org.query.parse(required(soql, 1));
  return isAggregateQuery(query) ? types.SObject : sobjectType(org.schema.require(query.from[0].path.names[0]).name);
}

function executeBatch(batch: ApexObject | null, scopeSize: number | null): string {
  const size = required(scopeSize, 2);
  if (size < 1) throwApex('System.AsyncException', 'Batch size must be greater than zero');
  const tx = currentTransaction();
  const className = required(batch, 1).apexType.toString();
  const payload: BatchPayload = { instance: freeze(batch), scopeSize: size };
  return tx.org.async.enqueue(tx, { kind: 'BatchApex', label: className, className, payload });
}
