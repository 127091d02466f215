/** Turns the parser's tree of a query into the AST. */
import type { QueryContext, SubQueryContext } from '@apexdevtools/apex-parser';
import type {
  FieldOrderListContext,
  ForClausesContext,
  FromNameListContext,
  GroupByClauseContext,
  LimitClauseContext,
  OffsetClauseContext,
  SoqlIdContext,
  UpdateListContext,
  WithClauseContext,
} from '@apexdevtools/apex-parser';
import { NotSupported } from '../../schema/errors.ts';
import type { FromEntry, GroupBy, OrderItem, RowCount, SoqlQuery } from './ast.ts';
import { malformed } from './errors.ts';
import { boundExpression, condition, whereCondition } from './build-condition.ts';
import { expressionOf, fieldPath } from './build-expression.ts';
import { selectItem } from './build-select.ts';
import { QuerySource, sourceText } from './source.ts';

const CLAUSES = new Set([
  'WHERE',
  'WITH',
  'GROUP',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'HAVING',
  'USING',
  'FOR',
  'ALL',
  'UPDATE',
]);

/** From the parser's `query` rule, of a static query or of one in a text of its own. Binds keep the parser's nodes. */
export function buildQuery(context: QueryContext): SoqlQuery {
  const source = new QuerySource(context);
  const scope = context.usingScope();
  const groupBy = context.groupByClause();
  const withClause = context.withClause();
  return {
    ...commonClauses(context, source),
    select: context
      .selectList()
      .selectEntry_list()
      .map((entry) => selectItem(entry, source)),
    ...(scope && { scope: sourceText(scope.soqlId()) }),
    ...(withClause && { access: accessMode(withClause) }),
    ...(groupBy && grouping(groupBy, source)),
    ...(context.offsetClause() && { offset: rowCount(context.offsetClause()) }),
    allRows: context.allRowsClause() !== null,
  };
}

/** From the `subQuery` rule: a child query of the select list, or the query of a semi-join. */
export function buildSubQuery(context: SubQueryContext, source: QuerySource): SoqlQuery {
  return {
    ...commonClauses(context, source),
    select: context
      .subFieldList()
      .subFieldEntry_list()
      .map((entry) => selectItem(entry, source)),
    allRows: false,
  };
}

function commonClauses(context: QueryContext | SubQueryContext, source: QuerySource) {
  const where = context.whereClause();
  const orderBy = context.orderByClause();
  const limit = context.limitClause();
  const updates = context.updateList();
  return {
    text: source.text,
    from: fromEntries(context.fromNameList(), source),
    ...(where && { where: whereCondition(where.whereLogicalExpression(), source) }),
    orderBy: orderBy ? orderItems(orderBy.fieldOrderList(), source) : [],
    ...(limit && { limit: rowCount(limit) }),
    forClauses: forClauses(context.forClauses()),
    updates: updates ? updateTypes(updates) : [],
  };
}

/** `FROM Contact c, c.Account a`: every path is followed by its alias, when it has one. */
function fromEntries(context: FromNameListContext, source: QuerySource): FromEntry[] {
  const entries: FromEntry[] = [];
  const paths = context.fieldName_list();
  const aliases = context.soqlId_list();
  for (const [index, path] of paths.entries()) {
    const next = paths[index + 1]?.start.start ?? Infinity;
    const alias = aliases.find(({ start }) => start.start > path.start.start && start.start < next);
    entries.push({ path: fieldPath(path, source), ...(alias && { alias: aliasName(alias, source) }) });
  }
  return entries;
}

/** The grammar takes the first word of an unfinished clause for an alias. */
function aliasName(context: SoqlIdContext, source: QuerySource): string {
  const name = sourceText(context);
  if (!CLAUSES.has(name.toUpperCase())) return name;
  const { row, column } = source.position(context);
  throw malformed("unexpected token: '<EOF>'", source.text, { row, column: column + name.length });
}

function accessMode(context: WithClauseContext): NonNullable<SoqlQuery['access']> {
  if (context.SECURITY_ENFORCED()) return 'SECURITY_ENFORCED';
  if (context.USER_MODE()) return 'USER_MODE';
  if (context.SYSTEM_MODE()) return 'SYSTEM_MODE';
  throw new NotSupported(`SOQL ${sourceText(context)}`);
}

function grouping(context: GroupByClauseContext, source: QuerySource): Pick<SoqlQuery, 'groupBy' | 'having'> {
  const type: GroupBy['type'] = context.ROLLUP() ? 'ROLLUP' : context.CUBE() ? 'CUBE' : 'plain';
  const having = context.logicalExpression();
  const expressions = context
    .fieldGroupByList()
    .fieldGroupBy_list()
    .map((item) => expressionOf(item, source));
  return { groupBy: { type, expressions }, ...(having && { having: condition(having, source) }) };
}

export function orderItems(context: FieldOrderListContext, source: QuerySource): OrderItem[] {
  return context.fieldOrder_list().map((item) => ({
    expression: expressionOf(item, source),
    descending: item.DESC() !== null,
    ...(item.NULLS() && { nulls: item.FIRST() ? ('FIRST' as const) : ('LAST' as const) }),
  }));
}

export function rowCount(context: LimitClauseContext | OffsetClauseContext): RowCount {
  const bound = context.boundExpression();
  if (bound) return { kind: 'bind', bind: boundExpression(bound) };
  return { kind: 'number', value: Number(sourceText(context).split(/\s+/)[1]) };
}

function forClauses(context: ForClausesContext): SoqlQuery['forClauses'] {
  const names = (context.children ?? []).map((child) => child.getText().toUpperCase());
  return names.filter((name) => name === 'VIEW' || name === 'UPDATE' || name === 'REFERENCE');
}

function updateTypes(context: UpdateListContext): string[] {
  const rest = context.updateList();
  return [context.updateType().getText().toUpperCase(), ...(rest ? updateTypes(rest) : [])];
}
