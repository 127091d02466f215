import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parseClass } from './parse.ts';
import { SyntaxCache } from './syntax-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'syntax-cache-'));
after(() => rmSync(folder, { recursive: true }));

const source = `public class A {
  List<Account> f() { return [SELECT Id FROM Account WHERE AnnualRevenue > 1.50 AND CreatedDate > 2026-01-31T10:00:00Z]; }
}`;

function treeOf(text: string): object {
  const parsed = parseClass(text, 'A.cls');
  assert.equal(parsed.error, undefined);
  return (parsed as { tree: object }).tree;
}

test('a tree comes back as it was, values of queries included', () => {
  const file = join(folder, 'trees');
  const first = new SyntaxCache(file);
  assert.equal(first.get('class', source), undefined);
  const tree = treeOf(source);
  first.put('class', source, tree);
  first.save();
  const second = new SyntaxCache(file);
  assert.deepEqual(second.get('class', source), tree);
  assert.equal(second.get('trigger', source), undefined);
  assert.equal(second.get('class', `${source} `), undefined);
});

test('what is not used any more is dropped', () => {
  const file = join(folder, 'dropped');
  const first = new SyntaxCache(file);
  first.put('class', 'a', { a: 1 });
  first.put('class', 'b', { b: 1 });
  first.save();
  const second = new SyntaxCache(file);
  second.get('class', 'a');
  second.save();
  assert.equal(new SyntaxCache(file).get('class', 'b'), undefined);
});

test('a file of another version is not read', () => {
  const file = join(folder, 'version');
  const cache = new SyntaxCache(file);
  cache.put('class', 'a', { a: 1 });
  cache.save();
  writeFileSync(file, `x${readFileSync(file, 'utf8')}`);
  assert.equal(new SyntaxCache(file).get('class', 'a'), undefined);
});
