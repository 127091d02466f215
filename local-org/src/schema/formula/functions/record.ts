/** Functions about the save a formula runs in. */
import type { CallNode } from '../ast.ts';
import { FormulaError, illegalArgument } from '../errors.ts';
import type { Expression } from '../expression.ts';
import { contextual, requireCount, special, type FormulaFunction } from './define.ts';

/** The one operand must be a field of the record itself ("PRIORVALUE" and "ISCHANGED" in the Salesforce help). */
function requireOwnField(subject: string, call: CallNode, operands: readonly Expression[]): Required<Expression> {
  requireCount(call, 1);
  const operand = operands[0];
  const { reference, evaluatePrior, node } = operand;
  if (reference === undefined) throw illegalArgument(subject, node.position);
  if (evaluatePrior === undefined) {
    throw new FormulaError(`The ${call.name} function cannot reference the ${reference.path} field.`, node.position);
  }
  return { ...operand, reference, evaluatePrior };
}

export const recordFunctions: readonly FormulaFunction[] = [
  contextual('ISNEW(): Boolean', (context) => context.isNew),
  contextual('ISCLONE(): Boolean', (context) => context.isClone ?? false),
  special('ISCHANGED', (operands, call, subject) => {
    const { path } = requireOwnField(subject, call, operands).reference;
    return { type: 'Boolean', evaluate: (context) => !context.isNew && context.isChanged(path) };
  }),
  special('PRIORVALUE', (operands, call, subject) => {
    const { type, reference, evaluatePrior } = requireOwnField(subject, call, operands);
    return { type, reference, evaluate: evaluatePrior };
  }),
];
