/** System.Limits ("Limits Class", Apex Reference Guide). */
import type { LimitName } from '../../../database/limits.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import { heapSizeOf } from '../../runtime/heap-size.ts';
import { reportCpu, staticValues } from '../../runtime/machine.ts';
import { libraryClass, type Behaviour } from '../define.ts';

/** `getX()` for what was used and `getLimitX()` for what is allowed. */
const COUNTED: Readonly<Record<string, LimitName>> = {
  AggregateQueries: 'aggregateQueries',
  Callouts: 'callouts',
  CpuTime: 'cpuTime',
  DmlRows: 'dmlRows',
  DmlStatements: 'dmlStatements',
  EmailInvocations: 'emailInvocations',
  FutureCalls: 'futureCalls',
  MobilePushApexCalls: 'mobilePushApexCalls',
  PublishImmediateDML: 'publishImmediateDml',
  Queries: 'soqlQueries',
  QueryLocatorRows: 'queryLocatorRows',
  QueryRows: 'soqlRows',
  QueueableJobs: 'queueableJobs',
  SoslQueries: 'soslQueries',
};

/** Counts that stay at zero: of what the platform keeps for old code only, of cursors and of time, which are not counted here. */
const UNUSED: Readonly<Record<string, number>> = {
  ApexCursorRows: 50_000_000,
  AsyncCalls: 250,
  ChildRelationshipsDescribes: 100,
  DatabaseTime: 0,
  FetchCallsOnApexCursor: 10,
  FieldsDescribes: 100,
  FieldSetsDescribes: 100,
  FindSimilarCalls: 10,
  PicklistDescribes: 100,
  RecordTypesDescribes: 100,
  RunAs: 20,
  SavepointRollbacks: 20,
  Savepoints: 5,
  ScriptStatements: 200_000,
};

/** The heap that is measured is what static variables hold; local variables cannot be seen. */
function members(): Record<string, Behaviour> {
  const result: Record<string, Behaviour> = {};
  for (const [name, limit] of Object.entries(COUNTED)) {
    result[`static Integer get${name}()`] = () => {
      reportCpu();
      return currentTransaction().limits.used(limit);
    };
    result[`static Integer getLimit${name}()`] = () => currentTransaction().limits.allowed(limit);
  }
  result['static Integer getHeapSize()'] = () => heapSizeOf(staticValues());
  result['static Integer getLimitHeapSize()'] = () => currentTransaction().limits.allowed('heapSize');
  for (const [name, allowed] of Object.entries(UNUSED)) {
    result[`static Integer get${name}()`] = () => 0;
    result[`static Integer getLimit${name}()`] = () => allowed;
  }
  return result;
}

export const limitsClass = libraryClass('System.Limits', members());
