/** Files: the built browser code, SLDS, and the project's static resources. */
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { packageFolder } from '../../api/ui-api/npm-package.ts';
import type { Org } from '../../org/org.ts';
import type { BuiltHalf } from '../build/vendor.ts';
import type { BrowserCode } from './browser-code.ts';
import { FOR_EVER, REVALIDATE, sendFile } from './files.ts';
import { ICON } from './icon.ts';
import { sendStaticResource } from './static-resources.ts';

export function registerAssets(app: FastifyInstance, org: Org, code: BrowserCode): void {
  const built = (half: () => BuiltHalf) => (request: FastifyRequest, reply: FastifyReply) => {
    const { '*': path, key } = request.params as { '*': string; key: string };
    return key === half().key ? sendFile(reply, half().folder, path, FOR_EVER) : reply.code(404).send();
  };
  app.get(
    '/_app/vendor/:key/*',
    built(() => code.vendor),
  );
  app.get(
    '/_app/shell/:key/*',
    built(() => code.shell),
  );

  const slds = join(packageFolder('@salesforce-ux/design-system'), 'assets');
  app.get('/assets/*', (request, reply) => sendFile(reply, slds, (request.params as { '*': string })['*'], REVALIDATE));

  app.get('/_app/icon.svg', (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', REVALIDATE).send(ICON),
  );

  app.get('/resource/:name', (request, reply) => {
    const { name } = request.params as { name: string };
    return sendStaticResource(reply, org.metadata, name, '');
  });
  app.get('/resource/:name/*', (request, reply) => {
    const { name, '*': path } = request.params as { name: string; '*': string };
    return sendStaticResource(reply, org.metadata, name, path);
  });
}
