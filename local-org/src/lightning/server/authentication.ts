/** Who makes a request: the session of the browser's cookie, or the one that API clients send as a bearer token. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authenticateToken, bearerToken } from '../../api/auth/bearer.ts';
import type { Authenticate } from '../../api/ui-api/routes.ts';
import type { UserContext } from '../../database/services.ts';
import type { Org } from '../../org/org.ts';
import { OrgError } from '../../schema/errors.ts';
import { assertSameOrigin, sessionToken } from './browser-session.ts';

/** A bearer token proves that the client meant the request; a cookie is sent by the browser on its own. */
export function authenticator(app: FastifyInstance, org: Org): Authenticate {
  return (request) => {
    const bearer = bearerToken(request.headers.authorization);
    if (bearer !== undefined) return authenticateToken(bearer, app.sessions, org);
    const user = authenticateToken(sessionToken(request), app.sessions, org);
    assertSameOrigin(request);
    return user;
  };
}

/** Who looks at a page; undefined when the log-in page is to be shown first. */
export function browserUser(app: FastifyInstance, org: Org, request: FastifyRequest): UserContext | undefined {
  try {
    return authenticateToken(sessionToken(request), app.sessions, org);
  } catch (error) {
    if (error instanceof OrgError) return undefined;
    throw error;
  }
}
