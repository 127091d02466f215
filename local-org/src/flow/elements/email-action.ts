/** The core action Send Email ("Flow Core Action: Send Email", Salesforce Help). */
import type { EmailService, OutgoingEmail } from '../../database/services.ts';
import type { ActionCallSource } from '../definition/call-elements.ts';
import { eachInterview } from '../each-interview.ts';
import type { BulkElement } from '../element.ts';
import { asFault, FlowFault } from '../fault.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { isCollection, toText, type FlowValue } from '../flow-value.ts';
import type { Interview } from '../interview.ts';

type Inputs = ReadonlyMap<string, FlowValue>;

/** Inputs that are acted on. */
const KNOWN = new Set([
  'emailAddresses',
  'emailAddressesArray',
  'ccRecipientAddressList',
  'ccRecipientAddressCollection',
  'bccRecipientAddressList',
  'bccRecipientAddressCollection',
  'recipientId',
  'relatedRecordId',
  'emailTemplateId',
  'emailSubject',
  'emailBody',
  'sendRichBody',
  'senderType',
  'senderAddress',
  'logEmailOnSend',
  'attachmentId',
  'useLineBreaks',
]);

export function compileEmailAction(source: ActionCallSource, compiler: FlowCompiler): BulkElement {
  const { name } = source;
  const faultTarget = source.faultConnector?.targetReference;
  const unknown = source.inputParameters.find((parameter) => !KNOWN.has(parameter.name));
  const inputs = source.inputParameters.map((parameter) => ({
    name: parameter.name,
    read: compiler.value(parameter.value),
  }));
  return {
    kind: 'bulk',
    name,
    faultTarget,
    run: (interviews) => {
      if (unknown !== undefined) throw compiler.notSupported(`input ${unknown.name} of Send Email`, unknown.source);
      eachInterview(interviews, name, faultTarget, (interview) => {
        send(interview, new Map(inputs.map((input) => [input.name, input.read(interview)])));
        interview.next = source.connector?.targetReference;
      });
    },
  };
}

function send(interview: Interview, inputs: Inputs): void {
  const { tx } = interview.run;
  const { email } = tx.org;
  const [error] = asFlowFault(() => email.send(tx, [outgoing(interview, inputs)], { allOrNone: true }));
  if (error !== null) throw new FlowFault(`${error.statusCode}: ${error.message}`);
}

function asFlowFault(fn: () => ReturnType<EmailService['send']>): ReturnType<EmailService['send']> {
  try {
    return fn();
  } catch (error) {
    throw asFault(error, ({ code, message }) => new FlowFault(`${code}: ${message}`));
  }
}

function outgoing({ run }: Interview, inputs: Inputs): OutgoingEmail {
  const { tx } = run;
  const text = (name: string): string | null => {
    const value = inputs.get(name) ?? null;
    return value === null || value === '' ? null : toText(value, tx.user.timeZone);
  };
  const flag = (name: string) => inputs.get(name) === true;
  const addresses = (list: string, collection: string) => [
    ...(text(list) ?? '').split(/[,;]/).map((each) => each.trim()),
    ...textsOf(inputs.get(collection) ?? null, tx.user.timeZone),
  ];
  const body = text('emailBody');
  const rich = flag('sendRichBody');
  const orgWide = text('senderType') === 'OrgWideEmailAddress' ? orgWideAddress(run.tx, text('senderAddress')) : null;
  const attachment = text('attachmentId');
  return {
    to: addresses('emailAddresses', 'emailAddressesArray').filter(isGiven),
    cc: addresses('ccRecipientAddressList', 'ccRecipientAddressCollection').filter(isGiven),
    bcc: addresses('bccRecipientAddressList', 'bccRecipientAddressCollection').filter(isGiven),
    targetObjectId: text('recipientId'),
    whatId: text('relatedRecordId'),
    templateId: text('emailTemplateId'),
    subject: text('emailSubject'),
    text: rich ? null : body,
    html: rich ? body : null,
    orgWideEmailAddressId: orgWide,
    saveAsActivity: flag('logEmailOnSend'),
    entityAttachments: attachment === null ? [] : attachment.split(',').map((id) => id.trim()),
  };
}

function isGiven(address: string): boolean {
  return address !== '';
}

function textsOf(value: FlowValue, timeZone: string): string[] {
  return isCollection(value) ? value.map((item) => toText(item, timeZone)) : [];
}

function orgWideAddress(tx: Interview['run']['tx'], address: string | null): string {
  const rows = tx.store.findRows(tx.org.schema.require('OrgWideEmailAddress'), 'Address', [address]);
  const id = rows[0]?.id ?? null;
  if (id === null) throw new FlowFault(`There is no organization-wide email address ${address ?? ''}`);
  return id;
}
