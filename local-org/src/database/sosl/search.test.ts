import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runTransaction } from '../transaction.ts';
import { ADMIN, TestDatabase } from '../test-support/database.ts';
import { lookup, object, schemaOf } from '../test-support/schema.ts';
import { setFixedSearchResults } from './fixed-results.ts';
import { searchMatcher, wordsOf } from './search-text.ts';

const database = new TestDatabase(
  schemaOf(
    object('Keeper__c', { keyPrefix: 'a01' }, ['Name', 'string'], ['Email__c', 'email']),
    object(
      'Bear__c',
      { keyPrefix: 'a02' },
      ['Name', 'string'],
      ['Story__c', 'textarea'],
      lookup('Keeper__c', 'Keeper__c'),
    ),
  ),
);
const tom = database.add('Keeper__c', { Name: 'Tom Baker', Email__c: 'tom@zoo.example' });
database.add('Bear__c', { Name: 'Bruno', Story__c: 'Found by Tom in the woods', Keeper__c: tom });
database.add('Bear__c', { Name: 'Tomcat bear' });

function find(sosl: string): Record<string, unknown[]> {
  const results = database.run((tx) => database.engine.search(tx, sosl, { mode: 'system', sharing: false }));
  return Object.fromEntries(
    results.map(({ object, records }) => [object.name, records.map((row) => row.values.get('Name') ?? row.id)]),
  );
}

describe('SOSL', () => {
  it('finds words in the fields of the group, for each object', () => {
    assert.deepEqual(find('FIND {tom} IN ALL FIELDS RETURNING Keeper__c(Name), Bear__c(Name)'), {
      Keeper__c: ['Tom Baker'],
      Bear__c: ['Bruno'],
    });
    assert.deepEqual(find("FIND 'tom*' IN NAME FIELDS RETURNING Keeper__c(Name), Bear__c(Id, Name)"), {
      Keeper__c: ['Tom Baker'],
      Bear__c: ['Tomcat bear'],
    });
    assert.deepEqual(find('FIND {zoo} IN EMAIL FIELDS RETURNING Keeper__c'), { Keeper__c: [tom] });
    assert.deepEqual(find('FIND {baker}'), { Keeper__c: [tom], Bear__c: [] });
  });

  it('filters, sorts and limits what it found', () => {
    assert.deepEqual(find("FIND {tom*} RETURNING Bear__c(Name WHERE Name LIKE '%e%')"), { Bear__c: ['Tomcat bear'] });
    assert.deepEqual(find('FIND {tom*} RETURNING Bear__c(Name ORDER BY Name DESC LIMIT 1)'), {
      Bear__c: ['Tomcat bear'],
    });
  });

  it('takes clauses that change nothing of what is found, and refuses those that would', () => {
    for (const clause of [
      'WITH SPELL_CORRECTION = false',
      "WITH METADATA = 'LABELS'",
      'WITH SNIPPET (target_length=120)',
      'LIMIT 5 UPDATE TRACKING',
      'UPDATE VIEWSTAT',
    ]) {
      assert.deepEqual(find(`FIND {tom} RETURNING Keeper__c(Name) ${clause}`), { Keeper__c: ['Tom Baker'] }, clause);
    }
    assert.throws(() => find("FIND {tom} RETURNING Keeper__c WITH DIVISION = 'North'"), /SOSL WITH DIVISION = 'North'/);
  });

  it('finds only what a test fixes', () => {
    const found = runTransaction(database.store, database.org, ADMIN, { isTest: true }, (tx) => {
      const search = () =>
        database.engine.search(tx, 'FIND {tom} RETURNING Keeper__c', { mode: 'system', sharing: false });
      const before = search()[0].records.length;
      setFixedSearchResults(tx, [tom]);
      return [before, search()[0].records.length];
    });
    assert.deepEqual(found, [0, 1]);
  });

  it('refuses what it cannot read', () => {
    assert.throws(() => find('FIND {tom} IN SOME FIELDS'), { code: 'MALFORMED_QUERY' });
    assert.throws(() => find('FIND {tom} RETURNING Nothing__c'), { code: 'INVALID_TYPE' });
    assert.throws(() => find('FIND {t}'), /longer than one character/);
  });
});

it('many wildcards do not take for ever', () => {
  assert.equal(searchMatcher(`${'*a'.repeat(200)}*b`)(['a'.repeat(5000)]), false);
});

describe('Search text', () => {
  const matches = (search: string, text: string) => searchMatcher(search)(wordsOf(text));

  it('combines words', () => {
    assert.equal(matches('joe smith', 'Smith, Joe'), true);
    assert.equal(matches('joe smith', 'Joe'), false);
    assert.equal(matches('joe OR smith', 'Joe'), true);
    assert.equal(matches('joe AND NOT smith', 'Joe Smith'), false);
    assert.equal(matches('(ann OR joe) AND smith', 'Joe Smith'), true);
    assert.equal(matches('"joe smith"', 'Smith Joe Smith'), true);
    assert.equal(matches('"joe smith"', 'Smith Joe'), false);
    assert.equal(matches('sm?th', 'SMYTH'), true);
    assert.equal(matches('joe', 'joey'), false);
    assert.equal(matches('j*y OR x', 'joey'), true);
    assert.equal(matches('*o*o*', 'joey'), false);
    assert.equal(matches('j?', 'joe'), false);
  });
});
