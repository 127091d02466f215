/** Queries that answer records, with their child queries. */
import { NotSupported } from '../../../schema/errors.ts';
import type { ObjectSchema } from '../../../schema/model.ts';
import { quoted } from '../../store/names.ts';
import type { SoqlQuery } from '../ast.ts';
import { malformed, noSuchChildRelationship } from '../errors.ts';
import type { PlanContext } from './context.ts';
import { limitClause, rowCount } from './limit.ts';
import { orderTerms } from './order.ts';
import type { ChildPlan, RecordPlan } from './plan.ts';
import { isAggregateQuery } from './plan-aggregate.ts';
import { Rows } from './rows.ts';
import { selectRecords } from './select.ts';

/** "Subqueries can go up to five levels" ("Query Five Levels of Parent-to-Child Relationships", SOQL and SOSL Reference). */
const MAX_CHILD_LEVELS = 4;

export function planRecords(context: PlanContext, query: SoqlQuery): RecordPlan {
  const rows = new Rows(context, query);
  const { columns, node } = selectRecords(rows, query);
  rows.filter();
  const order = ` ORDER BY ${orderSql(context, query, rows)}`;
  const sql = `SELECT ${columns.sql} ${rows.sql()}${order}${limitClause(context, query)}`;
  const plan: RecordPlan = {
    kind: 'records',
    statement: { sql, parameters: context.parameters, bigInts: columns.bigInts },
    node,
    children: childPlans(context, query, rows.scope.root.object, 1),
  };
  for (const child of plan.children) addShape(plan, child);
  return plan;
}

/** Rows that compare equal come in the order they were made, where the platform promises none. */
function orderSql(context: PlanContext, query: SoqlQuery, { scope, resolve }: Rows): string {
  const terms = orderTerms(context, query.orderBy, resolve).map(({ key, direction }) => `${key} ${direction}`);
  return [...terms, `${scope.root.alias}.rowid`].join();
}

function childPlans(context: PlanContext, query: SoqlQuery, parent: ObjectSchema, level: number): ChildPlan[] {
  return query.select.flatMap((item) =>
    item.kind === 'children' ? [planChildren(context.child(), item.query, parent, level)] : [],
  );
}

function planChildren(context: PlanContext, query: SoqlQuery, parent: ObjectSchema, level: number): ChildPlan {
  const { path } = query.from[0];
  const { text } = context.settings;
  if (level > MAX_CHILD_LEVELS) {
    throw malformed('SOQL relationship queries can go up to five levels', text, path.position);
  }
  if (isAggregateQuery(query)) {
    throw malformed('Aggregate expressions are not allowed in a nested query', text, path.position);
  }
  if (query.from.length > 1) throw new NotSupported('SOQL child query of several objects');
  const { relationshipName, object, field } = childRelationship(context, query, parent);

  const rows = new Rows(context, query, object);
  const { columns, node } = selectRecords(rows, query);
  rows.filter();
  const reference = `${rows.scope.root.alias}.${quoted(field)}`;
  const parentPosition = columns.addSql(reference);
  const parents = context.parameters.dynamic((run) => JSON.stringify(run.parentIds));
  const order = orderSql(context, query, rows);
  const source = rows.sql(`${reference} IN (SELECT value FROM json_each(${parents}))`);
  const plan: ChildPlan = {
    kind: 'records',
    statement: {
      sql: childSql(context, query, columns.sql, source, reference, order),
      parameters: context.parameters,
      bigInts: columns.bigInts,
    },
    node,
    children: childPlans(context, query, object, level + 1),
    relationshipName,
    parentPosition,
  };
  for (const child of plan.children) addShape(plan, child);
  return plan;
}

/** A limit counts for each parent. */
function childSql(
  context: PlanContext,
  { limit }: SoqlQuery,
  columns: string,
  source: string,
  reference: string,
  order: string,
): string {
  if (limit === undefined) return `SELECT ${columns} ${source} ORDER BY ${order}`;
  const numbered = `SELECT ${columns}, row_number() OVER (PARTITION BY ${reference} ORDER BY ${order}) AS "~row" ${source}`;
  const rows = context.parameters.dynamic((run) => rowCount(run, limit, 'LIMIT'));
  return `SELECT * FROM (${numbered}) WHERE "~row" <= ${rows} ORDER BY "~row"`;
}

function childRelationship(context: PlanContext, query: SoqlQuery, parent: ObjectSchema) {
  const { names, position } = query.from[0].path;
  const name = names.at(-1)!.toLowerCase();
  const found = parent.childRelationships.find((candidate) => candidate.relationshipName?.toLowerCase() === name);
  const object = found && context.services.store.schema.object(found.childObject);
  const isHidden = object !== undefined && context.settings.readable?.(object, found!.field) === false;
  if (object === undefined || isHidden) throw noSuchChildRelationship(names.join('.'), context.settings.text, position);
  return { relationshipName: found!.relationshipName!, object, field: found!.field };
}

function addShape({ node }: RecordPlan, child: ChildPlan): void {
  node.shape.names.push(child.relationshipName);
  node.shape.children.set(child.relationshipName, child.node.shape);
}
