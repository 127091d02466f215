/** The length that a String may have ("String length exceeds maximum", Execution Governors and Limits: heap of 6 MB). */
import { throwApex } from './exception.ts';

const MAXIMUM_LENGTH = 6_000_000;

/** The text itself; one that is too long ends the transaction. */
export function limitedText(text: string): string {
  if (text.length > MAXIMUM_LENGTH)
    throwApex('System.LimitException', `String length exceeds maximum: ${MAXIMUM_LENGTH}`);
  return text;
}

/** Two texts, one after the other. */
export function joined(left: string, right: string): string {
  return limitedText(left + right);
}
