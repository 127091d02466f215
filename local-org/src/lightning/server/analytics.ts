/** The Analytics API for the app's own pages, by the session of the browser: `/_app/analytics/reports/…`. */
import type { FastifyInstance } from 'fastify';
import type { Authenticate } from '../../api/ui-api/routes.ts';

const VERSION = '66.0';

export function registerAnalytics(app: FastifyInstance, authenticate: Authenticate): void {
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/_app/analytics/*',
    handler: (request, reply) => {
      const [path = '', query = ''] = request.url.split(/\?(.*)/s);
      const answer = app.answerResource(authenticate(request), {
        origin: `${request.protocol}://${request.host}`,
        address: request.ip,
        method: request.method,
        path: path.replace(/^\/_app/, `/services/data/v${VERSION}`),
        query: new URLSearchParams(query),
        headers: {},
        body:
          request.body === undefined || request.body === null
            ? new Uint8Array()
            : Buffer.from(JSON.stringify(request.body)),
      });
      return reply.header('cache-control', 'no-store').code(answer.status).send(answer.body);
    },
  });
}
