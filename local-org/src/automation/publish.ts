import type { Transaction } from '../database/transaction.ts';
import type { SObject } from '../schema/sobject.ts';
import type { Outcome } from './outcome.ts';

/** Inserting platform events publishes them ("Publish Event Messages Using Apex", Platform Events Developer Guide). */
export function publishEvents(tx: Transaction, events: readonly SObject[]): Outcome[] {
  return tx.org.async.publish(tx, events).map(({ id, success, errors }) => (success ? { id } : { id, errors }));
}
