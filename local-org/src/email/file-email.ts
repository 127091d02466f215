/**
 * The activity that an email leaves behind: an EmailMessage with its relations, and a completed Task ("EmailMessage", Object
 * Reference: with Enhanced Email, emails are EmailMessage records whose ActivityId is a task).
 */
import { insertTrusted } from '../automation/save-trusted.ts';
import type { Transaction } from '../database/transaction.ts';
import { SObject } from '../schema/sobject.ts';
import { DatetimeValue, type FieldValue } from '../schema/values/index.ts';
import { isUser, joined, type Recipient } from './addresses.ts';
import { EmailError } from './email-error.ts';
import type { PreparedEmail } from './prepare-email.ts';

/** Id of the EmailMessage; null when the email is about nobody and nothing, or is not to be filed. */
export function fileEmail(tx: Transaction, email: PreparedEmail): string | null {
  const { source, target, what } = email;
  if (source.saveAsActivity === false || (target === null && what === null)) return null;
  const activityId = insert(tx, 'Task', {
    Subject: `Email: ${email.subject}`.slice(0, 255),
    Description: taskText(email),
    Status: 'Completed',
    TaskSubtype: 'Email',
    ActivityDate: new DatetimeValue(tx.org.clock.now()).date(tx.user.timeZone),
    WhoId: target?.id ?? null,
    WhatId: what?.id ?? null,
    OwnerId: tx.user.id,
  });
  const messageId = insert(tx, 'EmailMessage', {
    ActivityId: activityId,
    Subject: email.subject,
    TextBody: email.text,
    HtmlBody: email.html,
    FromName: email.sender.name,
    FromAddress: email.sender.address,
    ToAddress: joined(email.to),
    CcAddress: joined(email.cc),
    BccAddress: joined(email.bcc),
    Status: '3',
    Incoming: false,
    HasAttachment: email.attachments.length > 0,
    MessageDate: new DatetimeValue(tx.org.clock.now()),
    RelatedToId: what?.id ?? null,
    EmailTemplateId: source.templateId ?? null,
  });
  relate(tx, messageId, 'ToAddress', email.to);
  relate(tx, messageId, 'CcAddress', email.cc);
  relate(tx, messageId, 'BccAddress', email.bcc);
  return messageId;
}

function relate(tx: Transaction, messageId: string, type: string, recipients: readonly Recipient[]): void {
  for (const { address, person } of recipients) {
    if (person === null) continue;
    insert(tx, 'EmailMessageRelation', {
      EmailMessageId: messageId,
      RelationId: person.id,
      RelationType: type,
      RelationAddress: address,
      RelationObjectType: isUser(person) ? 'User' : person.schema.name,
    });
  }
}

function taskText(email: PreparedEmail): string {
  const lines = [
    `To: ${joined(email.to) ?? ''}`,
    `CC: ${joined(email.cc) ?? ''}`,
    `BCC: ${joined(email.bcc) ?? ''}`,
    `Attachment: ${email.attachments.map(({ fileName }) => fileName).join(', ')}`,
    '',
    `Subject: ${email.subject}`,
    'Body:',
    email.text ?? '',
  ];
  return lines.join('\n').slice(0, 32_000);
}

function insert(tx: Transaction, objectName: string, values: Readonly<Record<string, FieldValue>>): string {
  const object = tx.org.schema.require(objectName);
  const given = Object.entries(values).filter(([, value]) => value !== null);
  const record = new SObject(object, given);
  const [failure] = insertTrusted(tx, object, [record]);
  if (failure !== undefined) {
    const { statusCode, message, fields } = failure.errors[0];
    throw new EmailError(statusCode, message, fields);
  }
  return record.id!;
}
