/** The unsaved state of the rate card matrix: what was read, what was typed over it, and steps back. */

export interface RateCell {
  roleId: string;
  cardId: string;
  /** USD, EUR, … an hour; absent when the card has no rate for the role. */
  billRate?: number | null;
  /** The rate as last read, so that nobody overwrites what another user changed since. */
  version?: string | null;
}

const RATE = /^\d{1,12}(?:\.\d{1,2})?$/;

export function cellKey(roleId: string, cardId: string): string {
  return `${roleId} ${cardId}`;
}

/** Typed text without currency signs, blanks and separators of thousands: `$1,250.50` is `1250.50`. */
export function cleanRate(text: string): string {
  const bare = text.replace(/[\s$€£]/g, '');
  return bare.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
}

/**
 * Immutable: every change gives another grid, so that a component that holds one is drawn again. Steps back are earlier
 * states of what was typed.
 */
export class RateGrid {
  private readonly stored: ReadonlyMap<string, RateCell>;
  private readonly typed: ReadonlyMap<string, string>;
  private readonly steps: readonly ReadonlyMap<string, string>[];

  private constructor(
    stored: ReadonlyMap<string, RateCell>,
    typed: ReadonlyMap<string, string>,
    steps: readonly ReadonlyMap<string, string>[],
  ) {
    this.stored = stored;
    this.typed = typed;
    this.steps = steps;
  }

  static of(cells: readonly RateCell[]): RateGrid {
    return new RateGrid(new Map(cells.map((cell) => [cellKey(cell.roleId, cell.cardId), cell])), new Map(), []);
  }

  /** Text of a cell: what was typed, else the stored rate, else nothing. */
  text(roleId: string, cardId: string): string {
    const key = cellKey(roleId, cardId);
    const rate = this.stored.get(key)?.billRate;
    return this.typed.get(key) ?? (rate === undefined || rate === null ? '' : String(rate));
  }

  isChanged(roleId: string, cardId: string): boolean {
    return this.typed.has(cellKey(roleId, cardId));
  }

  /** What is wrong with what was typed, or nothing. */
  problem(roleId: string, cardId: string): string | undefined {
    return problemOf(this.typed.get(cellKey(roleId, cardId)));
  }

  /** Types into several cells as one step. Text that equals the stored rate is no change. */
  type(changes: readonly { roleId: string; cardId: string; text: string }[]): RateGrid {
    const typed = new Map(this.typed);
    let isChanged = false;
    for (const { roleId, cardId, text } of changes) {
      const key = cellKey(roleId, cardId);
      const cleaned = cleanRate(text);
      if (this.text(roleId, cardId) === cleaned) continue;
      isChanged = true;
      const rate = this.stored.get(key)?.billRate ?? undefined;
      const isStored = cleaned === '' ? rate === undefined : RATE.test(cleaned) && Number(cleaned) === rate;
      if (isStored) typed.delete(key);
      else typed.set(key, cleaned);
    }
    return isChanged ? new RateGrid(this.stored, typed, [...this.steps, this.typed]) : this;
  }

  get canUndo(): boolean {
    return this.steps.length > 0;
  }

  undo(): RateGrid {
    const before = this.steps[this.steps.length - 1];
    return before === undefined ? this : new RateGrid(this.stored, before, this.steps.slice(0, -1));
  }

  discard(): RateGrid {
    return new RateGrid(this.stored, new Map(), []);
  }

  get changeCount(): number {
    return this.typed.size;
  }

  get hasProblems(): boolean {
    return [...this.typed.values()].some((text) => problemOf(text) !== undefined);
  }

  /** The changed cells, as the server wants them. */
  changes(): RateCell[] {
    return [...this.typed].map(([key, text]) => {
      const [roleId = '', cardId = ''] = key.split(' ');
      return {
        roleId,
        cardId,
        billRate: text === '' ? null : Number(text),
        version: this.stored.get(key)?.version ?? null,
      };
    });
  }

  /** Takes over saved cells: they are no longer changed, and there is nothing to take back. */
  take(cells: readonly RateCell[]): RateGrid {
    const stored = new Map(this.stored);
    const typed = new Map(this.typed);
    for (const cell of cells) {
      const key = cellKey(cell.roleId, cell.cardId);
      stored.set(key, cell);
      typed.delete(key);
    }
    return new RateGrid(stored, typed, []);
  }
}

function problemOf(text: string | undefined): string | undefined {
  if (text === undefined || text === '' || RATE.test(text)) return undefined;
  return text.startsWith('-')
    ? 'A rate cannot be negative.'
    : 'Enter an amount with at most two decimals, such as 185.50.';
}
