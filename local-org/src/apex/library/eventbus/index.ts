/** All classes of the EventBus namespace. */
import type { LibraryClass } from '../define.ts';
import { changeEventHeaderClass } from './change-event-header.ts';
import { publishClasses } from './publish-callback.ts';
import { retryableException } from './retryable-exception.ts';
import { testBrokerClass } from './test-broker.ts';
import { triggerContextClass } from './trigger-context.ts';

export const eventbusNamespace: readonly LibraryClass[] = [
  changeEventHeaderClass,
  ...publishClasses,
  retryableException,
  testBrokerClass,
  triggerContextClass,
];
