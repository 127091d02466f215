/** Everything the platform checks before an email goes out ("SingleEmailMessage Class", Apex Reference Guide). */
import type { EmailAttachment, OutgoingEmail } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { isId } from '../schema/ids.ts';
import type { SObject } from '../schema/sobject.ts';
import { emailOf, findPerson, isAddress, isUser, type Recipient } from './addresses.ts';
import { allAttachments } from './attachments.ts';
import { EmailError } from './email-error.ts';
import { MergeFields, type MergeRecords } from './merge-fields.ts';
import { findSender, type Sender } from './sender.ts';
import { renderTemplate } from './templates.ts';

/** An email that is ready to go. */
export interface PreparedEmail {
  readonly source: OutgoingEmail;
  readonly sender: Sender;
  readonly to: readonly Recipient[];
  readonly cc: readonly Recipient[];
  readonly bcc: readonly Recipient[];
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly attachments: readonly EmailAttachment[];
  readonly target: SObject | null;
  readonly what: SObject | null;
}

/** "The maximum total of toAddresses, ccAddresses, and bccAddresses per email is 150." */
const MOST_RECIPIENTS = 150;

/** Throws `EmailError` for what keeps the email from being sent. */
export function prepareEmail(tx: Transaction, source: OutgoingEmail): PreparedEmail {
  const target = findTarget(tx, source);
  const what = findWhat(tx, source);
  const records: MergeRecords = { who: target, what };
  const sender = findSender(tx, source);
  const resolve = (values: readonly string[] | undefined) => recipients(tx, values ?? [], source);
  const to = [...targetRecipients(target, source), ...resolve(source.to)];
  const cc = resolve(source.cc);
  const bcc = [
    ...resolve(source.bcc),
    ...(source.bccSender === true ? [{ address: tx.user.email, person: null }] : []),
  ];
  const count = to.length + cc.length + bcc.length;
  if (count === 0) throw new EmailError('REQUIRED_FIELD_MISSING', 'Add a recipient to send an email.');
  if (count > MOST_RECIPIENTS) {
    throw new EmailError('LIMIT_EXCEEDED', `An email has at most ${MOST_RECIPIENTS} recipients, not ${count}`);
  }
  return { source, sender, to, cc, bcc, target, what, ...content(tx, source, records) };
}

function content(
  tx: Transaction,
  source: OutgoingEmail,
  records: MergeRecords,
): Pick<PreparedEmail, 'subject' | 'text' | 'html' | 'attachments'> {
  const { templateId, subject, text = null, html = null } = source;
  if (templateId === null || templateId === undefined) {
    if (text === null && html === null) {
      throw new EmailError('REQUIRED_FIELD_MISSING', 'Missing body, need at least one of html or plainText');
    }
    const merged = source.bodiesAreTemplates === true ? new MergeFields(tx, records) : undefined;
    const merge = (value: string, isHtml: boolean) => merged?.merge(value, isHtml) ?? value;
    return {
      subject: merge(subject ?? '', false),
      text: text === null ? null : merge(text, false),
      html: html === null ? null : merge(html, true),
      attachments: allAttachments(tx, source),
    };
  }
  if (records.who === null) throw new EmailError('REQUIRED_FIELD_MISSING', 'Missing targetObjectId with template');
  if (text !== null || html !== null) {
    throw new EmailError('INVALID_FIELD_WHEN_USING_TEMPLATE', 'Bodies cannot be given when a template is used');
  }
  return { ...renderTemplate(tx, templateId, records), attachments: allAttachments(tx, source) };
}

function findTarget(tx: Transaction, { targetObjectId, whatId, saveAsActivity }: OutgoingEmail): SObject | null {
  if (targetObjectId === null || targetObjectId === undefined) return null;
  const target = findPerson(tx, targetObjectId);
  if (target === undefined) {
    throw new EmailError(
      'INVALID_ID_FIELD',
      'Only User, Contact, Lead, or Person objects are allowed for targetObjectId',
    );
  }
  if (!isUser(target)) return target;
  if (saveAsActivity !== false) {
    throw new EmailError('INVALID_SAVE_AS_ACTIVITY_FLAG', 'saveAsActivity must be false when sending mail to users.');
  }
  if (whatId !== null && whatId !== undefined) {
    throw new EmailError('INVALID_ID_FIELD', 'WhatId is not available for sending emails to UserIds.');
  }
  return target;
}

function findWhat(tx: Transaction, { whatId }: OutgoingEmail): SObject | null {
  if (whatId === null || whatId === undefined) return null;
  const object = isId(whatId) ? tx.org.schema.objectOfId(whatId) : undefined;
  const what = object === undefined ? undefined : tx.store.getRows(object, [whatId]).get(whatId);
  if (what === undefined) throw new EmailError('INVALID_ID_FIELD', `Invalid whatId: ${whatId}`);
  return what;
}

function targetRecipients(target: SObject | null, source: OutgoingEmail): Recipient[] {
  return target === null || source.targetIsRecipient === false ? [] : personRecipients(target, source);
}

function recipients(tx: Transaction, values: readonly string[], source: OutgoingEmail): Recipient[] {
  return values.flatMap((value) => {
    const text = value.trim();
    if (isAddress(text)) return [{ address: text, person: null }];
    const person = findPerson(tx, text);
    if (person === undefined) throw new EmailError('INVALID_EMAIL_ADDRESS', `Email address is invalid: ${value}`);
    return personRecipients(person, source);
  });
}

/** The person; nobody when an inactive user is meant, or one who opted out and is to be left out. */
function personRecipients(person: SObject, { optOutPolicy }: OutgoingEmail): Recipient[] {
  if (isUser(person) && person.get('IsActive') !== true) return [];
  const address = emailOf(person);
  if (address === null) {
    throw new EmailError('UNSPECIFIED_EMAIL_ADDRESS', `${String(person.get('Name'))} does not have an email address`);
  }
  if (person.schema.field('EmailBouncedDate') !== undefined && person.get('EmailBouncedDate') !== null) {
    throw new EmailError('EMAIL_ADDRESS_BOUNCED', `Email address has bounced: ${address}`);
  }
  const optedOut = person.schema.field('HasOptedOutOfEmail') !== undefined && person.get('HasOptedOutOfEmail') === true;
  if (optedOut && optOutPolicy === 'FILTER') return [];
  if (optedOut && optOutPolicy === 'REJECT') {
    throw new EmailError('EMAIL_OPTED_OUT', `Recipient ${address} has opted out of email`);
  }
  return [{ address, person }];
}
