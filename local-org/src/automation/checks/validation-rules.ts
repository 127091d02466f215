/** Custom validation rules. */
import { formulaEnvironment } from '../../database/formula-environment.ts';
import type { RecordGraph } from '../../database/record-graph.ts';
import {
  type CompiledFormula,
  compileFormula,
  FormulaEvaluationError,
  RecordContext,
} from '../../schema/formula/index.ts';
import { WorkTooLarge } from '../../schema/errors.ts';
import type { ObjectSchema, Schema, ValidationRuleSchema } from '../../schema/model.ts';
import { goodRows, type SaveBatch } from '../save-row.ts';

/** All active rules of a record are run: every one that is broken adds its error. */
export function checkValidationRules(batch: SaveBatch, graph: RecordGraph): void {
  const rules = batch.object.validationRules
    .filter(({ active }) => active)
    .map((rule) => ({ rule, condition: compileRule(rule, batch.object, batch.tx.org.schema) }));
  if (rules.length === 0) return;
  const environment = formulaEnvironment(batch.tx, graph);
  for (const row of goodRows(batch)) {
    const context = new RecordContext(row.record, row.old, environment);
    for (const { rule, condition } of rules) {
      if (isBroken(rule, () => condition.evaluate(context))) {
        row.errors.push({
          statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
          message: rule.errorMessage,
          fields: rule.errorDisplayField === undefined ? [] : [rule.errorDisplayField],
        });
      }
    }
  }
}

/** A condition that cannot be computed (a division by zero) lets the record pass, as a formula without a value does. */
function isBroken(rule: ValidationRuleSchema, evaluate: () => unknown): boolean {
  try {
    return evaluate() === true;
  } catch (error) {
    if (error instanceof FormulaEvaluationError) return false;
    if (error instanceof WorkTooLarge) throw error;
    throw new Error(`Validation rule ${rule.name} failed to run`, { cause: error });
  }
}

const compiled = new WeakMap<ValidationRuleSchema, CompiledFormula>();

/** The rule's condition, compiled once. Throws `FormulaError` where it is wrong; a deploy has reported it before. */
export function compileRule(rule: ValidationRuleSchema, object: ObjectSchema, schema: Schema): CompiledFormula {
  let condition = compiled.get(rule);
  if (condition === undefined) {
    condition = compileFormula(rule.condition, object, schema, { resultType: 'boolean' });
    compiled.set(rule, condition);
  }
  return condition;
}
