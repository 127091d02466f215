import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { seededRandom } from './random.ts';

test('gives the same choices for the same seed', () => {
  const draw = (seed: number): number[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 20 }, () => random.integer(1, 1000));
  };
  assert.deepEqual(draw(7), draw(7));
  assert.notDeepEqual(draw(7), draw(8));
});

test('stays within its bounds and takes no item twice', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -5, max: 5 }), fc.nat(9), (seed, low, span) => {
      const random = seededRandom(seed);
      const drawn = random.integer(low, low + span);
      assert.ok(drawn >= low && drawn <= low + span);
      const items = Array.from({ length: span }, (_, index) => index);
      const sample = random.sample(items, 4);
      assert.equal(sample.length, Math.min(4, span));
      assert.equal(new Set(sample).size, sample.length);
    }),
  );
});
