import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { conformance } from '../commands/conformance.ts';
import { ProjectFolder } from '../test-support/project-folder.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'record-'));
after(() => rmSync(folder, { recursive: true, force: true }));
renameSync(new ProjectFolder().path, path.join(folder, 'someone+crates'));
const record = path.join(folder, 'record.json');

function compare(passed: number, ...options: string[]) {
  const crates = { repository: 'someone/crates', commit: 'abc', tests: 1, passed };
  const absent = { repository: 'someone/absent', commit: 'abc', tests: 9, passed: 9 };
  writeFileSync(record, JSON.stringify([crates, absent]));
  const lines: string[] = [];
  const code = conformance(['--record', record, folder, ...options], { print: (line) => lines.push(line), note() {} });
  return { code, lines, after: JSON.parse(readFileSync(record, 'utf8')) as { passed: number }[] };
}

test('as many as recorded, or more, is well; more is written when asked for', () => {
  const { code, lines } = compare(1);
  assert.equal(code, 0);
  assert.match(lines[0], /^someone\/crates: 1\/1 in .* \(recorded 1\/1\)$/);
  assert.match(lines[1], /^someone\/absent: not there/);
  assert.deepEqual(
    compare(0, '--update').after.map(({ passed }) => passed),
    [1, 9],
  );
});

test('fewer is a failure, and is never written', () => {
  const { code, lines, after: written } = compare(2, '--update');
  assert.equal(code, 1);
  assert.match(lines[0], /FEWER than 2/);
  assert.equal(written[0].passed, 2);
});
