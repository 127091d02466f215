/**
 * System.Messaging ("Messaging Class", Apex Reference Guide). Messages are counted, checked and kept with the transaction;
 * the local org sends none.
 */
import { currentTransaction } from '../../../database/transaction.ts';
import { NotSupported } from '../../../schema/errors.ts';
import { ApexList, throwApex, type ApexObject } from '../../runtime/index.ts';
import { libraryType } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { SendEmailResultValue } from '../messaging/results.ts';
import { refusingNulls } from '../support/arguments.ts';
import type { BeanValue } from '../support/bean.ts';

const slot = Symbol('sent emails');

/** The messages that the running transaction has sent so far. */
export function sentEmails(): BeanValue[] {
  return currentTransaction().state<BeanValue[]>(slot, () => []);
}

export const messagingClass = libraryClass(
  'System.Messaging',
  refusingNulls({
    'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails)': (emails: ApexList<BeanValue>) =>
      sendEmail(emails.items, true),
    'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails, Boolean allOrNothing)': (
      emails: ApexList<BeanValue>,
      allOrNothing: boolean,
    ) => sendEmail(emails.items, allOrNothing),
    'static void reserveSingleEmailCapacity(Integer amountReserved)': () => undefined,
    'static void reserveMassEmailCapacity(Integer amountReserved)': () => undefined,
  }),
);

function sendEmail(emails: readonly BeanValue[], allOrNothing: boolean): ApexList<ApexObject> {
  currentTransaction().limits.use('emailInvocations');
  const failures = emails.map(check);
  const first = failures.findIndex((failure) => failure !== null);
  if (allOrNothing && first >= 0) {
    const { code, message } = failures[first]!;
    throwApex(
      'System.EmailException',
      `SendEmail failed. First exception on row ${first}; first error: ${code}, ${message}: []`,
    );
  }
  sentEmails().push(...emails.filter((_, index) => failures[index] === null));
  const results = failures.map((failure) => new SendEmailResultValue(failure));
  return new ApexList<ApexObject>(libraryType('Messaging.SendEmailResult'), results);
}

/** What is wrong with a message; null when nothing is. */
function check(email: BeanValue): { code: string; message: string } | null {
  if (email.typeName !== 'Messaging.SingleEmailMessage') throw new NotSupported(email.typeName);
  if (email.get('TemplateId') !== null) throw new NotSupported('Messaging.SingleEmailMessage.setTemplateId');
  const addresses = ['ToAddresses', 'CcAddresses', 'BccAddresses'].flatMap(
    (name) => (email.get(name) as ApexList<string> | null)?.items ?? [],
  );
  if (addresses.length === 0 && email.get('TargetObjectId') === null) {
    return { code: 'REQUIRED_FIELD_MISSING', message: 'Add a recipient to send an email.' };
  }
  const invalid = addresses.find((address) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address) && !/^00[35]/.test(address));
  if (invalid !== undefined) {
    return { code: 'INVALID_EMAIL_ADDRESS', message: `Email address is invalid: ${invalid}` };
  }
  if (email.get('HtmlBody') === null && email.get('PlainTextBody') === null) {
    return { code: 'REQUIRED_FIELD_MISSING', message: 'Missing body, need at least one of html or plainText' };
  }
  return null;
}
