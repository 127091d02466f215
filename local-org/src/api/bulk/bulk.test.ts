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
  admin.bulk2.pollInterval = 1;
});
after(() => served.close());

test('jsforce loads records and learns what became of each', async () => {
  const input = [
    { Name: 'One', Weight__c: '3.5' },
    { Name: 'Heavy', Weight__c: '5000' },
    { Name: 'Odd', Weight__c: 'much' },
  ];
  const results = await admin.bulk2.loadAndWaitForResults({ object: 'Bear__c', operation: 'insert', input });
  assert.deepEqual(
    results.successfulResults.map((row) => [(row as { Name?: string }).Name, row.sf__Created]),
    [['One', 'true']],
  );
  const errors = results.failedResults.map((row) => row.sf__Error);
  assert.match(errors[0] ?? '', /^FIELD_CUSTOM_VALIDATION_EXCEPTION:No scale goes that far:Weight__c/);
  assert.match(errors[1] ?? '', /^JSON_PARSER_ERROR/);
});

test('upsert changes and creates; #N/A empties a field, an empty cell leaves it', async () => {
  await admin.sobject('Bear__c').create({ Name: 'Known', Tag__c: 'k', Weight__c: 5, Born__c: '2020-01-01' });
  const input = [
    { Tag__c: 'k', Name: 'Known 2', Weight__c: '#N/A', Born__c: '' },
    { Tag__c: 'n', Name: 'New', Weight__c: '1', Born__c: '' },
  ];
  const results = await admin.bulk2.loadAndWaitForResults({
    object: 'Bear__c',
    operation: 'upsert',
    externalIdFieldName: 'Tag__c',
    input,
  });
  assert.deepEqual(
    results.successfulResults.map((row) => row.sf__Created),
    ['false', 'true'],
  );
  const known = await admin.sobject('Bear__c').findOne({ Tag__c: 'k' }, ['Name', 'Weight__c', 'Born__c']);
  assert.deepEqual([known?.Name, known?.Weight__c, known?.Born__c], ['Known 2', null, '2020-01-01']);
});

test('queries are answered as CSV, in parts when the client wants', async () => {
  const stream = await admin.bulk2.query(`SELECT Name, Weight__c, Owner.Name FROM Bear__c WHERE Name = 'One'`);
  const rows: unknown[] = [];
  for await (const row of stream) rows.push(row);
  assert.deepEqual(rows, [{ Name: 'One', Weight__c: '3.5', 'Owner.Name': 'Org Administrator' }]);
  const made = await send(
    admin,
    'POST',
    `${D}/jobs/query`,
    JSON.stringify({ operation: 'query', query: 'SELECT Name FROM Bear__c ORDER BY Name' }),
  );
  const job = `${D}/jobs/query/${(made.json as { id: string }).id}`;
  const states = [await send(admin, 'GET', job), await send(admin, 'GET', job)].map(
    ({ json }) => (json as { state: string }).state,
  );
  assert.deepEqual(states, ['InProgress', 'JobComplete']);
  const part = await send(admin, 'GET', `${job}/results?maxRecords=2`);
  assert.equal(part.text.split('\n').length, 4);
  assert.equal(part.headers.get('sforce-locator'), '2');
  assert.equal((await send(admin, 'GET', `${job}/results?locator=2`)).headers.get('sforce-locator'), 'null');
});

test('a job with a column that is not there fails whole', async () => {
  const made = await send(
    admin,
    'POST',
    `${D}/jobs/ingest`,
    JSON.stringify({ object: 'Bear__c', operation: 'insert' }),
  );
  const job = `${D}/jobs/ingest/${(made.json as { id: string }).id}`;
  assert.equal(
    (await send(admin, 'PUT', `${job}/batches`, 'Name,Wing__c\nx,y\n', { 'content-type': 'text/csv' })).status,
    201,
  );
  await send(admin, 'PATCH', job, '{"state":"UploadComplete"}');
  await send(admin, 'GET', job);
  const { json } = await send(admin, 'GET', job);
  assert.deepEqual(
    [(json as { state: string }).state, (json as { errorMessage: string }).errorMessage],
    ['Failed', 'InvalidBatch : Field name not found : Wing__c'],
  );
  assert.equal((await send(admin, 'GET', `${job}/unprocessedrecords`)).text, 'Name,Wing__c\nx,y\n');
});

test('jobs of others are not there, and what is not built says so', async () => {
  const made = await send(
    admin,
    'POST',
    `${D}/jobs/ingest`,
    JSON.stringify({ object: 'Bear__c', operation: 'insert' }),
  );
  const other = await served.newUser('other@example.com');
  assert.equal((await send(other, 'GET', `${D}/jobs/ingest/${(made.json as { id: string }).id}`)).status, 404);
  const hard = await send(
    admin,
    'POST',
    `${D}/jobs/ingest`,
    JSON.stringify({ object: 'Bear__c', operation: 'hardDelete' }),
  );
  assert.equal(hard.status, 501);
});
