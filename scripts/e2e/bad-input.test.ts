/** What the API answers to input that is wrong, and that nothing is lost by it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Connection } from 'jsforce';
import { API_VERSION } from '../seed/api-version.ts';
import { insertAll } from '../seed/records.ts';
import { logIn, usernameFor } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

interface ApiError {
  readonly errorCode: string;
  readonly message: string;
}

describe('bad input', () => {
  const data = temporaryFolder('bad-input');
  let org: ServedOrg;
  let admin: Connection;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: false });
    admin = await logIn(org.url, 'admin');
  });
  after(async () => {
    await org.stop();
    removeFolder(data);
  });

  /** A request below `/services/data/vXX.0` with the administrator's session, unless headers say otherwise. */
  async function send(
    path: string,
    init: { method?: string; body?: string; headers?: Record<string, string> } = {},
  ): Promise<{ status: number; errors: readonly ApiError[] }> {
    const response = await fetch(`${org.url}/services/data/v${API_VERSION}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${admin.accessToken ?? ''}`,
        'content-type': 'application/json',
        ...init.headers,
      },
    });
    return { status: response.status, errors: (await response.json()) as ApiError[] };
  }

  async function count(object: string, where: string): Promise<number> {
    return (await admin.query(`SELECT COUNT() FROM ${object} WHERE ${where}`)).totalSize;
  }

  for (const [soql, code, hint] of [
    ['SELEC Id FROM Project__c', 'MALFORMED_QUERY', 'SELEC'],
    ['SELECT Id FROM Project__c WHERE', 'MALFORMED_QUERY', ''],
    ["SELECT Id FROM Project__c WHERE Name = 'unclosed", 'MALFORMED_QUERY', ''],
    ['SELECT Nonsense__c FROM Project__c', 'INVALID_FIELD', 'Nonsense__c'],
    ['SELECT Id FROM Nonsense__c', 'INVALID_TYPE', 'Nonsense__c'],
    ["SELECT Id FROM Project__c WHERE StartDate__c = 'soon'", 'INVALID_FIELD', 'StartDate__c'],
  ] as const) {
    it(`is refused in a query with ${code}: ${soql}`, async () => {
      const { status, errors } = await send(`/query?q=${encodeURIComponent(soql)}`);
      assert.equal(status, 400);
      assert.equal(errors[0]?.errorCode, code);
      assert.ok(errors[0].message.includes(hint), errors[0].message);
    });
  }

  it('is refused when it is no JSON, with the place', async () => {
    const { status, errors } = await send('/sobjects/Account', { method: 'POST', body: '{"Name": "Half a reco' });
    assert.equal(status, 400);
    assert.equal(errors[0]?.errorCode, 'JSON_PARSER_ERROR');
    assert.equal(await count('Account', "Name LIKE 'Half%'"), 0);
  });

  it('is refused when a field does not exist or has the wrong type', async () => {
    const unknown = await send('/sobjects/Account', { method: 'POST', body: '{"Name": "A", "Colour__c": "red"}' });
    assert.deepEqual([unknown.status, unknown.errors[0]?.errorCode], [400, 'INVALID_FIELD']);
    const body = '{"Name": "A", "NumberOfEmployees": "many"}';
    const wrong = await send('/sobjects/Account', { method: 'POST', body });
    assert.deepEqual([wrong.status, wrong.errors[0]?.errorCode], [400, 'JSON_PARSER_ERROR']);
  });

  it('does not log in with a wrong password, by SOAP or by OAuth', async () => {
    await assert.rejects(logIn(org.url, 'sales', 'wrong'), /INVALID_LOGIN/);
    const response = await fetch(`${org.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'password',
        client_id: 'any',
        client_secret: 'any',
        username: usernameFor('sales'),
        password: 'wrong',
      }),
    });
    assert.equal(response.status, 400);
    assert.equal(((await response.json()) as { error: string }).error, 'invalid_grant');
  });

  it('does not serve a session that has ended, or never was', async () => {
    const connection = await logIn(org.url, 'pm');
    const { accessToken, instanceUrl } = connection;
    await connection.query('SELECT Id FROM Project__c LIMIT 1');
    await connection.logout();
    for (const token of [accessToken, 'made-up']) {
      const again = new Connection({ instanceUrl, accessToken: token ?? undefined, version: API_VERSION });
      await assert.rejects(Promise.resolve(again.query('SELECT Id FROM Project__c LIMIT 1')), {
        errorCode: 'INVALID_SESSION_ID',
      });
      const { status } = await send('/sobjects', { headers: { authorization: `Bearer ${token ?? ''}` } });
      assert.equal(status, 401);
    }
  });

  it('is refused when a request has more than 200 records, and none of them is saved', async () => {
    const records = Array.from({ length: 201 }, (_, index) => ({
      attributes: { type: 'Account' },
      Name: `Too many ${index}`,
    }));
    const { status, errors } = await send('/composite/sobjects', {
      method: 'POST',
      body: JSON.stringify({ allOrNone: false, records }),
    });
    assert.equal(status, 400);
    assert.ok(errors[0]?.errorCode);
    assert.equal(await count('Account', "Name LIKE 'Too many%'"), 0);
  });

  it('of one record in 10,000 costs its own chunk only when each chunk is all or none', async () => {
    const role = (await insertAll(admin, 'Role__c', [{ Name: 'Analyst', IsActive__c: true }]))[0];
    const sales = await insertAll(
      admin,
      'Opportunity',
      Array.from({ length: 100 }, (_, index) => ({
        Name: `Large ${index}`,
        StageName: 'Prospecting',
        CloseDate: '2035-01-01',
      })),
    );
    const lines = Array.from({ length: 10_000 }, (_, index) => ({
      Opportunity__c: sales[Math.floor(index / 100)],
      Role__c: role,
      Hours__c: index === 9_999 ? -1 : 1,
    }));
    const results = await admin.sobject('EstimateLine__c').create(lines, { allOrNone: true, allowRecursive: true });
    assert.equal(results.length, 10_000);
    const refused = results.filter((result) => !result.success);
    assert.equal(refused.length, 200);
    assert.match(
      JSON.stringify(results[9_999]?.errors),
      /FIELD_CUSTOM_VALIDATION_EXCEPTION.*Hours must be more than 0/,
    );
    assert.equal(await count('EstimateLine__c', "Opportunity__r.Name LIKE 'Large%'"), 9_800);
    const totals = await admin.query<{ hours: number }>(
      "SELECT SUM(EstimatedHours__c) hours FROM Opportunity WHERE Name LIKE 'Large%'",
    );
    assert.equal(totals.records[0]?.hours, 9_800);
  });

  it('is refused when two default rate cards of a currency overlap, and taken when they follow each other', async () => {
    const card = (Name: string, StartDate__c: string, EndDate__c: string | null, CurrencyCode__c = 'USD') => ({
      Name,
      StartDate__c,
      EndDate__c,
      CurrencyCode__c,
      IsActive__c: true,
    });
    await insertAll(admin, 'RateCard__c', [card('2034', '2034-01-01', '2034-12-31'), card('2035', '2035-01-01', null)]);
    const results = await admin
      .sobject('RateCard__c')
      .create([card('Overlap', '2034-12-31', '2034-12-31'), card('In euros', '2034-06-01', null, 'EUR')]);
    assert.deepEqual(
      results.map((result) => result.success),
      [false, true],
    );
    assert.match(results[0]?.errors[0]?.message ?? '', /The default card "2034" is already active in USD/);
    const twice = await admin
      .sobject('RateCard__c')
      .create([card('Pounds', '2034-01-01', null, 'GBP'), card('Pounds again', '2034-06-01', null, 'GBP')]);
    assert.equal(twice.filter((result) => result.success).length, 1);
  });

  it('is refused by rules of the package, with the field and what to do', async () => {
    const results = await admin
      .sobject('Project__c')
      .create([{ Name: 'Backwards', Status__c: 'Planned', CurrencyCode__c: 'usd' }]);
    assert.equal(results[0]?.success, false);
    assert.match(JSON.stringify(results[0].errors), /FIELD_CUSTOM_VALIDATION_EXCEPTION.*three-letter code in capitals/);
  });
});
