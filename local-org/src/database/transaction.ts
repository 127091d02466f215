/** One transaction: all that code running inside it shares, committed whole or undone whole. */
import { OrgError } from '../schema/errors.ts';
import { DebugLog } from './debug-log.ts';
import { Limits } from './limits.ts';
import type { OrgServices, UserContext } from './services.ts';
import type { Store } from './store.ts';

export interface TransactionOptions {
  /** Apex test context (`Test.isRunningTest()`). */
  readonly isTest?: boolean;
  /** Asynchronous limits apply. */
  readonly asynchronous?: boolean;
  /** Undo everything at the end even when `fn` succeeds; what was registered with `onCommit` does not run. */
  readonly rollback?: boolean;
  /** Log to append to, instead of a new one. */
  readonly log?: DebugLog;
}

/** A point to go back to. Belongs to the transaction that made it. */
export interface Savepoint {
  readonly name: string;
}

interface SavepointState extends Savepoint {
  readonly commitActions: number;
  readonly restore: readonly (() => void)[];
}

/** Called when a savepoint is made; returns what puts the layer's own state back when the savepoint is rolled back to. */
export type SavepointHook = () => () => void;

export class Transaction {
  readonly org: OrgServices;
  readonly store: Store;
  readonly isTest: boolean;
  readonly log: DebugLog;
  /** Replaced by `Test.startTest` (`limits.fresh()`) and put back by `Test.stopTest`. */
  limits: Limits;
  /** Stands for the innermost `runAs` block: another object in each. */
  userScope: object = {};
  private runAsDepth = 0;
  private currentUser: UserContext;
  private readonly slots = new Map<unknown, unknown>();
  private readonly hooks: SavepointHook[] = [];
  private savepoints: SavepointState[] = [];
  private commitActions: (() => void)[] = [];
  private savepointCount = 0;

  constructor(org: OrgServices, store: Store, user: UserContext, options: TransactionOptions) {
    this.org = org;
    this.store = store;
    this.currentUser = user;
    this.isTest = options.isTest ?? false;
    this.limits = new Limits(options.asynchronous);
    this.log = options.log ?? new DebugLog(org.clock);
  }

  /** The user that code now runs as. */
  get user(): UserContext {
    return this.currentUser;
  }

  /** Runs `fn` as another user (`System.runAs`); the former user is back afterwards, whatever happens. */
  runAs<T>(user: UserContext, fn: () => T): T {
    const switchBack = this.switchUser(user);
    try {
      return fn();
    } finally {
      switchBack();
    }
  }

  /** As `runAs` for code that cannot be wrapped in a function: the result brings the former user back. */
  switchUser(user: UserContext): () => void {
    const former = this.currentUser;
    const formerScope = this.userScope;
    this.currentUser = user;
    this.userScope = {};
    this.runAsDepth++;
    return () => {
      this.runAsDepth--;
      this.currentUser = former;
      this.userScope = formerScope;
    };
  }

  /** Whether code runs inside a `runAs` block. */
  get runsAsOther(): boolean {
    return this.runAsDepth > 0;
  }

  /** The value kept under `key` for this transaction, made on first use. Keys are compared by identity. */
  state<T>(key: unknown, create: () => T): T {
    if (!this.slots.has(key)) this.slots.set(key, create());
    return this.slots.get(key) as T;
  }

  /** Replaces the value kept under `key`. */
  setState(key: unknown, value: unknown): void {
    this.slots.set(key, value);
  }

  /** Registers a layer that has state of its own to put back on `rollbackTo`. */
  onSavepoint(hook: SavepointHook): void {
    this.hooks.push(hook);
  }

  savepoint(): Savepoint {
    const name = `sp${++this.savepointCount}`;
    this.store.setSavepoint(name);
    const state = { name, commitActions: this.commitActions.length, restore: this.hooks.map((hook) => hook()) };
    this.savepoints.push(state);
    return state;
  }

  /**
   * Undoes every change since the savepoint, which stays usable; savepoints made after it are gone. Throws
   * `OrgError('INVALID_SAVEPOINT')` for one that is gone or released.
   */
  rollbackTo(savepoint: Savepoint): void {
    const state = this.forget(savepoint);
    this.store.rollbackToSavepoint(state.name);
    this.commitActions.length = state.commitActions;
    for (const restore of state.restore) restore();
    this.savepoints.push(state);
  }

  /** Keeps the changes and drops the savepoint and those made after it. */
  release(savepoint: Savepoint): void {
    this.store.releaseSavepoint(this.forget(savepoint).name);
  }

  /** Runs after the commit, in order of registration; dropped when a rollback undoes the call that registered it. */
  onCommit(action: () => void): void {
    this.commitActions.push(action);
  }

  /** Internal to `runTransaction`. */
  takeCommitActions(): readonly (() => void)[] {
    const actions = this.commitActions;
    this.commitActions = [];
    return actions;
  }

  private forget(savepoint: Savepoint): SavepointState {
    const index = this.savepoints.findIndex((candidate) => candidate === savepoint);
    if (index < 0) throw new OrgError('INVALID_SAVEPOINT', 'The savepoint is no longer valid.');
    const [state] = this.savepoints.splice(index);
    return state;
  }
}

const running: Transaction[] = [];

/** The innermost running transaction. Throws when there is none: code that needs one was called from outside. */
export function currentTransaction(): Transaction {
  const transaction = running.at(-1);
  if (transaction === undefined) throw new Error('No transaction is running');
  return transaction;
}

export function hasCurrentTransaction(): boolean {
  return running.length > 0;
}

/**
 * Runs `fn` in a transaction of its own and commits it; an exception undoes everything and is thrown on. Inside another
 * transaction the inner one commits into the outer: that is how a test runs asynchronous jobs and then forgets everything.
 */
export function runTransaction<T>(
  store: Store,
  org: OrgServices,
  user: UserContext,
  options: TransactionOptions,
  fn: (tx: Transaction) => T,
): T {
  const tx = new Transaction(org, store, user, options);
  running.push(tx);
  let result: T;
  try {
    result = store.atomically(() => fn(tx), { rollback: options.rollback ?? false });
  } finally {
    running.pop();
  }
  if (options.rollback !== true) for (const action of tx.takeCommitActions()) action();
  return result;
}
