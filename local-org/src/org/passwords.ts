/** Passwords of users: only their hashes are kept, and repeated failures lock a user out for a while. */
import type { Clock } from '../database/services.ts';
import type { Store } from '../database/store.ts';
import type { LogInStatus } from './log-ins.ts';
import { hashPassword, matchesPassword } from './password-hash.ts';
import type { SecurityPolicy } from './security-policy.ts';
import type { UserLogins } from './user-logins.ts';

/** `locked_until` of a user who stays locked out until somebody unlocks them. */
const FOREVER = Number.MAX_SAFE_INTEGER;

type Row = readonly [hash: string, failures: number, lockedUntil: number];

export interface PasswordsOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly logins: UserLogins;
  readonly policy: () => SecurityPolicy;
}

export class Passwords {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #logins: UserLogins;
  readonly #policy: () => SecurityPolicy;

  constructor({ store, clock, logins, policy }: PasswordsOptions) {
    this.#store = store;
    this.#clock = clock;
    this.#logins = logins;
    this.#policy = policy;
    store
      .prepare(
        `CREATE TABLE IF NOT EXISTS "~passwords" (
          user TEXT PRIMARY KEY, hash TEXT NOT NULL, failures INTEGER NOT NULL, locked_until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID`,
      )
      .run();
  }

  /** A new password ends a lock. */
  set(userId: string, password: string): void {
    this.#store
      .prepare('INSERT OR REPLACE INTO "~passwords" (user, hash, failures, locked_until) VALUES (?, ?, 0, 0)')
      .run(userId, hashPassword(password));
    if (this.#logins.isPasswordLocked(userId)) this.#logins.setPasswordLocked(userId, false);
  }

  /** Counts a failure; while the user is locked out even the right password fails. */
  check(userId: string, password: string): LogInStatus {
    const row = this.#row(userId);
    if (row === undefined) return 'Invalid Password';
    const [hash, failures] = row;
    if (this.isLocked(userId)) return 'User locked out';
    if (matchesPassword(password, hash)) {
      if (failures > 0) this.#note(userId, 0, 0);
      return this.#logins.isFrozen(userId) ? 'User is Frozen' : 'Success';
    }
    const { failures: most, lockoutMs } = this.#policy();
    const locked = failures + 1 >= most;
    const until = Math.min(this.#clock.now() + lockoutMs, FOREVER);
    this.#note(userId, locked ? 0 : failures + 1, locked ? until : 0);
    if (locked) this.#logins.setPasswordLocked(userId, true);
    return 'Invalid Password';
  }

  /** Whether the user is locked out: until the time has passed or an administrator has unlocked them. */
  isLocked(userId: string): boolean {
    const [, , lockedUntil] = this.#row(userId) ?? ['', 0, 0];
    return this.#clock.now() < lockedUntil && this.#logins.isPasswordLocked(userId);
  }

  #row(userId: string): Row | undefined {
    return this.#store
      .prepare('SELECT hash, failures, locked_until FROM "~passwords" WHERE user = ?')
      .get(userId) as unknown as Row | undefined;
  }

  #note(userId: string, failures: number, lockedUntil: number): void {
    this.#store
      .prepare('UPDATE "~passwords" SET failures = ?, locked_until = ? WHERE user = ?')
      .run(failures, lockedUntil, userId);
  }
}
