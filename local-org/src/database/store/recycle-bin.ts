/**
 * Who deleted what together with what. Undeleting a record brings back the rows its deletion took along, and the lookups
 * its deletion emptied ("undelete()", SOAP API Developer Guide).
 */
import type { StatementCache } from './statements.ts';

export interface RecycledRow {
  readonly id: string;
  readonly object: string;
}

/** A lookup that was emptied because the record it pointed to was deleted. */
export interface SeveredLookup extends RecycledRow {
  readonly field: string;
  /** Id it held. */
  readonly value: string;
}

export interface Deletion {
  /** The record whose deletion this row's deletion is part of; its own id when it was deleted itself. */
  readonly root: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
}

export class RecycleBin {
  private readonly statements: StatementCache;

  constructor(statements: StatementCache) {
    this.statements = statements;
  }

  add(row: RecycledRow, deletion: Deletion): void {
    this.statements
      .get('INSERT OR REPLACE INTO "~recycle_bin" (id, object, root, deleted_at, deleted_by) VALUES (?, ?, ?, ?, ?)')
      .run(row.id, row.object, deletion.root, deletion.at, deletion.by);
  }

  remove(id: string): void {
    this.statements.get('DELETE FROM "~recycle_bin" WHERE id = ?').run(id);
  }

  /** The record whose deletion took this row along; undefined when the row is not in the bin. */
  rootOf(id: string): string | undefined {
    const row = this.statements.get('SELECT root FROM "~recycle_bin" WHERE id = ?').get(id);
    return (row as unknown as [string] | undefined)?.[0];
  }

  /** The record itself and everything deleted along with it. */
  deletedWith(root: string): RecycledRow[] {
    const rows = this.statements.get('SELECT id, object FROM "~recycle_bin" WHERE root = ? ORDER BY id').all(root);
    return (rows as unknown as [string, string][]).map(([id, object]) => ({ id, object }));
  }

  recordSevered(root: string, lookup: SeveredLookup): void {
    this.statements
      .get('INSERT OR REPLACE INTO "~severed" (root, object, field, id, value) VALUES (?, ?, ?, ?, ?)')
      .run(root, lookup.object, lookup.field, lookup.id, lookup.value);
  }

  /** The lookups that the deletion of `root` emptied, and forgets them: the caller restores those still empty. */
  takeSevered(root: string): SeveredLookup[] {
    const rows = this.statements.get('SELECT id, object, field, value FROM "~severed" WHERE root = ?').all(root);
    this.statements.get('DELETE FROM "~severed" WHERE root = ?').run(root);
    return (rows as unknown as [string, string, string, string][]).map(([id, object, field, value]) => ({
      id,
      object,
      field,
      value,
    }));
  }
}
