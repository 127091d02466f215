/**
 * Emails that come back: no mail server says so here, setting `Status` of a sent email to `Bounced` does. The address is then
 * marked on the contacts and leads that have it ("Guidelines for Managing Bounced Emails", Salesforce Help).
 */
import type { Transaction } from '../../database/transaction.ts';
import { SObject } from '../../schema/sobject.ts';
import { DatetimeValue } from '../../schema/values/index.ts';
import { updateQuietly } from '../quiet-update.ts';
import { goodRows, isChanged } from '../save-row.ts';
import { saveTrusted } from '../save-trusted.ts';
import type { ObjectBehaviour } from './behaviour.ts';

const DEFAULT_REASON = '550 5.1.1 The email account that you tried to reach does not exist';

export const sentEmail: ObjectBehaviour = {
  objects: ['LocalSentEmail'],

  saved(batch) {
    for (const row of goodRows(batch)) {
      if (batch.operation === 'update' && isChanged(row, 'Status') && row.record.get('Status') === 'Bounced') {
        bounce(batch.tx, row.record);
      }
    }
  },
};

function bounce(tx: Transaction, email: SObject): void {
  const reason = (email.get('BounceReason') as string | null) ?? DEFAULT_REASON;
  const date = new DatetimeValue(Math.floor(tx.org.clock.now() / 1000) * 1000);
  for (const name of ['Contact', 'Lead']) {
    const object = tx.org.schema.require(name);
    const marks = tx.store.findRows(object, 'Email', addressesOf(email)).map(
      ({ id }) =>
        new SObject(object, [
          ['Id', id],
          ['EmailBouncedDate', date],
          ['EmailBouncedReason', reason],
        ]),
    );
    saveTrusted(tx, object, marks);
  }
  const messages = tx.org.schema.require('EmailMessage');
  const stored = tx.store.getRows(
    messages,
    [email.get('EmailMessageId') as string | null].filter((id) => id !== null),
  );
  updateQuietly(tx, messages, stored.values(), () => ({ IsBounced: true }));
}

/** Those that bounce by themselves; all when none does. */
function addressesOf(email: SObject): string[] {
  const all = ['ToAddress', 'CcAddress', 'BccAddress'].flatMap((field) =>
    ((email.get(field) as string | null) ?? '').split('; ').filter((address) => address !== ''),
  );
  const bouncing = all.filter(alwaysBounces);
  return bouncing.length > 0 ? bouncing : all;
}

/** A convention of the local org: what is sent to `ann+bounce@example.com` comes back. */
export function alwaysBounces(address: string): boolean {
  return /\+bounce@/i.test(address);
}
