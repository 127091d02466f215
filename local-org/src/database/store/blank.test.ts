import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SObject } from '../../schema/sobject.ts';
import { Store } from '../store.ts';
import { type FieldDefinition, object, schemaOf } from '../test-support/schema.ts';

const unique: FieldDefinition = ['Key__c', 'string', { unique: true, caseSensitive: true }];

function open(...fields: readonly FieldDefinition[]): Store {
  return Store.open(':memory:', schemaOf(object('Widget__c', { keyPrefix: 'a00' }, ...fields)));
}

function add(store: Store, key: string): string {
  const schema = store.schema.require('Widget__c');
  const record = new SObject(schema, [
    ['Id', store.newId(schema)],
    ['Key__c', key],
  ]);
  store.insertRow(record);
  return record.id!;
}

test('databases in memory of the same schema begin alike, and share nothing', () => {
  const first = open(unique);
  const id = add(first, 'a');
  const second = open(unique);
  assert.equal(second.getRows(second.schema.require('Widget__c'), [id]).size, 0);
  assert.equal(add(second, 'a'), id, 'ids are counted from the start');
  assert.throws(() => add(second, 'a'), /duplicate value/);
  first.close();
  assert.equal(second.getRows(second.schema.require('Widget__c'), [id]).size, 1);
});

test('each schema has the tables and indexes of its own', () => {
  for (let round = 0; round < 2; round += 1) {
    const plain = open(['Key__c', 'string']);
    add(plain, 'a');
    add(plain, 'a');
    const strict = open(unique);
    add(strict, 'a');
    assert.throws(() => add(strict, 'a'), /duplicate value/);
  }
});
