import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Connection } from 'jsforce';
import { send, ServedOrg } from '../test-support/served-org.ts';

const D = '/services/data/v66.0';
let served: ServedOrg;
let admin: Connection;
before(async () => {
  served = await ServedOrg.start();
  admin = served.admin;
  for (let part = 0; part < 11; part++) {
    const rows = Array.from({ length: 200 }, (_, index) => ({ Name: `Bear ${part * 200 + index}`, Weight__c: index }));
    const results = await admin.sobject('Bear__c').create(rows);
    assert.ok(results.every((result) => result.success));
  }
});
after(() => served.close());

test('2,000 records are one page; the next has an address', async () => {
  const first = await admin.query('SELECT Id FROM Bear__c');
  assert.deepEqual([first.totalSize, first.done, first.records.length], [2200, false, 2000]);
  const second = await admin.queryMore(first.nextRecordsUrl ?? '');
  assert.deepEqual([second.totalSize, second.done, second.records.length], [2200, true, 200]);
  const ids = new Set([...first.records, ...second.records].map((record) => record.Id));
  assert.equal(ids.size, 2200);
});

test('clients may ask for smaller pages', async () => {
  const answer = await send(admin, 'GET', `${D}/query?q=SELECT+Id+FROM+Bear__c`, undefined, {
    'sforce-query-options': 'batchSize=500',
  });
  assert.equal((answer.json as { records: unknown[] }).records.length, 500);
});

test('a page of somebody else, or of no query, is refused', async () => {
  const { nextRecordsUrl } = await admin.query('SELECT Id FROM Bear__c');
  const other = await served.newUser('other@example.com');
  const answer = await send(other, 'GET', new URL(nextRecordsUrl ?? '').pathname);
  assert.equal(answer.status, 400);
  assert.match(answer.text, /INVALID_QUERY_LOCATOR/);
  assert.equal((await send(admin, 'GET', `${D}/query/01gnothing-5`)).status, 400);
});

test('jsforce fetches all pages itself', async () => {
  const records = await admin.sobject('Bear__c').find({}, ['Name']).execute({ autoFetch: true, maxFetch: 5000 });
  assert.equal(records.length, 2200);
});

test('a search without fields selects all of them, compound ones too', async () => {
  await admin.sobject('Account').create({ Name: 'Acme', ShippingCity: 'Bergen' });
  const account = await admin.sobject('Account').findOne({ Name: 'Acme' });
  assert.deepEqual((account?.ShippingAddress as { city: string } | undefined)?.city, 'Bergen');
  assert.equal(account?.BillingAddress, null);
});

test('parents, children and aggregates have their shapes', async () => {
  const account = await admin.sobject('Account').create({ Name: 'Zoo' });
  await admin.sobject('Contact').create({ LastName: 'Vet', AccountId: account.id ?? '' });
  const { records } = await admin.query(
    `SELECT Name, Parent.Name, Owner.Name, (SELECT LastName FROM Contacts), (SELECT Id FROM Opportunities) FROM Account WHERE Name = 'Zoo'`,
  );
  const [zoo] = records as Record<string, Record<string, unknown> | null>[];
  assert.equal(zoo?.Parent, null);
  assert.equal(zoo.Owner?.Name, 'Org Administrator');
  assert.equal(zoo.Contacts?.totalSize, 1);
  assert.equal(zoo.Opportunities, null);
  assert.equal('Id' in zoo, false);
  const grouped = await admin.query(`SELECT COUNT(Id) n, MAX(Weight__c) m FROM Bear__c`);
  assert.deepEqual(grouped.records, [{ attributes: { type: 'AggregateResult' }, n: 2200, m: 199 }]);
  assert.deepEqual(await admin.query('SELECT COUNT() FROM Bear__c'), { totalSize: 2200, done: true, records: [] });
});

test('deleted records are found by queryAll only', async () => {
  const { id } = await admin.sobject('Account').create({ Name: 'Gone' });
  await admin.sobject('Account').destroy(id ?? '');
  const soql = `SELECT IsDeleted FROM Account WHERE Name = 'Gone'`;
  assert.equal((await admin.query(soql)).totalSize, 0);
  assert.equal((await admin.query(soql, { scanAll: true })).records[0]?.IsDeleted, true);
});

test('columns of a query are described for command lines', async () => {
  const soql = encodeURIComponent('SELECT Id, Weight__c, Owner.Name FROM Bear__c LIMIT 1');
  const { json } = await send(admin, 'GET', `${D}/query?q=${soql}&columns=true`);
  const { columnMetadata, entityName } = json as { columnMetadata: Record<string, unknown>[]; entityName: string };
  assert.equal(entityName, 'Bear__c');
  assert.deepEqual(
    columnMetadata.map(({ columnName, numberType, joinColumns }) => [
      columnName,
      numberType,
      (joinColumns as unknown[]).length,
    ]),
    [
      ['Id', false, 0],
      ['Weight__c', true, 0],
      ['Owner', false, 1],
    ],
  );
});

test('records are found by their words', async () => {
  const found = await admin.search('FIND {Bear 2199} IN NAME FIELDS RETURNING Bear__c(Id, Name)');
  assert.deepEqual(
    found.searchRecords.map((record) => record.Name as string),
    ['Bear 2199'],
  );
  const answer = await send(admin, 'GET', `${D}/parameterizedSearch?q=Bear+2198&sobject=Bear__c&fields=Name`);
  assert.deepEqual(
    (answer.json as { searchRecords: { Name: string }[] }).searchRecords.map((record) => record.Name),
    ['Bear 2198'],
  );
});

test('limits and numbers of records', async () => {
  const limits = await admin.limits();
  assert.ok((limits.DailyApiRequests?.Remaining ?? 0) < 15_000);
  const { json } = await send(admin, 'GET', `${D}/limits/recordCount?sObjects=Bear__c`);
  assert.deepEqual(json, { sObjects: [{ count: 2200, name: 'Bear__c' }] });
});
