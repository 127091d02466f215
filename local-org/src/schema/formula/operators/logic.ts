import type { Compiled, Expression } from '../expression.ts';
import { requireType } from '../operands.ts';

/** True when all operands are; a blank operand counts as false, and operands after the first false are not evaluated. */
export function compileConjunction(operands: readonly Expression[], subject: string): Compiled {
  for (const operand of operands) requireType(subject, operand, ['Boolean']);
  return { type: 'Boolean', evaluate: (context) => operands.every((operand) => operand.evaluate(context) === true) };
}

/** True when an operand is; operands after the first true are not evaluated. */
export function compileDisjunction(operands: readonly Expression[], subject: string): Compiled {
  for (const operand of operands) requireType(subject, operand, ['Boolean']);
  return { type: 'Boolean', evaluate: (context) => operands.some((operand) => operand.evaluate(context) === true) };
}

/** The opposite; blank when the operand is blank. */
export function compileNegation(operand: Expression): Compiled {
  requireType("function 'NOT()'", operand, ['Boolean']);
  return {
    type: 'Boolean',
    evaluate: (context) => {
      const value = operand.evaluate(context);
      return value === null ? null : value !== true;
    },
  };
}
