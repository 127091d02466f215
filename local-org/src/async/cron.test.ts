import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextFireTime, parseCron } from './cron.ts';

/** Successive fire times from an instant, as ISO text. */
function fires(expression: string, from: string, count = 1, timeZone = 'UTC'): string[] {
  const schedule = parseCron(expression);
  const found: string[] = [];
  let instant = Date.parse(from);
  while (found.length < count) {
    const next = nextFireTime(schedule, instant, timeZone);
    if (next === null) break;
    found.push(new Date(next).toISOString().slice(0, 19));
    instant = next;
  }
  return found;
}

// The examples of "Using the System.schedule Method" in the Apex Developer Guide.
test('runs every day at 13:00', () => {
  assert.deepEqual(fires('0 0 13 * * ?', '2026-03-01T13:00:00Z', 2), ['2026-03-02T13:00:00', '2026-03-03T13:00:00']);
});

test('runs the last Friday of every month at 22:00', () => {
  assert.deepEqual(fires('0 0 22 ? * 6L', '2026-01-01T00:00:00Z', 2), ['2026-01-30T22:00:00', '2026-02-27T22:00:00']);
});

test('runs Monday to Friday at 10:00', () => {
  assert.deepEqual(fires('0 0 10 ? * MON-FRI', '2026-07-17T10:00:00Z'), ['2026-07-20T10:00:00']);
});

test('runs on the third Friday, the nearest weekday and the last day', () => {
  assert.deepEqual(fires('0 0 8 ? * FRI#3', '2026-07-01T00:00:00Z'), ['2026-07-17T08:00:00']);
  assert.deepEqual(fires('0 0 8 15W * ?', '2026-08-01T00:00:00Z'), ['2026-08-14T08:00:00']);
  assert.deepEqual(fires('0 0 8 L 2 ?', '2027-03-01T00:00:00Z'), ['2028-02-29T08:00:00']);
});

test('reads steps, lists and years', () => {
  assert.deepEqual(fires('0 30 8/6 1,15 * ? 2026', '2026-12-15T08:30:00Z', 3), [
    '2026-12-15T14:30:00',
    '2026-12-15T20:30:00',
  ]);
});

test("fires by the time zone's wall clock across a change of clocks", () => {
  assert.deepEqual(fires('0 0 9 * * ?', '2026-03-28T12:00:00Z', 2, 'Europe/Berlin'), [
    '2026-03-29T07:00:00',
    '2026-03-30T07:00:00',
  ]);
  assert.deepEqual(fires('0 30 2 * * ?', '2026-03-28T12:00:00Z', 1, 'Europe/Berlin'), ['2026-03-29T01:30:00']);
  assert.deepEqual(fires('0 0 3 * * ?', '2026-11-01T05:00:00Z', 1, 'America/Los_Angeles'), ['2026-11-01T11:00:00']);
});

test('rejects what it cannot use', () => {
  for (const bad of ['', '0 0 13 * *', '* 0 13 * * ?', '0 0 25 * * ?', '0 0 1 ? * ?', '0 0 1 5 * 2', '0 0 1 x * ?']) {
    assert.throws(() => parseCron(bad), { code: 'STRING_EXCEPTION' }, bad);
  }
});
