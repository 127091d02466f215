import { FormulaError, wrongType } from './errors.ts';
import type { Expression } from './expression.ts';
import type { FormulaType } from './types.ts';

/** Throws unless the operand has one of the types; the literal NULL has every type. */
export function requireType(subject: string, operand: Expression, expected: readonly FormulaType[]): void {
  if (operand.type === 'Null' || expected.includes(operand.type)) return;
  throw mismatch(subject, operand, expected);
}

/** The error for an operand of the wrong type; a picklist where none may stand has its own text. */
export function mismatch(subject: string, operand: Expression, expected: readonly FormulaType[]): FormulaError {
  const { type, node, reference } = operand;
  if (reference !== undefined && (type === 'Picklist' || type === 'MultiPicklist')) {
    const [kind, plural] =
      type === 'Picklist' ? ['picklist', 'Picklist'] : ['multi-select picklist', 'Multi-select picklist'];
    return new FormulaError(
      `Field ${reference.path} is a ${kind} field. ${plural} fields are only supported in certain functions.`,
      node.position,
    );
  }
  return wrongType(subject, expected, type, node.position);
}
