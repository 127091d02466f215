/** All classes of the ApexPages namespace. */
import type { LibraryClass } from '../define.ts';
import { messageClass, severity } from './message.ts';
import { standardControllerClass } from './standard-controller.ts';
import { standardSetControllerClass } from './standard-set-controller.ts';

export const apexPagesNamespace: readonly LibraryClass[] = [
  severity,
  messageClass,
  standardControllerClass,
  standardSetControllerClass,
];
