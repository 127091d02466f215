/** Arithmetic at the precision of the platform's formula engine. */
import { Decimal } from '../values/index.ts';
import { FormulaEvaluationError } from './errors.ts';

/** Significant digits of intermediate results, rounded half up (BigDecimalHelper of github.com/salesforce/formula-engine). */
const PRECISION = 39;

/** Digits after which rounding functions look: a third times three must not be rounded up. */
const EXTERNAL_PRECISION = 33;

const POWER_PRECISION = 18;
const LARGEST_POWER = 64;

export function precise(value: Decimal): Decimal {
  return significant(value, PRECISION);
}

/** Without the digits in which inexact quotients differ from the exact result. */
export function settled(value: Decimal): Decimal {
  return significant(value, EXTERNAL_PRECISION);
}

export function quotient(dividend: Decimal, divisor: Decimal): Decimal {
  if (divisor.signum() === 0) throw new FormulaEvaluationError('Division by zero');
  const wholeDigits = dividend.precision - dividend.scale - (divisor.precision - divisor.scale);
  return precise(dividend.divide(divisor, Math.max(0, PRECISION + 1 - wholeDigits)).stripTrailingZeros());
}

/** A whole power; the result has 18 digits. */
export function power(base: Decimal, exponent: Decimal): Decimal {
  const whole = exponent.stripTrailingZeros();
  const n = whole.toNumber();
  const size = base.signum() === 0 ? 0 : Math.log10(Math.abs(base.toNumber())) * n;
  if (whole.scale > 0 || size > LARGEST_POWER || (base.signum() === 0 && n < 0)) {
    throw new FormulaEvaluationError('Out of range argument to POWER() function');
  }
  if (size < -PRECISION) return Decimal.ZERO;
  const result = repeatedProduct(base, Math.abs(n));
  return significant(n < 0 ? quotient(Decimal.ONE, result) : result, POWER_PRECISION);
}

function repeatedProduct(base: Decimal, count: number): Decimal {
  let product = Decimal.ONE;
  let square = base;
  for (let rest = count; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) product = precise(product.multiply(square));
    if (rest > 1) square = precise(square.multiply(square));
  }
  return product;
}

/** The result of a function computed in binary floating point, as the platform does for EXP, LN, LOG and SQRT. */
export function fromFloat(value: number): Decimal {
  if (!Number.isFinite(value)) throw new FormulaEvaluationError('Number out of range');
  return Decimal.of(value);
}

/** The whole number that arguments such as counts and positions are cut to. */
export function toInteger(value: Decimal): number {
  return Number(value.toBigInt());
}

function significant(value: Decimal, digits: number): Decimal {
  return value.precision > digits ? value.setScale(value.scale - (value.precision - digits)) : value;
}
