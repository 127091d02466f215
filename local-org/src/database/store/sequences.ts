import type { DatabaseSync } from 'node:sqlite';

/**
 * Counters for record ids and auto-numbers. They run on in memory and are written when a transaction commits: a number is
 * never given twice, also after a rollback.
 */
export class Sequences {
  private readonly database: DatabaseSync;
  private readonly next = new Map<string, number>();
  private readonly changed = new Set<string>();

  constructor(database: DatabaseSync) {
    this.database = database;
    for (const row of database.prepare('SELECT name, next FROM "~sequences"').all()) {
      this.next.set(String(row.name), Number(row.next));
    }
  }

  /** The next number of this sequence, from `first` on. */
  take(name: string, first = 1): number {
    const number = this.next.get(name) ?? first;
    this.next.set(name, number + 1);
    this.changed.add(name);
    return number;
  }

  /** Writes what changed; belongs just before a commit. */
  flush(): void {
    if (this.changed.size === 0) return;
    const write = this.database.prepare('INSERT OR REPLACE INTO "~sequences" (name, next) VALUES (?, ?)');
    for (const name of this.changed) write.run(name, this.next.get(name)!);
    this.changed.clear();
  }
}
