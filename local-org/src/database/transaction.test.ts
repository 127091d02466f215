import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ADMIN, TestDatabase, testUser } from './test-support/database.ts';
import { object, schemaOf } from './test-support/schema.ts';
import { currentTransaction, hasCurrentTransaction, runTransaction, type Transaction } from './transaction.ts';

function zoo() {
  const database = new TestDatabase(
    schemaOf(object('Bear__c', { keyPrefix: 'a00', owned: false }, ['Name', 'string'])),
  );
  const names = () => database.store.allRows(database.store.schema.require('Bear__c')).map((row) => row.get('Name'));
  const add = (name: string) => database.add('Bear__c', { Name: name });
  return { database, names, add };
}

function fail(): never {
  throw new Error('planned');
}

describe('runTransaction', () => {
  it('commits, and undoes everything when something is thrown', () => {
    const { database, names, add } = zoo();
    assert.equal(
      database.run(() => (add('kept'), 'result')),
      'result',
    );
    assert.throws(() => database.run(() => (add('lost'), fail())), /planned/);
    assert.deepEqual(names(), ['kept']);
  });

  it('is current while it runs, and only then', () => {
    const { database } = zoo();
    database.run((tx) => assert.equal(currentTransaction(), tx));
    assert.equal(hasCurrentTransaction(), false);
    assert.throws(() => currentTransaction(), /No transaction is running/);
  });

  it('runs what waits for the commit afterwards, unless all is undone', () => {
    const { database, add } = zoo();
    const done: string[] = [];
    database.run((tx) => {
      tx.onCommit(() => done.push(`after, running: ${hasCurrentTransaction()}`));
      done.push('inside');
    });
    assert.throws(() => database.run((tx) => (tx.onCommit(() => done.push('never')), fail())));
    runTransaction(database.store, database.org, ADMIN, { rollback: true }, (tx) => {
      add('undone');
      tx.onCommit(() => done.push('never'));
    });
    assert.deepEqual(done, ['inside', 'after, running: false']);
  });

  it('commits an inner transaction into the outer, which can still undo it', () => {
    const { database, names, add } = zoo();
    runTransaction(database.store, database.org, ADMIN, { rollback: true }, (outer) => {
      database.run((inner) => {
        assert.notEqual(inner.limits, outer.limits);
        add('inner');
      });
      assert.equal(currentTransaction(), outer);
      assert.deepEqual(names(), ['inner']);
    });
    assert.deepEqual(names(), []);
  });

  it('keeps state by key for as long as it runs', () => {
    const { database } = zoo();
    const key = {};
    const count = (tx: Transaction) => tx.state(key, () => ({ value: 0 }));
    assert.equal(
      database.run((tx) => (count(tx).value++, count(tx).value++, count(tx).value)),
      2,
    );
    assert.equal(
      database.run((tx) => count(tx).value),
      0,
    );
  });
});

describe('Savepoints', () => {
  it('undo rows, waiting actions and the state of layers', () => {
    const { database, names, add } = zoo();
    const done: string[] = [];
    database.run((tx) => {
      let depth = 0;
      tx.onSavepoint(() => {
        const before = depth;
        return () => (depth = before);
      });
      add('first');
      const savepoint = tx.savepoint();
      tx.onCommit(() => done.push('undone'));
      add('second');
      depth = 5;
      tx.rollbackTo(savepoint);
      assert.deepEqual([names(), depth], [['first'], 0]);
      add('third');
      tx.onCommit(() => done.push('kept'));
      tx.rollbackTo(savepoint);
      add('fourth');
      tx.onCommit(() => done.push('last'));
    });
    assert.deepEqual(names(), ['first', 'fourth']);
    assert.deepEqual(done, ['last']);
  });

  it('are gone after a rollback to an earlier one, and after their release', () => {
    const { database } = zoo();
    database.run((tx) => {
      const [early, late] = [tx.savepoint(), tx.savepoint()];
      tx.rollbackTo(early);
      assert.throws(() => tx.rollbackTo(late), { code: 'INVALID_SAVEPOINT' });
      tx.release(early);
      assert.throws(() => tx.rollbackTo(early), { code: 'INVALID_SAVEPOINT' });
    });
  });
});

describe('runAs', () => {
  it('changes the user for the call alone, also when it fails', () => {
    const { database } = zoo();
    database.run((tx) => {
      const other = testUser('005000000000009AAA');
      assert.equal(
        tx.runAs(other, () => tx.user.id),
        other.id,
      );
      assert.throws(() => tx.runAs(other, fail));
      assert.equal(tx.user, ADMIN);
    });
  });
});
