/** Queries that answer groups: aggregates with or without GROUP BY, ROLLUP and CUBE. */
import type { Expression, SelectItem, SoqlQuery } from '../ast.ts';
import { malformed } from '../errors.ts';
import { aggregateResult } from './aggregate-result.ts';
import { isAggregate } from './aggregate-functions.ts';
import { conditionSql } from './condition.ts';
import type { PlanContext } from './context.ts';
import { Grouping } from './grouping.ts';
import { limitClause } from './limit.ts';
import { orderTerms, type OrderTerm } from './order.ts';
import type { AggregatePlan, CountPlan } from './plan.ts';
import { Rows } from './rows.ts';
import type { SqlValue } from './sql-value.ts';

/** Whether the query answers groups rather than records. */
export function isAggregateQuery(query: SoqlQuery): boolean {
  return (
    query.groupBy !== undefined ||
    query.select.some((item) => item.kind === 'expression' && isAggregated(item.expression))
  );
}

function isAggregated(expression: Expression): boolean {
  if (expression.kind === 'field') return false;
  return isAggregate(expression.name) || (expression.argument !== undefined && isAggregated(expression.argument));
}

/** `SELECT COUNT() FROM …` answers a number, not a record. */
export function isCountQuery({ select: [item, ...others], groupBy }: SoqlQuery): boolean {
  if (item?.kind !== 'expression' || item.expression.kind !== 'function' || others.length > 0) return false;
  return (
    item.expression.name === 'COUNT' &&
    item.expression.argument === undefined &&
    item.alias === undefined &&
    groupBy === undefined
  );
}

export function planCount(context: PlanContext, query: SoqlQuery): CountPlan {
  const rows = new Rows(context, query);
  const limit = limitClause(context, query);
  const sql = limit === '' ? `SELECT COUNT(*) ${rows.sql()}` : `SELECT COUNT(*) FROM (SELECT 1 ${rows.sql()}${limit})`;
  return { kind: 'count', statement: { sql, parameters: context.parameters, bigInts: false } };
}

export function planAggregate(context: PlanContext, query: SoqlQuery): AggregatePlan {
  const rows = new Rows(context, query);
  const { position } = query.from[0].path;
  if (query.groupBy === undefined && query.limit !== undefined) {
    const detail = 'Non-grouped query that uses overall aggregate functions cannot also use LIMIT';
    throw malformed(detail, context.settings.text, position);
  }
  const grouping = new Grouping(rows, query);
  const results = resultExpressions(context, query);
  const parts = grouping.sets().map((set) => planPart(context, query, grouping, results, set));
  const [{ values, order }] = parts as [Part];
  // The order's keys stand behind the results and the number of rows; ORDER BY names them by their number.
  const orderBy = order.map(({ key, direction }, index) => {
    const collation = key.endsWith(' COLLATE NOCASE') ? ' COLLATE NOCASE' : '';
    return `${values.size + 2 + index}${collation} ${direction}`;
  });
  const union = parts.map((part) => `SELECT ${part.columns.join()} ${rows.sql()}${part.tail}`).join(' UNION ALL ');
  const sql = `${union}${orderBy.length === 0 ? '' : ` ORDER BY ${orderBy.join()}`}${limitClause(context, query)}`;
  return {
    kind: 'aggregate',
    statement: { sql, parameters: context.parameters, bigInts: true },
    object: aggregateResult(values),
    columns: [...values].map(([name, { decode }]) => ({ name, decode })),
    shape: { names: [...values.keys()], parents: new Map(), children: new Map() },
    rowsPosition: countsOnly(query) ? undefined : values.size,
  };
}

interface Part {
  readonly values: ReadonlyMap<string, SqlValue>;
  readonly order: readonly OrderTerm[];
  readonly columns: readonly string[];
  /** GROUP BY and HAVING. */
  readonly tail: string;
}

/** One set of grouping fields: the only one, or one level of subtotals. */
function planPart(
  context: PlanContext,
  query: SoqlQuery,
  grouping: Grouping,
  results: ReadonlyMap<string, Expression>,
  set: readonly boolean[],
): Part {
  const resolve = (expression: Expression) => grouping.resolve(expression, set);
  const values = context.selecting(
    () => new Map([...results].map(([name, expression]) => [name, resolve(expression)])),
  );
  const order = query.orderBy.length === 0 ? grouping.defaultOrder(set) : orderTerms(context, query.orderBy, resolve);
  const having = query.having === undefined ? '' : ` HAVING ${conditionSql(context, query.having, resolve)}`;
  const columns = [...[...values.values()].map(({ sql }) => sql), 'COUNT(*)', ...order.map(({ key }) => key)];
  return { values, order, columns, tail: grouping.groupBySql(set) + having };
}

/** Results by name: the alias, the field's own name, or `expr0`, `expr1`, … in order of functions without an alias. */
function resultExpressions(context: PlanContext, query: SoqlQuery): Map<string, Expression> {
  const results = new Map<string, Expression>();
  let unnamed = 0;
  for (const item of query.select) {
    const { expression, alias } = selected(context, item);
    const name = alias ?? (expression.kind === 'field' ? expression.names.at(-1)! : `expr${unnamed++}`);
    if ([...results.keys()].some((known) => known.toLowerCase() === name.toLowerCase())) {
      throw malformed(`duplicate alias: ${name}`, context.settings.text, expression.position);
    }
    results.set(name, expression);
  }
  return results;
}

function selected(context: PlanContext, item: SelectItem) {
  if (item.kind === 'expression') return item;
  const position = item.kind === 'fields' ? item.position : undefined;
  throw malformed(
    'Only fields and functions can be selected with aggregates or GROUP BY',
    context.settings.text,
    position,
  );
}

/**
 * With nothing but counts, only the groups count as query rows; else every row that was aggregated does ("Working with SOQL
 * Aggregate Functions", Apex Developer Guide, and the Summer '19 release notes).
 */
function countsOnly(query: SoqlQuery): boolean {
  return query.select.every(
    (item) =>
      item.kind === 'expression' &&
      (!isAggregated(item.expression) ||
        (item.expression.kind === 'function' && item.expression.name.startsWith('COUNT'))),
  );
}
