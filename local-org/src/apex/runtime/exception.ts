/** Exceptions of Apex. They are thrown as they are; JavaScript errors that reach a catch clause are turned into them. */
import { libraryType, type ApexType } from '../types/apex-type.ts';
import { ApexObject } from './apex-object.ts';
import { captureFrames, type StackFrame } from './stack.ts';

export abstract class ApexException extends ApexObject {
  message: string | null = null;
  cause: ApexException | null = null;
  private readonly captured = captureFrames();

  /** Where the exception was made, innermost first. */
  get frames(): readonly StackFrame[] {
    return this.captured();
  }

  override toString(): string {
    const name = this.apexType.toString();
    return this.message === null ? name : `${name}: ${this.message}`;
  }
}

/** What went wrong with one record of a DML statement. */
export interface DmlFailure {
  /** Position in the list that was saved. */
  readonly index: number;
  readonly id: string | null;
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** "You can't catch an assertion failure using a try/catch block" (System Class, assert); limits neither. */
const uncatchable: ReadonlySet<string> = new Set(['System.LimitException', 'System.AssertException']);

/** An exception of the platform itself; `typeName` is qualified: `System.DmlException`. */
export class SystemException extends ApexException {
  readonly type: ApexType;
  failures: readonly DmlFailure[] = [];
  /** Fields that a query in user mode asked for and that the user may not read, by object. */
  inaccessibleFields: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(typeName: string, message: string | null = null, cause: ApexException | null = null) {
    super();
    this.type = libraryType(typeName);
    this.message = message;
    this.cause = cause;
  }

  get apexType(): ApexType {
    return this.type;
  }

  /** Limit and assertion failures end the transaction: no catch clause sees them. */
  get catchable(): boolean {
    return !uncatchable.has(this.type.name);
  }
}

/** Throws an exception of Apex. They are values of Apex code, which may make, keep and throw them: no errors of JavaScript. */
export function raise(exception: ApexException): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- see above
  throw exception;
}

/** Throws an exception of the platform, e.g. `throwApex('System.MathException', 'Divide by 0')`. */
export function throwApex(typeName: string, message: string): never {
  raise(new SystemException(typeName, message));
}

/** For `value ?? nullPointer()`: what using a null receiver does. */
export function nullPointer(): never {
  raise(new SystemException('System.NullPointerException', 'Attempt to de-reference a null object'));
}
