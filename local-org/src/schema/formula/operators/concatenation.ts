import type { BinaryNode } from '../ast.ts';
import type { Compiled, Expression } from '../expression.ts';
import { requireType } from '../operands.ts';
import type { FormulaValue } from '../types.ts';

/** `&` on texts. */
export function compileConcatenation(_node: BinaryNode, left: Expression, right: Expression): Compiled {
  requireType("operator '&'", left, ['Text']);
  requireType("operator '&'", right, ['Text']);
  return { type: 'Text', evaluate: (context) => join(left.evaluate(context), right.evaluate(context)) };
}

/** A null text is an empty one. */
export function join(left: FormulaValue, right: FormulaValue): FormulaValue {
  if (left === null) return right;
  return right === null ? left : `${left as string}${right as string}`;
}
