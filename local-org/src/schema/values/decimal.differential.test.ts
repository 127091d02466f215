/** Decimal against decimal.js, on generated numbers: every operation and rounding mode. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal as Oracle } from 'decimal.js';
import fc from 'fast-check';
import { Decimal, type RoundingMode } from './decimal.ts';

const Exact = Oracle.clone({ precision: 400, toExpNeg: -1000, toExpPos: 1000 });

const MODES: Readonly<Record<Exclude<RoundingMode, 'UNNECESSARY'>, Oracle.Rounding>> = {
  UP: Oracle.ROUND_UP,
  DOWN: Oracle.ROUND_DOWN,
  CEILING: Oracle.ROUND_CEIL,
  FLOOR: Oracle.ROUND_FLOOR,
  HALF_UP: Oracle.ROUND_HALF_UP,
  HALF_DOWN: Oracle.ROUND_HALF_DOWN,
  HALF_EVEN: Oracle.ROUND_HALF_EVEN,
};

const digits = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
/** Many halves, where modes differ. */
const halves = fc.integer({ min: -1000, max: 1000 }).map((number) => BigInt(number) * 5n);
const number = fc
  .tuple(fc.oneof(digits, halves), fc.integer({ min: 0, max: 12 }))
  .map(([unscaled, scale]) => new Exact(unscaled.toString()).div(new Exact(10).pow(scale)).toFixed(scale));
const mode = fc.constantFrom(...(Object.keys(MODES) as (keyof typeof MODES)[]));
const scale = fc.integer({ min: 0, max: 14 });

function same(ours: Decimal, oracle: Oracle, places = oracle.decimalPlaces()): void {
  assert.equal(new Exact(ours.toString()).toFixed(places), oracle.toFixed(places));
  assert.ok(new Exact(ours.toString()).equals(oracle), `${ours.toString()} is not ${oracle.toString()}`);
}

test('sums, differences, products and order', () => {
  fc.assert(
    fc.property(number, number, (left, right) => {
      const [a, b] = [Decimal.parse(left), Decimal.parse(right)];
      const [x, y] = [new Exact(left), new Exact(right)];
      same(a.add(b), x.plus(y));
      same(a.subtract(b), x.minus(y));
      same(a.multiply(b), x.times(y));
      same(a.negate(), x.negated());
      same(a.abs(), x.abs());
      assert.equal(Math.sign(a.compare(b)), x.comparedTo(y));
      assert.equal(a.equals(b), x.equals(y));
    }),
  );
});

test('quotients of a scale, in every rounding mode', () => {
  fc.assert(
    fc.property(number, number, scale, mode, (left, right, places, rounding) => {
      fc.pre(!new Exact(right).isZero());
      const quotient = Decimal.parse(left).divide(Decimal.parse(right), places, rounding);
      same(quotient, new Exact(left).div(right).toDecimalPlaces(places, MODES[rounding]), places);
      assert.equal(quotient.scale, places);
    }),
  );
});

test('another scale, in every rounding mode', () => {
  fc.assert(
    fc.property(number, scale, mode, (text, places, rounding) => {
      const rounded = Decimal.parse(text).setScale(places, rounding);
      assert.equal(rounded.toString(), new Exact(text).toFixed(places, MODES[rounding]).replace(/^-(0(\.0+)?)$/, '$1'));
    }),
  );
});

test('text keeps the scale, and powers are exact', () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 0, max: 6 }), (text, exponent) => {
      assert.equal(Decimal.parse(text).toString(), text.replace(/^-(0(\.0+)?)$/, '$1'));
      same(Decimal.parse(text).pow(exponent), new Exact(text).pow(exponent));
    }),
  );
});
