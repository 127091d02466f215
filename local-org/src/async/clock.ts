/** The org's source of now. */
import type { Clock } from '../database/services.ts';

/** The machine's time, which can be moved forward or back: time goes on running from where it was moved to. */
export class MovableClock implements Clock {
  #offset = 0;

  now(): number {
    return Date.now() + this.#offset;
  }

  /** Makes `now()` answer this instant. */
  set(instant: number): void {
    this.#offset = instant - Date.now();
  }

  advance(milliseconds: number): void {
    this.#offset += milliseconds;
  }
}

/** A clock that stands still until it is moved, for tests. */
export class FixedClock implements Clock {
  #now: number;

  constructor(instant: number) {
    this.#now = instant;
  }

  now(): number {
    return this.#now;
  }

  set(instant: number): void {
    this.#now = instant;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
