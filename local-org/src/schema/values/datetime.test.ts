import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { OrgError } from '../errors.ts';
import { DatetimeValue } from './datetime.ts';

describe('DatetimeValue', () => {
  it('reads all forms of offset', () => {
    const expected = Date.UTC(2026, 0, 31, 10, 0, 0, 250);
    for (const text of [
      '2026-01-31T10:00:00.250+0000',
      '2026-01-31T10:00:00.250Z',
      '2026-01-31T11:00:00.25+01:00',
      '2026-01-31T04:30:00.250-0530',
      '2026-01-31T10:00:00.250',
    ]) {
      assert.equal(DatetimeValue.parse(text).ms, expected, text);
    }
    assert.equal(new DatetimeValue(expected).toString(), '2026-01-31T10:00:00.250+0000');
  });

  it('refuses what is not an instant', () => {
    for (const text of ['2026-01-31', '2026-02-30T10:00:00Z', '2026-01-31T24:00:00Z', '2026-01-31 10:00:00', '']) {
      assert.throws(() => DatetimeValue.parse(text), OrgError, text);
    }
  });

  it('shows the clock of a time zone, with daylight saving', () => {
    const winter = DatetimeValue.parse('2026-01-31T03:30:00Z');
    assert.equal(winter.date('America/Los_Angeles').toString(), '2026-01-30');
    assert.equal(winter.time('America/Los_Angeles').toString(), '19:30:00.000Z');
    assert.equal(DatetimeValue.parse('2026-07-01T12:00:00Z').civil('Europe/Berlin').hour, 14);
    assert.equal(DatetimeValue.parse('2026-01-01T12:00:00Z').civil('Europe/Berlin').hour, 13);
  });

  it('finds the instant of a clock reading again, wherever the reading is not ambiguous', () => {
    const zones = fc.constantFrom('GMT', 'America/Los_Angeles', 'Asia/Kolkata', 'Europe/London', 'Australia/Lord_Howe');
    const instants = fc.integer({ min: Date.UTC(1980, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(zones, instants, (zone, ms) => {
        const civil = new DatetimeValue(ms).civil(zone);
        assert.deepEqual(DatetimeValue.of(civil, zone).civil(zone), civil);
      }),
    );
  });

  it('reads a skipped time with the offset before the change, and a repeated one as the first', () => {
    const skipped = DatetimeValue.of({ year: 2026, month: 3, day: 29, hour: 2, minute: 30 }, 'Europe/Berlin');
    assert.equal(skipped.toString(), '2026-03-29T01:30:00.000+0000');
    const repeated = DatetimeValue.of({ year: 2026, month: 10, day: 25, hour: 2, minute: 30 }, 'Europe/Berlin');
    assert.equal(repeated.toString(), '2026-10-25T00:30:00.000+0000');
  });

  it('names an unknown time zone', () => {
    assert.throws(() => new DatetimeValue(0).date('Mars/Base'), /Unknown time zone: Mars\/Base/);
  });
});
