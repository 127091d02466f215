/**
 * The session of a browser: an httpOnly cookie with `SameSite=Strict`. Requests that change something must come from a page of this
 * org itself, so that no other site can make a logged-in browser send them.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../../api/http/errors.ts';

const COOKIE = 'sid';

export function sessionToken(request: FastifyRequest): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === COOKIE && value !== undefined && value !== '') return decodeURIComponent(value);
  }
  return undefined;
}

export function setSessionCookie(reply: FastifyReply, token: string): void {
  void reply.header('set-cookie', `${COOKIE}=${encodeURIComponent(token)}; Path=/; HttpOnly; SameSite=Strict`);
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.header('set-cookie', `${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`);
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Throws for a request that would change something and was not sent by a page of this org. */
export function assertSameOrigin(request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method) || isSameOrigin(request)) return;
  throw new ApiError(403, 'INVALID_ORIGIN', 'The request did not come from a page of this org.');
}

/** Browsers state the origin of every request that is not a plain read. */
function isSameOrigin(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.headers.host;
}

/** A path of this app to go to after the login; anything else would let a link send people to another site. */
export function safeStartUrl(url: unknown): string {
  if (typeof url !== 'string' || !URL.canParse(url, 'http://org')) return '/lightning/page/home';
  const target = new URL(url, 'http://org');
  const inside = target.origin === 'http://org' && target.pathname.startsWith('/lightning');
  return inside ? target.pathname + target.search + target.hash : '/lightning/page/home';
}
