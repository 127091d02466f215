/** Email templates, and the folders they lie in. */
import type { EmailFolder, EmailTemplate } from '@salesforce/types/metadata';
import { flag, number, required, shape, text, unused, withDefault, type ValueOf } from '../shape.ts';

export const emailTemplate = shape<EmailTemplate>()({
  apiVersion: number,
  attachedDocuments: unused,
  attachments: unused,
  available: withDefault(flag, false),
  content: unused,
  description: text,
  encodingKey: withDefault(text, 'UTF-8'),
  fullName: text,
  letterhead: unused,
  name: required(text),
  packageVersions: unused,
  pageDevName: unused,
  relatedEntityType: text,
  style: withDefault(text, 'none'),
  subject: text,
  /** The plain-text version of templates that are HTML. */
  textOnly: text,
  type: required(text),
  uiType: withDefault(text, 'Aloha'),
});

export const emailFolder = shape<EmailFolder>()({
  accessType: text,
  folderShares: unused,
  fullName: text,
  name: required(text),
  publicFolderAccess: text,
  sharedTo: unused,
});

export type EmailTemplateSource = ValueOf<typeof emailTemplate>;
export type EmailFolderSource = ValueOf<typeof emailFolder>;
