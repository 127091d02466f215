/** Custom validation rules. */
import { formulaEnvironment } from '../../database/formula-environment.ts';
import type { RecordGraph } from '../../database/record-graph.ts';
import {
  type CompiledFormula,
  compileFormula,
  FormulaEvaluationError,
  RecordContext,
} from '../../schema/formula/index.ts';
import type { ObjectSchema, Schema, ValidationRuleSchema } from '../../schema/model.ts';
import { goodRows, type SaveBatch } from '../save-row.ts';

interface CompiledRule {
  readonly rule: ValidationRuleSchema;
  readonly condition: CompiledFormula;
}

const cache = new WeakMap<ObjectSchema, readonly CompiledRule[]>();

/** All active rules of a record are run: every one that is broken adds its error. */
export function checkValidationRules(batch: SaveBatch, graph: RecordGraph): void {
  const rules = compiledRules(batch.object, batch.tx.org.schema);
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
    throw new Error(`Validation rule ${rule.name} failed to run`, { cause: error });
  }
}

/** Compiled once for an object. Throws `FormulaError` for a rule that does not compile: a deploy has reported it before. */
function compiledRules(object: ObjectSchema, schema: Schema): readonly CompiledRule[] {
  let rules = cache.get(object);
  if (rules === undefined) {
    rules = object.validationRules
      .filter((rule) => rule.active)
      .map((rule) => ({ rule, condition: compileFormula(rule.condition, object, schema, { resultType: 'boolean' }) }));
    cache.set(object, rules);
  }
  return rules;
}
