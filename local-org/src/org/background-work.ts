/** Runs asynchronous jobs while the process has other things to do, one part at a time so that requests come in between. */
import type { JobQueue } from '../async/job-queue.ts';

/** Longest wait before the queue is looked at again: the clock may have been moved. */
const LONGEST_WAIT_MS = 1000;

export class BackgroundWork {
  readonly #queue: JobQueue;
  #running = false;
  #tick: NodeJS.Immediate | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(queue: JobQueue) {
    this.#queue = queue;
  }

  /** Begins with the jobs that an earlier process left. */
  start(): void {
    this.#running = true;
    this.wake();
  }

  stop(): void {
    this.#running = false;
    clearImmediate(this.#tick);
    clearTimeout(this.#timer);
    this.#tick = undefined;
  }

  /** Looks at the queue soon. Nothing happens before `start`. */
  wake(): void {
    if (!this.#running || this.#tick !== undefined) return;
    clearTimeout(this.#timer);
    this.#tick = setImmediate(() => this.#runPart());
  }

  #runPart(): void {
    this.#tick = undefined;
    if (this.#queue.runNext()) {
      this.wake();
      return;
    }
    const wait = Math.min(this.#queue.nextDueIn() ?? LONGEST_WAIT_MS, LONGEST_WAIT_MS);
    this.#timer = setTimeout(() => this.wake(), wait).unref();
  }
}
