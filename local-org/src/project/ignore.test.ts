import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseIgnoreFile } from './ignore.ts';

const cases: [string, string, boolean][] = [
  ['**/*.ts', 'force-app/lwc/a/a.ts', true],
  ['**/*.ts', 'a.ts', true],
  ['**/*.ts', 'a.tsx', false],
  ['package.xml', 'manifest/package.xml', true],
  ['/package.xml', 'manifest/package.xml', false],
  ['**/__tests__/**', 'lwc/a/__tests__/a.test.js', true],
  ['force-app/test/', 'force-app/test/classes/A.cls', true],
  ['*.cls\n!Kept.cls', 'classes/Kept.cls', false],
  ['*.cls\n!Kept.cls', 'classes/Other.cls', true],
  ['# note\n\n', '# note', false],
  ['a?c.txt', 'abc.txt', true],
  ['a.c', 'abc', false],
];
for (const [rules, path, ignored] of cases) {
  test(`${JSON.stringify(rules)} ${ignored ? 'excludes' : 'keeps'} ${path}`, () => {
    assert.equal(parseIgnoreFile(rules).ignores(path), ignored);
  });
}
