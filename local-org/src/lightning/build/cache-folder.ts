/** Where built browser code is kept between starts. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFolder } from './packages.ts';

/** `node_modules/.cache/local-org`, beside the packages it is built from: a new installation starts afresh. */
export function cacheFolder(): string {
  return join(dirname(packageFolder('rollup')), '.cache', 'local-org');
}

/** A short hash of texts, for folder names and urls that change with what they hold. */
export function contentKey(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** As `contentKey`, of files. */
export function filesKey(files: readonly string[]): string {
  return contentKey(...files.flatMap((file) => [file, readFileSync(file, 'utf8')]));
}

/**
 * The folder of this name, made by `build` when it is not there yet. `build` writes into a folder of its own that is moved into place
 * when complete, so that a build which was interrupted, or two at once, leave no half of one behind.
 */
export async function builtOnce(folder: string, build: (target: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  await build(draft);
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}
