/** The formula of a field's default value. */
import { compileFormula, type CompiledFormula, FormulaError } from './formula/index.ts';
import type { FieldSchema, ObjectSchema, Schema } from './model.ts';

const compiled = new WeakMap<FieldSchema, CompiledFormula>();

/** The formula of the field's default value, compiled once. Throws `FormulaError` where it is wrong. */
export function defaultFormula(field: FieldSchema, object: ObjectSchema, schema: Schema): CompiledFormula {
  let formula = compiled.get(field);
  if (formula === undefined) {
    formula = compileText(field.defaultValue!, field, object, schema);
    compiled.set(field, formula);
  }
  return formula;
}

/** A date may be given as a date and time (`NOW()`), of which it takes the day. */
function compileText(text: string, field: FieldSchema, object: ObjectSchema, schema: Schema): CompiledFormula {
  try {
    return compileFormula(text, object, schema, { resultType: field.type, scale: field.scale });
  } catch (error) {
    if (field.type !== 'date' || !(error instanceof FormulaError)) throw error;
    try {
      return compileFormula(`DATEVALUE(${text})`, object, schema, { resultType: 'date' });
    } catch {
      throw error;
    }
  }
}
