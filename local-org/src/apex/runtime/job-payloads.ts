/** What the platform's library puts into the queue for the classes of the project, and `ApexService.runJob` takes out. */
import type { Frozen } from './freeze.ts';

/** A Queueable or Schedulable instance. */
export interface InstancePayload {
  readonly instance: Frozen;
}

/** A Database.Batchable instance. */
export interface BatchPayload extends InstancePayload {
  /** Records per `execute`. */
  readonly scopeSize: number;
}
