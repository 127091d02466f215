import { NotSupported } from '../../../schema/errors.ts';
import type { SoqlQuery } from '../ast.ts';
import { malformed } from '../errors.ts';
import { PlanContext, type PlanServices, type PlanSettings } from './context.ts';
import type { QueryPlan } from './plan.ts';
import { isAggregateQuery, isCountQuery, planAggregate, planCount } from './plan-aggregate.ts';
import { planRecords } from './plan-records.ts';

/** Checks the query against the schema and turns it into SQL. Throws `QueryError` where it is wrong. */
export function makePlan(services: PlanServices, settings: PlanSettings, query: SoqlQuery): QueryPlan {
  if (query.forClauses.includes('UPDATE') && query.orderBy.length > 0) {
    throw malformed('ORDER BY is not allowed with FOR UPDATE', settings.text, query.from[0].path.position);
  }
  if (query.updates.length > 0) throw new NotSupported(`SOQL UPDATE ${query.updates.join(', ')}`);
  const context = new PlanContext(services, settings);
  const body = planBody(context, query);
  return { query, body, objectUses: context.objectUses, fieldUses: context.fieldUses };
}

function planBody(context: PlanContext, query: SoqlQuery): QueryPlan['body'] {
  if (isCountQuery(query)) return planCount(context, query);
  return isAggregateQuery(query) ? planAggregate(context, query) : planRecords(context, query);
}
