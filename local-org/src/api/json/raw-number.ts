/** Numbers in answers, with the digits the platform prints. */
import type { Decimal } from '../../schema/values/index.ts';

declare global {
  interface JSON {
    /** A value that `JSON.stringify` writes as it is (ECMAScript proposal "JSON.parse source text access"). */
    rawJSON(text: string): RawJson;
  }
}

export interface RawJson {
  readonly rawJSON: string;
}

/**
 * `double`, `currency` and `percent` fields are doubles on the platform and are printed with at least one digit after the
 * point: `5.0`, `10.25`.
 */
export function rawNumber(value: Decimal): RawJson {
  const text = value.stripTrailingZeros().setScale(Math.max(1, value.stripTrailingZeros().scale)).toString();
  return JSON.rawJSON(text);
}

export function isRawJson(value: unknown): value is RawJson {
  return typeof value === 'object' && value !== null && Object.isFrozen(value) && 'rawJSON' in value;
}
