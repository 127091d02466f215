/** Exceptions of Apex as components receive them ("Error Handling" in "Call Apex Methods", LWC guide). */
import { ApexException, SystemException } from '../../apex/runtime/exception.ts';
import type { Answer } from '../../api/http/answer.ts';

/** Undefined for what is no exception of Apex. */
export function apexError(error: unknown): Answer | undefined {
  if (!(error instanceof ApexException)) return undefined;
  return { status: 500, body: bodyOf(error) };
}

function bodyOf(error: ApexException): object {
  if (error instanceof SystemException && error.failures.length > 0) return dmlBody(error);
  const message = error.message ?? 'Script-thrown exception';
  // An AuraHandledException gives the browser its message and nothing of the code.
  if (error.apexType.isLibrary('System.AuraHandledException')) return { message };
  return {
    exceptionType: error.apexType.toString(),
    isUserDefinedException: !(error instanceof SystemException),
    message,
    stackTrace: error.frames.map((frame) => `${frame.name}: line ${frame.line}, column 1`).join('\n'),
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
