import type { Transaction } from '../transaction.ts';

const KEY = Symbol('fixed search results');

/**
 * What searches of a test find: "any SOSL query in a test returns an empty set unless `Test.setFixedSearchResults` was called"
 * ("Adding SOSL Queries to Unit Tests", Apex Developer Guide).
 */
export function fixedSearchResults(tx: Transaction): readonly string[] {
  return tx.state<readonly string[]>(KEY, () => []);
}

export function setFixedSearchResults(tx: Transaction, ids: readonly string[]): void {
  tx.setState(KEY, ids);
}
