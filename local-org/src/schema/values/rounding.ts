/** How a quotient that is not exact becomes a whole number; the names are those of Apex's `System.RoundingMode`. */
export type RoundingMode = 'HALF_UP' | 'HALF_EVEN' | 'HALF_DOWN' | 'UP' | 'DOWN' | 'CEILING' | 'FLOOR' | 'UNNECESSARY';

/** Thrown for `UNNECESSARY` when digits would be lost, and for a zero divisor. */
export class ArithmeticError extends Error {
  override readonly name = 'ArithmeticError';
}

/** `dividend / divisor` as a whole number. */
export function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  if (divisor === 0n) throw new ArithmeticError('Divide by 0');
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  if (remainder === 0n) return quotient;
  const sign = dividend < 0n === divisor < 0n ? 1n : -1n;
  return roundsAway(mode, sign, quotient, halfComparison(remainder, divisor)) ? quotient + sign : quotient;
}

/** Below 0, 0 or above 0 as the remainder is less than, exactly or more than half of the divisor. */
function halfComparison(remainder: bigint, divisor: bigint): number {
  const twice = 2n * (remainder < 0n ? -remainder : remainder);
  const whole = divisor < 0n ? -divisor : divisor;
  return twice < whole ? -1 : twice > whole ? 1 : 0;
}

function roundsAway(mode: RoundingMode, sign: bigint, quotient: bigint, half: number): boolean {
  switch (mode) {
    case 'HALF_UP':
      return half >= 0;
    case 'HALF_EVEN':
      return half > 0 || (half === 0 && quotient % 2n !== 0n);
    case 'HALF_DOWN':
      return half > 0;
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'CEILING':
      return sign > 0n;
    case 'FLOOR':
      return sign < 0n;
    case 'UNNECESSARY':
      throw new ArithmeticError('Rounding necessary');
  }
}
