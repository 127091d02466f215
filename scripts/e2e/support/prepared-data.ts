/**
 * Databases that test files start from: an org is deployed, and the demo firm made, once for each state of the sources and
 * copied for every file that asks. The key covers everything that the database follows from, so a copy is never stale.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repository } from '../../suites/suite.ts';
import { removeFolder, temporaryFolder } from './temporary-folder.ts';

/** Everything that a database follows from, apart from the day. */
const SOURCES = [
  'force-app',
  'local-org/src',
  'scripts/seed',
  'scripts/start.ts',
  'sfdx-project.json',
  'package-lock.json',
];

const FOLDER = path.join(tmpdir(), 'keelson-prepared');

/** Databases of other states are thrown away after that. */
const KEPT_FOR = 24 * 60 * 60 * 1000;

/** Fills `data` with a database of that kind. `make` leaves one in the folder it is given when there is none yet. */
export async function fillFromPrepared(
  data: string,
  kind: 'demo' | 'empty',
  make: (folder: string) => Promise<void>,
): Promise<void> {
  const prepared = path.join(FOLDER, `${kind}-${stateOfSources()}`);
  if (!existsSync(prepared)) await prepare(prepared, make);
  cpSync(prepared, data, { recursive: true });
}

/** Whoever comes first wins; the database is the same anyway. */
async function prepare(prepared: string, make: (folder: string) => Promise<void>): Promise<void> {
  removeOld();
  mkdirSync(FOLDER, { recursive: true });
  const fresh = temporaryFolder('prepared');
  try {
    await make(fresh);
    if (!existsSync(prepared)) renameSync(fresh, prepared);
  } finally {
    removeFolder(fresh);
  }
}

function removeOld(): void {
  if (!existsSync(FOLDER)) return;
  for (const name of readdirSync(FOLDER)) {
    const folder = path.join(FOLDER, name);
    if (Date.now() - statSync(folder).mtimeMs > KEPT_FOR) rmSync(folder, { recursive: true, force: true });
  }
}

/** The day is part of it: the demo firm is made around it. */
function stateOfSources(): string {
  const hash = createHash('sha256').update(process.version).update(new Date().toISOString().slice(0, 10));
  for (const source of SOURCES) addTo(hash, path.join(repository, source));
  return hash.digest('hex').slice(0, 24);
}

function addTo(hash: ReturnType<typeof createHash>, file: string): void {
  hash.update(path.relative(repository, file));
  if (!statSync(file).isDirectory()) {
    hash.update(readFileSync(file));
    return;
  }
  for (const name of readdirSync(file).sort()) addTo(hash, path.join(file, name));
}
