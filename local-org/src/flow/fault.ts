/** Errors of flows. */
import { LimitExceeded } from '../database/limits.ts';
import { OrgError } from '../schema/errors.ts';

/** A flow whose definition makes no sense: a connector to nowhere, an unknown resource, a malformed formula. */
export class FlowDefinitionError extends OrgError {
  constructor(flow: string, reason: string) {
    super('INVALID_FLOW', `Flow ${flow}: ${reason}`);
    this.name = 'FlowDefinitionError';
  }
}

/** What goes wrong in one interview at run time: it takes the element's fault path or, without one, fails. */
export class FlowFault extends Error {
  override readonly name = 'FlowFault';
}

/** What a read or write element tried to do, as the platform words it. */
export type DataOperation = 'create' | 'update' | 'delete' | 'look up';

export function dataFault(operation: DataOperation, code: string, message: string): FlowFault {
  return new FlowFault(
    `This error occurred when the flow tried to ${operation} records: ${code}: ${message}. ` +
      'You can look up ExceptionCode values in the SOAP API Developer Guide.',
  );
}

/** The fault that an error means for an interview; limits, missing features and bugs are no faults and are thrown on. */
export function asFault(error: unknown, describe: (error: OrgError) => FlowFault): FlowFault {
  if (error instanceof FlowFault) return error;
  if (error instanceof OrgError && !isLimit(error)) return describe(error);
  throw error;
}

/** Nothing goes on after a limit is exceeded, in Apex that the flow called no more than in the flow ("Limit exceptions can't be caught"). */
function isLimit(error: OrgError): boolean {
  return (
    error instanceof LimitExceeded || ('exceptionType' in error && error.exceptionType === 'System.LimitException')
  );
}

/** As `asFault`, for Apex that was called: `APEX_ERROR` is an exception that nobody caught, with its type in the text. */
export function asApexFault(error: unknown): FlowFault {
  return asFault(error, ({ code, message }) => {
    const text = code === 'APEX_ERROR' ? message : `${code}: ${message}`;
    return new FlowFault(`An Apex error occurred: ${text}`);
  });
}
