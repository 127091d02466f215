/** Searches of Apex code: like queries, in the sharing mode of the class that asks. */
import type { AccessMode, SoqlBind } from '../../database/services.ts';
import type { SoslQuery } from '../../database/sosl/ast.ts';
import { currentTransaction } from '../../database/transaction.ts';
import type { SObject } from '../../schema/sobject.ts';
import { listOf, sobjectType, types } from '../types/apex-type.ts';
import { ApexList } from './list.ts';
import { accessOptions, asQueryException, bindValue, markQueried, staticBind, type Binds } from './queries.ts';

/** `[FIND …]`. */
export function searchStatement(sosl: SoslQuery, binds: Binds | null): ApexList<ApexList<SObject>> {
  return search(sosl, sosl.access === 'USER_MODE' ? 'user' : 'system', staticBind(binds));
}

/** One list of rows for each object that is searched; errors are QueryExceptions. */
export function search(
  sosl: SoslQuery | string,
  mode: AccessMode,
  bind: (bind: SoqlBind) => unknown,
): ApexList<ApexList<SObject>> {
  const tx = currentTransaction();
  const options = { ...accessOptions(mode), bind: (wanted: SoqlBind) => bindValue(bind(wanted)) };
  const results = asQueryException(() => tx.org.query.search(tx, sosl, options));
  const lists = results.map(({ object, records }) => {
    for (const record of records) markQueried(record);
    return new ApexList(sobjectType(object.name), [...records]);
  });
  return new ApexList(listOf(types.SObject), lists);
}
