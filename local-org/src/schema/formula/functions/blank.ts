/** Functions about blank values. */
import { illegalArgument } from '../errors.ts';
import type { Compiled, Expression } from '../expression.ts';
import { mismatch } from '../operands.ts';
import { commonType, type FormulaType, type FormulaValue } from '../types.ts';
import { requireCount, special } from './define.ts';

function isBlank(value: FormulaValue): boolean {
  return value === null || value === '';
}

/** A picklist counts as its text. */
function valueType(operand: Expression): FormulaType {
  return operand.type === 'Picklist' || operand.type === 'MultiPicklist' ? 'Text' : operand.type;
}

/** The first operand, or the second where the first is blank. */
function compileSubstitution(subject: string, operands: readonly Expression[], textIsNeverBlank: boolean): Compiled {
  const [value, substitute] = operands as [Expression, Expression];
  const type = commonType(valueType(value), valueType(substitute));
  if (value.type === 'Boolean') throw illegalArgument(subject, value.node.position);
  if (type === undefined) throw mismatch(subject, substitute, [valueType(value)]);
  if (textIsNeverBlank && type === 'Text') return { type, evaluate: value.evaluate };
  return {
    type,
    evaluate: (context) => {
      const found = value.evaluate(context);
      return isBlank(found) ? substitute.evaluate(context) : found;
    },
  };
}

/** ISNULL and NULLVALUE never find a text blank ("Formula Operators and Functions": use ISBLANK and BLANKVALUE). */
export const blankFunctions = [
  special('ISBLANK', (operands, call) => {
    requireCount(call, 1);
    const [value] = operands as [Expression];
    return { type: 'Boolean', evaluate: (context) => isBlank(value.evaluate(context)) };
  }),
  special('ISNULL', (operands, call) => {
    requireCount(call, 1);
    const [value] = operands as [Expression];
    const text = value.type === 'Text';
    return { type: 'Boolean', evaluate: (context) => !text && value.evaluate(context) === null };
  }),
  special('BLANKVALUE', (operands, call, subject) => {
    requireCount(call, 2);
    return compileSubstitution(subject, operands, false);
  }),
  special('NULLVALUE', (operands, call, subject) => {
    requireCount(call, 2);
    return compileSubstitution(subject, operands, true);
  }),
];
