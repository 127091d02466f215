/** A Double held where its type is not known: a JavaScript number there is an Integer. */
export class ApexDouble {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  equals(other: ApexDouble): boolean {
    return this.value === other.value;
  }

  hashKey(): string {
    return `${this.value}`;
  }

  toString(): string {
    return doubleText(this.value);
  }
}

/** As Java's Double.toString: at least one digit after the point, exponents from 1.0E7 and below 0.001. */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [digits, exponent] = value.toExponential().split('e') as [string, string];
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}
