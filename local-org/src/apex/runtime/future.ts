/** Calls of `@future` methods: queued until the transaction has committed. */
import { currentTransaction } from '../../database/transaction.ts';
import { freeze, type Frozen } from './freeze.ts';

export interface FutureCall {
  readonly className: string;
  readonly method: string;
  readonly args: readonly Frozen[];
}

export function callFuture(className: string, method: string, args: readonly unknown[]): void {
  const tx = currentTransaction();
  tx.limits.use('futureCalls');
  const payload: FutureCall = { className, method, args: args.map(freeze) };
  tx.org.async.enqueue(tx, { kind: 'Future', label: `${className}.${method}`, payload, className, methodName: method });
}
