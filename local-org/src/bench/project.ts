/** Compiling a project from nothing, from the cache, and after a change of one class. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Org } from '../org/org.ts';
import { seconds, took, type Figure } from './figure.ts';

const LINES = 50_000;

/** `source` is the folder of an SFDX project; what is compiled is a copy. */
export function projectFigures(source: string, parts: readonly string[]): Figure[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-project-'));
  try {
    for (const part of parts) cpSync(path.join(source, part), path.join(folder, part), { recursive: true });
    const classes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cls'));
    const lines = classes.reduce((sum, file) => sum + textOf(folder, file).split('\n').length, 0);
    const database = path.join(folder, '.org.db');
    const open = (): Org => Org.open({ projectRoots: [folder], database });
    const first = took(() => open().close());
    const opened: Org[] = [];
    const again = took(() => opened.push(open()));
    const [org] = opened;
    changeOne(folder, classes);
    const live = took(() => {
      if (org.redeploy() === undefined) throw new Error('Nothing was deployed');
    });
    org.close();
    return [
      { what: `Open with ${lines} lines of Apex`, value: seconds(first) },
      { what: '  a second time', value: seconds(again), aim: '< 2 s' },
      { what: '  per 50,000 lines', value: seconds((first * LINES) / lines), aim: '< 10 s' },
      { what: 'A changed class is live after', value: seconds(live), aim: '< 1 s' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function changeOne(folder: string, classes: readonly string[]): void {
  const file = classes.find((name) => name.endsWith('Test.cls')) ?? classes[0];
  writeFileSync(path.join(folder, file), `${textOf(folder, file)}\n// changed\n`);
}

function textOf(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}
