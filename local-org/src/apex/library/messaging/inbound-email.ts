/** Messages that an email service hands to a class of the project ("InboundEmail Class", Apex Reference Guide). */
import { libraryClass, libraryInterface, type LibraryClass } from '../define.ts';
import { BeanValue, beanProperties } from '../support/bean.ts';

function bean(name: string, ...properties: readonly string[]): LibraryClass {
  const typeName = `Messaging.${name}`;
  return libraryClass(typeName, {
    [`${name.slice(name.indexOf('.') + 1)}()`]: () => new BeanValue(typeName),
    ...beanProperties(...properties),
  });
}

export const inboundEmailHandlerInterface = libraryInterface('Messaging.InboundEmailHandler', [
  'Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail email, Messaging.InboundEnvelope envelope)',
]);

export const inboundEmailClasses: readonly LibraryClass[] = [
  bean(
    'InboundEmail',
    'List<Messaging.InboundEmail.BinaryAttachment> binaryAttachments',
    'List<String> ccAddresses',
    'String fromAddress',
    'String fromName',
    'List<Messaging.InboundEmail.Header> headers',
    'String htmlBody',
    'Boolean htmlBodyIsTruncated',
    'String inReplyTo',
    'String messageId',
    'String plainTextBody',
    'Boolean plainTextBodyIsTruncated',
    'List<String> references',
    'String replyTo',
    'String subject',
    'List<Messaging.InboundEmail.TextAttachment> textAttachments',
    'List<String> toAddresses',
  ),
  bean(
    'InboundEmail.BinaryAttachment',
    'Blob body',
    'String fileName',
    'List<Messaging.InboundEmail.Header> headers',
    'String mimeTypeSubType',
  ),
  bean(
    'InboundEmail.TextAttachment',
    'String body',
    'Boolean bodyIsTruncated',
    'String charset',
    'String fileName',
    'List<Messaging.InboundEmail.Header> headers',
    'String mimeTypeSubType',
  ),
  bean('InboundEmail.Header', 'String name', 'String value'),
  bean('InboundEmailResult', 'String message', 'Boolean success'),
  bean('InboundEnvelope', 'String fromAddress', 'String toAddress'),
];
