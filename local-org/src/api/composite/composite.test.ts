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

interface SubAnswer {
  readonly httpStatusCode: number;
  readonly referenceId: string;
  readonly body: unknown;
}

const account = (name: string) => ({
  method: 'POST',
  url: `${D}/sobjects/Account`,
  referenceId: 'account',
  body: { Name: name },
});
const contact = (lastName?: string) => ({
  method: 'POST',
  url: `${D}/sobjects/Contact`,
  referenceId: 'contact',
  body: { LastName: lastName, AccountId: '@{account.id}' },
});

async function composite(allOrNone: boolean, ...compositeRequest: unknown[]): Promise<SubAnswer[]> {
  const answer = await send(admin, 'POST', `${D}/composite`, JSON.stringify({ allOrNone, compositeRequest }));
  assert.equal(answer.status, 200);
  return (answer.json as { compositeResponse: SubAnswer[] }).compositeResponse;
}

async function count(name: string): Promise<number> {
  return (await admin.query(`SELECT COUNT() FROM Account WHERE Name = '${name}'`)).totalSize;
}

test('later requests use what earlier ones answered', async () => {
  const query = `SELECT Account.Name FROM Contact WHERE Id = '@{contact.id}'`;
  const answers = await composite(false, account('Ref'), contact('Ref'), {
    method: 'GET',
    url: `${D}/query?q=${query}`,
    referenceId: 'q',
  });
  assert.deepEqual(
    answers.map((answer) => answer.httpStatusCode),
    [201, 201, 200],
  );
  const found = answers[2]?.body as { records: { Account: { Name: string } }[] };
  assert.equal(found.records[0]?.Account.Name, 'Ref');
});

test('all or none: a failure undoes what went before', async () => {
  const answers = await composite(true, account('Undone'), contact(undefined));
  assert.deepEqual(
    answers.map((answer) => answer.httpStatusCode),
    [400, 400],
  );
  assert.match(JSON.stringify(answers[0]?.body), /PROCESSING_HALTED/);
  assert.match(JSON.stringify(answers[1]?.body), /REQUIRED_FIELD_MISSING/);
  assert.equal(await count('Undone'), 0);
});

test('otherwise what went well stays, and what depends on a failure is not run', async () => {
  const answers = await composite(false, { ...account(''), referenceId: 'bad' }, account('Stays'), {
    ...contact('x'),
    body: { LastName: 'x', AccountId: '@{bad.id}' },
  });
  assert.deepEqual(
    answers.map((answer) => answer.httpStatusCode),
    [400, 201, 400],
  );
  assert.match(JSON.stringify(answers[2]?.body), /Invalid reference specified/);
  assert.equal(await count('Stays'), 1);
});

test('25 requests are the most, and references are unique', async () => {
  const many = Array.from({ length: 26 }, (_, index) => ({ ...account('x'), referenceId: `r${index}` }));
  assert.equal((await send(admin, 'POST', `${D}/composite`, JSON.stringify({ compositeRequest: many }))).status, 400);
  const twice = JSON.stringify({ compositeRequest: [account('x'), account('y')] });
  assert.match((await send(admin, 'POST', `${D}/composite`, twice)).text, /must be unique/);
  assert.equal(await count('x'), 0);
});

test('each graph is done whole or not at all', async () => {
  const graphs = [
    { graphId: 'good', compositeRequest: [account('Graph 1'), contact('Graph 1')] },
    { graphId: 'bad', compositeRequest: [account('Graph 2'), contact(undefined)] },
  ];
  const { json } = await send(admin, 'POST', `${D}/composite/graph`, JSON.stringify({ graphs }));
  const answers = (json as { graphs: { graphId: string; isSuccessful: boolean }[] }).graphs;
  assert.deepEqual(
    answers.map((graph) => [graph.graphId, graph.isSuccessful]),
    [
      ['good', true],
      ['bad', false],
    ],
  );
  assert.deepEqual([await count('Graph 1'), await count('Graph 2')], [1, 0]);
});

test('a batch answers each request by itself', async () => {
  const batchRequests = [
    { method: 'POST', url: 'v66.0/sobjects/Account', richInput: { Name: 'Batch' } },
    { method: 'GET', url: 'v66.0/nothing' },
    { method: 'GET', url: `v66.0/query?q=SELECT Name FROM Account WHERE Name = 'Batch'` },
  ];
  const all = (await send(admin, 'POST', `${D}/composite/batch`, JSON.stringify({ batchRequests }))).json as {
    hasErrors: boolean;
    results: { statusCode: number }[];
  };
  assert.equal(all.hasErrors, true);
  assert.deepEqual(
    all.results.map((result) => result.statusCode),
    [201, 404, 200],
  );
  const halted = (
    await send(admin, 'POST', `${D}/composite/batch`, JSON.stringify({ batchRequests, haltOnError: true }))
  ).json as typeof all;
  assert.deepEqual(
    halted.results.map((result) => result.statusCode),
    [201, 404, 412],
  );
});

test('a tree makes parents with their children', async () => {
  const records = [
    {
      attributes: { type: 'Account', referenceId: 'a' },
      Name: 'Tree',
      Contacts: { records: [{ attributes: { type: 'Contact', referenceId: 'c' }, LastName: 'Leaf' }] },
    },
  ];
  const made = await send(admin, 'POST', `${D}/composite/tree/Account`, JSON.stringify({ records }));
  assert.equal(made.status, 201);
  const { records: leaves } = await admin.query(`SELECT Account.Name FROM Contact WHERE LastName = 'Leaf'`);
  assert.equal((leaves[0] as { Account?: { Name: string } } | undefined)?.Account?.Name, 'Tree');
});

test('a tree with a bad leaf makes nothing and names the leaf', async () => {
  const records = [
    {
      attributes: { type: 'Account', referenceId: 'a' },
      Name: 'Bare',
      Contacts: { records: [{ attributes: { type: 'Contact', referenceId: 'leaf' } }] },
    },
  ];
  const made = await send(admin, 'POST', `${D}/composite/tree/Account`, JSON.stringify({ records }));
  assert.equal(made.status, 400);
  const { hasErrors, results } = made.json as { hasErrors: boolean; results: { referenceId: string }[] };
  assert.deepEqual([hasErrors, results.map((result) => result.referenceId)], [true, ['leaf']]);
  assert.equal(await count('Bare'), 0);
});
