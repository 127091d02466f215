/** What queries may not ask, how much they may, and their clauses FOR. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TestDatabase, testUser } from '../test-support/database.ts';
import { object, schemaOf } from '../test-support/schema.ts';
import { zoo } from '../test-support/zoo.ts';

const database = zoo();

describe('Errors', () => {
  const message = (soql: string) => {
    try {
      database.query(soql);
    } catch (error) {
      return (error as Error).message;
    }
    return 'no error';
  };

  it('show where a name is wrong', () => {
    const end =
      " on entity 'Bear__c'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. " +
      'Please reference your WSDL or the describe call for the appropriate names.';
    assert.equal(
      message('SELECT Foo FROM Bear__c'),
      `\nSELECT Foo FROM Bear__c\n       ^\nERROR at Row:1:Column:8\nNo such column 'Foo'${end}`,
    );
    assert.equal(
      message(
        'SELECT Id, Name FROM Bear__c\n WHERE Weight__c > 1 AND Name != null AND Foo = 1 AND Name != null AND Name != null',
      ),
      '\nWeight__c > 1 AND Name != null AND Foo = 1 AND Name != null AND Name\n' +
        `${' '.repeat(35)}^\nERROR at Row:2:Column:43\nNo such column 'Foo'${end}`,
    );
    assert.throws(() => database.query('SELECT Foo__r.Name FROM Bear__c'), {
      code: 'INVALID_FIELD',
      message: /Didn't understand relationship 'Foo__r' in field path/,
    });
    assert.throws(() => database.query('SELECT Id FROM Foo__c'), {
      code: 'INVALID_TYPE',
      message: /Row:1:Column:16\nsObject type 'Foo__c' is not supported/,
    });
    assert.throws(() => database.query('SELECT (SELECT Id FROM Foo__r) FROM Keeper__c'), {
      code: 'INVALID_TYPE',
      message: /Didn't understand relationship 'Foo__r' in FROM part of query call/,
    });
  });

  it('say which value a filter takes', () => {
    assert.match(
      message('SELECT Id FROM Bear__c WHERE Name = 5'),
      /value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes$/,
    );
    assert.match(
      message("SELECT Id FROM Bear__c WHERE Weight__c > '5'"),
      /must be of type double and should not be enclosed in quotes$/,
    );
    assert.match(
      message('SELECT Id FROM Bear__c WHERE Seen__c > 2026-01-01'),
      /must be of type dateTime and should not be enclosed in quotes$/,
    );
    assert.match(message("SELECT Id FROM Bear__c WHERE Tame__c = 'true'"), /must be of type boolean/);
    assert.match(message("SELECT Id FROM Bear__c WHERE Id LIKE 'a%'"), /invalid operator on id field$/);
    assert.match(
      message("SELECT Id FROM Bear__c WHERE Story__c = 'x'"),
      /field 'Story__c' can not be filtered in a query call$/,
    );
    assert.match(
      message('SELECT Id FROM Bear__c ORDER BY Story__c'),
      /field 'Story__c' can not be sorted in a query call$/,
    );
    assert.match(
      message('SELECT Id FROM Bear__c GROUP BY Story__c'),
      /field 'Story__c' can not be grouped in a query call$/,
    );
    assert.match(message('SELECT Name, name FROM Bear__c'), /duplicate field selected: Name$/);
  });

  it('show where the grammar is broken', () => {
    assert.equal(
      message('SELECT Id FROM Bear__c WHERE Name = 1 AND Name = 2 OR Name = 3'),
      "\nBear__c WHERE Name = 1 AND Name = 2 OR Name = 3\n                                    ^\nERROR at Row:1:Column:52\nunexpected token: 'OR'",
    );
    assert.match(message('SELECT Id FROM'), /unexpected token: '<EOF>'$/);
    assert.match(message('SELECT Id FROM Bear__c WHERE'), /unexpected token: '<EOF>'$/);
  });
});

describe('Limits', () => {
  const used = (soql: string) =>
    database.run((tx) => {
      tx.org.query.run(tx, soql, { mode: 'system', sharing: false });
      return (['soqlQueries', 'soqlRows', 'aggregateQueries'] as const).map((name) => tx.limits.used(name));
    });

  it('count queries, rows of every level, and child queries', () => {
    assert.deepEqual(used('SELECT Id FROM Bear__c'), [1, 3, 0]);
    assert.deepEqual(used('SELECT Id, (SELECT Id FROM Bears__r) FROM Keeper__c'), [1, 4, 1]);
    assert.deepEqual(used('SELECT COUNT() FROM Bear__c'), [1, 1, 0]);
    assert.deepEqual(used('SELECT COUNT(Id) FROM Bear__c GROUP BY Tame__c'), [1, 2, 0]);
    assert.deepEqual(used('SELECT SUM(Weight__c) FROM Bear__c'), [1, 3, 0]);
  });

  it('do not count queries of custom metadata, unless they read long text', () => {
    const types = new TestDatabase(
      schemaOf(
        object(
          'Rule__mdt',
          { keyPrefix: 'm00', owned: false, kind: 'customMetadata' },
          ['Label', 'string'],
          ['Body__c', 'textarea', { length: 5000 }],
        ),
      ),
    );
    const queries = (soql: string) =>
      types.run((tx) => {
        tx.org.query.run(tx, soql, { mode: 'system', sharing: false });
        return tx.limits.used('soqlQueries');
      });
    assert.deepEqual([queries('SELECT Label FROM Rule__mdt'), queries('SELECT Body__c FROM Rule__mdt')], [0, 1]);
  });

  it('stop the 101st query', () => {
    assert.throws(
      () =>
        database.run((tx) => {
          for (let count = 0; count < 101; count++) {
            tx.org.query.run(tx, 'SELECT Id FROM Group', { mode: 'system', sharing: false });
          }
        }),
      { code: 'LIMIT_EXCEEDED', message: 'Too many SOQL queries: 101' },
    );
  });
});

describe('FOR clauses', () => {
  it('FOR VIEW and FOR REFERENCE set the dates of this user alone', () => {
    const seen = new TestDatabase(
      schemaOf(
        object(
          'Bear__c',
          { keyPrefix: 'a02' },
          ['Name', 'string'],
          ['LastViewedDate', 'datetime'],
          ['LastReferencedDate', 'datetime'],
        ),
      ),
    );
    seen.add('Bear__c', { Name: 'Bruno' });
    seen.add('Bear__c', { Name: 'Ursa' });
    seen.query("SELECT Id FROM Bear__c WHERE Name = 'Bruno' FOR REFERENCE");
    seen.query("SELECT Id FROM Bear__c WHERE Name = 'Ursa' FOR VIEW");
    const now = '2026-01-14T10:00:00.000+0000';
    assert.deepEqual(seen.rows('SELECT Name, LastViewedDate, LastReferencedDate FROM Bear__c'), [
      { Name: 'Bruno', LastViewedDate: null, LastReferencedDate: now },
      { Name: 'Ursa', LastViewedDate: now, LastReferencedDate: now },
    ]);
    assert.deepEqual(seen.column('SELECT Name FROM Bear__c WHERE LastViewedDate = TODAY'), ['Ursa']);
    const other = testUser('005000000000002AAA');
    assert.deepEqual(seen.column('SELECT Name FROM Bear__c WHERE LastViewedDate != null', {}, other), []);
  });

  it('FOR UPDATE takes no order', () => {
    assert.equal(database.rows('SELECT Id FROM Keeper__c FOR UPDATE').length, 2);
    assert.throws(
      () => database.query('SELECT Id FROM Keeper__c ORDER BY Name FOR UPDATE'),
      /ORDER BY is not allowed with FOR UPDATE/,
    );
  });
});
