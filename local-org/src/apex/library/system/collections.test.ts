import { test } from 'node:test';
import { checkApex } from '../test-support/apex-table.ts';
import { evaluateBody } from '../../test-support/program.ts';
import assert from 'node:assert/strict';

test('lists', () => {
  checkApex({
    'new List<Integer>{3, 1, 2}.size()': '3',
    'new List<Integer>{1}.get(1)': 'System.ListException: List index out of bounds: 1',
    'new List<Integer>{1}.remove(-1)': 'System.ListException: List index out of bounds: -1',
    "new List<String>{'a', 'b'}.indexOf('B')": '-1',
    "new List<String>{'a', null}.contains(null)": 'true',
    'new List<Integer>{1, 2}.equals(new List<Integer>{1, 2})': 'true',
    'new List<Integer>{1, 2}.hashCode()': '994',
    'new List<Account>().getSObjectType()': 'Account',
    'new List<SObject>().getSObjectType()': 'null',
  });
  assert.equal(
    evaluateBody('List<Integer> a = new List<Integer>{1, 4}; a.add(1, 2); a.add(2, 3); a.addAll(a); return a;'),
    '(1, 2, 3, 4, 1, 2, 3, 4)',
  );
});

test('sorting', () => {
  const sorted = (declaration: string): string => evaluateBody(`${declaration}; a.sort(); return a;`);
  assert.equal(sorted("List<String> a = new List<String>{'b', null, 'A', 'a'}"), '(null, A, a, b)');
  assert.equal(sorted('List<Decimal> a = new List<Decimal>{1.5, 1.25, -2}'), '(-2, 1.25, 1.5)');
  assert.equal(sorted('List<Double> a = new List<Double>{10.0, 9.5}'), '(9.5, 10.0)');
  const byName =
    "List<Account> a = new List<Account>{new Account(Name = 'B'), new Account(Name = 'A', NumberOfEmployees = 2), new Account(Name = 'A', NumberOfEmployees = 1)}";
  assert.match(sorted(byName), /Name=A, NumberOfEmployees=1.*Name=A, NumberOfEmployees=2.*Name=B/);
  const box = `public class Box implements Comparable {
    public Integer size;
    public Box(Integer size) { this.size = size; }
    public Integer compareTo(Object other) { return ((Box) other).size - size; }
  }`;
  assert.equal(
    evaluateBody('List<Box> a = new List<Box>{new Box(1), new Box(3)}; a.sort(); return a[0].size;', box),
    '3',
  );
  const comparator = `public class ByLength implements Comparator<String> {
    public Integer compare(String a, String b) { return a.length() - b.length(); }
  }`;
  assert.equal(
    evaluateBody("List<String> a = new List<String>{'ccc', 'a', 'bb'}; a.sort(new ByLength()); return a;", comparator),
    '(a, bb, ccc)',
  );
  const plain = 'public class Plain { }';
  assert.equal(
    evaluateBody(
      'try { List<Plain> a = new List<Plain>{new Plain(), new Plain()}; a.sort(); return 0; } catch (ListException e) { return e.getMessage(); }',
      plain,
    ),
    'One or more of the items in this list is not Comparable.',
  );
});

test('sets', () => {
  checkApex({
    "new Set<String>{'a', 'b'}.contains('a')": 'true',
    'new Set<Integer>{1, 2, 3}.containsAll(new List<Integer>{1, 2})': 'true',
    'new Set<Integer>{1}.add(1)': 'false',
    'new Set<Integer>{1, 2}.equals(new Set<Integer>{2, 1})': 'true',
  });
  const body =
    "Set<Integer> a = new Set<Integer>{1, 2, 3}; Boolean changed = a.retainAll(new Set<Integer>{2, 3, 4}); return changed + ' ' + a;";
  assert.equal(evaluateBody(body), 'true {2, 3}');
  assert.equal(
    evaluateBody('Set<Integer> a = new Set<Integer>{1, 2}; return a.removeAll(new List<Integer>{3});'),
    'false',
  );
});

test('maps', () => {
  checkApex({
    "new Map<String, Integer>{'a' => 1}.get('b')": 'null',
    "new Map<String, Integer>{'a' => 1}.put('a', 2)": '1',
    "new Map<String, Integer>{'b' => 1, 'a' => 2}.values()": '(1, 2)',
    'new Map<Id, Account>(new List<Account>{new Account()})': 'System.ListException: Row with null Id at index: 0',
  });
  const unsaved =
    'Map<Id, Account> m = new Map<Id, Account>(); m.putAll(new List<Account>{new Account(), new Account()}); return m.size();';
  assert.equal(evaluateBody(unsaved), '1');
  const keys =
    "Map<String, Integer> m = new Map<String, Integer>{'a' => 1, 'b' => 2}; m.keySet().remove('a'); return m;";
  assert.equal(evaluateBody(keys), '{b=2}');
  const walking =
    "Map<String, Integer> m = new Map<String, Integer>{'a' => 1}; try { for (String k : m.keySet()) { m.put('c', 3); } return m; } catch (FinalException e) { return e.getMessage(); }";
  assert.equal(evaluateBody(walking), 'Cannot modify a collection while it is being iterated.');
});

test('options are sorted by their values, then by their labels', () => {
  const body = `List<SelectOption> all = new List<SelectOption>{ new SelectOption('b', '1'), new SelectOption('a', '3'), new SelectOption('a', '2') };
    all.sort();
    String found = '';
    for (SelectOption each : all) found += each.getValue() + each.getLabel();
    return found;`;
  assert.equal(evaluateBody(body), 'a2a3b1');
});

test('iterators', () => {
  const body = `Iterator<Integer> i = new List<Integer>{1, 2}.iterator();
    Integer sum = 0;
    while (i.hasNext()) { sum += i.next(); }
    try { i.next(); } catch (NoSuchElementException e) { return sum; }
    return null;`;
  assert.equal(evaluateBody(body), '3');
  const range = `public class Range implements Iterable<Integer>, Iterator<Integer> {
    Integer at = 0;
    public Iterator<Integer> iterator() { return this; }
    public Boolean hasNext() { return at < 3; }
    public Integer next() { return at++; }
  }`;
  assert.equal(evaluateBody("return String.join(new Range(), '+');", range), '0+1+2');
});
