/** What `System.assert…` and the Assert class have in common. */
import { DatetimeValue } from '../../../schema/values/index.ts';
import { equalsOf, stringOf, throwApex } from '../../runtime/index.ts';

/** Throws `Assertion Failed`, followed by the given message and the reason. */
export function failAssertion(message: unknown, reason?: string): never {
  const parts = ['Assertion Failed', message === null || message === undefined ? undefined : stringOf(message), reason];
  throwApex('System.AssertException', parts.filter((part) => part !== undefined).join(': '));
}

export function assertEqual(expected: unknown, actual: unknown, message?: unknown): void {
  if (equalsOf(expected, actual) || sameSecond(expected, actual)) return;
  failAssertion(message, `Expected: ${stringOf(expected)}, Actual: ${stringOf(actual)}`);
}

export function assertNotEqual(expected: unknown, actual: unknown, message?: unknown): void {
  if (equalsOf(expected, actual)) failAssertion(message, `Same value: ${stringOf(actual)}`);
}

/** Assertions see datetimes to the second, as they show them. */
function sameSecond(left: unknown, right: unknown): boolean {
  if (!(left instanceof DatetimeValue) || !(right instanceof DatetimeValue)) return false;
  return Math.floor(left.ms / 1000) === Math.floor(right.ms / 1000);
}
