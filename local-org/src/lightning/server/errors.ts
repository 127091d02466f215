/** What the app is answered when something goes wrong. */
import type { FastifyInstance } from 'fastify';
import { errorAnswer } from '../../api/ui-api/errors.ts';
import { apexError } from './apex-errors.ts';

interface HttpFailure {
  readonly statusCode?: number;
  readonly message: string;
}

export function handleErrors(scope: FastifyInstance, onDefect: (error: unknown) => void): void {
  scope.setErrorHandler((error: HttpFailure, _request, reply) => {
    const known = apexError(error) ?? errorAnswer(error);
    if (known !== undefined) return reply.code(known.status).send(known.body);
    const status = error.statusCode ?? 500;
    // What the web server itself refuses: a body that is no JSON, or too large.
    if (status < 500) return reply.code(status).send([{ errorCode: 'JSON_PARSER_ERROR', message: error.message }]);
    onDefect(error);
    const message = `An unexpected error occurred: ${error.message}`;
    return reply.code(500).send([{ errorCode: 'UNKNOWN_EXCEPTION', message }]);
  });
}
