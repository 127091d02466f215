/** EventBus.RetryableException ("RetryableException Class", Apex Reference Guide). */
import { libraryException } from '../define.ts';

export const retryableException = libraryException('EventBus.RetryableException');
