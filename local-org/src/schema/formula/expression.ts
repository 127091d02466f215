import type { FormulaNode } from './ast.ts';
import type { FormulaContext } from './context.ts';
import type { Reference } from './scope.ts';
import type { FormulaType, FormulaValue } from './types.ts';

/** A compiled part of a formula. */
export interface Expression {
  readonly type: FormulaType;
  /** Throws `FormulaEvaluationError`. */
  readonly evaluate: (context: FormulaContext) => FormulaValue;
  readonly node: FormulaNode;
  /** What the expression names, when it is nothing but a name. */
  readonly reference?: Reference;
  /** For a reference to a field of the record itself: its value before the save, null when the record is new. */
  readonly evaluatePrior?: (context: FormulaContext) => FormulaValue;
}

/** What an operator or function makes of its operands. */
export type Compiled = Omit<Expression, 'node'>;

/** Whether the expression is a picklist, in scopes that keep those apart and in scopes that do not. */
export function isPicklist(expression: Expression, multiple: boolean): boolean {
  return expression.reference?.fieldType === (multiple ? 'multipicklist' : 'picklist');
}
