import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ArithmeticError, Decimal, type RoundingMode } from './decimal.ts';

/** An exact fraction, the oracle of the property tests. */
interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const fraction = (value: Decimal): Fraction => ({ top: value.unscaled, bottom: 10n ** BigInt(value.scale) });
const same = (a: Fraction, b: Fraction): boolean => a.top * b.bottom === b.top * a.bottom;

const decimals = fc
  .tuple(
    fc.oneof(
      fc.bigInt({ min: -1000n, max: 1000n }),
      fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }),
      fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
    ),
    fc.integer({ min: 0, max: 20 }),
  )
  .map(([unscaled, scale]) => Decimal.fromUnscaled(unscaled, scale));

describe('Decimal arithmetic', () => {
  it('is exact, and keeps the scale as Apex does', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const [x, y] = [fraction(a), fraction(b)];
        assert.ok(same(fraction(a.add(b)), { top: x.top * y.bottom + y.top * x.bottom, bottom: x.bottom * y.bottom }));
        assert.ok(
          same(fraction(a.subtract(b)), { top: x.top * y.bottom - y.top * x.bottom, bottom: x.bottom * y.bottom }),
        );
        assert.ok(same(fraction(a.multiply(b)), { top: x.top * y.top, bottom: x.bottom * y.bottom }));
        assert.equal(a.add(b).scale, Math.max(a.scale, b.scale));
        assert.equal(a.multiply(b).scale, a.scale + b.scale);
      }),
    );
  });

  it('orders as the fractions do', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const [x, y] = [fraction(a), fraction(b)];
        const difference = x.top * y.bottom - y.top * x.bottom;
        assert.equal(Math.sign(a.compare(b)), difference < 0n ? -1 : difference > 0n ? 1 : 0);
        assert.equal(a.equals(b), a.hashKey() === b.hashKey());
      }),
    );
  });

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(decimals, (a) => {
        const copy = Decimal.parse(a.toString());
        assert.equal(copy.unscaled, a.unscaled);
        assert.equal(copy.scale, a.scale);
      }),
    );
  });

  it('leaves a remainder with the sign of the dividend, smaller than the divisor', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        fc.pre(b.signum() !== 0);
        const rest = a.remainder(b);
        assert.ok(rest.abs().compare(b.abs()) < 0);
        assert.ok(rest.signum() === 0 || rest.signum() === a.signum());
        assert.equal(a.subtract(rest).divide(b, 0, 'UNNECESSARY').multiply(b).compare(a.subtract(rest)), 0);
      }),
    );
  });

  it('raises to a power', () => {
    assert.equal(Decimal.parse('4.12').pow(2).toString(), '16.9744');
    assert.equal(Decimal.parse('-3').pow(3).toString(), '-27');
    assert.equal(Decimal.parse('5.5').pow(0).toString(), '1');
    assert.throws(() => Decimal.ONE.pow(-1), ArithmeticError);
  });
});

describe('Decimal division', () => {
  it('is within half a unit of the last place for every nearest mode', () => {
    const modes = fc.constantFrom<RoundingMode>('HALF_UP', 'HALF_DOWN', 'HALF_EVEN');
    fc.assert(
      fc.property(decimals, decimals, fc.integer({ min: 0, max: 12 }), modes, (a, b, scale, mode) => {
        fc.pre(b.signum() !== 0);
        const quotient = a.divide(b, scale, mode);
        assert.equal(quotient.scale, scale);
        const error = a.subtract(quotient.multiply(b)).abs();
        const half = b.abs().multiply(Decimal.fromUnscaled(5n, scale + 1));
        assert.ok(error.compare(half) <= 0);
      }),
    );
  });

  it('without a scale is exact where a finite quotient exists, else has 34 digits', () => {
    const cases: [string, string, string][] = [
      ['1', '3', '0.333333333333333333333333333333333'],
      ['10', '3', '3.333333333333333333333333333333333'],
      ['200', '3', '66.66666666666666666666666666666667'],
      ['1', '4', '0.25'],
      ['1.00', '4', '0.25'],
      ['1.00', '1', '1.00'],
      ['2.20', '1.1', '2.0'],
      ['100', '0.5', '200'],
      ['0', '7', '0'],
    ];
    for (const [a, b, expected] of cases) {
      assert.equal(Decimal.parse(a).divide(Decimal.parse(b)).toString(), expected, `${a} / ${b}`);
    }
  });

  it('by zero is an error', () => {
    assert.throws(() => Decimal.ONE.divide(Decimal.ZERO), new ArithmeticError('Divide by 0'));
    assert.throws(() => Decimal.ONE.divide(Decimal.ZERO, 2), ArithmeticError);
  });
});

describe('Decimal rounding', () => {
  // The table of java.math.RoundingMode, which Apex's System.RoundingMode follows.
  const inputs = ['5.5', '2.5', '1.6', '1.1', '1.0', '-1.0', '-1.1', '-1.6', '-2.5', '-5.5'];
  const table: [RoundingMode, number[]][] = [
    ['UP', [6, 3, 2, 2, 1, -1, -2, -2, -3, -6]],
    ['DOWN', [5, 2, 1, 1, 1, -1, -1, -1, -2, -5]],
    ['CEILING', [6, 3, 2, 2, 1, -1, -1, -1, -2, -5]],
    ['FLOOR', [5, 2, 1, 1, 1, -1, -2, -2, -3, -6]],
    ['HALF_UP', [6, 3, 2, 1, 1, -1, -1, -2, -3, -6]],
    ['HALF_DOWN', [5, 2, 2, 1, 1, -1, -1, -2, -2, -5]],
    ['HALF_EVEN', [6, 2, 2, 1, 1, -1, -1, -2, -2, -6]],
  ];

  for (const [mode, expected] of table) {
    it(mode, () => {
      assert.deepEqual(
        inputs.map((text) => Decimal.parse(text).setScale(0, mode).toNumber()),
        expected,
      );
    });
  }

  it('UNNECESSARY refuses to lose digits', () => {
    assert.equal(Decimal.parse('1.0').setScale(0, 'UNNECESSARY').toString(), '1');
    assert.throws(() => Decimal.parse('1.1').setScale(0, 'UNNECESSARY'), new ArithmeticError('Rounding necessary'));
  });

  it('rounds half up unless told otherwise, fills up, and rounds left of the point', () => {
    assert.equal(Decimal.parse('2.345').setScale(2).toString(), '2.35');
    assert.equal(Decimal.parse('-2.345').setScale(2).toString(), '-2.35');
    assert.equal(Decimal.parse('2').setScale(2).toString(), '2.00');
    assert.equal(Decimal.parse('1250').setScale(-2).toString(), '1300');
  });
});

describe('Decimal text and numbers', () => {
  it('keeps the scale of a product', () => {
    assert.equal(Decimal.parse('1.10').multiply(Decimal.of(2)).toString(), '2.20');
  });

  it('reads all ways to write a number, and nothing else', () => {
    assert.equal(Decimal.parse('1e3').toString(), '1000');
    assert.equal(Decimal.parse('1.5E-3').toString(), '0.0015');
    assert.equal(Decimal.parse('.5').toString(), '0.5');
    assert.equal(Decimal.parse('-0.05').toString(), '-0.05');
    for (const text of ['', '.', 'abc', '1,000', '1.2.3', ' 1']) {
      assert.equal(Decimal.tryParse(text), undefined, text);
    }
  });

  it('takes the shortest decimal of a binary number', () => {
    assert.equal(Decimal.of(0.1).toString(), '0.1');
    assert.equal(Decimal.of(1e21).toString(), '1000000000000000000000');
    assert.equal(Decimal.of(-0).toString(), '0');
    assert.equal(Decimal.ofDouble(2).toString(), '2.0');
    assert.equal(Decimal.ofDouble(12345678).toString(), '12345678');
    assert.throws(() => Decimal.of(Number.NaN), ArithmeticError);
  });

  it('gives whole part, sign, precision', () => {
    assert.equal(Decimal.parse('-7.99').toBigInt(), -7n);
    assert.equal(Decimal.parse('-7.99').signum(), -1);
    assert.equal(Decimal.parse('-7.99').precision, 3);
    assert.equal(Decimal.parse('1.500').stripTrailingZeros().toString(), '1.5');
    assert.equal(JSON.stringify(Decimal.parse('1.50')), '1.5');
  });
});

it('a number that grows without end stops while it is quick', () => {
  const tooLarge = /^RangeError: Decimal: maximum size exceeded$/;
  assert.throws(() => {
    for (let value = Decimal.of(9); ; value = value.multiply(value));
  }, tooLarge);
  assert.throws(() => {
    for (let value = Decimal.parse('0.1'); ; value = value.multiply(value));
  }, tooLarge);
  assert.throws(() => Decimal.of(1).setScale(1_000_000), tooLarge);
  assert.throws(() => Decimal.parse('123456').pow(32_767), tooLarge);
  assert.equal(Decimal.tryParse('1e999999999'), undefined);
  assert.equal(Decimal.tryParse('1e-999999999'), undefined);
  assert.equal(Decimal.parse('9.9').pow(32_767).scale, 32_767);
});
