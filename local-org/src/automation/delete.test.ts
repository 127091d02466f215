import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DmlError } from '../database/dml-error.ts';
import { Decimal } from '../schema/values/index.ts';
import { lookup, master, objectFiles, rollUp } from './test-support/metadata.ts';
import { partly, system, type TestCode, TestOrg } from './test-support/test-org.ts';

const detail = (masterField: Record<string, ReturnType<typeof master>>) => ({
  definition:
    '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ControlledByParent</sharingModel>',
  fields: masterField,
});

const files = {
  ...objectFiles('Forest__c', {
    definition: '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel>',
    fields: { Trees__c: rollUp('count', 'Tree__c.Forest__c') },
  }),
  ...objectFiles('Tree__c', detail({ Forest__c: master('Forest__c', 'Trees') })),
  ...objectFiles('Nest__c', {
    ...detail({ Tree__c: master('Tree__c', 'Nests') }),
    fields: { Tree__c: master('Tree__c', 'Nests'), Key__c: { type: 'Text', length: 10, unique: true } },
  }),
  ...objectFiles('Ranger__c', {
    fields: {
      Forest__c: lookup('Forest__c', 'Rangers'),
      Home__c: lookup('Forest__c', 'Residents', { deleteConstraint: 'Restrict' }),
    },
  }),
};

function wood(code: TestCode = {}) {
  const org = new TestOrg(files, code);
  const forest = org.insert('Forest__c', { Name: 'Sherwood' });
  const tree = org.insert('Tree__c', { Name: 'Oak', Forest__c: forest });
  const nest = org.insert('Nest__c', { Name: 'Owl', Tree__c: tree, Key__c: 'owl' });
  const ranger = org.insert('Ranger__c', { Name: 'Robin', Forest__c: forest });
  const remove = (id: string) => org.run((tx) => org.dml.delete(tx, [id], system));
  const restore = (id: string, options = system) => org.run((tx) => org.dml.undelete(tx, [id], options));
  const alive = (object: string, id: string) => org.get(object, id) !== undefined;
  return { org, forest, tree, nest, ranger, remove, restore, alive };
}

describe('delete and undelete', () => {
  test('details go with their masters on every level, lookups are emptied, and all of it comes back', () => {
    const log: string[] = [];
    const record = (event: string): TestCode => ({ [event]: () => void log.push(event) });
    const { org, forest, tree, nest, ranger, remove, restore, alive } = wood({
      ...record('Forest__c before delete flow'),
      ...record('Forest__c before delete'),
      ...record('Forest__c after delete'),
      ...record('Forest__c after undelete'),
      ...record('Tree__c before delete'),
      ...record('Ranger__c before update'),
    });
    remove(forest);
    assert.deepEqual(log.splice(0), [
      'Forest__c before delete flow',
      'Forest__c before delete',
      'Forest__c after delete',
    ]);
    assert.deepEqual(
      [alive('Forest__c', forest), alive('Tree__c', tree), alive('Nest__c', nest)],
      [false, false, false],
    );
    assert.equal(org.get('Ranger__c', ranger).get('Forest__c'), null);
    restore(forest);
    assert.deepEqual(log.splice(0), ['Forest__c after undelete']);
    assert.deepEqual([alive('Forest__c', forest), alive('Tree__c', tree), alive('Nest__c', nest)], [true, true, true]);
    assert.equal(org.get('Ranger__c', ranger).get('Forest__c'), forest);
  });

  test('a lookup that was given another value in the meantime keeps it', () => {
    const { org, forest, ranger, remove, restore } = wood();
    const other = org.insert('Forest__c', { Name: 'Other' });
    remove(forest);
    org.update('Ranger__c', { Id: ranger, Forest__c: other });
    restore(forest);
    assert.equal(org.get('Ranger__c', ranger).get('Forest__c'), other);
  });

  test('a restricting lookup refuses the deletion and names the records', () => {
    const { org, forest, ranger, remove, alive } = wood();
    org.update('Ranger__c', { Id: ranger, Home__c: forest });
    assert.throws(() => remove(forest), {
      code: 'DELETE_FAILED',
      message: new RegExp(
        'Your attempt to delete Sherwood could not be completed because it is associated with the following rangers: Robin',
      ),
    });
    assert.ok(alive('Forest__c', forest));
  });

  test('what is gone, what never was, and what is no id', () => {
    const { org, forest, tree, remove } = wood();
    remove(forest);
    const never = org.store.newId(org.schema.require('Tree__c'));
    const results = org.run((tx) => org.dml.delete(tx, [tree, never, 'oak'], partly));
    assert.deepEqual(
      results.map(({ errors }) => errors[0]?.statusCode),
      ['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY', 'MALFORMED_ID'],
    );
  });

  test('a detail that went with its master does not come back alone, nor one whose unique value is taken', () => {
    const { org, forest, tree, nest, remove, restore } = wood();
    remove(forest);
    assert.throws(() => restore(tree), { code: 'UNDELETE_FAILED' });
    restore(forest);
    remove(nest);
    org.insert('Nest__c', { Name: 'Second', Tree__c: tree, Key__c: 'OWL' });
    assert.equal(restore(nest, partly)[0].errors[0]?.statusCode, 'DUPLICATE_VALUE');
  });

  test('an error of a trigger keeps its record; without all or none the others go', () => {
    const { org, forest, alive } = wood({
      'Forest__c before delete': (forests) => {
        for (const record of forests) {
          if (record.get('Name') === 'Sherwood') {
            record.errors.push({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Protected', fields: [] });
          }
        }
      },
    });
    const other = org.insert('Forest__c', { Name: 'Other' });
    assert.throws(() => org.run((tx) => org.dml.delete(tx, [other, forest], system)), DmlError);
    assert.ok(alive('Forest__c', other));
    const results = org.run((tx) => org.dml.delete(tx, [forest, other], partly));
    assert.deepEqual(
      results.map(({ success }) => success),
      [false, true],
    );
    assert.deepEqual([alive('Forest__c', forest), alive('Forest__c', other)], [true, false]);
  });

  test('roll-ups follow deletes and undeletes of details', () => {
    const { org, forest, tree, remove, restore } = wood();
    const trees = () => String(org.get('Forest__c', forest).get('Trees__c'));
    assert.equal(trees(), '1');
    remove(tree);
    assert.equal(trees(), '0');
    restore(tree);
    assert.equal(trees(), '1');
  });

  test('the owner has a share row, which goes and comes with the record and its owner', () => {
    const { org, forest, remove, restore } = wood();
    const shares = () =>
      org.store
        .findRows(org.schema.require('Forest__Share'), 'ParentId', [forest])
        .map((row) => [row.get('UserOrGroupId'), row.get('AccessLevel'), row.get('RowCause')]);
    assert.deepEqual(shares(), [[org.user.id, 'All', 'Owner']]);
    remove(forest);
    assert.deepEqual(shares(), []);
    restore(forest);
    const heir = org.addUser('heir@example.com');
    org.update('Forest__c', { Id: forest, OwnerId: heir });
    assert.deepEqual(shares(), [[heir, 'All', 'Owner']]);
  });

  test('a share row is removed for good', () => {
    const { org, forest, remove } = wood();
    const heir = org.addUser('heir@example.com');
    const shares = () => org.store.findRows(org.schema.require('Forest__Share'), 'UserOrGroupId', [heir]);
    const share = org.insert('Forest__Share', { ParentId: forest, UserOrGroupId: heir, AccessLevel: 'Read' });
    assert.equal(shares().length, 1);
    remove(share);
    assert.equal(shares().length, 0);
    assert.equal(org.store.getRows(org.schema.require('Forest__Share'), [share], { deleted: true }).size, 0);
  });
});

describe('merge', () => {
  test('children move to the master without triggers, duplicates go with its id, the master is updated last', () => {
    const log: unknown[] = [];
    const org = new TestOrg(
      {},
      {
        'Account before delete': ([account]) => void log.push('before delete', account.get('MasterRecordId')),
        'Account after delete': ([account]) => void log.push('after delete', account.get('MasterRecordId')),
        'Account before update': ([account]) => void log.push('before update', account.get('Name')),
        'Contact before update': () => void log.push('contact'),
      },
    );
    const keep = org.insert('Account', { Name: 'Keep' });
    const lose = org.insert('Account', { Name: 'Lose', AnnualRevenue: Decimal.of(5) });
    const contact = org.insert('Contact', { LastName: 'Doe', AccountId: lose });
    org.run((tx) => org.dml.merge(tx, org.record('Account', { Id: keep, Name: 'Kept' }), [lose], system));
    assert.deepEqual(log, ['before delete', null, 'after delete', keep, 'before update', 'Kept']);
    assert.equal(org.get('Contact', contact).get('AccountId'), keep);
    assert.equal(org.get('Account', lose), undefined);
    assert.equal(org.get('Account', keep).get('AnnualRevenue'), null);
  });
});
