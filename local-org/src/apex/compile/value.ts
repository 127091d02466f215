/** The result of compiling an expression. */
import { types, type ApexType } from '../types/apex-type.ts';

export interface Value {
  readonly type: ApexType;
  /** JavaScript that can stand anywhere an operand can (parenthesised where needed). */
  readonly code: string;
  /** Known never to be null. */
  readonly nonNull: boolean;
  /** Reading stops without an error when a parent record is missing: `contact.Account.Name`. */
  readonly parentPath?: boolean;
  /** The rows of a query: one may be taken as a record. */
  readonly rows?: boolean;
}

export function value(type: ApexType, code: string, nonNull = false): Value {
  return { type, code, nonNull };
}

export const nullValue: Value = value(types.null, 'null');

/** The code with a null check: using a null value is a NullPointerException. */
export function required(operand: Value): string {
  return operand.nonNull ? operand.code : `(${operand.code} ?? $R.nullPointer())`;
}
