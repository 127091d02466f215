import type { FieldSchema, Schema } from '../model.ts';
import { compileFormula, type CompiledFormula } from './compile-formula.ts';
import { FormulaError } from './errors.ts';

type Formula = CompiledFormula | 'in progress';

const compiled = new WeakMap<Schema, Map<FieldSchema, Formula>>();

/** The formula of a formula field, compiled once. Throws `FormulaError` where it, or a formula it uses, is wrong. */
export function fieldFormula(field: FieldSchema, schema: Schema): CompiledFormula {
  const formulas = compiled.get(schema) ?? new Map<FieldSchema, Formula>();
  compiled.set(schema, formulas);
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
