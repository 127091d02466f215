import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, firstOfMonth, lastOfMonth, mondayOf } from './dates.ts';

test('moves over the ends of months and years', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2028-03-01', -1), '2028-02-29');
});

test('finds the Monday of a week, a Sunday included', () => {
  assert.equal(mondayOf('2026-11-22'), '2026-11-16');
  assert.equal(mondayOf('2026-11-23'), '2026-11-23');
});

test('finds the ends of months', () => {
  assert.equal(firstOfMonth('2026-11-21', 2), '2027-01-01');
  assert.equal(firstOfMonth('2026-01-31', -1), '2025-12-01');
  assert.equal(lastOfMonth('2027-02-10'), '2027-02-28');
});
