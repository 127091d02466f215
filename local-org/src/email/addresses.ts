/** Who an email goes to: addresses as they are, and users, contacts and leads by id. */
import type { Transaction } from '../database/transaction.ts';
import { isId } from '../schema/ids.ts';
import type { SObject } from '../schema/sobject.ts';

export interface Recipient {
  readonly address: string;
  /** The user, contact or lead that was named by id. */
  readonly person: SObject | null;
}

const ADDRESS = /^[^\s@,;<>()[\]\\"]+@[^\s@.,;<>()[\]\\"]+(?:\.[^\s@.,;<>()[\]\\"]+)+$/;
const PEOPLE = new Set(['User', 'Contact', 'Lead']);

export function isAddress(text: string): boolean {
  return text.length <= 320 && ADDRESS.test(text) && !text.includes('..') && !text.startsWith('.');
}

/** The user, contact or lead of this id; undefined when it is none of them or there is no such record. */
export function findPerson(tx: Transaction, id: string): SObject | undefined {
  const object = isId(id) ? tx.org.schema.objectOfId(id) : undefined;
  if (object === undefined || !PEOPLE.has(object.name)) return undefined;
  return tx.store.getRows(object, [id]).get(id);
}

export function isUser(person: SObject | null | undefined): boolean {
  return person?.schema.name === 'User';
}

export function emailOf(person: SObject): string | null {
  return person.get('Email') as string | null;
}

/** Text as `To` shows it. */
export function joined(recipients: readonly Recipient[]): string | null {
  return recipients.length === 0 ? null : recipients.map(({ address }) => address).join('; ');
}
