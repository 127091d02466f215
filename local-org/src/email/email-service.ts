/** Sends the org's emails: checks and merges them, files them, and keeps them instead of giving them to a mail server. */
import { alwaysBounces } from '../automation/standard/sent-email.ts';
import type { EmailService, OutgoingEmail, RenderedEmail, SaveError } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { OrgError } from '../schema/errors.ts';
import type { SObject } from '../schema/sobject.ts';
import { findPerson } from './addresses.ts';
import { EmailError } from './email-error.ts';
import { fileEmail } from './file-email.ts';
import { MergeFields, type MergeRecords } from './merge-fields.ts';
import { prepareEmail, type PreparedEmail } from './prepare-email.ts';
import { addSentEmail, countedRecipients, countedToday } from './sent-rows.ts';
import { renderTemplate } from './templates.ts';

/** "Maximum SingleEmailMessage recipients per day", GMT. */
const DAILY_RECIPIENTS = 5000;

const reservedKey = Symbol('reserved recipients');

export interface EmailHost {
  /** Called after the commit for an email that comes back: marks it in a transaction of its own. */
  bounced(sentEmailId: string): void;
}

export class Emails implements EmailService {
  readonly #host: EmailHost;

  constructor(host: EmailHost) {
    this.#host = host;
  }

  send(tx: Transaction, emails: readonly OutgoingEmail[], { allOrNone }: { allOrNone: boolean }): (SaveError | null)[] {
    const prepared = emails.map((email) => attempt(() => prepareEmail(tx, email)));
    if (allOrNone && prepared.some((email) => email instanceof EmailError)) {
      return prepared.map((email) => (email instanceof EmailError ? email : priorError()));
    }
    return prepared.map((email) => (email instanceof EmailError ? email : this.#deliver(tx, email)));
  }

  reserve(tx: Transaction, recipients: number): void {
    if (recipientsOfDay(tx) + recipients > DAILY_RECIPIENTS) {
      throw new OrgError('LIMIT_EXCEEDED', 'The daily limit for the org would be exceeded by this request.');
    }
  }

  renderTemplate(tx: Transaction, templateId: string, whoId: string | null, whatId: string | null): RenderedEmail {
    return asOrgError(() => renderTemplate(tx, templateId, recordsOf(tx, whoId, whatId)));
  }

  renderText(tx: Transaction, text: string, whoId: string | null, whatId: string | null): string {
    return asOrgError(() => new MergeFields(tx, recordsOf(tx, whoId, whatId)).merge(text, false));
  }

  /** Tests send nothing and leave no activity; what they send counts ("Testing Email", Apex Developer Guide). */
  #deliver(tx: Transaction, email: PreparedEmail): SaveError | null {
    const counted = countedRecipients(email);
    if (recipientsOfDay(tx) + counted > DAILY_RECIPIENTS) {
      return new EmailError('SINGLE_EMAIL_LIMIT_EXCEEDED', 'Failed to send email');
    }
    if (tx.isTest) {
      tx.setState(reservedKey, sentInTest(tx) + counted);
      return null;
    }
    const sent = attempt(() => addSentEmail(tx, email, fileEmail(tx, email)));
    if (sent instanceof EmailError) return sent;
    if ([...email.to, ...email.cc, ...email.bcc].some(({ address }) => alwaysBounces(address))) {
      tx.onCommit(() => this.#host.bounced(sent));
    }
    return null;
  }
}

function recipientsOfDay(tx: Transaction): number {
  return countedToday(tx) + sentInTest(tx);
}

function sentInTest(tx: Transaction): number {
  return tx.state(reservedKey, () => 0);
}

function recordsOf(tx: Transaction, whoId: string | null, whatId: string | null): MergeRecords {
  return {
    who: whoId === null ? null : requirePerson(tx, whoId),
    what: whatId === null ? null : requireRecord(tx, whatId),
  };
}

function requirePerson(tx: Transaction, id: string): SObject {
  const person = findPerson(tx, id);
  if (person === undefined) throw new EmailError('INVALID_ID_FIELD', `Invalid whoId: ${id}`);
  return person;
}

function requireRecord(tx: Transaction, id: string): SObject {
  const object = tx.org.schema.objectOfId(id);
  const record = object === undefined ? undefined : tx.store.getRows(object, [id]).get(id);
  if (record === undefined) throw new EmailError('INVALID_ID_FIELD', `Invalid whatId: ${id}`);
  return record;
}

function priorError(): EmailError {
  return new EmailError(
    'EMAIL_NOT_PROCESSED_DUE_TO_PRIOR_ERROR',
    'Email was not sent because another email of the request failed',
  );
}

function attempt<T>(fn: () => T): T | EmailError {
  try {
    return fn();
  } catch (error) {
    if (error instanceof EmailError) return error;
    throw error;
  }
}

function asOrgError<T>(fn: () => T): T {
  const result = attempt(fn);
  if (result instanceof EmailError) throw new OrgError(result.statusCode, result.message, result.fields);
  return result;
}
