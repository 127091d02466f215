/** System.EventBus ("EventBus Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import type { SObject } from '../../../schema/sobject.ts';
import type { ApexList } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { ResultValue, resultList } from '../database/results.ts';
import { refusingNulls } from '../support/arguments.ts';

export const eventBusClass = libraryClass(
  'System.EventBus',
  refusingNulls({
    'static Database.SaveResult publish(SObject event)': (event: SObject) =>
      new ResultValue('SaveResult', publish([event])[0]),
    'static List<Database.SaveResult> publish(List<SObject> events)': (events: ApexList<SObject>) =>
      resultList('SaveResult', publish(events.items)),
  }),
);

function publish(events: readonly SObject[]) {
  const tx = currentTransaction();
  return tx.org.async.publish(tx, events);
}
