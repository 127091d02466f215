/** What the platform's library puts into the queue for the classes of the project, and `ApexService.runJob` takes out. */
import type { Frozen } from './freeze.ts';

/** Where a queueable stands in its chain ("AsyncInfo Class", Apex Reference Guide). */
export interface QueueableStack {
  /** 1 for the first of the chain. */
  readonly depth: number;
  /** Null when the chain may go on for ever. */
  readonly maximum: number | null;
  /** Minutes; null when none was asked for. */
  readonly delay: number | null;
}

/** A Queueable or Schedulable instance. */
export interface InstancePayload {
  readonly instance: Frozen;
  /** Of queueables. */
  readonly stack?: QueueableStack;
}

/** A Database.Batchable instance. */
export interface BatchPayload extends InstancePayload {
  /** Records per `execute`. */
  readonly scopeSize: number;
}
