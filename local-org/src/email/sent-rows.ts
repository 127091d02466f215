/** What was sent, as rows of the org. They are written with the transaction: what is rolled back was never sent. */
import type { Transaction } from '../database/transaction.ts';
import { SObject } from '../schema/sobject.ts';
import { BlobValue, DatetimeValue, type FieldValue } from '../schema/values/index.ts';
import { isUser, joined, type Recipient } from './addresses.ts';
import type { PreparedEmail } from './prepare-email.ts';

const DAY = 86_400_000;

/** Recipients outside the org: "email to internal users doesn't count" (Email Limits, Salesforce Help). */
export function countedRecipients({ to, cc, bcc }: PreparedEmail): number {
  return [...to, ...cc, ...bcc].filter(({ person }: Recipient) => !isUser(person)).length;
}

/** Recipients counted since midnight GMT. */
export function countedToday(tx: Transaction): number {
  const midnight = Math.floor(tx.org.clock.now() / DAY) * DAY;
  const { records } = tx.org.query.lookUp(
    tx,
    `SELECT SUM(CountedRecipients) FROM LocalSentEmail WHERE MessageDate >= ${new Date(midnight).toISOString()}`,
    { mode: 'system', sharing: false },
  );
  return Number(records[0]?.get('expr0') ?? 0);
}

/** Adds the row of an email and of each of its files; answers its id. */
export function addSentEmail(tx: Transaction, email: PreparedEmail, emailMessageId: string | null): string {
  const { source, sender } = email;
  const id = addRow(tx, 'LocalSentEmail', {
    Subject: email.subject,
    MessageDate: now(tx),
    Status: 'Sent',
    FromName: sender.name,
    FromAddress: sender.address,
    ReplyTo: source.replyTo ?? null,
    ToAddress: joined(email.to),
    CcAddress: joined(email.cc),
    BccAddress: joined(email.bcc),
    TextBody: email.text,
    HtmlBody: email.html,
    Headers: headersOf(email),
    CountedRecipients: countedRecipients(email),
    EmailTemplateId: source.templateId ?? null,
    EmailMessageId: emailMessageId,
    TargetObjectId: source.targetObjectId ?? null,
    RelatedToId: source.whatId ?? null,
  });
  for (const { fileName, contentType, body } of email.attachments) {
    addRow(tx, 'LocalSentEmailFile', {
      SentEmailId: id,
      Name: fileName,
      ContentType: contentType,
      BodyLength: body.length,
      Body: new BlobValue(body),
    });
  }
  return id;
}

function headersOf({ source }: PreparedEmail): string | null {
  const headers = [
    ['References', source.references],
    ['In-Reply-To', source.inReplyTo],
  ].filter(([, value]) => value !== null && value !== undefined);
  return headers.length === 0 ? null : headers.map(([name, value]) => `${name}: ${value}`).join('\n');
}

function addRow(tx: Transaction, objectName: string, values: Readonly<Record<string, FieldValue>>): string {
  const object = tx.org.schema.require(objectName);
  const id = tx.store.newId(object);
  const stamp = now(tx);
  const audit: Record<string, FieldValue> = { CreatedDate: stamp, LastModifiedDate: stamp, SystemModstamp: stamp };
  const by = { CreatedById: tx.user.id, LastModifiedById: tx.user.id };
  tx.store.insertRow(new SObject(object, Object.entries({ Id: id, ...audit, ...by, ...values })));
  return id;
}

/** Fields hold whole seconds. */
function now(tx: Transaction): DatetimeValue {
  return new DatetimeValue(Math.floor(tx.org.clock.now() / 1000) * 1000);
}
