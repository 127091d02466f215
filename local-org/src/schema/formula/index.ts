/** Formulas: fields, validation rules, default values, flow formulas and entry conditions. */
export {
  compileExpression,
  compileFormula,
  compileInScope,
  type CompiledFormula,
  type FormulaOptions,
} from './compile-formula.ts';
export type { FormulaContext } from './context.ts';
export type { FormulaNode } from './ast.ts';
export type { Expression } from './expression.ts';
export { FormulaError, FormulaEvaluationError } from './errors.ts';
export { fieldFormula } from './field-formula.ts';
export { resolveField } from './object-scope.ts';
export { resolveGlobal } from './globals.ts';
export { parseFormula } from './parser.ts';
export { computeField, RecordContext, valueAt, type FormulaEnvironment } from './record-context.ts';
export type { FormulaScope, Reference } from './scope.ts';
