import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateBody, runBody } from '../test-support/program.ts';
import { asException } from './caught.ts';

const tooLarge = (body: string): void => {
  assert.throws(
    () => runBody(`try { ${body} } catch (Exception e) { return 'caught'; }`),
    (error) => {
      const exception = asException(error);
      return (
        exception?.apexType.name === 'System.LimitException' &&
        /^Apex heap size too large: \d+$/.test(exception.message ?? '')
      );
    },
  );
};

test('collections that are filled without end do not fit into the heap, and nothing can catch that', () => {
  tooLarge('List<Integer> all = new List<Integer>(); while (true) { all.add(1); }');
  tooLarge('List<Object> all = new List<Object>{ 1 }; while (true) { all.addAll(all); }');
  tooLarge('Set<Integer> all = new Set<Integer>(); for (Integer i = 0; true; i++) { all.add(i); }');
  tooLarge(
    "Map<Integer, Account> all = new Map<Integer, Account>(); for (Integer i = 0; true; i++) { all.put(i, new Account(Name = 'A' + i)); }",
  );
});

test('what collections hold counts: a few thousand long texts are too large, the same text again and again is not', () => {
  tooLarge(
    `List<String> all = new List<String>(); for (Integer i = 0; i < 10000; i++) { all.add(i + 'x'.repeat(2000)); }`,
  );
  tooLarge(`List<List<String>> all = new List<List<String>>();
    for (Integer i = 0; i < 10000; i++) { all.add(new List<String>{ 'x'.repeat(2000) + i }); }`);
  assert.equal(
    evaluateBody(`List<Account> all = new List<Account>(); Account one = new Account(Name = 'x'.repeat(2000));
      for (Integer i = 0; i < 10000; i++) { all.add(one); } return all.size();`),
    '10000',
  );
});

test('the heap that Limits tells of is what static variables hold', () => {
  const kept = 'public class Kept { public static List<String> texts = new List<String>(); }';
  const size = (count: number): string =>
    evaluateBody(
      `Integer before = Limits.getHeapSize();
       for (Integer i = 0; i < ${count}; i++) { Kept.texts.add('x'.repeat(1000)); }
       Integer added = Limits.getHeapSize() - before;
       return added >= ${count * 1000} && added < ${count * 1100 + 100};`,
      kept,
    );
  assert.equal(size(10), 'true');
  assert.equal(size(2000), 'true');
  assert.equal(evaluateBody('return Limits.getLimitHeapSize();'), '6000000');
});
