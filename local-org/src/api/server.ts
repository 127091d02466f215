/** The web server: turns HTTP into requests of the APIs and back. */
import { gunzipSync, inflateSync } from 'node:zlib';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { UserContext } from '../database/services.ts';
import type { Org } from '../org/org.ts';
import type { Sessions } from '../org/sessions.ts';
import { apexRest } from './apex-rest.ts';
import { SubscriptionSender } from './analytics/subscription-sender.ts';
import { authenticateToken, bearerToken } from './auth/bearer.ts';
import { identity, revoke, token, userInfo } from './auth/oauth.ts';
import { Jobs } from './bulk/jobs.ts';
import type { ServerState } from './call.ts';
import { failure, type Answer, type ApiRequest } from './http/answer.ts';
import { MetadataJobs } from './metadata/jobs.ts';
import { metadataApi } from './metadata/soap.ts';
import type { ReferenceCheck } from '../metadata-api/deploy.ts';
import { ApiError, errorAnswer, notFound } from './http/errors.ts';
import { normalizeUrl } from './http/normalize.ts';
import { versions } from './http/versions.ts';
import { resources } from './resources.ts';
import { Cursors } from './rest/cursors.ts';
import { DAILY_REQUESTS } from './rest/limits.ts';
import { apexApi } from './soap/apex.ts';
import { faultAnswer, SoapFault } from './soap/envelope.ts';
import { partnerApi } from './soap/partner.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Sessions of the org, shared by the APIs and the browser app. */
    readonly sessions: Sessions;
    /** Answers a request of the REST API for the browser app. */
    readonly answerResource: (user: UserContext, request: ApiRequest) => Answer;
  }
}

export interface ServerOptions {
  /** Told of errors that are defects of the local org itself; the client gets 500. */
  readonly onDefect?: (error: unknown) => void;
  /** Of what a deploy through the Metadata API would leave. */
  readonly findBrokenReferences?: ReferenceCheck;
}

/** Largest request: an upload of the Bulk API (Bulk API 2.0 and Bulk API Developer Guide, "Limits"). */
const LARGEST_BODY = 150 * 1024 * 1024;

type Handler = (request: ApiRequest) => Answer;

/** A server for the org that does not listen yet. */
export function createServer(org: Org, options: ServerOptions = {}): FastifyInstance {
  const app = fastify({
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: true,
    rewriteUrl: (request) => normalizeUrl(request.url ?? '/'),
  });
  const { sessions } = org;
  const state: ServerState = {
    org,
    sessions,
    cursors: new Cursors(),
    jobs: new Jobs(org.clock),
    deploys: new MetadataJobs(org, options.findBrokenReferences ?? (() => [])),
    usage: { requests: 0 },
  };
  app.decorate('sessions', sessions);
  app.decorate('answerResource', (user: UserContext, request: ApiRequest) => resources.answer(state, user, request));
  const onDefect = options.onDefect ?? ((error) => console.error(error));
  org.background.add(new SubscriptionSender(org, onDefect));
  void app.register(async (scope) => addRoutes(scope, state, onDefect));
  return app;
}

/** In a scope of its own, because bodies arrive here as bytes whatever their type. */
function addRoutes(scope: FastifyInstance, state: ServerState, onDefect: (error: unknown) => void): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  const serve = (path: string, handler: Handler) => {
    scope.all(path, (request, reply) =>
      send(
        reply,
        answerSafely(() => handler(apiRequest(request)), onDefect),
      ),
    );
  };
  const asUser = (handler: (request: ApiRequest, user: UserContext) => Answer): Handler => {
    return (request) => handler(request, requestUser(state, request));
  };
  serve('/services/data', () => ({ status: 200, body: versions() }));
  serve(
    '/services/data/*',
    asUser((request, user) => countedAnswer(state, user, () => resources.answer(state, user, request))),
  );
  serve(
    '/services/apexrest/*',
    asUser((request, user) => countedAnswer(state, user, () => apexRest(state.org, user, request))),
  );
  serve('/services/oauth2/token', (request) => token(state, request));
  serve('/services/oauth2/revoke', (request) => revoke(state, request));
  serve(
    '/services/oauth2/userinfo',
    asUser((request, user) => userInfo(state, request, user)),
  );
  serve(
    '/id/:organization/:user',
    asUser((request) => identity(state, request, state.org.user(lastPart(request.path)))),
  );
  for (const api of ['u', 'c']) {
    for (const rest of ['', '/:version', '/:version/:organization']) {
      serve(
        `/services/Soap/${api}${rest}`,
        soap((request) => partnerApi(state, request, soapVersion(request))),
      );
    }
  }
  serve(
    '/services/Soap/s/:version',
    soap((request) => apexApi(state, request)),
  );
  serve(
    '/services/Soap/s/:version/:organization',
    soap((request) => apexApi(state, request)),
  );
  for (const rest of ['', '/:organization']) {
    serve(
      `/services/Soap/m/:version${rest}`,
      soap((request) => metadataApi(state, request, soapVersion(request))),
    );
  }
  serve('/services/*', () => {
    throw notFound();
  });
  // Asynchronous work runs between requests while the server does.
  scope.addHook('onReady', async () => state.org.background.start());
  scope.addHook('onClose', async () => state.org.background.stop());
}

function requestUser(state: ServerState, request: ApiRequest): UserContext {
  return authenticateToken(bearerToken(request.headers.authorization), state.sessions, state.org);
}

/** Using the API is a permission. Requests count against the daily limit, which every answer states. */
function countedAnswer(state: ServerState, user: UserContext, answer: () => Answer): Answer {
  if (!state.org.security.hasPermission(user.id, 'ApiEnabled')) {
    return failure(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.');
  }
  state.usage.requests++;
  const usage = `api-usage=${state.usage.requests}/${DAILY_REQUESTS}`;
  const { headers, ...rest } = answer();
  return { ...rest, headers: { ...headers, 'sforce-limit-info': usage } };
}

function soap(handler: Handler): Handler {
  return (request) => {
    try {
      return handler(request);
    } catch (error) {
      if (error instanceof SoapFault) return faultAnswer(error);
      throw error;
    }
  };
}

function answerSafely(handler: () => Answer, onDefect: (error: unknown) => void): Answer {
  try {
    return handler();
  } catch (error) {
    const known = errorAnswer(error);
    if (known !== undefined) return known;
    onDefect(error);
    const message = `An unexpected error occurred: ${error instanceof Error ? error.message : String(error)}`;
    return { status: 500, body: [{ message, errorCode: 'UNKNOWN_EXCEPTION' }] };
  }
}

function apiRequest(request: FastifyRequest): ApiRequest {
  const [path = '', query = ''] = request.url.split(/\?(.*)/s);
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    origin: `${request.protocol}://${request.host}`,
    address: request.ip,
    method: request.method,
    path,
    query: new URLSearchParams(query),
    headers: Object.fromEntries(headers),
    body: decodedBody(request),
  };
}

function decodedBody(request: FastifyRequest): Uint8Array {
  const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
  if (body.length === 0) return body;
  const encoding = request.headers['content-encoding'];
  return encoding === 'gzip' ? unpacked(gunzipSync, body) : encoding === 'deflate' ? unpacked(inflateSync, body) : body;
}

/** What is packed may not become larger than what may be sent as it is. */
function unpacked(unpack: typeof gunzipSync, body: Uint8Array): Uint8Array {
  try {
    return unpack(body, { maxOutputLength: LARGEST_BODY });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new ApiError(413, 'REQUEST_ENTITY_TOO_LARGE', 'The request is larger than 150 MB when it is unpacked');
    }
    throw new ApiError(
      400,
      'INVALID_CONTENT_ENCODING',
      'The request is not packed as its header Content-Encoding says',
    );
  }
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  void reply.code(answer.status).headers(answer.headers ?? {});
  const { content, body } = answer;
  if (content !== undefined) {
    return reply.type(content.type).send(typeof content.data === 'string' ? content.data : Buffer.from(content.data));
  }
  if (body === undefined) return reply.send();
  return reply.type('application/json;charset=UTF-8').send(JSON.stringify(body));
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function soapVersion(request: ApiRequest): string {
  return /\/(\d+\.\d)(?:\/|$)/.exec(request.path)?.[1] ?? '67.0';
}
