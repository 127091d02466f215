/** Visualforce pages, at `/apex/Name`. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Org } from '../../org/org.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import { browserUser } from './authentication.ts';
import { escapeHtml } from './html.ts';

/** Pages bring scripts and styles of their own. */
const POLICY =
  "default-src 'self' 'unsafe-inline' data: blob:; frame-ancestors 'self'; form-action 'self'; base-uri 'self'";

/** Who is not logged in is sent to the log-in page and comes back. */
export function registerVisualforce(scope: FastifyInstance, org: Org): void {
  scope.get('/apex/:name', (request, reply) => {
    const user = browserUser(scope, org, request);
    if (user === undefined) return reply.redirect(`/?startURL=${encodeURIComponent(request.url)}`);
    const { name } = request.params as { name: string };
    void reply
      .header('content-security-policy', POLICY)
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff');
    try {
      const content = org.transaction(user, (tx) =>
        tx.org.pages.render(tx, { name, parameters: parametersOf(request) }),
      );
      return send(reply, content);
    } catch (error) {
      return sendError(reply, name, error);
    }
  });
}

function send(
  reply: FastifyReply,
  content: { contentType: string; body: Uint8Array; redirect?: string },
): FastifyReply {
  if (content.redirect !== undefined) return reply.redirect(content.redirect);
  // `contentType="application/vnd.ms-excel#report.xls"` names the file after the hash.
  const [type, fileName] = content.contentType.split('#') as [string, string | undefined];
  if (fileName !== undefined) {
    void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  }
  return reply.type(type).send(Buffer.from(content.body));
}

function parametersOf(request: FastifyRequest): Map<string, string> {
  return new Map(new URL(request.url, 'http://localhost').searchParams);
}

/** What the page's user sees of an error; defects of the local org go on to the error handler. */
function sendError(reply: FastifyReply, name: string, error: unknown): FastifyReply {
  if (!(error instanceof OrgError) && !(error instanceof NotSupported)) throw error;
  const status =
    error instanceof NotSupported
      ? 501
      : error.code === 'NOT_FOUND'
        ? 404
        : error.code === 'INSUFFICIENT_ACCESS'
          ? 403
          : 500;
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Visualforce Error</title></head>
<body><h1>Visualforce Error</h1><p>${escapeHtml(name)}: ${escapeHtml(error.message)}</p></body></html>`;
  return reply.code(status).type('text/html; charset=utf-8').send(page);
}
