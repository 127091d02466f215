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
});
after(() => served.close());

async function count(where: string): Promise<number> {
  return (await admin.query(`SELECT COUNT() FROM Account WHERE ${where}`)).totalSize;
}

/** jsforce's own type of errors has other names than what is answered. */
function codesOf(results: readonly { readonly errors: readonly unknown[] }[]): (string | undefined)[] {
  return results.map(({ errors }) => (errors[0] as { statusCode: string } | undefined)?.statusCode);
}

test('good records are saved beside bad ones', async () => {
  const results = await admin.sobject('Account').create([{ Name: 'Part 1' }, { Name: '' }, { Name: 'Part 3' }]);
  assert.deepEqual(
    results.map((result) => result.success),
    [true, false, true],
  );
  assert.equal(codesOf(results)[1], 'REQUIRED_FIELD_MISSING');
  assert.equal(await count(`Name LIKE 'Part%'`), 2);
});

test('all or none: one bad record undoes the others', async () => {
  const results = await admin.sobject('Account').create([{ Name: 'All 1' }, { Name: '' }], { allOrNone: true });
  assert.deepEqual(codesOf(results), ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'REQUIRED_FIELD_MISSING']);
  assert.equal(await count(`Name LIKE 'All%'`), 0);
});

test('records of several objects are saved in one call, and undone together', async () => {
  const records = [
    { attributes: { type: 'Account' }, Name: 'Mixed' },
    { attributes: { type: 'Contact' }, LastName: 'Mixed' },
    { attributes: { type: 'Contact' } },
  ];
  const body = (allOrNone: boolean) => JSON.stringify({ allOrNone, records });
  const partly = (await send(admin, 'POST', `${D}/composite/sobjects`, body(false))).json as { success: boolean }[];
  assert.deepEqual(
    partly.map((result) => result.success),
    [true, true, false],
  );
  const none = (await send(admin, 'POST', `${D}/composite/sobjects`, body(true))).json as { success: boolean }[];
  assert.deepEqual(
    none.map((result) => result.success),
    [false, false, false],
  );
  assert.equal(await count(`Name = 'Mixed'`), 1);
});

test('update, upsert, retrieve and delete', async () => {
  const made = await admin.sobject('Bear__c').create([
    { Name: 'A', Tag__c: 'a' },
    { Name: 'B', Tag__c: 'b' },
  ]);
  const ids = made.map((result) => result.id ?? '');
  await admin.sobject('Bear__c').update(ids.map((Id, index) => ({ Id, Weight__c: index + 1 })));
  const upserted = await admin.sobject('Bear__c').upsert(
    [
      { Name: 'A 2', Tag__c: 'a' },
      { Name: 'C', Tag__c: 'c' },
    ],
    'Tag__c',
  );
  assert.deepEqual(
    upserted.map((result) => 'created' in result && result.created),
    [false, true],
  );
  const rows = await admin.sobject('Bear__c').retrieve([...ids, 'a00000000009999AAA']);
  assert.deepEqual(
    rows.map((row) => (row as { Name: string } | null)?.Name ?? null),
    ['A 2', 'B', null],
  );
  const destroyed = await admin.sobject('Bear__c').destroy(ids);
  assert.ok(destroyed.every((result) => result.success));
});

test('more than 200 records are too many', async () => {
  const records = Array.from({ length: 201 }, () => ({ attributes: { type: 'Account' }, Name: 'x' }));
  const answer = await send(admin, 'POST', `${D}/composite/sobjects`, JSON.stringify({ records }));
  assert.equal(answer.status, 400);
  assert.match(answer.text, /cannot submit more than 200 records/);
});

test('records that say no type are refused', async () => {
  const answer = await send(admin, 'POST', `${D}/composite/sobjects`, '{"records":[{"Name":"x"}]}');
  assert.equal(answer.status, 400);
});
