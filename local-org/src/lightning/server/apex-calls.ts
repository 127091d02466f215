/** Calls of `@AuraEnabled` methods from the browser. */
import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../api/http/errors.ts';
import type { Authenticate } from '../../api/ui-api/routes.ts';
import type { UserContext } from '../../database/services.ts';
import type { Org } from '../../org/org.ts';

interface ApexCall {
  readonly className: string;
  readonly method: string;
  readonly params: Record<string, unknown>;
}

export function registerApexCalls(scope: FastifyInstance, org: Org, authenticate: Authenticate): void {
  scope.post('/_app/apex', (request, reply) => {
    const user = authenticate(request);
    return reply.send({ returnValue: callApex(org, user, readCall(request.body)) ?? null });
  });
}

function callApex(org: Org, user: UserContext, { className, method, params }: ApexCall): unknown {
  if (!org.security.hasApexClass(user.id, className)) {
    const message = `You do not have access to the Apex class named '${className}'.`;
    throw new ApiError(403, 'INSUFFICIENT_ACCESS', message);
  }
  return org.transaction(user, (tx) => org.apex.callAuraMethod(tx, className, method, params));
}

function readCall(body: unknown): ApexCall {
  const call = (typeof body === 'object' && body !== null ? body : {}) as Partial<Record<keyof ApexCall, unknown>>;
  if (typeof call.className !== 'string' || typeof call.method !== 'string') {
    throw new ApiError(400, 'INVALID_PARAMETER', 'An Apex call names a class and a method.');
  }
  const params =
    typeof call.params === 'object' && call.params !== null ? (call.params as Record<string, unknown>) : {};
  return { className: call.className, method: call.method, params };
}
