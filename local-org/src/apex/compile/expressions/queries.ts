/** Static SOQL and SOSL. */
import type { SoqlExpression, SoslExpression } from '../../ast/expressions.ts';
import type { StaticQuery } from '../../ast/nodes.ts';
import type { SoqlQuery } from '../../../database/soql/ast.ts';
import { fail } from '../../check/errors.ts';
import { queryProblem } from '../../check/query-check.ts';
import { listOf, sobjectType, types } from '../../types/apex-type.ts';
import { generic } from '../convert.ts';
import { compileExpression } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';
import { value, type Value } from '../value.ts';

const aggregates = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);

export function compileSoql(scope: MethodScope, expression: SoqlExpression): Value {
  const { query } = expression.query;
  scope.usesData = true;
  const problem = queryProblem(scope.universe.schema, query);
  if (problem !== undefined) fail(expression, problem);
  const object = scope.universe.schema.require(query.from[0].path.names.join('.'));
  const call = `${scope.unit.constant(query)}, ${bindsCode(scope, expression.query.binds)}`;
  if (isCount(query)) return value(types.Integer, `$R.queryCount(${call})`, true);
  const rowType = sobjectType(isAggregate(query) ? 'AggregateResult' : object.name);
  return { ...value(listOf(rowType), `$R.query(${call}, ${scope.unit.constant(rowType)})`, true), rows: true };
}

/** `SELECT COUNT() FROM …` gives a number. */
export function isCount(query: SoqlQuery): boolean {
  const [item] = query.select;
  if (query.select.length !== 1 || item?.kind !== 'expression') return false;
  return (
    item.expression.kind === 'function' && item.expression.name === 'COUNT' && item.expression.argument === undefined
  );
}

export function isAggregate(query: SoqlQuery): boolean {
  if (query.groupBy !== undefined) return true;
  return query.select.some(
    (item) => item.kind === 'expression' && item.expression.kind === 'function' && aggregates.has(item.expression.name),
  );
}

export function compileSosl(scope: MethodScope, expression: SoslExpression): Value {
  scope.usesData = true;
  const call = `${scope.unit.constant(expression.query)}, ${bindsCode(scope, expression.binds)}`;
  return value(listOf(listOf(types.SObject)), `$R.searchStatement(${call})`, true);
}

/** Values of the bind expressions by their text. */
function bindsCode(scope: MethodScope, binds: StaticQuery['binds']): string {
  if (binds.length === 0) return 'null';
  const entries = binds.map(({ text, expression }) => {
    const bound = compileExpression(scope, expression);
    return `${JSON.stringify(text)}: ${generic(bound)}`;
  });
  return `{${entries.join(', ')}}`;
}
