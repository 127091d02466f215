/** Files of the org, at the urls under which Salesforce serves them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentUrlId, fileOfVersion } from '../../files/stored-files.ts';
import type { Org } from '../../org/org.ts';
import { browserUser } from './authentication.ts';

/** Kinds that browsers show without running anything. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/plain']);

/** `renditionDownload` shows a file in the browser, everything else saves it. */
export function registerDownloads(scope: FastifyInstance, org: Org): void {
  const download = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const user = browserUser(scope, org, request);
    if (user === undefined) return reply.redirect(`/?startURL=${encodeURIComponent(request.url)}`);
    const id = contentUrlId(request.url);
    const file = id === undefined ? undefined : org.transaction(user, (tx) => fileOfVersion(tx, id));
    if (file === undefined)
      return reply.code(404).type('text/plain').send('The file does not exist, or you have no access to it.');
    const shown = request.url.includes('renditionDownload') && SHOWN.has(file.contentType);
    return reply
      .header(
        'content-disposition',
        `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      )
      .header('content-security-policy', file.contentType === 'application/pdf' ? "frame-ancestors 'self'" : 'sandbox')
      .header('cache-control', 'private, no-cache')
      .header('x-content-type-options', 'nosniff')
      .type(file.contentType)
      .send(Buffer.from(file.bytes));
  };
  scope.get('/sfc/servlet.shepherd/version/download/:id', download);
  scope.get('/sfc/servlet.shepherd/version/renditionDownload', download);
  scope.get('/sfc/servlet.shepherd/document/download/:id', download);
  scope.get('/servlet/servlet.FileDownload', download);
  scope.get('/servlet/servlet.ImageServer', download);
}
