/** Sessions of people and clients who have logged in. Kept in memory: a restart logs everybody out. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../../database/services.ts';

/** Sessions end after two hours without a request, the default of an org (Salesforce Help, "Modify Session Security Settings"). */
export const SESSION_SECONDS = 7200;

interface Session {
  readonly userId: string;
  lastUsed: number;
}

export class Sessions {
  private readonly clock: Clock;
  readonly organizationId: string;
  private readonly open = new Map<string, Session>();

  constructor(clock: Clock, organizationId: string) {
    this.clock = clock;
    this.organizationId = organizationId;
  }

  /** Starts a session and returns its id, which is also the access token: `00D…!…`. */
  start(userId: string): string {
    const token = `${this.organizationId.slice(0, 15)}!${randomBytes(48).toString('hex')}`;
    this.open.set(token, { userId, lastUsed: this.clock.now() });
    return token;
  }

  /** Id of the session's user, whose time begins anew; undefined when there is no such session or it is over. */
  userOf(token: string): string | undefined {
    const session = this.open.get(token);
    if (session === undefined) return undefined;
    const now = this.clock.now();
    if (now - session.lastUsed > SESSION_SECONDS * 1000) {
      this.open.delete(token);
      return undefined;
    }
    session.lastUsed = now;
    return session.userId;
  }

  end(token: string): void {
    this.open.delete(token);
  }
}
