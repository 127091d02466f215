/** Messaging.Email, SingleEmailMessage, MassEmailMessage and EmailFileAttachment (Apex Reference Guide). */
import { libraryClass } from '../define.ts';
import { BeanValue, beanMembers } from '../support/bean.ts';

export const emailClass = libraryClass(
  'Messaging.Email',
  beanMembers(
    'Boolean BccSender',
    'String EmailPriority',
    'String ReplyTo',
    'Boolean SaveAsActivity',
    'String SenderDisplayName',
    'String Subject',
    'Boolean UseSignature',
  ),
);

export const singleEmailMessageClass = libraryClass(
  'Messaging.SingleEmailMessage',
  {
    'SingleEmailMessage()': () => new BeanValue('Messaging.SingleEmailMessage'),
    ...beanMembers(
      'List<String> BccAddresses',
      'List<String> CcAddresses',
      'String Charset',
      'List<String> EntityAttachments',
      'List<Messaging.EmailFileAttachment> FileAttachments',
      'String HtmlBody',
      'String InReplyTo',
      'String OptOutPolicy',
      'Id OrgWideEmailAddressId',
      'String PlainTextBody',
      'Boolean OneClickPost',
      'String References',
      'Id TargetObjectId',
      'Id TemplateId',
      'List<String> ToAddresses',
      'Boolean is TreatBodiesAsTemplate',
      'Boolean is TreatTargetObjectAsRecipient',
      'String UnsubscribeComment',
      'List<String> UnsubscribeUrls',
      'Id WhatId',
    ),
  },
  { extends: 'Messaging.Email' },
);

export const massEmailMessageClass = libraryClass(
  'Messaging.MassEmailMessage',
  {
    'MassEmailMessage()': () => new BeanValue('Messaging.MassEmailMessage'),
    ...beanMembers('String Description', 'List<Id> TargetObjectIds', 'Id TemplateId', 'List<Id> WhatIds'),
  },
  { extends: 'Messaging.Email' },
);

export const emailFileAttachmentClass = libraryClass('Messaging.EmailFileAttachment', {
  'EmailFileAttachment()': () => new BeanValue('Messaging.EmailFileAttachment'),
  ...beanMembers('Blob Body', 'String ContentType', 'String FileName', 'Boolean Inline'),
});
