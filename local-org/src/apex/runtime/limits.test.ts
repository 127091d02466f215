import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LimitExceeded } from '../../database/limits.ts';
import { evaluateBody, runBody } from '../test-support/program.ts';
import { asException } from './caught.ts';
import { machine } from './machine.ts';

test('a loop that never ends ends', () => {
  assert.throws(() => runBody('while (true) {}'), LimitExceeded);
});

test('limits cannot be caught', () => {
  assert.throws(() => runBody(`try { while (true) {} } catch (Exception e) { return 'caught'; }`), LimitExceeded);
});

test('recursion ends at the platform depth, and nothing can catch it', () => {
  const recursive = 'public class R { public static Integer f(Integer n) { return f(n + 1); } }';
  const recurse = (): unknown => runBody(`try { return R.f(1); } catch (Exception e) { return 'caught'; }`, recursive);
  assert.throws(recurse, (error) => asException(error)?.message === 'Maximum stack depth reached: 1001');
});

test('the depth counts calls that are under way only', () => {
  const deep = `public class R {
    public static Integer down(Integer n) { return n == 0 ? 0 : 1 + down(n - 1); }
  }`;
  const statements = 'Integer sum = 0; for (Integer i = 0; i < 5; i++) { sum += R.down(900); } return sum;';
  assert.equal(evaluateBody(statements, deep), '4500');
});

test('failed assertions cannot be caught', () => {
  const fail = (): unknown => runBody(`try { Assert.areEqual(1, 2); } catch (Exception e) { return 'caught'; }`);
  assert.throws(fail, (error) => asException(error)?.apexType.name === 'System.AssertException');
});

test('a string that is too long ends the transaction', () => {
  const tooLong = /String length exceeds maximum: 6000000/;
  const uncaught = (code: string): unknown =>
    runBody(`try { ${code} } catch (Exception e) { return 'caught'; } return null;`);
  const message = (code: string): string => {
    try {
      return `none: ${String(uncaught(code))}`;
    } catch (error) {
      return asException(error)?.message ?? String(error);
    }
  };
  assert.match(message(`String s = 'abc'; for (Integer i = 0; i < 40; i++) { s += s; }`), tooLong);
  assert.match(message(`String s = 'a'.repeat(3000001); String t = s + s;`), tooLong);
  assert.match(message(`String s = 'a'.repeat(6000001);`), tooLong);
  assert.match(message(`String s = 'ab'.repeat(2000000000);`), /heap size/);
  assert.equal(evaluateBody(`return 'a'.repeat(6000000).length();`), '6000000');
});

test('a list that doubles without end ends', () => {
  assert.throws(
    () => runBody(`List<Object> all = new List<Object>{ 1 }; while (true) { all.addAll(all); }`),
    (error) => /CPU time|heap size/.test(asException(error)?.message ?? ''),
  );
});

test('work that goes beyond a limit only as it ends leaves nothing running', () => {
  // The last turns are counted when the code is left.
  assert.throws(() => runBody('for (Integer i = 0; i < 20000001; i++) {}'), LimitExceeded);
  assert.equal(machine.running, false);
});
