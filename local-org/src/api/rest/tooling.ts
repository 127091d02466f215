/** The part of the Tooling API that is built: queries and records of code, and anonymous Apex. */
import type { Call } from '../call.ts';
import { runAnonymous } from '../anonymous.ts';
import { ok, type Answer } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import type { Route } from '../router.ts';
import { query } from './query.ts';
import { getRecord } from './records.ts';

export const toolingRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'tooling', resource: (call) => ok(toolingResources(call)) },
  { method: 'GET', pattern: 'tooling/query', resource: (call) => query(call, 'query', false) },
  { method: 'GET', pattern: 'tooling/executeAnonymous', resource: executeAnonymous },
  { method: 'GET', pattern: 'tooling/sobjects/:object/:id', resource: getRecord },
];

function toolingResources(call: Call): Record<string, string> {
  return Object.fromEntries(
    ['query', 'executeAnonymous', 'sobjects'].map((name) => [name, `${call.basePath}/tooling/${name}`]),
  );
}

/** Problems of the code are part of the answer, which is 200 all the same. */
function executeAnonymous(call: Call): Answer {
  const source = call.request.query.get('anonymousBody');
  if (source === null) throw new ApiError(400, 'MISSING_ARGUMENT', 'anonymousBody is required');
  const { debugLog: _, ...result } = runAnonymous(call.org, call.user, source);
  return ok(result);
}
