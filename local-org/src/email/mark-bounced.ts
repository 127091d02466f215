import { saveTrusted } from '../automation/save-trusted.ts';
import type { Transaction } from '../database/transaction.ts';
import { SObject } from '../schema/sobject.ts';

/** Lets a sent email come back; what follows is the behaviour of LocalSentEmail. */
export function markBounced(tx: Transaction, sentEmailId: string): void {
  const object = tx.org.schema.require('LocalSentEmail');
  saveTrusted(tx, object, [
    new SObject(object, [
      ['Id', sentEmailId],
      ['Status', 'Bounced'],
    ]),
  ]);
}
