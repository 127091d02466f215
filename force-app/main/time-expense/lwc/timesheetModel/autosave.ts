/** Sends drafts a moment after the last edit, one request at a time, and again and again while the connection is lost. */

/** `failed` is an answer that says no to all of it: trying again by itself would not help. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'failed';

export interface AutosaveOptions {
  /** Whether there is anything to send. */
  readonly hasWork: () => boolean;
  /** Sends what there is. Rejects when there was no answer; an answer of any kind resolves. */
  readonly send: () => Promise<void>;
  /** Whether a rejection means that nobody answered, so that trying again helps. */
  readonly isLost: (error: unknown) => boolean;
  readonly onState: (state: SaveState) => void;
  /** A failure that trying again will not heal. */
  readonly onFailure: (error: unknown) => void;
}

const AFTER_EDIT = 800;
const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 60_000;

export class Autosave {
  private readonly options: AutosaveOptions;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private retryAfter = FIRST_RETRY;
  private stopped = false;
  private readonly goneOnline = (): void => {
    this.flush();
  };

  constructor(options: AutosaveOptions) {
    this.options = options;
  }

  start(): void {
    window.addEventListener('online', this.goneOnline);
    if (this.options.hasWork()) this.schedule(0);
  }

  stop(): void {
    this.stopped = true;
    window.removeEventListener('online', this.goneOnline);
    clearTimeout(this.timer);
  }

  /** To be called after every edit. */
  touch(): void {
    if (this.running !== undefined) return;
    if (this.options.hasWork()) {
      this.options.onState('waiting');
      this.schedule(AFTER_EDIT);
    } else {
      clearTimeout(this.timer);
      this.options.onState('saved');
    }
  }

  /** Sends at once, and resolves when there is nothing more to send or the connection is lost. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    await this.running;
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- stopped by `stop`, which the component calls when it leaves
    this.timer = setTimeout(() => this.flush(), delay);
  }

  private async run(): Promise<void> {
    const { hasWork, send, isLost, onState, onFailure } = this.options;
    while (hasWork() && !this.stopped) {
      onState('saving');
      try {
        // eslint-disable-next-line no-await-in-loop -- edits made meanwhile go with the next request
        await send();
        this.retryAfter = FIRST_RETRY;
      } catch (error) {
        if (this.stopped) return;
        if (!isLost(error)) {
          onState('failed');
          onFailure(error);
          return;
        }
        onState('offline');
        this.schedule(this.retryAfter);
        this.retryAfter = Math.min(this.retryAfter * 2, LONGEST_RETRY);
        return;
      }
    }
    if (!this.stopped) onState('saved');
  }
}
