/** Static resources of the project: `/resource/Name` and, for archives, `/resource/Name/path`. */
import type { FastifyReply } from 'fastify';
import type { Metadata } from '../../metadata/metadata.ts';
import { NotSupported } from '../../schema/errors.ts';
import { contentType, REVALIDATE } from './files.ts';

export function sendStaticResource(reply: FastifyReply, metadata: Metadata, name: string, path: string): FastifyReply {
  const resource = metadata.staticResources.get(name);
  if (resource === undefined) return reply.code(404).type('text/plain').send('Not found');
  const [only] = resource.files;
  if (path === '' && resource.files.length === 1 && only !== undefined) {
    return reply.header('cache-control', REVALIDATE).type(resource.meta.contentType).send(Buffer.from(only.read()));
  }
  if (resource.files.length === 1 && only !== undefined && /\.(zip|resource)$/.test(only.name)) {
    throw new NotSupported('a file inside a packed static resource', resource.file);
  }
  const file = resource.files.find((candidate) => candidate.name === path || candidate.name.endsWith(`/${path}`));
  if (file === undefined) return reply.code(404).type('text/plain').send('Not found');
  return reply.header('cache-control', REVALIDATE).type(contentType(file.name)).send(Buffer.from(file.read()));
}
