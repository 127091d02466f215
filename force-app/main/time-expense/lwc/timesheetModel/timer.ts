/** The clock that runs while somebody works, kept on the device so that a reload or a closed tab does not stop it. */
import { MINUTES_PER_DAY } from './duration';
import type { Device } from './draftStore';
import type { WorkRow } from './sheet';

export interface RunningTimer {
  readonly row: WorkRow;
  /** The day it was started on, which gets all of its time. */
  readonly date: string;
  readonly weekStart: string;
  /** Milliseconds since 1970: a change of clocks meanwhile does not lengthen the work. */
  readonly startedAt: number;
}

const MINUTE = 60_000;

/** Whole minutes, rounded; at least one, at most a day. */
export function elapsedMinutes(timer: RunningTimer, now: number): number {
  const minutes = Math.round((now - timer.startedAt) / MINUTE);
  return Math.min(Math.max(minutes, 1), MINUTES_PER_DAY);
}

export class TimerStore {
  private readonly device: Device | undefined;
  private readonly key: string;

  constructor(device: Device | undefined, userId: string) {
    this.device = device;
    this.key = `timesheet-timer/1/${userId}`;
  }

  read(): RunningTimer | undefined {
    try {
      const parsed: unknown = JSON.parse(this.device?.getItem(this.key) ?? 'null');
      return isTimer(parsed) ? parsed : undefined;
    } catch {
      return undefined;
    }
  }

  write(timer: RunningTimer | undefined): void {
    try {
      if (timer === undefined) this.device?.removeItem(this.key);
      else this.device?.setItem(this.key, JSON.stringify(timer));
    } catch {
      // A full device: the timer runs on as long as the page is open.
    }
  }
}

function isTimer(value: unknown): value is RunningTimer {
  if (typeof value !== 'object' || value === null) return false;
  const { row, date, weekStart, startedAt } = value as Partial<RunningTimer>;
  return (
    typeof row?.key === 'string' &&
    typeof date === 'string' &&
    typeof weekStart === 'string' &&
    Number.isFinite(startedAt)
  );
}
