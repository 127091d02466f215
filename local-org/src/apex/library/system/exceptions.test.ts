import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateBody } from '../../test-support/program.ts';
import { checkApex } from '../test-support/apex-table.ts';

test('messages, types and causes', () => {
  checkApex({
    "new IllegalArgumentException('bad').getMessage()": 'bad',
    'new MathException().getMessage()': 'Script-thrown exception',
    "new StringException('s').getTypeName()": 'System.StringException',
    "new DmlException('outer', new MathException('inner')).getCause().getMessage()": 'inner',
    "new AuraHandledException('for the browser').getMessage()": 'Script-thrown exception',
    "new CalloutException('x').getNumDml()": '0',
  });
  const renamed = "AuraHandledException e = new AuraHandledException('a'); e.setMessage('b'); return e.getMessage();";
  assert.equal(evaluateBody(renamed), 'b');
  const own = 'public class OwnException extends Exception { }';
  const body =
    "try { throw new OwnException('mine'); } catch (Exception e) { return e.getTypeName() + e.getMessage() + e.getLineNumber(); }";
  assert.equal(evaluateBody(body, own), 'OwnExceptionmine3');
});

test('an assertion that fails cannot be caught', () => {
  const body = 'try { System.assert(false, 1); } catch (Exception e) { } return 0;';
  assert.throws(() => evaluateBody(body), { message: 'Assertion Failed: 1' });
  const failure = (call: string): string => {
    try {
      evaluateBody(`${call}; return 0;`);
    } catch (error) {
      return (error as Error).message;
    }
    return 'none';
  };
  assert.equal(failure("System.assertEquals('a', 'A')"), 'Assertion Failed: Expected: a, Actual: A');
  assert.equal(failure('System.assertNotEquals(1, 1)'), 'Assertion Failed: Same value: 1');
  assert.equal(failure("Assert.fail('why')"), 'Assertion Failed: why');
  assert.equal(
    failure("Assert.isInstanceOfType('x', Integer.class)"),
    'Assertion Failed: Expected instance of: Integer, Actual: String',
  );
  assert.equal(failure('System.assertEquals(1, 1.0)'), 'none');
  assert.equal(failure("Assert.isNotInstanceOfType('x', Integer.class)"), 'none');
});
