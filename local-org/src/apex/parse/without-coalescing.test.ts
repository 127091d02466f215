import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutCoalescing } from './without-coalescing.ts';

function statement(text: string): string {
  const [head = '', tail = ''] = ['class A { void a() { ', ' } }'];
  const changed = withoutCoalescing(head + text + tail);
  assert.ok(changed.startsWith(head) && changed.endsWith(tail));
  return changed.slice(head.length, -tail.length);
}

test('writes a ternary for the operator, wherever it stands', () => {
  assert.equal(statement('x = y ?? 0;'), 'x = (true ? y : 0);');
  assert.equal(statement('x = (y ?? 0) + z;'), 'x = ((true ? y : 0)) + z;');
  assert.equal(statement('save(rows.get(k) ?? new A(), 1);'), 'save((true ? rows.get(k) : new A()), 1);');
  assert.equal(statement('for (A one : all ?? none) {}'), 'for (A one : (true ? all : none)) {}');
  assert.equal(statement('return (Decimal) row.get(f) ?? 0;'), 'return (true ? (Decimal) row.get(f) : 0);');
});

test('keeps the order of several, one within another too', () => {
  assert.equal(statement('x = a ?? b ?? c;'), 'x = (true ? (true ? a : b) : c);');
  assert.equal(statement('x = f(a ?? b) ?? c;'), 'x = (true ? f((true ? a : b)) : c);');
});

test('keeps lines, strings and comments', () => {
  assert.equal(statement("x = a ?? // why ??\n  'b ?? c';"), "x = (true ? a : // why ??\n  'b ?? c');");
});

test('keeps a class without the operator as it is', () => {
  assert.equal(statement("x = a == null ? '??' : a;"), "x = a == null ? '??' : a;");
});
