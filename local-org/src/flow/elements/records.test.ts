import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SObject } from '../../schema/sobject.ts';
import { Decimal } from '../../schema/values/index.ts';
import {
  assign,
  filter,
  FlowOrg,
  literal,
  next,
  reference,
  setField,
  startAt,
  variable,
} from '../test-support/flow-org.ts';
import { OUT, IN, LIST, toys, org, outputs } from '../test-support/toys.ts';

describe('Get Records', () => {
  const get = (body: string): string =>
    `<recordLookups><name>Get</name><label>x</label><object>Toy__c</object>${next('After')}${body}</recordLookups>`;
  const keep = assign('After', [['result', 'Assign', reference('Get')]]);

  function withToys(flow: FlowOrg): FlowOrg {
    for (const [Name, price] of [
      ['Ball', '5'],
      ['Kite', '20'],
      ['Top', '10'],
    ] as const) {
      flow.insert('Toy__c', { Name, Price__c: Decimal.parse(price) });
    }
    return flow;
  }

  it('reads one record, the first in order', () => {
    const flow = org(
      'Find',
      startAt('Get') +
        toys('result', OUT) +
        keep +
        get(
          '<getFirstRecordOnly>true</getFirstRecordOnly><storeOutputAutomatically>true</storeOutputAutomatically><sortField>Price__c</sortField><sortOrder>Desc</sortOrder>',
        ),
    );
    assert.deepEqual(outputs(withToys(flow).start('Find')), { result: 'Kite' });
  });

  it('reads all records that meet the filters, up to a limit', () => {
    const flow = org(
      'Find',
      startAt('Get') +
        toys('result', OUT + LIST) +
        keep +
        get(
          filter('Price__c', 'GreaterThanOrEqualTo', literal('numberValue', 10)) +
            filter('Name', 'Contains', literal('stringValue', 'ba')) +
            `<filterLogic>or</filterLogic><limit><numberValue>2</numberValue></limit><storeOutputAutomatically>true</storeOutputAutomatically><sortField>Name</sortField><sortOrder>Asc</sortOrder>`,
        ),
    );
    assert.deepEqual(outputs(withToys(flow).start('Find')), { result: ['Ball', 'Kite'] });
  });

  it('stores in variables, or blanks when nothing is found and that is wanted', () => {
    const body = (assignNull: boolean): string =>
      startAt('Get') +
      variable('price', 'Number', OUT + literal('numberValue', 1)) +
      assign('After', []) +
      get(
        `${filter('Name', 'EqualTo', literal('stringValue', assignNull ? 'Kate' : 'Kite'))}<filterLogic>and</filterLogic><assignNullValuesIfNoRecordsFound>${assignNull}</assignNullValuesIfNoRecordsFound>` +
          '<outputAssignments><assignToReference>price</assignToReference><field>Price__c</field></outputAssignments>',
      );
    assert.deepEqual(outputs(withToys(org('Find', body(false))).start('Find')), { price: 20 });
    assert.deepEqual(outputs(withToys(org('Find', body(true))).start('Find')), { price: null });
  });
});

describe('Create, Update and Delete Records', () => {
  it('create a collection at once and leave the ids on it', () => {
    const flow = org(
      'Create',
      startAt('Fill') +
        toys('one') +
        toys('all', OUT + LIST) +
        assign(
          'Fill',
          [
            ['one.Name', 'Assign', literal('stringValue', 'Ball')],
            ['all', 'Add', reference('one')],
            ['one.Name', 'Assign', literal('stringValue', 'Top')],
            ['all', 'Add', reference('one')],
          ],
          next('Make'),
        ) +
        '<recordCreates><name>Make</name><label>x</label><inputReference>all</inputReference></recordCreates>',
    );
    const { all } = flow.start('Create');
    assert.deepEqual(
      (all as SObject[]).map(({ id }) => flow.get('Toy__c', id!).get('Name')),
      ['Ball', 'Top'],
    );
  });

  it('upsert by an external id', () => {
    const flow = org(
      'Put',
      startAt('Fill') +
        variable('city', 'String', IN) +
        variable('crate', 'SObject', '<objectType>Crate__c</objectType>') +
        assign(
          'Fill',
          [
            ['crate.Name', 'Assign', literal('stringValue', 'A')],
            ['crate.Code__c', 'Assign', literal('stringValue', 'a-1')],
            ['crate.City__c', 'Assign', reference('city')],
          ],
          next('Make'),
        ) +
        '<recordCreates><name>Make</name><label>x</label><doesUpsert>true</doesUpsert><inputReference>crate</inputReference><upsertExternalIdField>Code__c</upsertExternalIdField></recordCreates>',
    );
    flow.start('Put', { city: 'Bern' });
    flow.start('Put', { city: 'Basel' });
    const crates = flow.run((tx) =>
      tx.org.query.run(tx, 'SELECT City__c FROM Crate__c', { mode: 'system', sharing: false }),
    );
    assert.deepEqual(
      crates.records.map((crate) => crate.get('City__c')),
      ['Basel'],
    );
  });

  it('update records with what the flow changed, and nothing else', () => {
    const flow = org(
      'Raise',
      startAt('Get') +
        toys('changed', LIST) +
        `<recordLookups><name>Get</name><label>x</label><object>Toy__c</object>${next('Each')}<storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
        `<loops><name>Each</name><label>x</label><collectionReference>Get</collectionReference>${next('Add', 'nextValueConnector')}${next('Rename', 'noMoreValuesConnector')}</loops>` +
        `<recordUpdates><name>Rename</name><label>x</label>${next('Save')}<object>Toy__c</object>${setField('Name', literal('stringValue', 'New'))}</recordUpdates>` +
        assign(
          'Add',
          [
            ['Each.Price__c', 'Add', literal('numberValue', 1)],
            ['changed', 'Add', reference('Each')],
          ],
          next('Each'),
        ) +
        '<recordUpdates><name>Save</name><label>x</label><inputReference>changed</inputReference></recordUpdates>',
    );
    const ids = ['5', '6'].map((price) => flow.insert('Toy__c', { Name: 'T', Price__c: Decimal.parse(price) }));
    flow.start('Raise');
    assert.deepEqual(
      ids.map((id) => flow.get('Toy__c', id)).map((toy) => `${String(toy.get('Name'))} ${String(toy.get('Price__c'))}`),
      ['New 6.00', 'New 7.00'],
    );
  });

  it('delete what conditions find', () => {
    const flow = org(
      'Clear',
      startAt('Remove') +
        `<recordDeletes><name>Remove</name><label>x</label><object>Toy__c</object>${filter('Price__c', 'LessThan', literal('numberValue', 10))}<filterLogic>and</filterLogic></recordDeletes>`,
    );
    const cheap = flow.insert('Toy__c', { Name: 'T', Price__c: Decimal.of(5) });
    const dear = flow.insert('Toy__c', { Name: 'T', Price__c: Decimal.of(50) });
    flow.start('Clear');
    assert.equal(flow.get('Toy__c', cheap), undefined);
    assert.ok(flow.get('Toy__c', dear) !== undefined);
  });

  it('fault on a record that was never set', () => {
    const flow = org(
      'Save',
      startAt('Save') +
        toys('nothing') +
        '<recordUpdates><name>Save</name><label>x</label><inputReference>nothing</inputReference></recordUpdates>',
    );
    assert.throws(() => flow.start('Save'), /failed to access the value for nothing because it hasn't been set/);
  });
});
