/** An org as `npm start` serves it, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { repository } from '../../suites/suite.ts';
import { eventually } from './eventually.ts';
import { fillFromPrepared } from './prepared-data.ts';

export interface ServeOptions {
  /** Folder of the database. */
  readonly data: string;
  /** Make the demo firm; without it there are the package, users and personas only. */
  readonly demo: boolean;
  /** A free one unless given. */
  readonly port?: number;
}

/** A cold start with the demo firm on a busy machine takes its time. */
const READY_WITHIN_SECONDS = 300;

const LINE_WHEN_READY = /^Keelson is ready at (\S+)/m;

export class ServedOrg {
  readonly url: string;
  private readonly child: ChildProcess;
  private readonly chunks: string[] = [];
  private readonly ended: Promise<number | undefined>;

  private constructor(child: ChildProcess, url: string) {
    this.child = child;
    this.url = url;
    const take = (chunk: Buffer) => void this.chunks.push(chunk.toString());
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    this.ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : undefined));
  }

  /** Starts one without waiting until it is ready; it may refuse to start. */
  static async spawn(options: ServeOptions): Promise<ServedOrg> {
    const port = options.port ?? (await freePort());
    const child = spawn(process.execPath, [path.join(repository, 'scripts', 'start.ts')], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PORT: String(port),
        LOCAL_ORG_DATA: options.data,
        LOCAL_ORG_SEED: options.demo ? 'demo' : 'none',
      },
    });
    return new ServedOrg(child, `http://localhost:${port}`);
  }

  /** Starts one and waits until it answers and has said that it is ready. Throws with its output when it ends instead. */
  static async start(options: ServeOptions): Promise<ServedOrg> {
    const org = await ServedOrg.spawn(options);
    try {
      await org.saysReady();
      const { status } = await fetch(`${org.url}/services/data`);
      if (status !== 200) throw new Error(`GET /services/data answered ${status} after the org said it was ready.`);
    } catch (error) {
      org.child.kill('SIGKILL');
      throw error;
    }
    return org;
  }

  /** Starts one as `start` does, in an empty folder, from a database that was made before. */
  static async startPrepared(options: ServeOptions): Promise<ServedOrg> {
    await fillFromPrepared(options.data, options.demo ? 'demo' : 'empty', async (data) => {
      const org = await ServedOrg.start({ data, demo: options.demo });
      await org.stop();
    });
    return ServedOrg.start(options);
  }

  /** What it has printed so far. */
  get output(): string {
    return this.chunks.join('');
  }

  get processId(): number {
    if (this.child.pid === undefined) throw new Error('The org has no process.');
    return this.child.pid;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Waits until it has printed `text`. */
  async says(text: string | RegExp): Promise<void> {
    await eventually(
      `the org to print ${String(text)}`,
      () => {
        if (this.output.search(text) >= 0) return true;
        if (this.child.exitCode !== null) throw new Error(`The org ended:\n${this.output}`);
        return undefined;
      },
      READY_WITHIN_SECONDS,
    );
  }

  private async saysReady(): Promise<void> {
    await this.says(LINE_WHEN_READY);
  }

  /** Waits until it ends by itself; its exit code, or undefined when a signal killed it. */
  async exit(): Promise<number | undefined> {
    return this.ended;
  }

  /** Sends the signal and waits for the end. */
  async stop(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL' = 'SIGINT'): Promise<number | undefined> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
