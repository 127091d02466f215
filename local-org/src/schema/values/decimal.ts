import { ArithmeticError, divideRounded, type RoundingMode } from './rounding.ts';

export { ArithmeticError, type RoundingMode } from './rounding.ts';

/** Most digits, and most digits right of the point, of a quotient that does not come out even. */
const QUOTIENT_PRECISION = 34;
const QUOTIENT_SCALE = 33;

const NUMERAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

const SMALL_POWERS = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
const POWERS: bigint[] = [1n];

/** Digits, on either side of the point, beyond which one multiplication takes milliseconds: more than the largest power that Apex has. */
const MOST_DIGITS = 70_000;
/** Powers that are kept. */
const KEPT_POWERS = 1000;
let tooLarge: bigint | undefined;

/** Stops what grows without end while it is still quick. Throws a `RangeError` in words like those of JavaScript for texts and lists. */
function checkSize(digits: bigint, scale: number): void {
  tooLarge ??= 10n ** BigInt(MOST_DIGITS);
  if (digits >= tooLarge || -digits >= tooLarge || scale > MOST_DIGITS) {
    throw new RangeError('Decimal: maximum size exceeded');
  }
}

function powerOfTen(exponent: number): bigint {
  checkSize(1n, exponent);
  if (exponent > KEPT_POWERS) return 10n ** BigInt(exponent);
  for (let next = POWERS.length; next <= exponent; next++) POWERS.push(POWERS[next - 1] * 10n);
  return POWERS[exponent];
}

/** Digits held as a number while that is exact, which is nearly always; as a bigint beyond. */
type Digits = number | bigint;

function compact(digits: bigint): Digits {
  const small = Number(digits);
  return Number.isSafeInteger(small) ? small : digits;
}

function times(digits: Digits, factor: Digits): Digits {
  if (typeof digits === 'number' && typeof factor === 'number') {
    const product = digits * factor;
    // Adding 0 turns the -0 of `0 * -5` into 0.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  const product = BigInt(digits) * BigInt(factor);
  checkSize(product, 0);
  return compact(product);
}

function shifted(digits: Digits, places: number): Digits {
  if (places === 0) return digits;
  return times(digits, SMALL_POWERS[places] ?? powerOfTen(places));
}

/**
 * An exact decimal number: digits × 10^-scale. Sums keep the larger scale and products add the scales, as Apex does
 * (`1.10 * 2` is `2.20`); the scale is never negative. Numbers that differ only in scale are equal.
 */
export class Decimal {
  static readonly ZERO = new Decimal(0, 0);
  static readonly ONE = new Decimal(1, 0);

  readonly scale: number;
  readonly #digits: Digits;

  private constructor(digits: Digits, scale: number) {
    this.#digits = digits;
    this.scale = scale;
  }

  /** `unscaled` × 10^-`scale`. */
  static fromUnscaled(unscaled: bigint, scale: number): Decimal {
    return scale < 0 ? new Decimal(compact(unscaled * powerOfTen(-scale)), 0) : new Decimal(compact(unscaled), scale);
  }

  /** Reads `12`, `-1.50`, `.5`, `1e3`; keeps the scale as written. Throws `ArithmeticError` for anything else. */
  static parse(text: string): Decimal {
    const parsed = Decimal.tryParse(text);
    if (parsed === undefined) throw new ArithmeticError(`Invalid decimal: ${text}`);
    return parsed;
  }

  /** As `parse`, and undefined for text that is not a number. */
  static tryParse(text: string): Decimal | undefined {
    const match = NUMERAL.exec(text);
    if (match === null) return undefined;
    const [, sign, whole = '', fraction = '', exponent = '0'] = match;
    if (whole === '' && fraction === '') return undefined;
    const scale = fraction.length - Number(exponent);
    if (Math.abs(scale) > MOST_DIGITS) return undefined;
    const digits = BigInt(whole + fraction);
    return Decimal.fromUnscaled(sign === '-' ? -digits : digits, scale);
  }

  /** The shortest decimal that reads back as this number; scale 0 for whole numbers. */
  static of(value: number | bigint): Decimal {
    if (typeof value === 'bigint') return new Decimal(compact(value), 0);
    if (Number.isSafeInteger(value)) return new Decimal(value + 0, 0);
    if (!Number.isFinite(value)) throw new ArithmeticError(`Not a decimal number: ${value}`);
    return Decimal.parse(String(value));
  }

  /**
   * What a Double becomes in Apex: as `of`, but a whole number below ten million has scale 1 (`2.0`), because the
   * platform goes through Java's `Double.toString`.
   */
  static ofDouble(value: number): Decimal {
    const exact = Decimal.of(value);
    return exact.scale === 0 && Math.abs(value) < 1e7 ? exact.setScale(1) : exact;
  }

  get unscaled(): bigint {
    return BigInt(this.#digits);
  }

  /** Number of digits of the unscaled value; 1 for zero. */
  get precision(): number {
    const length = String(this.#digits).length;
    return this.signum() < 0 ? length - 1 : length;
  }

  add(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    const left = shifted(this.#digits, scale - this.scale);
    const right = shifted(other.#digits, scale - other.scale);
    if (typeof left === 'number' && typeof right === 'number' && Number.isSafeInteger(left + right)) {
      return new Decimal(left + right, scale);
    }
    return new Decimal(compact(BigInt(left) + BigInt(right)), scale);
  }

  subtract(other: Decimal): Decimal {
    return this.add(other.negate());
  }

  multiply(other: Decimal): Decimal {
    const scale = this.scale + other.scale;
    if (scale > MOST_DIGITS) checkSize(0n, scale);
    return new Decimal(times(this.#digits, other.#digits), scale);
  }

  /**
   * With a scale: rounded to it. Without, the rule of Apex's `/`, which is Java's `BigDecimal` with 34 significant
   * digits: an exact quotient has the smallest scale, from the difference of the scales up, that holds it (`1.00 / 4` is
   * `0.25`, `1.00 / 1` is `1.00`); any other is rounded half-even to 34 digits, at most 33 of them right of the point.
   */
  divide(divisor: Decimal, scale?: number, mode: RoundingMode = 'HALF_UP'): Decimal {
    if (scale !== undefined) return this.divideToScale(divisor, scale, mode);
    const preferred = Math.max(0, this.scale - divisor.scale);
    const estimate = this.precision - this.scale - (divisor.precision - divisor.scale);
    const most = Math.max(preferred, Math.min(QUOTIENT_SCALE, QUOTIENT_PRECISION - estimate));
    const quotient = this.divideToScale(divisor, most, 'HALF_EVEN');
    return quotient.multiply(divisor).equals(this) ? quotient.stripTo(preferred) : quotient;
  }

  /** The remainder of the division truncated to a whole number; it has the sign of this number. */
  remainder(divisor: Decimal): Decimal {
    return this.subtract(this.divideToScale(divisor, 0, 'DOWN').multiply(divisor));
  }

  negate(): Decimal {
    return new Decimal(times(this.#digits, -1), this.scale);
  }

  abs(): Decimal {
    return this.signum() < 0 ? this.negate() : this;
  }

  /** -1, 0 or 1. */
  signum(): -1 | 0 | 1 {
    return this.#digits < 0 ? -1 : this.#digits > 0 ? 1 : 0;
  }

  /** Negative, 0 or positive as this is less than, equal to or more than the other. */
  compare(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale);
    const left = shifted(this.#digits, scale - this.scale);
    const right = shifted(other.#digits, scale - other.scale);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  /** Numeric: `1.0` equals `1.00`. */
  equals(other: unknown): boolean {
    return other instanceof Decimal && this.compare(other) === 0;
  }

  hashKey(): string {
    return this.stripTrailingZeros().toString();
  }

  /** Rounds or fills up to `scale` digits right of the point; a negative scale rounds left of it, and leaves scale 0. */
  setScale(scale: number, mode: RoundingMode = 'HALF_UP'): Decimal {
    if (scale === this.scale) return this;
    if (scale > this.scale) return new Decimal(shifted(this.#digits, scale - this.scale), scale);
    return Decimal.fromUnscaled(divideRounded(this.unscaled, powerOfTen(this.scale - scale), mode), scale);
  }

  stripTrailingZeros(): Decimal {
    return this.stripTo(0);
  }

  /** Exact power; throws `ArithmeticError` for an exponent outside 0 to 32767, the range Apex documents. */
  pow(exponent: number): Decimal {
    if (!Number.isInteger(exponent) || exponent < 0 || exponent > 32767) {
      throw new ArithmeticError('Invalid exponent: must be between 0 and 32767');
    }
    checkSize(0n, Math.max(this.scale, this.precision) * exponent);
    return Decimal.fromUnscaled(this.unscaled ** BigInt(exponent), this.scale * exponent);
  }

  toNumber(): number {
    if (this.scale === 0) return Number(this.#digits);
    return Number(this.toString());
  }

  /** The whole part; the fraction is cut off. */
  toBigInt(): bigint {
    return this.unscaled / powerOfTen(this.scale);
  }

  /** Plain notation with all digits of the scale: `-0.50`. */
  toString(): string {
    const text = String(this.#digits);
    if (this.scale === 0) return text;
    const negative = text.startsWith('-');
    const digits = (negative ? text.slice(1) : text).padStart(this.scale + 1, '0');
    const point = digits.length - this.scale;
    return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
  }

  toJSON(): number {
    return this.toNumber();
  }

  private divideToScale(divisor: Decimal, scale: number, mode: RoundingMode): Decimal {
    const shift = scale + divisor.scale - this.scale;
    const dividend = shift > 0 ? this.unscaled * powerOfTen(shift) : this.unscaled;
    const by = shift < 0 ? divisor.unscaled * powerOfTen(-shift) : divisor.unscaled;
    return Decimal.fromUnscaled(divideRounded(dividend, by, mode), scale);
  }

  private stripTo(least: number): Decimal {
    let digits = this.unscaled;
    let scale = this.scale;
    while (scale > least && digits % 10n === 0n) {
      digits /= 10n;
      scale--;
    }
    return scale === this.scale ? this : new Decimal(compact(digits), scale);
  }
}
