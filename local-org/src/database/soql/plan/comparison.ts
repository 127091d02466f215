/** One comparison of WHERE or HAVING. */
import type { Comparison, ComparisonOperator, Value } from '../ast.ts';
import { QueryError } from '../errors.ts';
import type { PlanContext } from './context.ts';
import { converted } from './currency.ts';
import { dateLiteralComparison } from './date-comparison.ts';
import { bindOperand, literalOperand, literalValue, type Place } from './filter-value.ts';
import type { Resolve } from './functions.ts';
import { inList } from './in-list.ts';
import { likePattern } from './like.ts';
import { includes } from './multi-select.ts';
import type { Producer, RunContext } from './parameters.ts';
import { semiJoin } from './semi-join.ts';
import { comparisonKey, isId, type SqlValue } from './sql-value.ts';

/** `IS` compares like `=` and also finds nulls; both can use an index. */
const OPERATORS: Partial<Record<ComparisonOperator, string>> = {
  '=': 'IS',
  '!=': 'IS NOT',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
};

export function comparison(context: PlanContext, node: Comparison, resolve: Resolve): string {
  const left = comparable(context, resolve(node.left), node.value);
  const place = { text: context.settings.text, position: node.position };
  checkFilter(left, node.operator, place);
  const { operator, value } = node;
  if (value.kind === 'query') return semiJoin(context, left, operator, value.query, place);
  switch (operator) {
    case 'IN':
      return inList(context, left, value, place);
    case 'NOT IN':
      return `(${inList(context, left, value, place)}) IS NOT TRUE`;
    case 'LIKE':
      return likePattern(context, left, value, place);
    case 'INCLUDES':
      return includes(context, left, value, place);
    case 'EXCLUDES':
      return `(${includes(context, left, value, place)}) IS NOT TRUE`;
    default:
      if (value.kind === 'dateLiteral') return dateLiteralComparison(context, left, operator, value, place);
      return `${comparisonKey(left)} ${OPERATORS[operator]} ${operandMark(context, left, value, place)}`;
  }
}

/** "Use an ISO code that your org has enabled": compared with `USD5000`, amounts are converted ("convertCurrency()"). */
function comparable(context: PlanContext, left: SqlValue, value: Value): SqlValue {
  if (value.kind !== 'currency' || left.currency === undefined) return left;
  return converted(left, context.parameters.constant(value.isoCode));
}

function operandMark(context: PlanContext, left: SqlValue, value: Value, place: Place): string {
  if (value.kind === 'bind') return context.parameters.dynamic(boundOperand(left, value, place));
  if (value.kind === 'list') {
    throw new QueryError('MALFORMED_QUERY', "unexpected token: '('", place.text, place.position);
  }
  const literal = value.kind === 'currency' && left.currency !== undefined ? value.amount : literalValue(value);
  return context.parameters.constant(literalOperand(left, literal, place));
}

function boundOperand(left: SqlValue, value: Value & { kind: 'bind' }, place: Place): Producer {
  return (run: RunContext) => {
    const bound = run.bind(value.bind);
    if (Array.isArray(bound)) {
      throw new QueryError('MALFORMED_QUERY', `Invalid bind expression of type List for column of type ${left.type}`);
    }
    return bindOperand(left, bound as Exclude<typeof bound, readonly unknown[]>, place);
  };
}

function checkFilter(left: SqlValue, operator: ComparisonOperator, { text, position }: Place): void {
  const refuse = (detail: string, code = 'INVALID_QUERY_FILTER_OPERATOR'): never => {
    throw new QueryError(code, detail, text, position);
  };
  if (left.field?.filterable === false) {
    refuse(`field '${left.name}' can not be filtered in a query call`, 'INVALID_FIELD');
  }
  const ordering = operator === '<' || operator === '>' || operator === '<=' || operator === '>=';
  if (operator === 'LIKE' && isId(left)) refuse('invalid operator on id field');
  if (operator === 'LIKE' && left.encoding.kind !== 'text') refuse(`invalid operator on ${left.type} field`);
  if (ordering && (left.type === 'boolean' || left.type === 'multipicklist')) {
    refuse(`invalid operator on ${left.type} field`);
  }
  const inclusion = operator === 'INCLUDES' || operator === 'EXCLUDES';
  if (inclusion && left.type !== 'multipicklist') {
    refuse(`${operator.toLowerCase()} operator is only valid on multipicklist field`);
  }
}
