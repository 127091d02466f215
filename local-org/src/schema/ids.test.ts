import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isId, newId, stableId, to18 } from './ids.ts';

test('ids carry three characters that tell the case of the others', () => {
  assert.equal(to18('0015000000bUPsM'), '0015000000bUPsMAAW');
  assert.equal(to18('a0B000000000001'), 'a0B000000000001EAA');
  assert.equal(to18('00D000000000062'), '00D000000000062EAA');
  assert.equal(to18('ABCDEABCDEABCDE'), 'ABCDEABCDEABCDE555');
});

test('ids count up and sort in the order they were made', () => {
  const ids = [1, 2, 61, 62, 3843, 3844, 1e12].map((sequence) => newId('001', sequence));
  assert.deepEqual(ids.toSorted(), ids);
  assert.equal(ids[3]?.slice(0, 15), '0015g0000000010');
  assert.ok(ids.every(isId));
});

test('stable ids depend on the name only', () => {
  assert.equal(stableId('012', 'Bear__c.Brown'), stableId('012', 'bear__c.brown'));
  assert.notEqual(stableId('012', 'Bear__c.Brown'), stableId('012', 'Bear__c.Black'));
  assert.ok(isId(stableId('012', 'x')));
});

test('tells ids from other text', () => {
  assert.equal(isId('001000000000010'), true);
  assert.equal(isId('001000000000010AAA'), true);
  assert.equal(isId('001000000000010AAB'), false);
  assert.equal(isId('00100000000001'), false);
  assert.equal(isId('00100000000001!'), false);
});
