/** Serves an org: the APIs, Lightning, asynchronous work, and the project's files as they change. */
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer as createSocketServer } from 'node:net';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createServer } from '../api/server.ts';
import { registerLightning } from '../lightning/register.ts';
import { Org } from '../org/org.ts';
import { brokenReferences } from '../review/references.ts';
import { OrgError } from '../schema/errors.ts';
import { DATABASE_FILE } from './command.ts';
import { reportLines, summaryLine } from './output/deploy-report.ts';
import { SourceWatch } from './source-watch.ts';

export interface StartOptions {
  readonly projects: readonly string[];
  /** Folder of the database. */
  readonly dataFolder: string;
  readonly port: number;
  readonly host?: string;
  readonly adminUsername?: string;
  readonly adminName?: { readonly first: string; readonly last: string };
  /** Set on a new org only, so that a password that was changed stays. */
  readonly adminPassword?: string;
  readonly name?: string;
  /** Deploy files as they change; true unless said otherwise. */
  readonly watch?: boolean;
  /** Serve the browser app too, and not only the APIs; true unless said otherwise. */
  readonly lightning?: boolean;
  /** Told what happens, one line each. */
  readonly report?: (text: string) => void;
}

export interface RunningOrg {
  readonly org: Org;
  readonly url: string;
  /** Ends requests, the job under way and the database. */
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** Throws `OrgError` when the port is taken or the database is in use, `SourceError` for source that cannot be deployed. */
export async function startOrg(options: StartOptions): Promise<RunningOrg> {
  const report = options.report ?? (() => undefined);
  const host = options.host ?? LOOPBACK;
  await requireFreePort(host, options.port);
  mkdirSync(options.dataFolder, { recursive: true });
  const org = Org.open({
    projectRoots: options.projects,
    database: path.join(options.dataFolder, DATABASE_FILE),
    newOrg: {
      ...(options.name === undefined ? {} : { name: options.name }),
      ...(options.adminUsername === undefined ? {} : { adminUsername: options.adminUsername }),
      ...(options.adminName === undefined ? {} : { adminName: options.adminName }),
    },
    onJobFailed: (label, error) =>
      report(`Job ${label} failed: ${error instanceof Error ? error.message : String(error)}`),
    onPdfProblem: (problem) => report(`PDF: ${problem}`),
  });
  try {
    if (org.isNew && options.adminPassword !== undefined) org.setPassword(org.administrator.id, options.adminPassword);
    for (const line of [...reportLines(org.report), summaryLine(org.report)]) report(line);
    const app = createServer(org, { findBrokenReferences: brokenReferences });
    if (options.lightning !== false) await registerLightning(app, org, { report });
    const url = await listen(app, host, options.port);
    const watch = options.watch === false ? undefined : new SourceWatch(org, options.projects, report);
    return { org, url, close: () => close(org, app, watch) };
  } catch (error) {
    org.close();
    throw error;
  }
}

/**
 * Closes the org on SIGINT or SIGTERM and ends the process. Signals arrive between transactions: one under way is finished
 * first, and one that a killed process leaves is undone at the next start.
 */
export function closeOnSignals(running: RunningOrg, report: (text: string) => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      report(`\nStopping (${signal}) …`);
      void running.close().then(() => process.exit(0));
    });
  }
}

async function close(org: Org, app: FastifyInstance, watch: SourceWatch | undefined): Promise<void> {
  watch?.close();
  await app.close();
  org.close();
}

/** Asked before the deploy, which takes seconds, so that a port that is taken is refused at once. */
async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createSocketServer();
  try {
    probe.listen({ host, port });
    await once(probe, 'listening');
  } catch (error) {
    throw explained(error, port);
  }
  probe.close();
  await once(probe, 'close');
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw explained(error, port);
  }
}

function explained(error: unknown, port: number): unknown {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) return error;
  return new OrgError(
    'PORT_IN_USE',
    `Port ${port} is taken by another process. Stop that process, or choose another port (PORT, --port).`,
  );
}
