/** Requests that mean no good: each is refused in the platform's words, soon, and the next one is answered. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { send, ServedOrg } from './test-support/served-org.ts';

const DATA = '/services/data/v66.0';
const query = (soql: string): string => `/query?q=${encodeURIComponent(soql)}`;
const search = (text: string): string => `/search?q=${encodeURIComponent(`FIND {${text}} RETURNING Bear__c`)}`;

describe('hostile requests', () => {
  let served: ServedOrg;
  before(async () => {
    served = await ServedOrg.start();
    await served.admin.sobject('Bear__c').create({ Name: 'a'.repeat(79) });
  });
  after(() => served.close());

  const answer = async (path: string, body?: string) => {
    const { status, json } = await send(served.admin, body === undefined ? 'GET' : 'POST', DATA + path, body);
    const [error] = Array.isArray(json) ? (json as { errorCode: string }[]) : [];
    return error === undefined ? status : `${status} ${error.errorCode}`;
  };

  for (const [title, path, wanted] of [
    ['a search with many wildcards', search(`${'*a'.repeat(60)}*b`), 200],
    ['a search nested without end', search(`${'('.repeat(3000)}a${')'.repeat(3000)}`), '400 QUERY_TOO_COMPLICATED'],
    ['a pattern with many wildcards', query(`SELECT Id FROM Bear__c WHERE Name LIKE '${'%a'.repeat(400)}%b'`), 200],
    [
      'more rows than an Integer counts',
      query('SELECT Id FROM Bear__c LIMIT 99999999999999999999'),
      '400 MALFORMED_QUERY',
    ],
    ['days before all days', query('SELECT Id FROM Bear__c WHERE CreatedDate < LAST_N_DAYS:999999999999'), 200],
    ['years after all years', query('SELECT Id FROM Bear__c WHERE CreatedDate > NEXT_N_YEARS:999999999999'), 200],
    ['a table of the database', query('SELECT Id FROM sqlite_master'), '400 INVALID_TYPE'],
    ['a function of the database', query("SELECT load_extension('x') FROM Bear__c"), '400 MALFORMED_QUERY'],
    ['a text that ends early', query("SELECT Id FROM Bear__c WHERE Name = 'a\u0000b'"), 200],
    ['an object of JavaScript', query('SELECT Id FROM __proto__'), '400 INVALID_TYPE'],
    ['a field of JavaScript', query('SELECT constructor FROM Bear__c'), '400 INVALID_FIELD'],
    ['a path out of the folder', '/sobjects/Bear__c/..%2f..%2f..%2fetc%2fpasswd', '404 NOT_FOUND'],
  ] as const) {
    test(`${title}: ${wanted}`, async () => {
      assert.equal(await answer(path), wanted);
    });
  }

  for (const [title, body, wanted] of [
    ['objects without end', `${'{"Name":'.repeat(100_000)}1${'}'.repeat(100_000)}`, '400 JSON_PARSER_ERROR'],
    ['lists without end', '['.repeat(200_000), '400 JSON_PARSER_ERROR'],
    ['a prototype', '{"Name":"a","__proto__":{"admin":true}}', '400 INVALID_FIELD'],
    ['a number beyond all numbers', '{"Name":"a","Weight__c":1e999999999}', '400 JSON_PARSER_ERROR'],
    ['brackets in a text', JSON.stringify({ Name: '[{"'.repeat(20), Tag__c: '\\"' }), 201],
  ] as const) {
    test(`a record of ${title}: ${wanted}`, async () => {
      assert.equal(await answer('/sobjects/Bear__c', body), wanted);
    });
  }

  test('entities of XML are not resolved', async () => {
    const body = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY file SYSTEM "file:///etc/hostname">]>
      <Envelope><Body><login><username>&file;</username><password>x</password></login></Body></Envelope>`;
    const { status, text } = await send(served.admin, 'POST', '/services/Soap/u/66.0', body);
    assert.equal(status, 500);
    assert.match(text, /soapenv:Fault/);
  });
});
