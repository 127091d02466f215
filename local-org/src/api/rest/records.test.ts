import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
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

async function create(object: string, values: Record<string, unknown>): Promise<string> {
  const result = await admin.sobject(object).create(values);
  assert.ok(result.success);
  return result.id;
}

describe('single records', () => {
  test('are created, read, changed and deleted', async () => {
    const id = await create('Account', { Name: 'Acme', AnnualRevenue: 5, BillingCity: 'Oslo' });
    const account = await admin.sobject('Account').retrieve(id);
    assert.equal(account.Name, 'Acme');
    assert.deepEqual(account.attributes, { type: 'Account', url: `${D}/sobjects/Account/${id}` });
    assert.equal((account.BillingAddress as { city: string }).city, 'Oslo');
    assert.ok((await admin.sobject('Account').update({ Id: id, Name: 'Acme 2' })).success);
    assert.ok((await admin.sobject('Account').destroy(id)).success);
    const gone = await send(admin, 'GET', `${D}/sobjects/Account/${id}`);
    assert.equal(gone.status, 404);
    assert.deepEqual(gone.json, [{ message: 'entity is deleted', errorCode: 'ENTITY_IS_DELETED' }]);
  });

  test('print numbers, dates and times as the platform does', async () => {
    const id = await create('Bear__c', {
      Name: 'Balou',
      Weight__c: 250,
      Born__c: '2020-01-31',
      Seen__c: '2026-01-01T12:00:00+02:00',
    });
    const { text } = await send(
      admin,
      'GET',
      `${D}/sobjects/Bear__c/${id}?fields=Weight__c,Born__c,Seen__c,Tame__c,Tag__c`,
    );
    assert.match(
      text,
      /"Weight__c":250\.0,"Born__c":"2020-01-31","Seen__c":"2026-01-01T10:00:00\.000\+0000","Tame__c":false,"Tag__c":null/,
    );
  });

  test('object and field names come in any case and are answered as declared', async () => {
    const made = await send(admin, 'POST', `${D}/sobjects/bear__C`, '{"NAME":"Grizzly","weight__C":"12.5"}');
    assert.equal(made.status, 201);
    const { id } = made.json as { id: string };
    const read = await send(admin, 'GET', `${D}/sobjects/BEAR__c/${id}?fields=name,WEIGHT__C`);
    assert.match(read.text, /"Name":"Grizzly","Weight__c":12\.5/);
  });

  test('doubled slashes and one at the end are passed over', async () => {
    assert.equal((await send(admin, 'GET', `//services//data/v66.0/limits/`)).status, 200);
  });

  test('a parent can be named by an external id', async () => {
    const keeper = await create('Contact', { LastName: 'Keeper', Email: 'keeper@example.com' });
    const mother = await create('Bear__c', { Name: 'Mother', Tag__c: 'mother' });
    await create('Cub__c', { Name: 'Cub', Bear__r: { Tag__c: 'mother' } });
    const { records } = await admin.query('SELECT Bear__c FROM Cub__c');
    assert.equal(records[0]?.Bear__c, mother);
    assert.ok(keeper);
  });
});

describe('external ids', () => {
  test('upsert creates and then changes', async () => {
    const first = await admin.sobject('Bear__c').upsert({ Name: 'Yogi', Tag__c: 'yogi' }, 'Tag__c');
    const second = await admin.sobject('Bear__c').upsert({ Name: 'Yogi 2', Tag__c: 'yogi' }, 'Tag__c');
    assert.deepEqual([first.success, 'created' in first && first.created], [true, true]);
    assert.deepEqual([second.id, 'created' in second && second.created], [first.id, false]);
  });

  test('values of any characters are found by their encoded form', async () => {
    const path = `${D}/sobjects/Bear__c/Tag__c/${encodeURIComponent(`y 1/ä'?`)}`;
    assert.equal((await send(admin, 'PATCH', path, '{"Name":"Odd"}')).status, 201);
    assert.equal(((await send(admin, 'GET', path)).json as { Name: string }).Name, 'Odd');
    assert.equal((await send(admin, 'DELETE', path)).status, 204);
    assert.equal((await send(admin, 'GET', path)).status, 404);
  });

  test('a field that is none cannot be used', async () => {
    const answer = await send(admin, 'PATCH', `${D}/sobjects/Bear__c/Weight__c/5`, '{}');
    assert.equal(answer.status, 404);
    assert.match(answer.text, /Provided external ID field does not exist or is not accessible/);
  });
});

describe('relationships and files', () => {
  test('lead to the parent and to the children', async () => {
    const account = await create('Account', { Name: 'Zoo' });
    const contact = await create('Contact', { LastName: 'Vet', AccountId: account });
    const parent = await send(admin, 'GET', `${D}/sobjects/Contact/${contact}/Account?fields=Name`);
    assert.equal((parent.json as { Name: string }).Name, 'Zoo');
    const children = await send(admin, 'GET', `${D}/sobjects/Account/${account}/Contacts?fields=LastName`);
    assert.equal((children.json as { records: { LastName: string }[] }).records[0]?.LastName, 'Vet');
    assert.equal((await send(admin, 'GET', `${D}/sobjects/Account/${account}/Nothing`)).status, 404);
  });

  test('the bytes of a file have an address of their own', async () => {
    const account = await create('Account', { Name: 'Zoo' });
    const id = await create('Attachment', {
      ParentId: account,
      Name: 'a.txt',
      Body: Buffer.from('grr').toString('base64'),
    });
    const attachment = await admin.sobject('Attachment').retrieve(id);
    assert.equal(attachment.Body, `${D}/sobjects/Attachment/${id}/Body`);
    assert.equal((await send(admin, 'GET', attachment.Body)).text, 'grr');
  });
});

describe('bad input', () => {
  const problems: [
    title: string,
    method: string,
    path: string,
    body: string | undefined,
    status: number,
    code: string,
    text: RegExp,
  ][] = [
    ['JSON that is none', 'POST', '/sobjects/Account', '{"Name": ', 400, 'JSON_PARSER_ERROR', /JSON/],
    ['an empty body', 'POST', '/sobjects/Account', '', 400, 'JSON_PARSER_ERROR', /No content/],
    ['a list for a record', 'POST', '/sobjects/Account', '[]', 400, 'JSON_PARSER_ERROR', /must be a JSON object/],
    [
      'a field that is not there',
      'POST',
      '/sobjects/Account',
      '{"Nmae":"x"}',
      400,
      'INVALID_FIELD',
      /No such column 'Nmae' on sobject of type Account/,
    ],
    [
      'a date that is none',
      'POST',
      '/sobjects/Bear__c',
      '{"Name":"x","Born__c":"31.1.2020"}',
      400,
      'JSON_PARSER_ERROR',
      /instance of date/,
    ],
    [
      'a number that is none',
      'POST',
      '/sobjects/Bear__c',
      '{"Name":"x","Weight__c":"heavy"}',
      400,
      'JSON_PARSER_ERROR',
      /instance of double/,
    ],
    ['a missing required field', 'POST', '/sobjects/Account', '{}', 400, 'REQUIRED_FIELD_MISSING', /\[Name\]/],
    [
      'a broken rule',
      'POST',
      '/sobjects/Bear__c',
      '{"Name":"x","Weight__c":5000}',
      400,
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      /No scale goes that far/,
    ],
    [
      'an object that is not there',
      'GET',
      '/sobjects/Wolf__c',
      undefined,
      404,
      'NOT_FOUND',
      /requested resource does not exist/,
    ],
    ['an id that is none', 'GET', '/sobjects/Account/nothing', undefined, 404, 'NOT_FOUND', /nothing/],
    [
      'an id of another object',
      'GET',
      '/sobjects/Account/003000000000001AAA',
      undefined,
      404,
      'NOT_FOUND',
      /003000000000001AAA/,
    ],
    [
      'an id of no record',
      'PATCH',
      '/sobjects/Account/001000000009999AAA',
      '{"Name":"x"}',
      404,
      'NOT_FOUND',
      /does not exist/,
    ],
    [
      'an id in the body of a change',
      'PATCH',
      '/sobjects/Account/001000000009999AAA',
      '{"Id":"001000000009999AAA"}',
      400,
      'INVALID_FIELD',
      /Id field should not be specified/,
    ],
    [
      'a resource that is not there',
      'GET',
      '/nothing',
      undefined,
      404,
      'NOT_FOUND',
      /requested resource does not exist/,
    ],
    ['a method that is not allowed', 'DELETE', '/query', undefined, 405, 'METHOD_NOT_ALLOWED', /Allowed are GET/],
    [
      'a resource that is not built',
      'GET',
      '/process/rules',
      undefined,
      501,
      'NOT_SUPPORTED',
      /Not supported: process rules/,
    ],
    [
      'a query of rows that only the platform makes',
      'GET',
      '/query?q=SELECT+Id+FROM+BusinessProcess',
      undefined,
      501,
      'NOT_SUPPORTED',
      /rows of BusinessProcess/,
    ],
    ['a query that is none', 'GET', '/query?q=SELECT+FROM', undefined, 400, 'MALFORMED_QUERY', /unexpected token/],
    ['no query', 'GET', '/query', undefined, 400, 'MALFORMED_QUERY', /query string has to be specified/],
    [
      'a query of an object that is not there',
      'GET',
      '/query?q=SELECT+Id+FROM+Wolf__c',
      undefined,
      400,
      'INVALID_TYPE',
      /Wolf__c/,
    ],
    [
      'a query of a field that is not there',
      'GET',
      '/query?q=SELECT+Wing__c+FROM+Bear__c',
      undefined,
      400,
      'INVALID_FIELD',
      /Wing__c/,
    ],
  ];
  for (const [title, method, path, body, status, code, text] of problems) {
    test(`${title} is answered with ${status} ${code}`, async () => {
      const answer = await send(admin, method, D + path, body);
      assert.equal(answer.status, status);
      const [error] = answer.json as { errorCode: string; message: string }[];
      assert.equal(error?.errorCode, code);
      assert.match(error.message, text);
    });
  }

  test('a version that is not there is not found', async () => {
    assert.equal((await send(admin, 'GET', '/services/data/v99.0/sobjects')).status, 404);
  });

  test('what failed has left nothing behind', async () => {
    assert.equal((await admin.query(`SELECT Id FROM Bear__c WHERE Name = 'x'`)).totalSize, 0);
  });
});

describe('everything is done as the user', () => {
  let reader: Connection;
  before(async () => {
    await create('Bear__c', { Name: 'Secret', Tag__c: 'sec', Weight__c: 90 });
    reader = await served.newUser('reader@example.com', 'Bear_Reader');
  });

  test('describe shows what the user may see and do', async () => {
    const describeResult = await reader.sobject('Bear__c').describe();
    assert.equal(describeResult.createable, false);
    assert.deepEqual(
      describeResult.fields.map((field) => field.name).filter((name) => name.endsWith('__c')),
      ['Tag__c'],
    );
  });

  test('records are answered without the fields the user cannot see', async () => {
    const { records } = await reader.query(`SELECT Id FROM Bear__c WHERE Name = 'Secret'`);
    const bear = await reader.sobject('Bear__c').retrieve(records[0]?.Id ?? '');
    assert.equal(bear.Tag__c, 'sec');
    assert.equal('Weight__c' in bear, false);
  });

  test('a query of such a field fails', async () => {
    await assert.rejects(async () => reader.query('SELECT Weight__c FROM Bear__c'), { errorCode: 'INVALID_FIELD' });
  });

  test('writing is refused', async () => {
    const { records } = await reader.query(`SELECT Id FROM Bear__c WHERE Name = 'Secret'`);
    assert.equal((await send(reader, 'POST', `${D}/sobjects/Bear__c`, '{"Name":"Mine"}')).status >= 400, true);
    const changed = await send(reader, 'PATCH', `${D}/sobjects/Bear__c/${records[0]?.Id}`, '{"Name":"Mine"}');
    assert.ok(changed.status === 403 || changed.status === 400);
    assert.equal((await admin.query(`SELECT Id FROM Bear__c WHERE Name = 'Mine'`)).totalSize, 0);
  });

  test('an object the user has no access to is not there', async () => {
    assert.equal((await send(reader, 'GET', `${D}/sobjects/Cub__c`)).status, 404);
  });
});
