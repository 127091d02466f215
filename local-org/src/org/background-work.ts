/** Runs asynchronous jobs while the process has other things to do, one part at a time so that requests come in between. */
/** Work that becomes due as time passes. */
export interface DueWork {
  /** Does one due part. False when nothing is due. */
  runNext(): boolean;
  /** Milliseconds until the next part is due; undefined when none waits. */
  nextDueIn(): number | undefined;
}

/** Longest wait before the queue is looked at again: the clock may have been moved. */
const LONGEST_WAIT_MS = 1000;

export class BackgroundWork {
  readonly #works: DueWork[];
  #running = false;
  #tick: NodeJS.Immediate | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(work: DueWork) {
    this.#works = [work];
  }

  /** Also does this, for layers that the org does not know. */
  add(work: DueWork): void {
    this.#works.push(work);
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
    if (this.#works.some((work) => work.runNext())) {
      this.wake();
      return;
    }
    const wait = Math.min(...this.#works.map((work) => work.nextDueIn() ?? LONGEST_WAIT_MS), LONGEST_WAIT_MS);
    this.#timer = setTimeout(() => this.wake(), wait).unref();
  }
}
