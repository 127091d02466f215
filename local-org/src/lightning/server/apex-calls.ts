/** Calls of `@AuraEnabled` methods from the browser, and the errors they answer with. */
import type { FastifyInstance } from 'fastify';
import type { UserContext } from '../../database/services.ts';
import type { Org } from '../../org/org.ts';
import { errorAnswer, UiApiError } from '../../api/ui-api/errors.ts';
import type { Authenticate } from '../../api/ui-api/routes.ts';
import { apexError } from './apex-errors.ts';

interface ApexCall {
  readonly className: string;
  readonly method: string;
  readonly params: Record<string, unknown>;
}

export function registerApexCalls(app: FastifyInstance, org: Org, authenticate: Authenticate): void {
  app.post('/_app/apex', (request, reply) => {
    try {
      return reply.send(callApex(org, authenticate(request), request.body));
    } catch (error) {
      const known = apexError(error) ?? errorAnswer(error);
      if (known === undefined) throw error;
      return reply.code(known.status).send(known.body);
    }
  });
}

function callApex(org: Org, user: UserContext, body: unknown): unknown {
  const { className, method, params } = readCall(body);
  if (!org.security.hasApexClass(user.id, className)) {
    throw new UiApiError(403, 'INSUFFICIENT_ACCESS', `You do not have access to the Apex class named '${className}'.`);
  }
  const result = org.transaction(user, (tx) => org.apex.callAuraMethod(tx, className, method, params));
  return { returnValue: result ?? null };
}

function readCall(body: unknown): ApexCall {
  const call = (typeof body === 'object' && body !== null ? body : {}) as Partial<Record<keyof ApexCall, unknown>>;
  if (typeof call.className !== 'string' || typeof call.method !== 'string') {
    throw new UiApiError(400, 'INVALID_PARAMETER', 'An Apex call names a class and a method.');
  }
  const params =
    typeof call.params === 'object' && call.params !== null ? (call.params as Record<string, unknown>) : {};
  return { className: call.className, method: call.method, params };
}
