import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RecordData } from './modules/shell/records/types.ts';
import { isVisible, recordPaths, type Criterion } from './modules/shell/flexiPage/visibility.ts';

function record(values: Record<string, unknown>): RecordData {
  const fields = Object.entries(values).map(([name, value]) => [name, { displayValue: null, value }] as const);
  return {
    apiName: 'Bear__c',
    fields: Object.fromEntries(fields),
    id: 'a00',
    lastModifiedDate: null,
    recordTypeId: '',
    recordTypeInfo: null,
  };
}

const on = (recordPath: string, operator: string, value: string): Criterion => ({ recordPath, operator, value });

describe('visibility rules', () => {
  it('compares texts without regard to case, numbers as numbers, checkboxes as true and false', () => {
    const bear = record({ Name: 'Paddington', Weight__c: 90, IsHungry__c: true, Den__r: record({ Name: 'London' }) });
    const shows = (criterion: Criterion) => isVisible({ logic: null, criteria: [criterion] }, bear);
    assert.ok(shows(on('Name', 'EQUAL', 'paddington')));
    assert.ok(shows(on('Name', 'CONTAINS', 'DING')));
    assert.ok(!shows(on('Name', 'NE', 'Paddington')));
    assert.ok(shows(on('Weight__c', 'GT', '9')));
    assert.ok(shows(on('Weight__c', 'EQUAL', '90.0')));
    assert.ok(!shows(on('Weight__c', 'LE', '89')));
    assert.ok(shows(on('IsHungry__c', 'EQUAL', 'true')));
    assert.ok(shows(on('Den__r.Name', 'EQUAL', 'London')));
  });

  it('takes an empty field for an empty text, which is neither more nor less than a value', () => {
    const bear = record({ Weight__c: null });
    assert.ok(isVisible({ logic: null, criteria: [on('Weight__c', 'EQUAL', '')] }, bear));
    assert.ok(!isVisible({ logic: null, criteria: [on('Weight__c', 'LT', '5')] }, bear));
  });

  it('needs all criteria, or what the logic says', () => {
    const yes: Criterion = { result: true };
    const no: Criterion = { result: false };
    assert.ok(!isVisible({ logic: null, criteria: [yes, no] }, undefined));
    assert.ok(isVisible({ logic: '1 AND (2 OR 3)', criteria: [yes, no, yes] }, undefined));
    assert.ok(!isVisible({ logic: '1 AND 2 OR 3', criteria: [yes, no, no] }, undefined));
    assert.ok(isVisible({ logic: 'NOT 2 AND 1', criteria: [yes, no] }, undefined));
  });

  it('names the fields it asks for', () => {
    assert.deepEqual(recordPaths({ logic: null, criteria: [on('Name', 'EQUAL', 'x'), { result: true }] }), ['Name']);
  });
});
