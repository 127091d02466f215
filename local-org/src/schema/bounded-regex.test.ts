import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RegexTooComplicated } from './bounded-regex.ts';
import { javaRegex } from './java-regex.ts';

const LONG = 'a'.repeat(60);

test('a match that backtracks without end is called too complicated', () => {
  for (const pattern of ['(a+)+b', '(a|a)*b', '(?:a?a)*b']) {
    assert.throws(() => javaRegex(pattern).matches(LONG), RegexTooComplicated, pattern);
  }
  const polynomial = javaRegex('a*a*a*a*a*b').compile('g');
  assert.throws(() => [...polynomial.all('a'.repeat(5000))], RegexTooComplicated);
});

test('what is watched finds what it finds unwatched', () => {
  const words = 'aa bb cc '.repeat(400);
  const watched = [...javaRegex('(?:[a-z]+\\s?)*?[a-z]{2}\\b').compile('g').all(words)].map((match) => match[0]);
  assert.deepEqual(watched, words.trim().split(' '));
  assert.equal(watched.length, 1200);
  assert.ok(javaRegex('([a-z]+\\.)+[a-z]+').matches('mail.department.example.com'));
  assert.equal(
    javaRegex('(?:x*)*')
      .compile('y')
      .exec(`${'x'.repeat(40)}y`)?.[0],
    'x'.repeat(40),
  );
});

test('empty matches move on, also from batch to batch', () => {
  const count = (text: string): number => [...javaRegex('(?:x*)*').compile('g').all(text)].length;
  assert.equal(count('y'.repeat(10)), 11);
  assert.equal(count('y'.repeat(1000)), 1001);
});
