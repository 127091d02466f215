import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTotals } from './node-tests.ts';

const tap = (pass: number, fail: number, skipped = 0): string =>
  `# tests 9\n# pass ${pass}\n# fail ${fail}\n# cancelled 0\n# skipped ${skipped}\n# todo 0\n`;

test('reads the totals of a run', () => {
  assert.deepEqual(readTotals(tap(7, 2), 1), { passed: 7, failed: 2 });
});

test('counts a skipped test as failed', () => {
  assert.deepEqual(readTotals(tap(7, 0, 1), 0), { passed: 7, failed: 1 });
});

test('does not take a run that failed, or ran nothing, for a good one', () => {
  assert.deepEqual(readTotals(tap(7, 0), 1), { passed: 7, failed: 1 });
  assert.deepEqual(readTotals('', 0), { passed: 0, failed: 1 });
});
