import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextRun, type Schedule } from './subscription-schedule.ts';

const next = (schedule: Schedule, after: string, timeZone = 'UTC'): string | undefined => {
  const instant = nextRun(schedule, Date.parse(after), timeZone);
  return instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16);
};

test('every day at the hour of the subscriber’s clock, also when it changes', () => {
  const daily: Schedule = { frequency: 'daily', details: { time: 7 } };
  assert.equal(next(daily, '2026-03-02T06:59:00Z'), '2026-03-02T07:00');
  assert.equal(next(daily, '2026-03-02T07:00:00Z'), '2026-03-03T07:00');
  assert.equal(next(daily, '2026-03-07T13:00:00Z', 'America/New_York'), '2026-03-08T11:00');
});

test('on days of the week', () => {
  const weekly: Schedule = { frequency: 'weekly', details: { time: 9, daysOfWeek: ['mon', 'thu'] } };
  assert.equal(next(weekly, '2026-03-02T09:30:00Z'), '2026-03-05T09:00');
  assert.equal(next(weekly, '2026-03-05T09:00:00Z'), '2026-03-09T09:00');
});

test('on days of the month, the last among them', () => {
  const monthly = (...daysOfMonth: number[]): Schedule => ({
    frequency: 'monthly',
    frequencyType: 'specific',
    details: { time: 0, daysOfMonth },
  });
  assert.equal(next(monthly(15, -1), '2026-02-15T00:00:00Z'), '2026-02-28T00:00');
  assert.equal(next(monthly(31), '2026-02-01T00:00:00Z'), '2026-03-31T00:00');
  assert.equal(next(monthly(32), '2026-02-01T00:00:00Z'), undefined);
});

test('on a weekday of a month, by its number', () => {
  const relative = (weekInMonth: 'first' | 'second', dayInWeek: 'mon' | 'weekday' | 'weekend'): Schedule => ({
    frequency: 'monthly',
    frequencyType: 'relative',
    details: { time: 8, weekInMonth, dayInWeek },
  });
  assert.equal(next(relative('second', 'mon'), '2026-03-01T00:00:00Z'), '2026-03-09T08:00');
  assert.equal(next(relative('first', 'weekday'), '2026-08-01T00:00:00Z'), '2026-08-03T08:00');
  assert.equal(next(relative('second', 'weekend'), '2026-03-01T00:00:00Z'), '2026-03-07T08:00');
});
