/** System.EventBus ("EventBus Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import type { SObject } from '../../../schema/sobject.ts';
import type { ApexList, ApexObject } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { ResultValue, resultList } from '../database/results.ts';
import { reportLater } from '../support/publish-callbacks.ts';
import { refusingNulls } from '../support/arguments.ts';

export const eventBusClass = libraryClass(
  'System.EventBus',
  refusingNulls({
    'static Database.SaveResult publish(SObject event)': (event: SObject) =>
      new ResultValue('SaveResult', publish([event])[0]),
    'static List<Database.SaveResult> publish(List<SObject> events)': (events: ApexList<SObject>) =>
      resultList('SaveResult', publish(events.items)),
    'static Database.SaveResult publish(SObject event, Object callback)': (event: SObject, callback: ApexObject) =>
      new ResultValue('SaveResult', publish([event], callback)[0]),
    'static List<Database.SaveResult> publish(List<SObject> events, Object callback)': (
      events: ApexList<SObject>,
      callback: ApexObject,
    ) => resultList('SaveResult', publish(events.items, callback)),
  }),
);

function publish(events: readonly SObject[], callback?: ApexObject) {
  const tx = currentTransaction();
  const results = tx.org.async.publish(tx, events);
  if (callback !== undefined) {
    const published = events.filter((_, index) => results[index].success);
    reportLater(
      callback,
      published.map((event) => String(event.get('EventUuid'))),
    );
  }
  return results;
}
