/** Entry criteria of approval processes, their steps and workflow rules: filter items or a formula. */
import type { FilterItemSource } from '../../metadata/readers/custom-field.ts';
import { compileFormula, type FormulaEnvironment, RecordContext } from '../../schema/formula/index.ts';
import type { ObjectSchema, Schema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import { compileFilter } from './filter-test.ts';

export interface CriteriaSource {
  readonly booleanFilter?: string;
  readonly criteriaItems: readonly FilterItemSource[];
  readonly formula?: string;
}

/** `before` is the record as it was before the save; null for a new one and where there is no save. */
export type Criteria = (record: SObject, before: SObject | null, environment: FormulaEnvironment) => boolean;

/** Without items and formula every record meets them. Throws `FormulaError` and `NotSupported`. */
export function compileCriteria(
  source: CriteriaSource | undefined,
  object: ObjectSchema,
  schema: Schema,
  where: string,
): Criteria {
  if (source?.formula !== undefined) {
    const formula = compileFormula(source.formula, object, schema, { resultType: 'boolean' });
    return (record, before, environment) => formula.evaluate(new RecordContext(record, before, environment)) === true;
  }
  if (source === undefined || source.criteriaItems.length === 0) return () => true;
  const test = compileFilter(object, source.criteriaItems, source.booleanFilter, where);
  return (record, _before, environment) => test(record, environment);
}
