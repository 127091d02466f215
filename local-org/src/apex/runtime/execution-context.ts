/** What kind of request the running transaction is: for `System.isBatch()`, `Request.getQuiddity()`, `Test.startTest()`. */
import type { Transaction } from '../../database/transaction.ts';
import type { QueueableStack } from './job-payloads.ts';

export interface ExecutionContext {
  /** A constant of `System.Quiddity`. */
  readonly quiddity: string;
  /** AsyncApexJob id of an asynchronous request. */
  readonly jobId: string | null;
}

const slot = Symbol('execution context');

const synchronous: ExecutionContext = { quiddity: 'SYNCHRONOUS', jobId: null };

export function executionContext(tx: Transaction): ExecutionContext {
  return tx.state(slot, () => (tx.isTest ? { quiddity: 'RUNTEST_SYNC', jobId: null } : synchronous));
}

/** To be called at the beginning of a transaction that is not a plain synchronous one. */
export function setExecutionContext(tx: Transaction, context: ExecutionContext): void {
  tx.setState(slot, context);
}

const stackSlot = Symbol('queueable stack');

/** Of the queueable that is running. */
export function queueableStack(tx: Transaction): QueueableStack | undefined {
  return tx.state<{ readonly stack?: QueueableStack }>(stackSlot, () => ({})).stack;
}

export function setQueueableStack(tx: Transaction, stack: QueueableStack | undefined): void {
  tx.setState(stackSlot, { stack });
}
