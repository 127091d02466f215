/** Finds the resource for a path below `/services/data/vNN.N`. */
import type { UserContext } from '../database/services.ts';
import type { Call, Resource, ServerState } from './call.ts';
import { decodePart, failure, type Answer, type ApiRequest } from './http/answer.ts';
import { ApiError, errorAnswer, notFound } from './http/errors.ts';
import { isKnownVersion } from './http/versions.ts';

export interface Route {
  readonly method: string;
  /** Parts divided by `/`; `:name` takes any one part, `*` at the end takes the rest. */
  readonly pattern: string;
  readonly resource: Resource;
}

interface CompiledRoute extends Route {
  readonly expression: RegExp;
  readonly names: readonly string[];
}

const VERSIONED = /^\/services\/data\/v(\d+\.\d)(?:\/(.*))?$/;

export class Router {
  private readonly routes: readonly CompiledRoute[];

  constructor(routes: readonly Route[]) {
    this.routes = routes.map(compile);
  }

  /** Answers the request; problems that the API has words for become answers, defects are thrown. */
  answer(state: ServerState, user: UserContext, request: ApiRequest): Answer {
    try {
      return this.dispatch(state, user, request);
    } catch (error) {
      const answer = errorAnswer(error);
      if (answer === undefined) throw error;
      return answer;
    }
  }

  private dispatch(state: ServerState, user: UserContext, request: ApiRequest): Answer {
    const [, version, rest = ''] = VERSIONED.exec(request.path) ?? [];
    if (version === undefined || !isKnownVersion(version)) throw notFound();
    const method = methodOf(request);
    const matching = this.routes.filter((route) => route.expression.test(rest));
    const route = matching.find((candidate) => candidate.method === method);
    if (route === undefined) {
      if (matching.length === 0) throw notFound();
      return methodNotAllowed(method, matching);
    }
    const call: Call = {
      state,
      org: state.org,
      user,
      request,
      params: readParams(route, rest),
      basePath: `/services/data/v${version}`,
      version,
      dispatch: (part) => this.answer(state, user, part),
    };
    return route.resource(call);
  }
}

/** HEAD is answered as GET; `?_HttpMethod=PATCH` stands for a method that a client cannot send. */
function methodOf(request: ApiRequest): string {
  if (request.method === 'HEAD') return 'GET';
  return request.method === 'POST' ? (request.query.get('_HttpMethod')?.toUpperCase() ?? 'POST') : request.method;
}

function methodNotAllowed(method: string, routes: readonly Route[]): Answer {
  const allowed = [...new Set(routes.map((route) => route.method))].join(',');
  return failure(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are ${allowed}`);
}

function compile(route: Route): CompiledRoute {
  const names: string[] = [];
  const parts = route.pattern.split('/').map((part) => {
    if (part === '*') return '(.*)';
    if (!part.startsWith(':')) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    names.push(part.slice(1));
    return '([^/]+)';
  });
  return { ...route, names, expression: new RegExp(`^${parts.join('/')}$`, 'i') };
}

function readParams(route: CompiledRoute, path: string): Record<string, string> {
  const values = route.expression.exec(path)?.slice(1) ?? [];
  return Object.fromEntries(
    route.names.map((name, index) => {
      const value = decodePart(values[index] ?? '');
      if (value === undefined)
        throw new ApiError(400, 'MALFORMED_URL', `The path part ${values[index]} cannot be decoded`);
      return [name, value];
    }),
  );
}
