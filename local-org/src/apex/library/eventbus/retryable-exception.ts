/** EventBus.RetryableException ("RetryableException Class", Apex Reference Guide). */
import { platformException } from '../support/platform-exception.ts';

export const retryableException = platformException('EventBus.RetryableException');
