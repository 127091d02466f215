/** The queue as it is kept in the database, so that work survives a restart and is undone with the transaction that asked for it. */
import type { AsyncJob } from '../database/services.ts';
import type { Store } from '../database/store.ts';

export interface QueuedJob {
  readonly job: AsyncJob;
  /** Milliseconds since 1970 from when on the job may run. */
  readonly due: number;
  /** What the kind of job keeps between its parts, as JSON. */
  readonly progress: unknown;
}

const TABLES = [
  `CREATE TABLE IF NOT EXISTS "~jobs" (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, due INTEGER NOT NULL,
    job TEXT NOT NULL, progress TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE IF NOT EXISTS "~batch_scopes" (
    job TEXT NOT NULL, position INTEGER NOT NULL, scope TEXT NOT NULL, PRIMARY KEY (job, position)
  ) STRICT, WITHOUT ROWID`,
];

type Row = readonly [job: string, due: number, progress: string];

export class JobTable {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
    for (const sql of TABLES) store.prepare(sql).run();
  }

  add(job: AsyncJob, due: number, progress: unknown): void {
    this.#store
      .prepare('INSERT INTO "~jobs" (id, due, job, progress) VALUES (?, ?, ?, ?)')
      .run(job.id, due, JSON.stringify(job), JSON.stringify(progress));
  }

  get(id: string): QueuedJob | undefined {
    return this.#read('WHERE id = ?', id);
  }

  /** The job to run next: of those that are due, the one that is due longest. */
  next(now: number): QueuedJob | undefined {
    return this.#read('WHERE due <= ? ORDER BY due, sequence LIMIT 1', now);
  }

  /** When the next job is due; undefined when the queue is empty. */
  nextDue(): number | undefined {
    const row = this.#store.prepare('SELECT min(due) FROM "~jobs"').get() as unknown as readonly [number | null];
    return row[0] ?? undefined;
  }

  /** Keeps the job for its next part. */
  advance(id: string, progress: unknown, due?: number): void {
    this.#store
      .prepare('UPDATE "~jobs" SET progress = ?, due = coalesce(?, due) WHERE id = ?')
      .run(JSON.stringify(progress), due ?? null, id);
  }

  remove(id: string): void {
    this.#store.prepare('DELETE FROM "~jobs" WHERE id = ?').run(id);
    this.#store.prepare('DELETE FROM "~batch_scopes" WHERE job = ?').run(id);
  }

  addScopes(id: string, scopes: readonly unknown[]): void {
    const insert = this.#store.prepare('INSERT INTO "~batch_scopes" (job, position, scope) VALUES (?, ?, ?)');
    scopes.forEach((scope, position) => insert.run(id, position, JSON.stringify(scope)));
  }

  scope(id: string, position: number): unknown {
    const row = this.#store
      .prepare('SELECT scope FROM "~batch_scopes" WHERE job = ? AND position = ?')
      .get(id, position) as unknown as readonly [string];
    return JSON.parse(row[0]);
  }

  #read(condition: string, ...parameters: (string | number)[]): QueuedJob | undefined {
    const row = this.#store.prepare(`SELECT job, due, progress FROM "~jobs" ${condition}`).get(...parameters);
    if (row === undefined) return undefined;
    const [job, due, progress] = row as unknown as Row;
    return { job: JSON.parse(job) as AsyncJob, due, progress: JSON.parse(progress) as unknown };
  }
}
