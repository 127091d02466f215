import { Limits } from '../database/limits.ts';
import type { Transaction } from '../database/transaction.ts';

/** Runs what the platform itself does: queries and writes that count towards no governor limit. */
export function uncounted<T>(tx: Transaction, fn: () => T): T {
  const { limits } = tx;
  tx.limits = new Limits(limits.asynchronous);
  try {
    return fn();
  } finally {
    tx.limits = limits;
  }
}
