import type { DatabaseSync, StatementSync } from 'node:sqlite';

const CAPACITY = 1000;

/** Prepared statements by their SQL; the least recently used ones are let go. */
export class StatementCache {
  private readonly database: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** Rows come as arrays, integers as bigints when `bigInts` is set (decimals may pass 2^53). */
  get(sql: string, bigInts = false): StatementSync {
    const key = bigInts ? `b${sql}` : `n${sql}`;
    let statement = this.statements.get(key);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      statement.setReturnArrays(true);
      statement.setReadBigInts(bigInts);
      if (this.statements.size >= CAPACITY) this.statements.delete(this.statements.keys().next().value!);
    } else {
      this.statements.delete(key);
    }
    this.statements.set(key, statement);
    return statement;
  }

  clear(): void {
    this.statements.clear();
  }
}
