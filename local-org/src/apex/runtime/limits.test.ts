import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LimitExceeded } from '../../database/limits.ts';
import { evaluateBody, runBody } from '../test-support/program.ts';
import { asException } from './caught.ts';

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
