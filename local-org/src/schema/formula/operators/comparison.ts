import type { BinaryNode } from '../ast.ts';
import { mismatch, requireType } from '../operands.ts';
import type { Compiled, Expression } from '../expression.ts';
import { commonType, type FormulaType, type FormulaValue } from '../types.ts';

const COMPARABLE: readonly FormulaType[] = ['Number', 'Date', 'DateTime', 'Time', 'Text'];

const TESTS: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** `<`, `<=`, `>`, `>=` on two values of one type; blank, which counts as false, when an operand is blank. */
export function compileComparison(node: BinaryNode, left: Expression, right: Expression): Compiled {
  const subject = `operator '${node.operator}'`;
  requireType(subject, left, COMPARABLE);
  requireType(subject, right, COMPARABLE);
  if (commonType(left.type, right.type) === undefined) throw mismatch(subject, right, [left.type]);
  const test = TESTS[node.operator];
  return {
    type: 'Boolean',
    evaluate: (context) => {
      const a = left.evaluate(context);
      const b = right.evaluate(context);
      return a === null || b === null ? null : test(order(a, b));
    },
  };
}

/** Texts by code unit, everything else by value. */
function order(left: NonNullable<FormulaValue>, right: NonNullable<FormulaValue>): number {
  if (typeof left === 'object') return left.compare(right as never);
  return left < right ? -1 : left > right ? 1 : 0;
}
