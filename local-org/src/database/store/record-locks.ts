/** Records that may not be edited until they are unlocked ("Approval Class", Apex Reference Guide). */
import { jsonList } from './json-list.ts';
import type { StatementCache } from './statements.ts';

export class RecordLocks {
  private readonly statements: StatementCache;

  constructor(statements: StatementCache) {
    this.statements = statements;
  }

  add(id: string): void {
    this.statements.get('INSERT OR IGNORE INTO "~record_locks" (id) VALUES (?)').run(id);
  }

  remove(id: string): void {
    this.statements.get('DELETE FROM "~record_locks" WHERE id = ?').run(id);
  }

  isEmpty(): boolean {
    return this.statements.get('SELECT 1 FROM "~record_locks" LIMIT 1').get() === undefined;
  }

  /** Those of the records that are locked. */
  among(ids: readonly string[]): Set<string> {
    const rows = this.statements
      .get('SELECT id FROM "~record_locks" WHERE id IN (SELECT value FROM json_each(?))')
      .all(jsonList(ids));
    return new Set((rows as unknown as [string][]).map(([id]) => id));
  }
}
