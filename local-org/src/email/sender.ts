/** Who an email comes from. */
import type { OutgoingEmail } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { isId } from '../schema/ids.ts';
import { EmailError } from './email-error.ts';

export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** The running user, or an organization-wide address that has a name of its own. */
export function findSender(tx: Transaction, source: OutgoingEmail): Sender {
  const { orgWideEmailAddressId, senderDisplayName } = source;
  if (orgWideEmailAddressId === null || orgWideEmailAddressId === undefined) {
    return { name: senderDisplayName ?? tx.user.name, address: tx.user.email };
  }
  const object = tx.org.schema.require('OrgWideEmailAddress');
  const row = isId(orgWideEmailAddressId)
    ? tx.store.getRows(object, [orgWideEmailAddressId]).get(orgWideEmailAddressId)
    : undefined;
  if (row === undefined) {
    throw new EmailError('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${orgWideEmailAddressId}`);
  }
  if (senderDisplayName !== null && senderDisplayName !== undefined) {
    throw new EmailError('INVALID_FIELD', 'An organization-wide address has its own display name');
  }
  return { name: String(row.get('DisplayName')), address: String(row.get('Address')) };
}
