/** The small firm in an org of its own, behind a server, with `jsforce` connected to it. */
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Connection } from 'jsforce';
import { createServer } from '../../local-org/src/api/server.ts';
import { FixedClock } from '../../local-org/src/async/clock.ts';
import { Org } from '../../local-org/src/org/org.ts';
import { Rows } from './rows.ts';
import { addSmallFirm, TODAY } from './small-firm.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
export const PASSWORD = 'keelson';

export class ServedFirm {
  readonly org: Org;
  readonly url: string;
  /** Connected as the administrator. */
  readonly admin: Connection;
  private readonly app: FastifyInstance;

  private constructor(org: Org, app: FastifyInstance, url: string) {
    this.org = org;
    this.app = app;
    this.url = url;
    this.admin = this.connection();
  }

  /** `prepare` adds to the server before it listens. */
  static async start(prepare?: (app: FastifyInstance, org: Org) => Promise<void>): Promise<ServedFirm> {
    const org = Org.open({ projectRoots: [PROJECT], database: ':memory:', clock: new FixedClock(TODAY) });
    addSmallFirm(new Rows(org));
    org.setPassword(org.administrator.id, PASSWORD);
    const app = createServer(org);
    await prepare?.(app, org);
    const firm = new ServedFirm(org, app, await app.listen({ host: '127.0.0.1', port: 0 }));
    await firm.admin.login(org.administrator.username, PASSWORD);
    return firm;
  }

  connection(): Connection {
    return new Connection({ loginUrl: this.url, version: '66.0' });
  }

  async idOf(object: 'Report' | 'Dashboard', developerName: string): Promise<string> {
    const { records } = await this.admin.query<{ Id: string }>(
      `SELECT Id FROM ${object} WHERE DeveloperName = '${developerName}'`,
    );
    const [row] = records;
    if (row === undefined) throw new Error(`There is no ${object} ${developerName}`);
    return row.Id;
  }

  async close(): Promise<void> {
    await this.app.close();
    this.org.close();
  }
}
