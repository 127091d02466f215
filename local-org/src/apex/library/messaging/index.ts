/** All classes of the Messaging namespace. */
import type { LibraryClass } from '../define.ts';
import { emailClass, emailFileAttachmentClass, massEmailMessageClass, singleEmailMessageClass } from './email.ts';
import { inboundEmailHandlerInterface, inboundEmailClasses } from './inbound-email.ts';
import { renderedBodyClass, renderErrorClass, sendEmailErrorClass, sendEmailResultClass } from './results.ts';

export const messagingNamespace: readonly LibraryClass[] = [
  emailClass,
  singleEmailMessageClass,
  massEmailMessageClass,
  emailFileAttachmentClass,
  inboundEmailHandlerInterface,
  ...inboundEmailClasses,
  sendEmailErrorClass,
  sendEmailResultClass,
  renderedBodyClass,
  renderErrorClass,
];
