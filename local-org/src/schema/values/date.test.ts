import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { OrgError } from '../errors.ts';
import { DateValue } from './date.ts';

describe('DateValue', () => {
  it('reads back what it prints, over all years the platform stores', () => {
    const days = fc.integer({ min: DateValue.of(1700, 1, 1).days, max: DateValue.of(4000, 12, 31).days });
    fc.assert(
      fc.property(days, (count) => {
        const date = new DateValue(count);
        assert.equal(DateValue.parse(date.toString()).days, count);
        assert.equal(DateValue.of(date.year, date.month, date.day).days, count);
        assert.equal(date.dayOfWeek, new Date(`${date.toString()}T00:00:00Z`).getUTCDay());
      }),
    );
  });

  it('refuses what is not a day', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00:00Z', 'today', '']) {
      assert.throws(() => DateValue.parse(text), OrgError, text);
    }
    assert.equal(DateValue.isValid(2024, 2, 29), true);
    assert.equal(DateValue.isValid(2026, 2, 29), false);
  });

  it('rolls over as Date.newInstance does', () => {
    assert.equal(DateValue.of(2026, 13, 1).toString(), '2027-01-01');
    assert.equal(DateValue.of(2026, 2, 30).toString(), '2026-03-02');
    assert.equal(DateValue.of(2026, 3, 0).toString(), '2026-02-28');
  });

  it('clamps months to the last day', () => {
    assert.equal(DateValue.parse('2026-01-31').addMonths(1).toString(), '2026-02-28');
    assert.equal(DateValue.parse('2024-01-31').addMonths(1).toString(), '2024-02-29');
    assert.equal(DateValue.parse('2026-01-15').addMonths(-13).toString(), '2024-12-15');
  });

  it('counts days', () => {
    const date = DateValue.parse('2024-12-31');
    assert.equal(date.dayOfYear, 366);
    assert.equal(date.addDays(1).toString(), '2025-01-01');
    assert.ok(date.compare(date.addDays(1)) < 0);
    assert.ok(date.equals(DateValue.of(2024, 12, 31)));
    assert.equal(date.equals('2024-12-31'), false);
  });
});
