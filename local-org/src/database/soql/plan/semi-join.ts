import type { ComparisonOperator, SoqlQuery } from '../ast.ts';
import { malformed } from '../errors.ts';
import type { PlanContext } from './context.ts';
import type { Place } from './filter-value.ts';
import { Rows } from './rows.ts';
import { isId, type SqlValue } from './sql-value.ts';

/** `Id IN (SELECT AccountId FROM Contact …)` and its negation ("Comparison Operators: Semi-Joins and Anti-Joins"). */
export function semiJoin(
  context: PlanContext,
  left: SqlValue,
  operator: ComparisonOperator,
  query: SoqlQuery,
  { text, position }: Place,
): string {
  if (operator !== 'IN' && operator !== 'NOT IN') throw malformed("unexpected token: '('", text, position);
  if (!isId(left)) {
    const detail = `The left operand field in the where expression for outer query should be an id field, cannot use: '${left.name}'`;
    throw malformed(detail, text, position);
  }
  const [item, ...others] = query.select;
  if (others.length > 0 || item?.kind !== 'expression' || item.expression.kind !== 'field') {
    throw malformed('Semi join sub-selects can only query one field', text, position);
  }
  const rows = new Rows(context, query);
  const selected = rows.scope.field(item.expression);
  if (!isId(selected)) {
    throw malformed(
      `The selected field '${selected.name}' in the semi-join sub-select should be an id field`,
      text,
      position,
    );
  }
  const found = `${left.sql} IN (SELECT ${selected.sql} ${rows.sql()})`;
  return operator === 'IN' ? found : `(${found}) IS NOT TRUE`;
}
