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
  for (const { object, position } of plan.objectUses) {
    if (security.object(userId, object).read) continue;
    throw userMode ? noSuchObject(object.name, query.text, position) : insufficient();
  }
  for (const { object, field, position, selected } of plan.fieldUses) {
    if ((!userMode && !selected) || security.field(userId, object, field).read) continue;
    throw userMode ? noSuchColumn(field, object.name, query.text, position) : insufficient();
  }
}

function insufficient(): QueryError {
  return new QueryError('INSUFFICIENT_ACCESS', 'Insufficient permissions: secure query included inaccessible field');
}
