/** Which errors of JavaScript a catch clause of Apex sees, and as what. */
import { LimitExceeded } from '../../database/limits.ts';
import { NotSupported, OrgError, WorkTooLarge } from '../../schema/errors.ts';
import { ArithmeticError } from '../../schema/values/decimal.ts';
import { isStackOverflow } from '../parse/errors.ts';
import { ApexException, SystemException } from './exception.ts';

/** The Apex exception that was thrown; what Apex cannot catch (limits, unsupported features, faults of the engine) goes on. */
export function caught(thrown: unknown): ApexException {
  const exception = asException(thrown);
  if (exception === undefined || (exception instanceof SystemException && !exception.catchable)) throw thrown;
  return exception;
}

/** Errors of services that are not about a query or a record. */
const exceptionTypes: Readonly<Record<string, string>> = {
  ASYNC_EXCEPTION: 'System.AsyncException',
  INVALID_ID_FIELD: 'System.InvalidParameterValueException',
  LIST_EXCEPTION: 'System.ListException',
  STRING_EXCEPTION: 'System.StringException',
  TYPE_EXCEPTION: 'System.TypeException',
};

/** Any error as an Apex exception, also those that cannot be caught; undefined for faults of the engine itself. */
export function asException(thrown: unknown): ApexException | undefined {
  if (thrown instanceof ApexException) return thrown;
  if (thrown instanceof LimitExceeded || thrown instanceof WorkTooLarge) {
    return new SystemException('System.LimitException', thrown.message);
  }
  if (thrown instanceof ArithmeticError) return new SystemException('System.MathException', thrown.message);
  if (thrown instanceof NotSupported) return undefined;
  // What a job of a test failed with comes back to the test as it was thrown.
  if (thrown instanceof OrgError && 'exception' in thrown && thrown.exception instanceof ApexException) {
    return thrown.exception;
  }
  if (thrown instanceof OrgError) {
    return new SystemException(exceptionTypes[thrown.code] ?? 'System.UnexpectedException', thrown.message);
  }
  if (isStackOverflow(thrown)) {
    return new SystemException('System.LimitException', 'Maximum stack depth reached: 1001');
  }
  if (
    thrown instanceof RangeError &&
    /^Invalid (?:string length|array length|count value)|maximum size exceeded/.test(thrown.message)
  ) {
    return new SystemException('System.LimitException', 'Apex heap size too large');
  }
  return undefined;
}
