/** Sessions of people who logged in with the browser. */
import { randomBytes } from 'node:crypto';
import type { UserContext } from '../../database/services.ts';
import type { Org } from '../../org/org.ts';

/** What the platform sets by default ("Session Settings" in Salesforce Help): two hours without a request. */
const TIMEOUT_MS = 2 * 60 * 60 * 1000;

interface Session {
  readonly userId: string;
  lastUsed: number;
}

export class Sessions {
  private readonly org: Org;
  private readonly sessions = new Map<string, Session>();

  constructor(org: Org) {
    this.org = org;
  }

  /** Opens a session and returns its token. */
  open(user: UserContext): string {
    const token = randomBytes(32).toString('base64url');
    this.sessions.set(token, { userId: user.id, lastUsed: Date.now() });
    return token;
  }

  /** Who holds this token; undefined when the session is over or the user is no longer active. Keeps the session open. */
  user(token: string): UserContext | undefined {
    const session = this.sessions.get(token);
    if (session === undefined) return undefined;
    if (Date.now() - session.lastUsed > TIMEOUT_MS) {
      this.sessions.delete(token);
      return undefined;
    }
    session.lastUsed = Date.now();
    return this.activeUser(session.userId);
  }

  close(token: string): void {
    this.sessions.delete(token);
  }

  private activeUser(id: string): UserContext | undefined {
    try {
      return this.org.user(id);
    } catch {
      return undefined;
    }
  }
}
