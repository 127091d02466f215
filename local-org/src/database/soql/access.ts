/** Object and field permissions of queries in user mode and of `WITH SECURITY_ENFORCED`. */
import type { Security } from '../security/security.ts';
import { noSuchColumn, noSuchObject, QueryError } from './errors.ts';
import type { QueryPlan } from './plan/plan.ts';

/**
 * What the user may not read does not exist for a query in user mode ("Enforce User Mode for Database Operations", Apex
 * Developer Guide). `WITH SECURITY_ENFORCED` checks what is selected, not what is filtered or sorted by.
 */
export function checkAccess(security: Security, userId: string, plan: QueryPlan, userMode: boolean): void {
  const { query } = plan;
  const enforced = query.access === 'SECURITY_ENFORCED';
  if (!userMode && !enforced) return;
  const refusal = refusalOf(security, userId, plan, userMode);
  if (refusal === undefined) return;
  refusal.inaccessible = inaccessibleFields(security, userId, plan);
  throw refusal;
}

function refusalOf(security: Security, userId: string, plan: QueryPlan, userMode: boolean): QueryError | undefined {
  const { query } = plan;
  for (const { object, position } of plan.objectUses) {
    if (security.object(userId, object).read) continue;
    return userMode ? noSuchObject(object.name, query.text, position) : insufficient();
  }
  for (const { object, field, position, selected } of plan.fieldUses) {
    if ((!userMode && !selected) || security.field(userId, object, field).read) continue;
    return userMode ? noSuchColumn(field, object.name, query.text, position) : insufficient();
  }
  return undefined;
}

/** All that is refused, and not only what is found first ("getInaccessibleFields", QueryException Class, Apex Reference Guide). */
function inaccessibleFields(security: Security, userId: string, plan: QueryPlan): Map<string, Set<string>> {
  const refused = plan.fieldUses.filter(
    ({ object, field }) => !security.object(userId, object).read || !security.field(userId, object, field).read,
  );
  const byObject = Map.groupBy(refused, ({ object }) => object.name);
  return new Map([...byObject].map(([object, uses]) => [object, new Set(uses.map(({ field }) => field))]));
}

function insufficient(): QueryError {
  return new QueryError('INSUFFICIENT_ACCESS', 'Insufficient permissions: secure query included inaccessible field');
}
