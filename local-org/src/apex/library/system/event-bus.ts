/** System.EventBus ("EventBus Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import type { SObject } from '../../../schema/sobject.ts';
import type { ApexList, ApexObject } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { resultList } from '../database/results.ts';
import { reportLater } from '../support/publish-callbacks.ts';
import { refusingNulls } from '../support/arguments.ts';

export const eventBusClass = libraryClass(
  'System.EventBus',
  refusingNulls({
    'static Database.SaveResult publish(SObject event)': (event: SObject) => publish([event]).at(0),
    'static List<Database.SaveResult> publish(List<SObject> events)': (events: ApexList<SObject>) =>
      publish(events.items),
    'static Database.SaveResult publish(SObject event, Object callback)': (event: SObject, callback: ApexObject) =>
      publish([event], callback).at(0),
    'static List<Database.SaveResult> publish(List<SObject> events, Object callback)': (
      events: ApexList<SObject>,
      callback: ApexObject,
    ) => publish(events.items, callback),
    'static String getOperationId(Object result)': (result: object) => operationIds.get(result) ?? null,
  }),
);

/** By the result of the publishing: the event's universally unique identifier. */
const operationIds = new WeakMap<object, string>();

function publish(events: readonly SObject[], callback?: ApexObject): ApexList {
  const tx = currentTransaction();
  const results = tx.org.async.publish(tx, events);
  if (callback !== undefined) {
    const published = events.filter((_, index) => results[index].success);
    reportLater(
      callback,
      published.map((event) => String(event.get('EventUuid'))),
    );
  }
  const values = resultList('SaveResult', results);
  for (const [index, value] of values.items.entries()) {
    if (results[index].success) operationIds.set(value, String(events[index].get('EventUuid')));
  }
  return values;
}
