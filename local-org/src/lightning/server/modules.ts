/** Modules that are made on demand: components of the project (`c/*`) and `@salesforce/*`. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { orgCurrency } from '../../api/ui-api/org-currency.ts';
import type { Authenticate } from '../../api/ui-api/routes.ts';
import type { Org } from '../../org/org.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import { ChangeFeed } from './change-feed.ts';
import { importRule } from './import-rule.ts';
import { localeFormats } from './locale-formats.ts';
import { ProjectModules } from './project-modules.ts';
import { scopedModule, type ModuleScope } from './scoped-modules.ts';

export function registerModules(app: FastifyInstance, org: Org, authenticate: Authenticate): void {
  const modules = new ProjectModules(org);
  const feed = new ChangeFeed(org);
  app.addHook('onClose', () => feed.close());

  const scopeOf = (request: FastifyRequest): ModuleScope => {
    const user = authenticate(request);
    const currency = org.transaction(user, (tx) => orgCurrency({ org, tx, user }));
    return { org, user, formats: localeFormats(user, currency) };
  };

  app.get('/_app/c/:name', async (request, reply) => {
    const { name } = request.params as { name: string };
    const source = await modules.source(name, importRule(scopeOf(request)));
    if (source === undefined) return reply.code(404).type('text/plain').send(`There is no component c/${name}`);
    return sendModule(reply, source);
  });

  app.get('/_app/salesforce/*', (request, reply) => {
    const specifier = `@salesforce/${(request.params as { '*': string })['*']}`;
    try {
      return sendModule(reply, scopedModule(specifier, scopeOf(request)));
    } catch (error) {
      if (!(error instanceof OrgError || error instanceof NotSupported)) throw error;
      return sendModule(reply, `throw new Error(${JSON.stringify(error.message)});`);
    }
  });

  app.get('/_app/changes', (request, reply) => {
    authenticate(request);
    feed.open(reply);
  });
}

function sendModule(reply: FastifyReply, source: string): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/javascript; charset=utf-8').send(source);
}
