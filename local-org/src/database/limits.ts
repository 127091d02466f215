/**
 * Governor limits of one transaction. Names and values: "Execution Governors and Limits" (Apex Developer Guide),
 * per-transaction Apex limits, synchronous and asynchronous.
 */
import { OrgError } from '../schema/errors.ts';

interface LimitRule {
  readonly synchronous: number;
  readonly asynchronous: number;
  /** Text of the `System.LimitException`. */
  readonly message: (used: number) => string;
}

function rule(synchronous: number, asynchronous: number, message: (used: number) => string): LimitRule {
  return { synchronous, asynchronous, message };
}

const RULES = {
  soqlQueries: rule(100, 200, (used) => `Too many SOQL queries: ${used}`),
  soqlRows: rule(50_000, 50_000, (used) => `Too many query rows: ${used}`),
  aggregateQueries: rule(300, 300, (used) => `Too many aggregate queries: ${used}`),
  queryLocatorRows: rule(10_000, 10_000, (used) => `Too many query locator rows: ${used}`),
  soslQueries: rule(20, 20, (used) => `Too many SOSL queries: ${used}`),
  dmlStatements: rule(150, 150, (used) => `Too many DML statements: ${used}`),
  dmlRows: rule(10_000, 10_000, (used) => `Too many DML rows: ${used}`),
  publishImmediateDml: rule(150, 150, (used) => `Too many Publish Immediate DML statements: ${used}`),
  /** Milliseconds. */
  cpuTime: rule(10_000, 60_000, () => 'Apex CPU time limit exceeded'),
  /** Bytes. */
  heapSize: rule(6_000_000, 12_000_000, (used) => `Apex heap size too large: ${used}`),
  callouts: rule(100, 100, (used) => `Too many callouts: ${used}`),
  /** Milliseconds of all callouts together. */
  calloutTime: rule(120_000, 120_000, () => 'Exceeded maximum time allotted for callouts (120000 ms)'),
  emailInvocations: rule(10, 10, (used) => `Too many Email Invocations: ${used}`),
  /** Future and batch contexts allow none; the asynchronous layer refuses those calls itself. */
  futureCalls: rule(50, 50, (used) => `Too many future calls: ${used}`),
  queueableJobs: rule(50, 1, (used) => `Too many queueable jobs added to the queue: ${used}`),
  mobilePushApexCalls: rule(10, 10, (used) => `Too many mobile push Apex calls: ${used}`),
} as const satisfies Record<string, LimitRule>;

export type LimitName = keyof typeof RULES;

export const LIMIT_NAMES = Object.keys(RULES) as readonly LimitName[];

/** `System.LimitException`: Apex code cannot catch it. */
export class LimitExceeded extends OrgError {
  readonly limit: LimitName;

  constructor(limit: LimitName, message: string) {
    super('LIMIT_EXCEEDED', message);
    this.name = 'LimitExceeded';
    this.limit = limit;
  }
}

export class Limits {
  readonly asynchronous: boolean;
  private readonly counts = new Map<LimitName, number>();

  constructor(asynchronous = false) {
    this.asynchronous = asynchronous;
  }

  used(name: LimitName): number {
    return Math.floor(this.counts.get(name) ?? 0);
  }

  allowed(name: LimitName): number {
    return this.asynchronous ? RULES[name].asynchronous : RULES[name].synchronous;
  }

  /** Counts `amount` more; throws `LimitExceeded` when that passes the limit. What was used stays counted. */
  use(name: LimitName, amount = 1): void {
    const used = (this.counts.get(name) ?? 0) + amount;
    this.counts.set(name, used);
    if (used > this.allowed(name)) throw new LimitExceeded(name, RULES[name].message(Math.floor(used)));
  }

  /**
   * Adds to the CPU time, which is a cost counted by the engine and not measured, so that a run is repeatable. Fractions
   * of a millisecond add up.
   */
  addCpu(milliseconds: number): void {
    this.use('cpuTime', milliseconds);
  }

  /** Sets a level that goes up and down, such as the heap; throws `LimitExceeded` when it is above the limit. */
  setLevel(name: LimitName, level: number): void {
    this.counts.set(name, 0);
    this.use(name, level);
  }

  /** A set of its own with the same counts, to `restore` later. */
  copy(): Limits {
    const copy = this.fresh();
    copy.restore(this);
    return copy;
  }

  /** Takes over the counts of another set. */
  restore(from: Limits): void {
    this.counts.clear();
    for (const [name, used] of from.counts) this.counts.set(name, used);
  }

  /** A new set with nothing used, as `Test.startTest` gives. */
  fresh(): Limits {
    return new Limits(this.asynchronous);
  }
}
