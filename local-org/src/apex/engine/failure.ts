/** Apex exceptions that nobody caught, as the layers outside of Apex see them. */
import { OrgError } from '../../schema/errors.ts';
import { asException } from '../runtime/caught.ts';
import type { ApexException } from '../runtime/exception.ts';
import { formatFrames } from '../runtime/stack.ts';

/** `message` is `System.NullPointerException: Attempt to …`; `exceptionMessage` the exception's own. */
export class ApexFailure extends OrgError {
  readonly exception: ApexException;
  /** `System.NullPointerException`. */
  readonly exceptionType: string;
  readonly exceptionMessage: string;
  /** `Class.Foo.bar: line 12, column 1`, one line per frame. */
  readonly apexStack: string;

  constructor(exception: ApexException) {
    super('APEX_ERROR', exception.toString());
    this.name = 'ApexFailure';
    this.exception = exception;
    this.exceptionType = exception.apexType.toString();
    this.exceptionMessage = exception.message ?? 'Script-thrown exception';
    this.apexStack = formatFrames(exception.frames);
  }
}

/** Runs Apex code from outside: what it throws comes out as an `ApexFailure`, faults of the engine as they are. */
export function outermost<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw asFailure(error);
  }
}

export function asFailure(error: unknown): unknown {
  if (error instanceof ApexFailure) return error;
  const exception = asException(error);
  return exception === undefined ? error : new ApexFailure(exception);
}
