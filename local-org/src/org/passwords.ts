/** Passwords of users: only their hashes are kept, and repeated failures lock a user out for a while. */
import type { Clock } from '../database/services.ts';
import type { Store } from '../database/store.ts';
import type { LogInStatus } from './log-ins.ts';
import { hashPassword, matchesPassword } from './password-hash.ts';

/** "Maximum invalid login attempts" and "Lockout effective period" of a new org (Salesforce help, "Set Password Policies"). */
const MAX_FAILURES = 10;
const LOCKOUT_MS = 15 * 60_000;

type Row = readonly [hash: string, failures: number, lockedUntil: number];

export class Passwords {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    store
      .prepare(
        `CREATE TABLE IF NOT EXISTS "~passwords" (
          user TEXT PRIMARY KEY, hash TEXT NOT NULL, failures INTEGER NOT NULL, locked_until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID`,
      )
      .run();
  }

  set(userId: string, password: string): void {
    this.#store
      .prepare('INSERT OR REPLACE INTO "~passwords" (user, hash, failures, locked_until) VALUES (?, ?, 0, 0)')
      .run(userId, hashPassword(password));
  }

  /** Counts a failure; while the user is locked out even the right password fails. */
  check(userId: string, password: string): LogInStatus {
    const row = this.#store
      .prepare('SELECT hash, failures, locked_until FROM "~passwords" WHERE user = ?')
      .get(userId) as unknown as Row | undefined;
    if (row === undefined) return 'Invalid Password';
    const [hash, failures, lockedUntil] = row;
    const now = this.#clock.now();
    if (now < lockedUntil) return 'User locked out';
    if (matchesPassword(password, hash)) {
      if (failures > 0) this.#note(userId, 0, 0);
      return 'Success';
    }
    const locked = failures + 1 >= MAX_FAILURES;
    this.#note(userId, locked ? 0 : failures + 1, locked ? now + LOCKOUT_MS : 0);
    return 'Invalid Password';
  }

  #note(userId: string, failures: number, lockedUntil: number): void {
    this.#store
      .prepare('UPDATE "~passwords" SET failures = ?, locked_until = ? WHERE user = ?')
      .run(failures, lockedUntil, userId);
  }
}
