/** What went wrong, as the REST API says it (REST API Developer Guide, "Status Codes and Error Responses"). */
import { DmlError } from '../../database/dml-error.ts';
import { LimitExceeded } from '../../database/limits.ts';
import type { SaveError } from '../../database/services.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import type { Answer } from './answer.ts';

/** An error with an HTTP status of its own. */
export class ApiError extends OrgError {
  readonly status: number;

  constructor(status: number, code: string, message: string, fields: readonly string[] = []) {
    super(code, message, fields);
    this.name = 'ApiError';
    this.status = status;
  }
}

/** More than one record has an external id: the answer's body is the list of their addresses. */
export class MultipleChoices extends OrgError {
  readonly addresses: readonly string[];

  constructor(addresses: readonly string[]) {
    super('MULTIPLE_CHOICES', 'More than one record has this external id');
    this.addresses = addresses;
  }
}

export function notFound(message = 'The requested resource does not exist'): ApiError {
  return new ApiError(404, 'NOT_FOUND', message);
}

/** Statuses of codes that are not answered with 400. */
const STATUSES: Readonly<Record<string, number>> = {
  INVALID_SESSION_ID: 401,
  FORBIDDEN: 403,
  INSUFFICIENT_ACCESS: 403,
  INSUFFICIENT_ACCESS_OR_READONLY: 403,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 403,
  API_DISABLED_FOR_ORG: 403,
  REQUEST_LIMIT_EXCEEDED: 403,
  ENTITY_IS_DELETED: 404,
  NOT_FOUND: 404,
  APEX_ERROR: 500,
  METHOD_NOT_ALLOWED: 405,
  UNSUPPORTED_MEDIA_TYPE: 415,
};

export interface ErrorEntry {
  readonly message: string;
  readonly errorCode: string;
  readonly fields?: readonly string[];
}

/** The answer for an exception; undefined for one that is a defect of the local org itself. */
export function errorAnswer(error: unknown): Answer | undefined {
  if (error instanceof NotSupported) {
    return { status: 501, body: [{ message: error.message, errorCode: 'NOT_SUPPORTED' }] };
  }
  if (error instanceof DmlError) {
    const errors = error.failures.flatMap((failure) => failure.errors);
    return { status: statusOf(error.code), body: errors.map(saveErrorEntry) };
  }
  if (error instanceof LimitExceeded) {
    return { status: 500, body: [{ message: error.message, errorCode: 'LIMIT_EXCEEDED' }] };
  }
  if (!(error instanceof OrgError)) return undefined;
  const entry: ErrorEntry = { message: error.message, errorCode: error.code };
  if (error instanceof MultipleChoices) return { status: 300, body: error.addresses };
  const status = error instanceof ApiError ? error.status : statusOf(error.code);
  return { status, body: [error.fields.length === 0 ? entry : { ...entry, fields: error.fields }] };
}

export function statusOf(code: string): number {
  return STATUSES[code] ?? 400;
}

/** An error of a save, as answers for a single record carry it. */
export function saveErrorEntry(error: SaveError): ErrorEntry {
  return { message: error.message, errorCode: error.statusCode, fields: error.fields };
}
