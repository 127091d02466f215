import type { FieldSchema, FieldType, ObjectSchema, Schema } from '../model.ts';
import type { FieldValue } from '../values/index.ts';
import type { FormulaNode } from './ast.ts';
import { FormulaCompiler, type Blanks } from './compiler.ts';
import type { FormulaContext } from './context.ts';
import type { Expression } from './expression.ts';
import { objectScope } from './object-scope.ts';
import { parseFormula } from './parser.ts';
import { checkResultType, resultConversion } from './result.ts';
import type { FormulaScope } from './scope.ts';

export interface FormulaOptions {
  /** Type of the field, rule (`boolean`) or default that the formula gives the value of. */
  readonly resultType: FieldType;
  /** Digits right of the point that a number is rounded to; not rounded when left out. */
  readonly scale?: number;
  /** What blank numbers count as, `blank` unless given; only formula fields can be set to `zero`. */
  readonly blanks?: Blanks;
}

export interface CompiledFormula {
  /** Paths of all fields read, of the record and its parents (`Account.Owner.Name`), and of globals (`$User.Id`). */
  readonly references: readonly string[];
  /** The fields at the ends of those paths. */
  readonly fields: readonly FieldSchema[];
  readonly resultType: FieldType;
  /** Throws `FormulaEvaluationError` where the platform shows `#Error!`: for a field that means no value. */
  evaluate(context: FormulaContext): FieldValue;
}

/** Compiles a formula of an object. Throws `FormulaError` with the platform's text where it is wrong. */
export function compileFormula(
  text: string,
  object: ObjectSchema,
  schema: Schema,
  options: FormulaOptions,
): CompiledFormula {
  return compileInScope(text, objectScope(object, schema), options);
}

/** Compiles a formula over the names of any scope. */
export function compileInScope(text: string, scope: FormulaScope, options: FormulaOptions): CompiledFormula {
  const compiler = new FormulaCompiler(scope, options.blanks ?? 'blank');
  const root = compiler.compile(parseFormula(text));
  checkResultType(root.type, options.resultType);
  const convert = resultConversion(options.resultType, options.scale, scope.storedForm);
  return {
    references: compiler.references.flatMap(({ path, only }) => (only === undefined ? [path] : [path, only.idPath])),
    fields: compiler.references.flatMap(({ field }) => field ?? []),
    resultType: options.resultType,
    evaluate: (context) => convert(root.evaluate(context)),
  };
}

/** Compiles an expression whose type is its own, as merge fields are. */
export function compileExpression(source: string | FormulaNode, scope: FormulaScope): Expression {
  return new FormulaCompiler(scope, 'blank').compile(typeof source === 'string' ? parseFormula(source) : source);
}
