/** What wire adapters have in common: they call back with `{ data, error }` and load again when their configuration changes. */

export interface WireResult<T> {
  readonly data: T | undefined;
  readonly error: unknown;
}

export type WireCallback<T> = (result: WireResult<T>) => void;

export abstract class WireAdapter<C extends object, T> {
  private readonly callback: WireCallback<T>;
  private connected = false;
  private config: C | undefined;
  private generation = 0;

  constructor(callback: WireCallback<T>) {
    this.callback = callback;
    callback({ data: undefined, error: undefined });
  }

  connect(): void {
    this.connected = true;
    if (this.config !== undefined) this.reload();
  }

  disconnect(): void {
    this.connected = false;
    this.generation++;
    this.release();
  }

  update(config: C): void {
    this.config = config;
    if (this.connected) this.reload();
  }

  /** Loads for the present configuration and hands the outcome on, unless the configuration has changed meanwhile. */
  async reload(): Promise<void> {
    const generation = ++this.generation;
    this.release();
    if (this.config === undefined || !this.isComplete(this.config)) return;
    try {
      const data = await this.load(this.config);
      if (generation === this.generation) this.emit({ data, error: undefined });
    } catch (error) {
      if (generation === this.generation) this.emit({ data: undefined, error });
    }
  }

  protected emit(result: WireResult<T>): void {
    this.callback(result);
  }

  /**
   * Whether there is enough to load: a parameter that is bound to a property and still undefined holds the wire back ("Understand the
   * Wire Service" in the LWC guide).
   */
  protected abstract isComplete(config: C): boolean;
  protected abstract load(config: C): Promise<T>;

  /** Lets go of what `load` subscribed to. */
  protected release(): void {
    // Most adapters subscribe to nothing.
  }
}

/** A wire adapter class as `@wire` takes it, made from its two functions. */
export function wireAdapter<C extends object, T>(
  isComplete: (config: C) => boolean,
  load: (config: C) => Promise<T>,
): new (callback: WireCallback<T>) => WireAdapter<C, T> {
  return class extends WireAdapter<C, T> {
    protected isComplete(config: C): boolean {
      return isComplete(config);
    }

    protected load(config: C): Promise<T> {
      return load(config);
    }
  };
}
