/** The files of a Lightning web component's folder that a browser gets something of. TypeScript is no part of a deploy, so the project leaves it out. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths, in order. */
export function bundleSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|js|html|css)$/.test(file) && !/(^|\/)__(tests|mocks)__\//.test(file))
    .sort()
    .map((file) => join(folder, file));
}
