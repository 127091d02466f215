/**
 * Regular expressions that end. The platform stops a match at 1,000,000 accesses of the input ("Regex too complicated", Apex
 * Developer Guide, "Execution Governors and Limits"); JavaScript does not count, so a match that could take very many steps
 * runs under a time limit instead.
 */
import { createContext, Script } from 'node:vm';
import { WorkTooLarge } from './errors.ts';

/** `System.LimitException` in Apex: it cannot be caught. */
export class RegexTooComplicated extends WorkTooLarge {
  constructor() {
    super('Regex too complicated');
    this.name = 'RegexTooComplicated';
  }
}

/** How an expression can backtrack: what bounds the steps of a match by the length of its text. */
export interface Backtracking {
  /** Repetitions without an upper bound, and back references. */
  readonly repetitions: number;
  /** A choice within a repetition: the steps can double with each character. */
  readonly nested: boolean;
}

/** Below this many steps, in the worst case, a match needs no watch. */
const HARMLESS_STEPS = 10_000_000;
const NESTED_HARMLESS_LENGTH = Math.log2(HARMLESS_STEPS);
const MILLISECONDS = 1000;
/** Matches found in one go: starting a watch costs more than most matches. */
const LARGEST_BATCH = 256;

const scope: { expression: RegExp | null; text: string; count: number; found: RegExpExecArray[] } = {
  expression: null,
  text: '',
  count: 0,
  found: [],
};
const context = createContext(scope);
const collect = new Script(`
  while (found.length < count) {
    const match = expression.exec(text);
    if (match === null) break;
    found.push(match);
    if (!expression.global) break;
    if (match[0] === '') expression.lastIndex = match.index + 1;
    if (expression.lastIndex > text.length) break;
  }
`);

export class BoundedRegex {
  private readonly expression: RegExp;
  private readonly backtracking: Backtracking;

  constructor(expression: RegExp, backtracking: Backtracking) {
    this.expression = expression;
    this.backtracking = backtracking;
  }

  /** The first match from `start` on; throws `RegexTooComplicated`. */
  exec(text: string, start = 0): RegExpExecArray | null {
    this.expression.lastIndex = start;
    return this.harmless(text.length) ? this.expression.exec(text) : (this.watched(text, 1)[0] ?? null);
  }

  /** All matches from left to right; an empty match moves on by one character. The expression has the flag `g`. */
  *all(text: string): IterableIterator<RegExpExecArray> {
    const next = this.harmless(text.length)
      ? (): RegExpExecArray[] => listed(this.expression.exec(text))
      : (count: number): RegExpExecArray[] => this.watched(text, count);
    let start = 0;
    for (let count = 1; start <= text.length; count = Math.min(count * 2, LARGEST_BATCH)) {
      this.expression.lastIndex = start;
      const found = next(count);
      if (found.length === 0) return;
      yield* found;
      const last = found[found.length - 1];
      start = last.index + Math.max(last[0].length, 1);
    }
  }

  private harmless(length: number): boolean {
    const { repetitions, nested } = this.backtracking;
    if (nested) return length < NESTED_HARMLESS_LENGTH;
    return length ** (repetitions + 1) < HARMLESS_STEPS;
  }

  private watched(text: string, count: number): RegExpExecArray[] {
    const found: RegExpExecArray[] = [];
    Object.assign(scope, { expression: this.expression, text, count, found });
    try {
      collect.runInContext(context, { timeout: MILLISECONDS });
      return found;
    } catch (error) {
      // An error of the other realm: no instance of this one's Error.
      const { code } = error as { code?: unknown };
      if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new RegexTooComplicated();
      throw error;
    } finally {
      Object.assign(scope, { expression: null, text: '', found: [] });
    }
  }
}

function listed(match: RegExpExecArray | null): RegExpExecArray[] {
  return match === null ? [] : [match];
}
