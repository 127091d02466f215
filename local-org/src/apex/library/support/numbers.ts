/** Numbers from text and from values typed Object; conversions between known types are in runtime/casts.ts. */
import { Decimal } from '../../../schema/values/index.ts';
import { ApexDouble, throwApex } from '../../runtime/index.ts';

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
  if (trimmed === 'NaN') return Number.NaN;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed)) {
    throwApex('System.TypeException', `Invalid double: ${text}`);
  }
  return Number(trimmed);
}

export function parseDecimal(text: string): Decimal {
  return Decimal.tryParse(text) ?? throwApex('System.TypeException', `Invalid decimal: ${text}`);
}
