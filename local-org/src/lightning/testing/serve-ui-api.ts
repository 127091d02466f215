/** The UI API alone on a server, for tests that need no browser. */
import type { FastifyInstance } from 'fastify';
import { registerUiApi } from '../../api/ui-api/routes.ts';
import type { Org } from '../../org/org.ts';
import { authenticator } from '../server/authentication.ts';
import { handleErrors } from '../server/errors.ts';

export async function serveUiApi(server: FastifyInstance, org: Org): Promise<void> {
  await server.register(async (scope) => {
    handleErrors(scope, (error) => {
      throw error;
    });
    registerUiApi(scope, org, authenticator(scope, org));
  });
}
