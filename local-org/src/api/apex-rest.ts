/** `/services/apexrest/…`: classes of the project that are annotated with `@RestResource`. */
import { ApexFailure } from '../apex/engine/failure.ts';
import type { UserContext } from '../database/services.ts';
import type { Org } from '../org/org.ts';
import { failure, type Answer, type ApiRequest } from './http/answer.ts';
import { errorAnswer } from './http/errors.ts';

const ROOT = '/services/apexrest';

export function apexRest(org: Org, user: UserContext, request: ApiRequest): Answer {
  const { method, headers, body } = request;
  const path = request.path.slice(ROOT.length);
  const params = Object.fromEntries(request.query);
  try {
    const answer = org.transaction(user, (tx) =>
      org.apex.callRestResource(tx, { method, path, headers, params, body }),
    );
    if (answer === undefined) return failure(404, 'NOT_FOUND', `Could not find a match for URL`);
    const type = answer.headers['content-type'] ?? answer.headers['Content-Type'] ?? 'application/json;charset=UTF-8';
    return { status: answer.status, headers: answer.headers, content: { type, data: answer.body } };
  } catch (error) {
    // An exception nobody caught is answered with where it was thrown.
    if (error instanceof ApexFailure) {
      return failure(500, error.code, `${error.message}\n\n${error.apexStack}`);
    }
    const answer = errorAnswer(error);
    if (answer === undefined) throw error;
    return answer;
  }
}
