import { Decimal } from '../../values/index.ts';
import type { UnaryNode } from '../ast.ts';
import type { Compiled, Expression } from '../expression.ts';
import { requireType } from '../operands.ts';

/** `-x` and `+x`. */
export function compileSign(node: UnaryNode, operand: Expression): Compiled {
  requireType(`operator '${node.operator}'`, operand, ['Number']);
  if (node.operator === '+') return { type: 'Number', evaluate: operand.evaluate };
  return {
    type: 'Number',
    evaluate: (context) => {
      const value = operand.evaluate(context);
      return value instanceof Decimal ? value.negate() : null;
    },
  };
}
