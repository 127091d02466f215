/** Folders for Lightning web components that came in an archive: what compiles components reads files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SourceFile } from '../project/source-project.ts';

let root: string | undefined;
let count = 0;

/** The same bundle with its files in a folder of their own, which is there until the process ends. */
export function inFolder(source: SourceFile): SourceFile {
  const folder = path.join(folders(), String(++count));
  const meta = write(folder, source.file, source.read());
  const content = source.content.map((part) => ({ ...part, file: write(folder, part.file, part.read()) }));
  return { ...source, file: meta, content };
}

function write(folder: string, file: string, data: string | Uint8Array): string {
  const full = path.join(folder, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, data);
  return full;
}

function folders(): string {
  if (root === undefined) {
    const made = mkdtempSync(path.join(tmpdir(), 'local-org-bundles-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    root = made;
  }
  return root;
}
