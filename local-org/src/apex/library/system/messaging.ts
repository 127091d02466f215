/** System.Messaging ("Messaging Class", Apex Reference Guide). */
import type { SaveError } from '../../../database/services.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import { OrgError } from '../../../schema/errors.ts';
import { ApexList, throwApex, type ApexObject } from '../../runtime/index.ts';
import { libraryType } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { RenderedBodyValue, type EmailFailure, SendEmailResultValue } from '../messaging/results.ts';
import { outgoingEmails } from '../messaging/outgoing.ts';
import { refusingNulls } from '../support/arguments.ts';
import { BeanValue } from '../support/bean.ts';

export const messagingClass = libraryClass('System.Messaging', {
  ...refusingNulls({
    'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails)': (emails: ApexList<BeanValue>) =>
      sendEmail(emails.items, true),
    'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails, Boolean allOrNothing)': (
      emails: ApexList<BeanValue>,
      allOrNothing: boolean,
    ) => sendEmail(emails.items, allOrNothing),
    'static void reserveSingleEmailCapacity(Integer amountReserved)': reserve,
    'static void reserveMassEmailCapacity(Integer amountReserved)': reserve,
  }),
  'static Messaging.SingleEmailMessage renderStoredEmailTemplate(String templateId, String whoId, String whatId)':
    renderStored,
  'static List<Messaging.RenderEmailTemplateBodyResult> renderEmailTemplate(String whoId, String whatId, List<String> bodies)':
    renderBodies,
});

function sendEmail(messages: readonly BeanValue[], allOrNone: boolean): ApexList<ApexObject> {
  const tx = currentTransaction();
  tx.limits.use('emailInvocations');
  const counts = messages.map(outgoingEmails);
  const errors = tx.org.email.send(tx, counts.flat(), { allOrNone });
  let next = 0;
  const failures = counts.map(({ length }) => firstError(errors.slice(next, (next += length))));
  if (allOrNone) throwFirst(failures);
  const results = failures.map((failure) => new SendEmailResultValue(failure));
  return new ApexList<ApexObject>(libraryType('Messaging.SendEmailResult'), results);
}

function firstError(errors: readonly (SaveError | null)[]): EmailFailure | null {
  const found = errors.find((error) => error !== null);
  return found === undefined ? null : { code: found.statusCode, message: found.message };
}

function throwFirst(failures: readonly (EmailFailure | null)[]): void {
  const own = failures.findIndex(
    (failure) => failure !== null && failure.code !== 'EMAIL_NOT_PROCESSED_DUE_TO_PRIOR_ERROR',
  );
  const failure = failures[own];
  if (failure === undefined || failure === null) return;
  const { code, message } = failure;
  throwApex(
    'System.EmailException',
    `SendEmail failed. First exception on row ${own}; first error: ${code}, ${message}: []`,
  );
}

/** "System.HandledException: The daily limit for the org would be exceeded by this request." */
function reserve(amount: number): void {
  const tx = currentTransaction();
  try {
    tx.org.email.reserve(tx, amount);
  } catch (error) {
    if (error instanceof OrgError) throwApex('System.HandledException', error.message);
    throw error;
  }
}

function renderStored(templateId: string | null, whoId: string | null, whatId: string | null): BeanValue {
  const tx = currentTransaction();
  // "Executing this method counts toward the SOQL governor limit as one query."
  tx.limits.use('soqlQueries');
  const rendered = orEmailException(() => tx.org.email.renderTemplate(tx, templateId ?? '', whoId, whatId));
  const message = new BeanValue('Messaging.SingleEmailMessage');
  message.values.set('Subject', rendered.subject);
  message.values.set('PlainTextBody', rendered.text);
  message.values.set('HtmlBody', rendered.html);
  message.values.set('TargetObjectId', whoId);
  message.values.set('WhatId', whatId);
  return message;
}

function orEmailException<T>(fn: () => T): T {
  try {
    return fn();
  } catch (error) {
    if (error instanceof OrgError) throwApex('System.EmailException', `${error.code}: ${error.message}`);
    throw error;
  }
}

/** "An error in one template body doesn't cause an error in other text bodies." */
function renderBodies(whoId: string | null, whatId: string | null, bodies: ApexList<string> | null): ApexList {
  const tx = currentTransaction();
  const results = (bodies?.items ?? []).map((body) => {
    try {
      return new RenderedBodyValue(tx.org.email.renderText(tx, body, whoId, whatId), null);
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      return new RenderedBodyValue(null, { code: error.code, message: error.message });
    }
  });
  return new ApexList<unknown>(libraryType('Messaging.RenderEmailTemplateBodyResult'), results);
}
