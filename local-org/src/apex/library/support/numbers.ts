/** Conversions between the numeric types of Apex, with Java's rules for what does not fit. */
import { Decimal } from '../../../schema/values/index.ts';
import { ApexDouble, throwApex } from '../../runtime/index.ts';

const INTEGER_MAX = 2_147_483_647;
const LONG_MAX = 2n ** 63n - 1n;

/** Java's narrowing of a Long to an Integer: the lower 32 bits. */
export function toInteger(value: bigint): number {
  return Number(BigInt.asIntN(32, value));
}

/** Java's cast of a Double to an Integer: cut off, and held at the ends of the range. */
export function doubleToInteger(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.trunc(Math.max(-INTEGER_MAX - 1, Math.min(INTEGER_MAX, value))) + 0;
}

export function doubleToLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= Number(LONG_MAX)) return LONG_MAX;
  return value <= -Number(LONG_MAX) ? -LONG_MAX - 1n : BigInt(Math.trunc(value));
}

/** The number that a value typed Object holds, as a Decimal; undefined when it is not a number. */
export function decimalOf(value: unknown): Decimal | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return Decimal.of(value);
  if (value instanceof ApexDouble) return Decimal.ofDouble(value.value);
  return value instanceof Decimal ? value : undefined;
}

/** Reads a whole number within the bounds; throws `Invalid integer: abc`. */
export function parseWhole(text: string, kind: 'integer' | 'long'): bigint {
  const bits = kind === 'integer' ? 32 : 64;
  if (/^[+-]?\d+$/.test(text)) {
    const value = BigInt(text.replace(/^\+/, ''));
    if (BigInt.asIntN(bits, value) === value) return value;
  }
  return throwApex('System.TypeException', `Invalid ${kind}: ${text}`);
}

/** Reads what Java's `Double.parseDouble` reads, leaving out hexadecimal and suffixes; throws `Invalid double: abc`. */
export function parseDouble(text: string): number {
  const trimmed = text.trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed)) {
    throwApex('System.TypeException', `Invalid double: ${text}`);
  }
  return Number(trimmed);
}

export function parseDecimal(text: string): Decimal {
  return Decimal.tryParse(text) ?? throwApex('System.TypeException', `Invalid decimal: ${text}`);
}
