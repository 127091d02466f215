/**
 * Drafts on the device, by user, person and week. Every write first reads what is there, so that two tabs on the same week do not
 * take each other's drafts away.
 */
import type { Draft } from './drafts';
import { keyOf } from './grid';
import type { WorkRow } from './sheet';

/** The part of `localStorage` that is used. */
export interface Device {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface Kept {
  /** Rows that the person added, which the server does not know before they hold time. */
  readonly rows: readonly WorkRow[];
  readonly drafts: readonly Draft[];
}

/** A later format has another number and leaves older ones alone. */
const FORMAT = 'timesheet/1';

export class DraftStore {
  private readonly device: Device | undefined;
  private readonly key: string;
  /** What this tab wrote last, by cell: only that is taken away again. */
  private written = new Map<string, Draft>();

  constructor(device: Device | undefined, userId: string, resourceId: string, weekStart: string) {
    this.device = device;
    this.key = `${FORMAT}/${userId}/${resourceId}/${weekStart}`;
  }

  read(): Kept {
    const kept = this.readDevice();
    this.written = new Map(kept.drafts.map((draft) => [keyOf(draft), draft]));
    return kept;
  }

  /**
   * Makes the device hold these drafts, beside those of other tabs. Answers false when the device does not take them, e.g. because
   * its storage is full or turned off: then they live no longer than the page.
   */
  write(drafts: readonly Draft[], rows: readonly WorkRow[]): boolean {
    const kept = new Map(this.readDevice().drafts.map((draft) => [keyOf(draft), draft]));
    for (const [key, draft] of this.written) {
      if (kept.get(key)?.id === draft.id) kept.delete(key);
    }
    for (const draft of drafts) kept.set(keyOf(draft), draft);
    this.written = new Map(drafts.map((draft) => [keyOf(draft), draft]));
    return this.writeDevice({ rows, drafts: [...kept.values()] });
  }

  private readDevice(): Kept {
    try {
      const parsed: unknown = JSON.parse(this.device?.getItem(this.key) ?? 'null');
      return isKept(parsed) ? parsed : { rows: [], drafts: [] };
    } catch {
      return { rows: [], drafts: [] };
    }
  }

  private writeDevice(kept: Kept): boolean {
    if (this.device === undefined) return kept.drafts.length === 0;
    try {
      if (kept.drafts.length === 0 && kept.rows.length === 0) this.device.removeItem(this.key);
      else this.device.setItem(this.key, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { rows, drafts } = value as Partial<Kept>;
  return Array.isArray(rows) && Array.isArray(drafts);
}

/** `localStorage`, or undefined where the browser or its settings do not allow it. */
export function browserDevice(): Device | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
