import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from '../../schema/values/index.ts';
import { rawNumber } from '../json/raw-number.ts';
import { resolveReferences, resolveText, UnresolvedReference } from './references.ts';

const answers = new Map<string, unknown>([
  ['made', { id: '001', success: true }],
  ['found', { records: [{ Name: 'A' }, { Name: 'B', Amount: rawNumber(Decimal.parse('5')), Gone: null }] }],
]);

test('a reference stands for a part of an earlier answer', () => {
  assert.equal(resolveText('/sobjects/Account/@{made.id}/x', answers), '/sobjects/Account/001/x');
  assert.equal(resolveText('@{found.records[1].Name}', answers), 'B');
  assert.equal(resolveText('@{found.records[1].amount}', answers), '5.0');
});

test('references are found at any depth of a body', () => {
  const body = { A: ['@{made.id}', 1, null], B: { C: 'x@{made.id}' } };
  assert.deepEqual(resolveReferences(body, answers), { A: ['001', 1, null], B: { C: 'x001' } });
});

for (const path of ['missing.id', 'made.nothing', 'found.records[7].Name', 'found.records', 'found.records[1].Gone']) {
  test(`@{${path}} cannot be resolved`, () => {
    assert.throws(() => resolveText(`@{${path}}`, answers), UnresolvedReference);
  });
}
