import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ADMIN, TestDatabase, testUser } from '../../test-support/database.ts';
import { object, schemaOf } from '../../test-support/schema.ts';
import { FormulaMemo } from './formula-memo.ts';

describe('a formula that is evaluated again for the same inputs', () => {
  const database = new TestDatabase(
    schemaOf(
      object(
        'Bear__c',
        { keyPrefix: 'a02' },
        ['Name', 'string'],
        ['Born__c', 'date'],
        ['Age__c', 'double', { formula: 'TODAY() - Born__c', groupable: false }],
        ['Seer__c', 'string', { formula: 'Name & $User.Id' }],
      ),
      object('User', { keyPrefix: '005', owned: false }, ['Name', 'string']),
    ),
  );
  for (const Name of ['a', 'b']) database.add('Bear__c', { Name, Born__c: '2026-01-01' });
  const other = testUser('005000000000002AAA', { timeZone: 'Pacific/Pago_Pago' });

  it('goes by the day in the time zone of the user who asks', () => {
    assert.deepEqual(database.column('SELECT Age__c FROM Bear__c'), ['13.00', '13.00']);
    assert.deepEqual(database.column('SELECT Age__c FROM Bear__c', {}, other), ['12.00', '12.00']);
  });

  it('is not remembered where it reads more than the record', () => {
    for (const user of [ADMIN, other]) {
      const id = user.id.slice(0, 15);
      assert.deepEqual(database.column('SELECT Seer__c FROM Bear__c', {}, user), [`a${id}`, `b${id}`]);
    }
  });

  it('is evaluated once for each list of inputs', () => {
    const memo = new FormulaMemo();
    let evaluated = 0;
    const result = (...inputs: (string | bigint | null)[]) =>
      memo.get(inputs, 0, 'UTC', () => {
        evaluated++;
        return inputs.join('|');
      });
    const lists = [['a', 'bc'], ['ab', 'c'], ['ab', null], [null, 'ab'], [12n], ['1', '2']];
    for (const list of [...lists, ...lists]) assert.equal(result(...list), list.join('|'));
    assert.equal(evaluated, lists.length);
  });

  it('groups only for reports', () => {
    const soql = 'SELECT Age__c, COUNT(Id) n FROM Bear__c GROUP BY Age__c';
    assert.throws(() => database.rows(soql), /can not be grouped/);
    assert.deepEqual(database.rows(soql, { groupsByAny: true }), [{ Age__c: '13.00', n: 2 }]);
  });
});
