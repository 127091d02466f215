/**
 * `npm start`: the local org with the package deployed, the demo users and, unless `LOCAL_ORG_SEED=none`, the demo firm. Prints
 * where it is and who can log in, and serves until it is stopped.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Connection } from 'jsforce';
import { closeOnSignals, startOrg } from '../local-org/src/cli/start.ts';
import { API_VERSION } from './seed/api-version.ts';
import { seed } from './seed/seed.ts';
import { DEMO_PASSWORD, demoUsers, ensureUsers, usernameOf } from './seed/users.ts';
import { repository } from './suites/suite.ts';

const port = Number(process.env['PORT'] ?? 6100);
const dataFolder = path.resolve(process.env['LOCAL_ORG_DATA'] ?? path.join(repository, '.local-org'));
const wantsDemo = process.env['LOCAL_ORG_SEED'] !== 'none';

/** Says how far the demo data of this database is: being made, or made. */
const marker = path.join(dataFolder, 'demo-data');

function report(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

/** Demo data that was interrupted while it was made is thrown away with its database: nothing else was in it yet. */
function dropHalfMadeDemo(): void {
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== 'making') return;
  report('The last start was interrupted while it made the demo data; starting over.');
  rmSync(dataFolder, { recursive: true, force: true });
}

async function makeDemo(connection: Connection): Promise<void> {
  if (!wantsDemo || existsSync(marker)) {
    await ensureUsers(connection);
    return;
  }
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(marker, 'making');
  await seed(connection, {
    today: new Date().toISOString().slice(0, 10),
    progress: (text) => report(`Making ${text} …`),
    summary: (text) => report(`Made in ${text}`),
  });
  writeFileSync(marker, 'made');
}

dropHalfMadeDemo();
const started = Date.now();
const admin = demoUsers[0];
const org = await startOrg({
  projects: [repository],
  dataFolder,
  port,
  adminUsername: usernameOf(admin),
  adminName: { first: admin.firstName, last: admin.lastName },
  adminPassword: DEMO_PASSWORD,
  report,
}).catch(fail);
closeOnSignals(org, report);

const connection = new Connection({ loginUrl: org.url, version: API_VERSION });
try {
  await connection.login(usernameOf(admin), DEMO_PASSWORD);
  await makeDemo(connection);
} catch (error) {
  await org.close();
  fail(error);
}

report(`\nKeelson is ready at ${org.url} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
for (const user of demoUsers) report(`  ${usernameOf(user).padEnd(30)} ${user.title}`);
report(
  `\nThe password of all of them is "${DEMO_PASSWORD}". Stop with Ctrl-C; the data stays in ${path.relative(process.cwd(), dataFolder) || '.'}.`,
);
