/** Messages of Apex as the email service takes them. */
import type { EmailAttachment, OutgoingEmail } from '../../../database/services.ts';
import { NotSupported } from '../../../schema/errors.ts';
import type { BlobValue } from '../../../schema/values/index.ts';
import type { ApexList } from '../../runtime/index.ts';
import type { BeanValue } from '../support/bean.ts';

/** One email for each message; one for each target of a MassEmailMessage. */
export function outgoingEmails(message: BeanValue): OutgoingEmail[] {
  switch (message.typeName) {
    case 'Messaging.SingleEmailMessage':
      return [singleEmail(message)];
    case 'Messaging.MassEmailMessage':
      return massEmails(message);
    default:
      throw new NotSupported(message.typeName);
  }
}

function singleEmail(message: BeanValue): OutgoingEmail {
  const text = textReader(message);
  return {
    ...common(message),
    to: texts(message, 'ToAddresses'),
    cc: texts(message, 'CcAddresses'),
    bcc: texts(message, 'BccAddresses'),
    targetObjectId: text('TargetObjectId'),
    targetIsRecipient: message.get('TreatTargetObjectAsRecipient') !== false,
    whatId: text('WhatId'),
    templateId: text('TemplateId'),
    text: text('PlainTextBody'),
    html: text('HtmlBody'),
    bodiesAreTemplates: message.get('TreatBodiesAsTemplate') === true,
    attachments: attachmentsOf(message),
    entityAttachments: texts(message, 'EntityAttachments'),
    orgWideEmailAddressId: text('OrgWideEmailAddressId'),
    references: text('References'),
    inReplyTo: text('InReplyTo'),
    optOutPolicy: (text('OptOutPolicy') as OutgoingEmail['optOutPolicy'] | null) ?? 'SEND',
  };
}

/** "The whatIds are matched with the targetObjectIds by position." */
function massEmails(message: BeanValue): OutgoingEmail[] {
  const whats = texts(message, 'WhatIds');
  return texts(message, 'TargetObjectIds').map((targetObjectId, index) => ({
    ...common(message),
    targetObjectId,
    whatId: whats[index] ?? null,
    templateId: textReader(message)('TemplateId'),
    optOutPolicy: 'REJECT',
  }));
}

function common(message: BeanValue): OutgoingEmail {
  const text = textReader(message);
  return {
    subject: text('Subject'),
    replyTo: text('ReplyTo'),
    senderDisplayName: text('SenderDisplayName'),
    bccSender: message.get('BccSender') === true,
    saveAsActivity: message.get('SaveAsActivity') !== false,
  };
}

function textReader(message: BeanValue): (name: string) => string | null {
  return (name) => message.get(name) as string | null;
}

function texts(message: BeanValue, name: string): readonly string[] {
  return (message.get(name) as ApexList<string> | null)?.items ?? [];
}

function attachmentsOf(message: BeanValue): EmailAttachment[] {
  const files = (message.get('FileAttachments') as ApexList<BeanValue> | null)?.items ?? [];
  return files.map((file) => ({
    fileName: (file.get('FileName') as string | null) ?? '',
    contentType: file.get('ContentType') as string | null,
    body: (file.get('Body') as BlobValue | null)?.bytes ?? new Uint8Array(),
    inline: file.get('Inline') === true,
  }));
}
