/** All classes of the Messaging namespace. */
import type { LibraryClass } from '../define.ts';
import { emailClass, singleEmailMessageClass, emailFileAttachmentClass } from './email.ts';
import { inboundEmailHandlerInterface, inboundEmailClasses } from './inbound-email.ts';
import { sendEmailErrorClass, sendEmailResultClass } from './results.ts';

export const messagingNamespace: readonly LibraryClass[] = [
  emailClass,
  singleEmailMessageClass,
  emailFileAttachmentClass,
  inboundEmailHandlerInterface,
  ...inboundEmailClasses,
  sendEmailErrorClass,
  sendEmailResultClass,
];
