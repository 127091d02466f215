/** Salesforce's own parser (`@prettier-apex/apex-ast-serializer`), as the oracle of differential tests. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PARSER = '@prettier-apex/apex-ast-serializer-linux-x64/apex-ast-serializer-linux-x64';
const parser = path.join(import.meta.dirname, '../../../../node_modules', PARSER);

export interface Tree {
  readonly [name: string]: unknown;
}

export function salesforceOutput(source: string): { parseErrors: readonly unknown[]; unit: Tree } {
  const folder = mkdtempSync(path.join(tmpdir(), 'apex-'));
  try {
    const file = path.join(folder, 'A.cls');
    writeFileSync(file, source);
    const { stdout } = spawnSync(parser, ['-l', file], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const output = JSON.parse(stdout) as Record<string, { parseErrors: readonly unknown[]; unit: Tree }>;
    return Object.values(output)[0];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The statements of the only method of the class. */
export function salesforceStatements(source: string): Tree[] {
  const { parseErrors, unit } = salesforceOutput(source);
  assert.deepEqual(parseErrors, []);
  const [member] = at(unit, 'body', 'members') as Tree[];
  return at(member, 'methodDecl', 'stmnt', 'value', 'stmnts') as Tree[];
}

export function at(tree: Tree, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((node, name) => (node as Tree)[name], tree);
}
