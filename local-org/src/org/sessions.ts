/**
 * Sessions of people and clients who have logged in. Each is a row of `AuthSession` (Object Reference): deleting the row ends the
 * session. The token itself is kept nowhere, only its hash.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../database/services.ts';
import type { Store } from '../database/store.ts';
import { SObject } from '../schema/sobject.ts';
import { DatetimeValue } from '../schema/values/index.ts';
import type { LogInSource } from './log-ins.ts';

/** What a session is used for. */
export type SessionType = 'UI' | 'API' | 'OAuth2';

/** The time of the last request is written down when it is this much later than the last that was. */
const NOTED_EVERY_MS = 10_000;

interface Session {
  readonly id: string;
  readonly user: string;
  readonly lastUsed: number;
}

export interface SessionsOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly organizationId: () => string;
  /** How long a session lasts without a request. */
  readonly seconds: () => number;
}

export class Sessions {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #options: SessionsOptions;
  /** Id of the session whose request runs. */
  #current: string | undefined;

  constructor(options: SessionsOptions) {
    const { store, clock } = options;
    this.#store = store;
    this.#clock = clock;
    this.#options = options;
    store
      .prepare(
        `CREATE TABLE IF NOT EXISTS "~sessions" (
          hash TEXT PRIMARY KEY, id TEXT NOT NULL, user TEXT NOT NULL, last_used INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID`,
      )
      .run();
  }

  /** How long a session lasts without a request. */
  get seconds(): number {
    return this.#options.seconds();
  }

  /** Starts a session and returns its token: `00D…!…`. */
  start(userId: string, type: SessionType, source: Pick<LogInSource, 'loginType' | 'sourceIp'>): string {
    const token = `${this.#options.organizationId().slice(0, 15)}!${randomBytes(48).toString('hex')}`;
    const object = this.#store.schema.require('AuthSession');
    const id = this.#store.newId(object);
    const now = this.#clock.now();
    this.#store.insertRow(
      new SObject(object, [
        ['Id', id],
        ['UsersId', userId],
        ['NumSecondsValid', this.seconds],
        ['UserType', 'Standard'],
        ['SourceIp', source.sourceIp],
        ['LoginType', source.loginType],
        ['SessionType', type],
        ['SessionSecurityLevel', 'STANDARD'],
        ['IsCurrent', false],
        ['CreatedDate', new DatetimeValue(now)],
        ['LastModifiedDate', new DatetimeValue(now)],
      ]),
    );
    this.#store
      .prepare('INSERT INTO "~sessions" (hash, id, user, last_used) VALUES (?, ?, ?, ?)')
      .run(hashOf(token), id, userId, now);
    return token;
  }

  /** Id of the session's user, whose time begins anew; undefined when there is no such session or it is over. */
  userOf(token: string): string | undefined {
    this.#current = undefined;
    const session = this.#find(token);
    if (session === undefined) return undefined;
    const now = this.#clock.now();
    if (!this.#isOpen(session, now)) {
      this.#forget(session);
      return undefined;
    }
    if (now - session.lastUsed > NOTED_EVERY_MS) this.#noteUse(session, now);
    this.#current = session.id;
    return session.user;
  }

  end(token: string): void {
    const session = this.#find(token);
    if (session !== undefined) this.#forget(session);
  }

  /** Before somebody reads the rows: those that are over go, and the one who reads finds their own. */
  refresh(): void {
    const now = this.#clock.now();
    const object = this.#store.schema.require('AuthSession');
    const sessions = this.#store.prepare('SELECT id, user, last_used FROM "~sessions"').all().map(sessionOf);
    const open = new Set<string>();
    for (const session of sessions) {
      if (this.#isOpen(session, now)) open.add(session.id);
      else this.#forget(session);
    }
    for (const row of this.#store.allRows(object)) {
      const isCurrent = row.id === this.#current;
      if (!open.has(row.id!)) this.#store.eraseRow(object, row.id!);
      else if (row.get('IsCurrent') !== isCurrent) {
        this.#store.updateRow(object, row.id!, new Map([['IsCurrent', isCurrent]]));
      }
    }
  }

  #find(token: string): Session | undefined {
    const row = this.#store.prepare('SELECT id, user, last_used FROM "~sessions" WHERE hash = ?').get(hashOf(token));
    return row === undefined ? undefined : sessionOf(row);
  }

  /** Time has not run out, and nobody has deleted its row. */
  #isOpen({ id, lastUsed }: Session, now: number): boolean {
    if (now - lastUsed > this.seconds * 1000) return false;
    return this.#store.getRows(this.#store.schema.require('AuthSession'), [id]).has(id);
  }

  #noteUse({ id }: Session, now: number): void {
    this.#store.prepare('UPDATE "~sessions" SET last_used = ? WHERE id = ?').run(now, id);
    const used = new Map([['LastModifiedDate', new DatetimeValue(now)]]);
    this.#store.updateRow(this.#store.schema.require('AuthSession'), id, used);
  }

  #forget({ id }: Session): void {
    this.#store.prepare('DELETE FROM "~sessions" WHERE id = ?').run(id);
    this.#store.eraseRow(this.#store.schema.require('AuthSession'), id);
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The store answers rows as lists of values. */
function sessionOf(row: unknown): Session {
  const [id, user, lastUsed] = row as readonly [string, string, number];
  return { id, user, lastUsed };
}
