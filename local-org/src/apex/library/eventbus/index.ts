/** All classes of the EventBus namespace. */
import type { LibraryClass } from '../define.ts';
import { changeEventHeaderClass } from './change-event-header.ts';
import { retryableException } from './retryable-exception.ts';
import { testBrokerClass } from './test-broker.ts';

export const eventbusNamespace: readonly LibraryClass[] = [changeEventHeaderClass, retryableException, testBrokerClass];
