/** Who makes a request: the browser's cookie, or the session id that API clients send as a bearer token. */
import type { FastifyRequest } from 'fastify';
import { UiApiError } from '../../api/ui-api/errors.ts';
import type { Authenticate } from '../../api/ui-api/routes.ts';
import { assertSameOrigin, sessionToken } from './browser-session.ts';
import type { Sessions } from './sessions.ts';

export function authenticator(sessions: Sessions): Authenticate {
  return (request) => {
    const token = sessionToken(request);
    const user = token === undefined ? undefined : sessions.user(token);
    if (user === undefined) throw new UiApiError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    assertSameOrigin(request);
    return user;
  };
}

/** As above for pages, which send people to the log-in page instead of failing. */
export function browserUser(sessions: Sessions, request: FastifyRequest): ReturnType<Sessions['user']> {
  const token = sessionToken(request);
  return token === undefined ? undefined : sessions.user(token);
}
