import type { SaveError } from '../database/services.ts';

/** What became of one record of a write. */
export interface Outcome {
  readonly id: string | null;
  /** Set when the record was not written. */
  readonly errors?: readonly SaveError[];
  /** For an upsert: whether the record is new. */
  readonly created?: boolean;
  /** Text of Apex's `System.SecurityException`, when the object may not be written at all. */
  readonly denied?: string;
}
