/** Exceptions of Apex as components receive them ("Error Handling" in "Call Apex Methods", LWC guide). */
import { ApexFailure } from '../../apex/engine/failure.ts';
import { SystemException } from '../../apex/runtime/exception.ts';
import type { Answer } from '../../api/http/answer.ts';

/** Undefined for what is no exception of Apex. */
export function apexError(error: unknown): Answer | undefined {
  return error instanceof ApexFailure ? { status: 500, body: bodyOf(error) } : undefined;
}

function bodyOf({ exception, exceptionType, exceptionMessage, apexStack }: ApexFailure): object {
  if (exception instanceof SystemException && exception.failures.length > 0) return dmlBody(exception);
  // An AuraHandledException gives the browser its message and nothing of the code.
  if (exceptionType === 'System.AuraHandledException') return { message: exceptionMessage };
  return {
    exceptionType,
    isUserDefinedException: !(exception instanceof SystemException),
    message: exceptionMessage,
    stackTrace: apexStack,
  };
}

/** A DmlException that no Apex catches reaches components by page and by field, without a message. */
function dmlBody(error: SystemException): object {
  const pageErrors: object[] = [];
  const fieldErrors: Record<string, object[]> = {};
  for (const { statusCode, message, fields } of error.failures) {
    if (fields.length === 0) pageErrors.push({ statusCode, message });
    for (const field of fields) (fieldErrors[field] ??= []).push({ statusCode, message });
  }
  return { duplicateResults: [], fieldErrors, index: null, pageErrors };
}
