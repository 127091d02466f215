import type { FieldSchema, Schema } from '../model.ts';
import { compileFormula, type CompiledFormula } from './compile-formula.ts';
import { FormulaError } from './errors.ts';

const compiled = new WeakMap<Schema, Map<FieldSchema, CompiledFormula | 'in progress'>>();

/** The formula of a formula field, compiled once. Throws `FormulaError` where it, or a formula it uses, is wrong. */
export function fieldFormula(field: FieldSchema, schema: Schema): CompiledFormula {
  let formulas = compiled.get(schema);
  if (formulas === undefined) compiled.set(schema, (formulas = new Map()));
  const known = formulas.get(field);
  if (known === 'in progress') {
    throw new FormulaError(
      `Formula cannot use another formula field that directly or indirectly refers to itself. ${field.name}`,
      0,
    );
  }
  if (known !== undefined) return known;
  formulas.set(field, 'in progress');
  try {
    const formula = compileFormula(field.formula!, schema.require(field.object), schema, {
      resultType: field.type,
      scale: field.scale,
      blanks: field.formulaTreatNullAs ?? 'blank',
    });
    for (const used of formula.fields) if (used.formula !== undefined) fieldFormula(used, schema);
    formulas.set(field, formula);
    return formula;
  } catch (error) {
    formulas.delete(field);
    throw error;
  }
}
