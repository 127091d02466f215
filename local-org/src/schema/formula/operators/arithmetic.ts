import { Decimal } from '../../values/index.ts';
import type { BinaryNode } from '../ast.ts';
import type { Compiled, Expression } from '../expression.ts';
import { power, precise, quotient } from '../number.ts';
import { requireType } from '../operands.ts';

const OPERATIONS: Readonly<Record<string, (left: Decimal, right: Decimal) => Decimal>> = {
  '*': (left, right) => precise(left.multiply(right)),
  '/': quotient,
  '^': power,
};

/** `*`, `/` and `^` on numbers; blank when an operand is blank. */
export function compileArithmetic(node: BinaryNode, left: Expression, right: Expression): Compiled {
  const subject = `operator '${node.operator}'`;
  requireType(subject, left, ['Number']);
  requireType(subject, right, ['Number']);
  const operation = OPERATIONS[node.operator];
  return {
    type: 'Number',
    evaluate: (context) => {
      const a = left.evaluate(context);
      const b = right.evaluate(context);
      return a instanceof Decimal && b instanceof Decimal ? operation(a, b) : null;
    },
  };
}
