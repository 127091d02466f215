import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OrgError } from '../errors.ts';
import { TimeValue } from './time.ts';

describe('TimeValue', () => {
  it('reads and prints', () => {
    assert.equal(TimeValue.parse('17:30:05.5').toString(), '17:30:05.500Z');
    assert.equal(TimeValue.parse('00:00:00Z').ms, 0);
    const time = TimeValue.of(17, 30, 5, 500);
    assert.deepEqual([time.hour, time.minute, time.second, time.millisecond], [17, 30, 5, 500]);
    assert.throws(() => TimeValue.parse('25:00:00'), OrgError);
  });

  it('wraps around midnight', () => {
    assert.equal(
      TimeValue.of(23, 0)
        .addMilliseconds(2 * 3_600_000)
        .toString(),
      '01:00:00.000Z',
    );
    assert.equal(
      TimeValue.of(1, 0)
        .addMilliseconds(-2 * 3_600_000)
        .toString(),
      '23:00:00.000Z',
    );
  });
});
