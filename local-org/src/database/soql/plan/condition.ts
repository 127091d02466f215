/**
 * Conditions of WHERE and HAVING. SOQL knows true and false only: a comparison with an empty field is false, and its
 * negation true. Negations are pushed down to the comparisons, where SQL's third value is turned into false.
 */
import type { Condition } from '../ast.ts';
import { comparison } from './comparison.ts';
import type { PlanContext } from './context.ts';
import type { Resolve } from './functions.ts';

export function conditionSql(context: PlanContext, condition: Condition, resolve: Resolve, negated = false): string {
  switch (condition.kind) {
    case 'comparison': {
      const sql = comparison(context, condition, resolve);
      return negated ? `(${sql}) IS NOT TRUE` : sql;
    }
    case 'not':
      return conditionSql(context, condition.operand, resolve, !negated);
    case 'and':
    case 'or': {
      const operator = (condition.kind === 'and') === negated ? ' OR ' : ' AND ';
      const operands = condition.operands.map((operand) => conditionSql(context, operand, resolve, negated));
      return `(${operands.join(operator)})`;
    }
  }
}
