/** Serves files of a folder. */
import { createReadStream, statSync } from 'node:fs';
import { extname, normalize, sep, join } from 'node:path';
import type { FastifyReply } from 'fastify';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

export function contentType(path: string): string {
  return TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** Files under a url that changes with their content. */
export const FOR_EVER = 'public, max-age=31536000, immutable';
/** Files that are asked for again each time, and sent again only when they have changed. */
export const REVALIDATE = 'no-cache';

/** Sends a file of the folder, or 404. A path cannot lead out of the folder. */
export function sendFile(reply: FastifyReply, folder: string, path: string, caching: string): FastifyReply {
  const file = join(folder, normalize(`${sep}${path}`));
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile()) return reply.code(404).type('text/plain').send('Not found');
  const tag = `"${found.size.toString(36)}-${found.mtimeMs.toString(36)}"`;
  void reply.header('cache-control', caching).header('etag', tag);
  if (reply.request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply.type(contentType(file)).header('content-length', found.size).send(createReadStream(file));
}
