import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DateValue, Decimal } from '../../schema/values/index.ts';
import { types } from '../types/apex-type.ts';
import { ApexDouble, ApexList, ApexMap, ApexSet, equalsOf, looselyEqual, stringOf, SystemException } from './index.ts';

test('maps and sets keep insertion order and compare keys by value', () => {
  const map = new ApexMap(types.Decimal, types.String);
  map.put(Decimal.parse('1.0'), 'a');
  map.put(Decimal.parse('2'), 'b');
  assert.equal(map.put(Decimal.parse('1.00'), 'c'), 'a');
  assert.equal(stringOf(map), '{1.0=c, 2=b}');
  const set = new ApexSet(types.String, ['b', 'a', 'B', 'a']);
  assert.deepEqual([...set], ['b', 'a', 'B']);
  const dates = new ApexSet(types.Date, [DateValue.of(2026, 1, 31)]);
  assert.equal(dates.has(DateValue.of(2026, 1, 31)), true);
  assert.equal(dates.has(DateValue.of(2026, 1, 30)), false);
});

test('lists are keys by content', () => {
  const set = new ApexSet<unknown>(types.Object, [new ApexList(types.Integer, [1, 2])]);
  assert.equal(set.has(new ApexList(types.Integer, [1, 2])), true);
  assert.equal(set.has(new ApexList(types.String, ['1', '2'])), false);
});

test('numbers of different types are equal by value', () => {
  assert.equal(equalsOf(1, 1n), true);
  assert.equal(equalsOf(1, new ApexDouble(1)), true);
  assert.equal(equalsOf(Decimal.parse('1.50'), new ApexDouble(1.5)), true);
  assert.equal(equalsOf(1, 2n), false);
  assert.equal(equalsOf('a', 'A'), false);
  assert.equal(looselyEqual('a', 'A'), true);
});

test('text of values', () => {
  assert.equal(stringOf(null), 'null');
  assert.equal(stringOf(new ApexDouble(3)), '3.0');
  assert.equal(stringOf(new ApexDouble(12345678)), '1.2345678E7');
  assert.equal(stringOf(new ApexList(types.String, ['a', null])), '(a, null)');
  assert.equal(stringOf(new ApexSet(types.Integer, [1, 2])), '{1, 2}');
  assert.equal(stringOf(DateValue.of(2026, 1, 31)), '2026-01-31 00:00:00');
  const long = new ApexList(
    types.Integer,
    Array.from({ length: 11 }, (_, index) => index),
  );
  assert.equal(stringOf(long), '(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...)');
});

test('a list knows its bounds and refuses changes while it is read-only or walked', () => {
  const list = new ApexList(types.Integer, [1]);
  const fails = (type: string, message: string) => (error: unknown) =>
    error instanceof SystemException && error.type.name === type && error.message === message;
  assert.throws(() => list.at(1), fails('System.ListException', 'List index out of bounds: 1'));
  list.readOnly = true;
  assert.throws(() => list.add(2), fails('System.FinalException', 'Collection is read-only'));
});
