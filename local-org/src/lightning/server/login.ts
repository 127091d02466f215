/** Logging in and out with the browser. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OrgError } from '../../schema/errors.ts';
import type { Org } from '../../org/org.ts';
import { browserUser } from './authentication.ts';
import {
  assertSameOrigin,
  clearSessionCookie,
  safeStartUrl,
  sessionToken,
  setSessionCookie,
} from './browser-session.ts';
import { contentSecurityPolicy } from './html.ts';
import { LOGIN_FAILED, loginPage } from './login-page.ts';
import { orgName } from './org-name.ts';
import type { Sessions } from './sessions.ts';

export function registerLogin(app: FastifyInstance, org: Org, sessions: Sessions): void {
  const show = (reply: FastifyReply, status: number, startUrl: string, username = '', error?: string): FastifyReply =>
    reply
      .code(status)
      .header('content-security-policy', contentSecurityPolicy(''))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(loginPage({ orgName: orgName(org), username, startUrl, error }));

  const start = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const startUrl = safeStartUrl((request.query as Record<string, unknown>).startURL);
    return browserUser(sessions, request) === undefined ? show(reply, 200, startUrl) : reply.redirect(startUrl);
  };
  app.get('/', start);
  app.get('/login', start);

  void app.register(async (scope) => {
    if (!scope.hasContentTypeParser('application/x-www-form-urlencoded')) {
      scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
        done(null, Object.fromEntries(new URLSearchParams(String(body)))),
      );
    }
    scope.post('/login', (request, reply) => {
      assertSameOrigin(request);
      const form = (request.body ?? {}) as Record<string, string | undefined>;
      const startUrl = safeStartUrl(form.startURL);
      const username = form.username ?? '';
      try {
        setSessionCookie(reply, sessions.open(org.authenticate(username, form.password ?? '')));
      } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        return show(reply, 401, startUrl, username, LOGIN_FAILED);
      }
      return reply.redirect(startUrl, 303);
    });
  });

  app.post('/_app/logout', (request, reply) => {
    assertSameOrigin(request);
    const token = sessionToken(request);
    if (token !== undefined) sessions.close(token);
    clearSessionCookie(reply);
    return reply.code(204).send();
  });
}
