import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StepTimes } from './step-times.ts';

test('adds up each step and names the slowest first', () => {
  let now = 0;
  const times = new StepTimes(() => now);
  times.begin('clients');
  now = 500;
  times.begin('weeks');
  now = 4_500;
  times.begin('clients');
  now = 5_000;
  times.end();
  now = 9_000;
  times.end();
  assert.equal(String(times), '5.0 s: weeks 4.0 s, clients 1.0 s');
});
