import type { BinaryNode } from '../ast.ts';
import { mismatch } from '../operands.ts';
import type { Compiled, Expression } from '../expression.ts';
import { commonType, type FormulaValue } from '../types.ts';

/**
 * `=` and `<>` on two values of one type. Texts compare with regard to case and a blank text equals an empty one; for
 * every other type the result is blank, which counts as false, when an operand is blank.
 */
export function compileEquality(node: BinaryNode, left: Expression, right: Expression): Compiled {
  const subject = `operator '${node.operator}'`;
  for (const operand of [left, right]) {
    if (operand.type === 'Picklist' || operand.type === 'MultiPicklist') throw mismatch(subject, operand, []);
  }
  if (commonType(left.type, right.type) === undefined) throw mismatch(subject, right, [left.type]);
  const asText = left.type === 'Text' || right.type === 'Text';
  const negated = node.operator === '<>';
  return {
    type: 'Boolean',
    evaluate: (context) => {
      const equal = equals(left.evaluate(context), right.evaluate(context), asText);
      return equal === null ? null : equal !== negated;
    },
  };
}

/** Null when a blank keeps the values from being compared. */
export function equals(left: FormulaValue, right: FormulaValue, asText: boolean): boolean | null {
  if (asText) return (left ?? '') === (right ?? '');
  if (left === null || right === null) return null;
  return typeof left === 'object' ? left.equals(right) : left === right;
}
