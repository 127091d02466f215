/**
 * The debug log of one transaction, in the platform's line format ("Debug Log Details", Apex Developer Guide):
 * `10:15:30.12 (1200345)|USER_DEBUG|[4]|DEBUG|text`.
 */
import type { Clock } from './services.ts';

/** Size at which the platform stops a log; what comes later is dropped and the log says so. */
const MAX_CHARACTERS = 20_000_000;

export class DebugLog {
  private readonly clock: Clock;
  private readonly startedAt: number;
  private readonly entries: string[] = [];
  private size = 0;
  private truncated = false;

  constructor(clock: Clock) {
    this.clock = clock;
    this.startedAt = clock.now();
  }

  /** Adds one event; `details` follow its name, separated by `|`. */
  write(event: string, ...details: readonly string[]): void {
    if (this.truncated) return;
    const line = [this.timestamp(), event, ...details].join('|');
    this.size += line.length + 1;
    if (this.size > MAX_CHARACTERS) {
      this.truncated = true;
      this.entries.push('*********** MAXIMUM DEBUG LOG SIZE REACHED ***********');
      return;
    }
    this.entries.push(line);
  }

  get lines(): readonly string[] {
    return this.entries;
  }

  toString(): string {
    return this.entries.join('\n');
  }

  private timestamp(): string {
    const now = this.clock.now();
    const time = new Date(now).toISOString().slice(11, 19);
    const elapsedNanoseconds = Math.max(0, now - this.startedAt) * 1_000_000;
    return `${time}.${Math.floor((now % 1000) / 10)} (${elapsedNanoseconds})`;
  }
}
