/** What was typed and is not stored by the server yet: one draft per cell, kept on the device until the server has it. */
import { isSameValue, type CellValue, type StoredCell } from './sheet';

/**
 * `queued` waits to be sent; `invalid` is text that is no duration and waits for its owner; `refused` was turned down by the server;
 * `conflict` was typed over something that another session has changed since.
 */
export type DraftState = 'queued' | 'invalid' | 'refused' | 'conflict';

export type Source = 'Typed' | 'Copied' | 'Booking';

export interface Draft {
  /** New with every edit, so that an answer about an older edit is known as such. */
  readonly id: string;
  /** Made with the cell and kept for good, so that sending it twice never makes two entries. */
  readonly clientKey: string;
  readonly rowKey: string;
  readonly day: number;
  readonly value: CellValue;
  readonly source: Source;
  /** What was typed, when it is no duration. */
  readonly text?: string;
  readonly state: DraftState;
  readonly message?: string;
  /** The stored cell that was typed over. */
  readonly base?: StoredCell;
  /** What was sent without an answer yet, oldest first: the server may have any of them. */
  readonly attempts?: readonly CellValue[];
  /** What another session made of the cell; absent when it deleted the entry. */
  readonly theirs?: StoredCell;
}

/** What the server says about one draft. */
export interface SaveResult {
  readonly draftId: string;
  readonly rowKey: string;
  readonly day: number;
  readonly outcome: 'saved' | 'conflict' | 'refused';
  readonly message?: string;
  /** The cell as it is stored now; absent when there is none. */
  readonly cell?: StoredCell;
}

export const NO_VALUE: CellValue = { minutes: 0, notes: '', isBillable: false };

/** The draft after the server's state of its cell was read anew; undefined when nothing remains to be said. */
export function reconcile(draft: Draft, stored: StoredCell | undefined): Draft | undefined {
  if (draft.state === 'invalid') return draft;
  if (isSameValue(draft.value, stored ?? NO_VALUE)) return undefined;
  if (stored?.version === draft.base?.version) return draft.state === 'conflict' ? requeued(draft, stored) : draft;
  const isOwnWrite = (draft.attempts ?? []).some((attempt) => isSameValue(attempt, stored ?? NO_VALUE));
  if (isOwnWrite) return requeued(draft, stored);
  return { ...draft, state: 'conflict', theirs: stored, message: undefined, attempts: undefined };
}

/** The draft after an answer of the server; undefined when it is done. */
export function settle(draft: Draft, result: SaveResult): Draft | undefined {
  const isLatest = draft.id === result.draftId;
  if (result.outcome === 'saved') {
    const next = { ...draft, base: result.cell, attempts: undefined };
    return isLatest || (draft.state === 'queued' && isSameValue(draft.value, result.cell ?? NO_VALUE))
      ? undefined
      : next;
  }
  if (result.outcome === 'refused') {
    if (!isLatest) return { ...draft, attempts: undefined };
    return { ...draft, state: 'refused', message: result.message, attempts: undefined };
  }
  return reconcile(draft, result.cell);
}

/** Sends the draft again, over what is stored now. */
export function requeued(draft: Draft, stored: StoredCell | undefined): Draft {
  return { ...draft, state: 'queued', base: stored, theirs: undefined, message: undefined, attempts: undefined };
}
