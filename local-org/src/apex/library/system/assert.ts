/** System.Assert ("Assert Class", Apex Reference Guide). */
import { isInstance } from '../../runtime/casts.ts';
import { stringOf, typeOf, type TypeValue } from '../../runtime/index.ts';
import { libraryClass, type Behaviour } from '../define.ts';
import { required } from '../support/arguments.ts';
import { assertEqual, assertNotEqual, failAssertion } from '../support/assertions.ts';

/** A method without and with a message at the end. */
function withMessage(signature: string, check: (...args: never[]) => void): Record<string, Behaviour> {
  return {
    [`${signature})`]: check,
    [`${signature}, String msg)`]: check,
  };
}

export const assertClass = libraryClass('System.Assert', {
  ...withMessage('static void areEqual(Object expected, Object actual', assertEqual),
  ...withMessage('static void areNotEqual(Object notExpected, Object actual', assertNotEqual),
  'static void fail()': () => failAssertion(null),
  'static void fail(String msg)': (message: string | null) => failAssertion(message),
  ...withMessage('static void isFalse(Boolean condition', (condition: boolean | null, message?: string) => {
    if (condition !== false) failAssertion(message, `Expected: false, Actual: ${stringOf(condition)}`);
  }),
  ...withMessage('static void isTrue(Boolean condition', (condition: boolean | null, message?: string) => {
    if (condition !== true) failAssertion(message, `Expected: true, Actual: ${stringOf(condition)}`);
  }),
  ...withMessage('static void isNull(Object value', (value: unknown, message?: string) => {
    if (value !== null) failAssertion(message, `Expected: null, Actual: ${stringOf(value)}`);
  }),
  ...withMessage('static void isNotNull(Object value', (value: unknown, message?: string) => {
    if (value === null) failAssertion(message, 'Value is null');
  }),
  ...withMessage(
    'static void isInstanceOfType(Object instance, System.Type expectedType',
    (instance: unknown, expected: TypeValue | null, message?: string) => {
      if (isInstance(instance, required(expected, 2).type)) return;
      failAssertion(message, `Expected instance of: ${stringOf(expected)}, Actual: ${typeOf(instance).toString()}`);
    },
  ),
  ...withMessage(
    'static void isNotInstanceOfType(Object instance, System.Type notExpectedType',
    (instance: unknown, unexpected: TypeValue | null, message?: string) => {
      if (!isInstance(instance, required(unexpected, 2).type)) return;
      failAssertion(message, `Not expected instance of: ${stringOf(unexpected)}`);
    },
  ),
});
