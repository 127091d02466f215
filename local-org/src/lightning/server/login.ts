/** Logging in and out with the browser. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { UserContext } from '../../database/services.ts';
import type { LogInSource } from '../../org/log-ins.ts';
import type { Org } from '../../org/org.ts';
import { OrgError } from '../../schema/errors.ts';
import { browserUser } from './authentication.ts';
import {
  assertSameOrigin,
  clearSessionCookie,
  safeStartUrl,
  sessionToken,
  setSessionCookie,
} from './browser-session.ts';
import { contentSecurityPolicy } from './html.ts';
import { LOGIN_FAILED, loginPage, type LoginForm } from './login-page.ts';

export function registerLogin(scope: FastifyInstance, org: Org): void {
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );

  const start = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const startUrl = safeStartUrl((request.query as Record<string, unknown>).startURL);
    if (browserUser(scope, org, request) !== undefined) return reply.redirect(startUrl);
    return show(reply, 200, { orgName: org.name, username: '', startUrl, error: undefined });
  };
  scope.get('/', start);
  scope.get('/login', start);

  scope.post('/login', (request, reply) => {
    assertSameOrigin(request);
    const form = (request.body ?? {}) as Readonly<Record<string, string | undefined>>;
    const startUrl = safeStartUrl(form.startURL);
    const username = form.username ?? '';
    const source = {
      loginType: 'Application',
      application: 'Browser',
      sourceIp: request.ip,
      loginUrl: request.host,
    } as const;
    const user = logIn(org, username, form.password ?? '', source);
    if (user === undefined) {
      return show(reply, 401, { orgName: org.name, username, startUrl, error: LOGIN_FAILED });
    }
    setSessionCookie(reply, scope.sessions.start(user.id, 'UI', source));
    return reply.redirect(startUrl, 303);
  });

  scope.post('/_app/logout', (request, reply) => {
    assertSameOrigin(request);
    const token = sessionToken(request);
    if (token !== undefined) scope.sessions.end(token);
    clearSessionCookie(reply);
    return reply.code(204).send();
  });
}

function logIn(org: Org, username: string, password: string, source: LogInSource): UserContext | undefined {
  try {
    return org.authenticate(username, password, source);
  } catch (error) {
    if (error instanceof OrgError) return undefined;
    throw error;
  }
}

function show(reply: FastifyReply, status: number, form: LoginForm): FastifyReply {
  return reply
    .code(status)
    .header('content-security-policy', contentSecurityPolicy())
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(loginPage(form));
}
