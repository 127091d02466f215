/** Limits of the org, as far as they are counted here, and numbers of records (REST API Developer Guide, "Limits", "Record Count"). */
import { transact, visibleObject, type Call } from '../call.ts';
import { ok, type Answer } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import type { Route } from '../router.ts';

/** Daily requests of a Developer Edition org (Salesforce Developer Limits, "API Request Limits"). */
export const DAILY_REQUESTS = 15_000;

export const limitRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'limits', resource: limits },
  { method: 'GET', pattern: 'limits/recordCount', resource: recordCount },
];

/** Only what is counted: requests since the start. They are never refused. */
function limits(call: Call): Answer {
  const remaining = Math.max(0, DAILY_REQUESTS - call.state.usage.requests);
  return ok({ DailyApiRequests: { Max: DAILY_REQUESTS, Remaining: remaining } });
}

function recordCount(call: Call): Answer {
  const names = (call.request.query.get('sObjects') ?? '').split(',').filter((name) => name !== '');
  if (names.length === 0) throw new ApiError(400, 'MISSING_ARGUMENT', 'sObjects names the objects to count');
  const objects = names.map((name) => visibleObject(call, name));
  const sObjects = objects.map((object) => {
    const query = `SELECT COUNT() FROM ${object.name}`;
    const count = transact(call, (tx) => call.org.query.run(tx, query, { mode: 'system', sharing: false })).totalSize;
    return { count, name: object.name };
  });
  return ok({ sObjects });
}
