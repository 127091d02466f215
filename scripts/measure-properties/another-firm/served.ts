/** An empty org with the package behind a server in this process, whose clock is moved from month to month. */
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Connection } from 'jsforce';
import { createServer } from '../../../local-org/src/api/server.ts';
import { FixedClock } from '../../../local-org/src/async/clock.ts';
import { Org } from '../../../local-org/src/org/org.ts';
import { API_VERSION } from '../../seed/api-version.ts';
import { DEMO_PASSWORD, demoUsers, ensureUsers, usernameOf, type DemoUserIds } from '../../seed/users.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');
/** Of a working day, in any time zone the users may have. */
const NOON = 'T16:00:00Z';

export class ServedFirm {
  readonly url: string;
  /** Connected as the administrator. */
  readonly admin: Connection;
  private readonly org: Org;
  private readonly app: FastifyInstance;
  private readonly clock: FixedClock;

  private constructor(org: Org, app: FastifyInstance, clock: FixedClock, url: string) {
    this.org = org;
    this.app = app;
    this.clock = clock;
    this.url = url;
    this.admin = new Connection({ loginUrl: url, version: API_VERSION });
  }

  static async start(day: string): Promise<ServedFirm> {
    const clock = new FixedClock(Date.parse(day + NOON));
    const [administrator] = demoUsers;
    const org = Org.open({
      projectRoots: [PROJECT],
      database: ':memory:',
      clock,
      newOrg: { adminUsername: usernameOf(administrator), timeZone: 'UTC' },
    });
    org.setPassword(org.administrator.id, DEMO_PASSWORD);
    const app = createServer(org);
    const firm = new ServedFirm(org, app, clock, await app.listen({ host: '127.0.0.1', port: 0 }));
    await firm.logIn();
    return firm;
  }

  async users(): Promise<DemoUserIds> {
    return ensureUsers(this.admin);
  }

  /** It is noon of that day; whoever was logged in logs in again. */
  async moveTo(day: string): Promise<void> {
    this.settle();
    this.clock.set(Date.parse(day + NOON));
    await this.logIn();
  }

  /** Does what is waiting to be done after commit. */
  settle(): void {
    this.org.drainAsync();
  }

  async close(): Promise<void> {
    await this.app.close();
    this.org.close();
  }

  private async logIn(): Promise<void> {
    await this.admin.login(this.org.administrator.username, DEMO_PASSWORD);
  }
}
