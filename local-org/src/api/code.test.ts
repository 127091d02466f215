import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Connection } from 'jsforce';
import { send, ServedOrg } from './test-support/served-org.ts';

const D = '/services/data/v66.0';
let served: ServedOrg;
let admin: Connection;
before(async () => {
  served = await ServedOrg.start();
  admin = served.admin;
});
after(() => served.close());

test('Apex REST resources are called', async () => {
  assert.equal(await admin.apex.get('/bears/Balou'), 'Balou');
  const id = await admin.apex.post<string>('/bears', { name: 'Made' });
  assert.equal((await admin.sobject('Bear__c').retrieve(id)).Name, 'Made');
});

test('an Apex exception is answered with 500 and undoes what was done', async () => {
  const answer = await send(admin, 'DELETE', '/services/apexrest/bears/1');
  assert.equal(answer.status, 500);
  assert.match(
    answer.text,
    /Bears stay\\n\\nClass\.BearResource\.fail: line \d+, column \d+","errorCode":"APEX_ERROR"/,
  );
});

test('methods and parameters that the class does not have are refused', async () => {
  const put = await send(admin, 'PUT', '/services/apexrest/bears/1', '{}');
  assert.equal(put.status, 405);
  assert.match(put.text, /Allowed are GET,POST,DELETE/);
  const post = await send(admin, 'POST', '/services/apexrest/bears', '{"nmae":"x"}');
  assert.equal(post.status, 400);
  assert.match(post.text, /Unexpected parameter encountered during deserialization: nmae/);
  const broken = await send(admin, 'POST', '/services/apexrest/bears', '{"name":');
  assert.match(broken.text, /JSON_PARSER_ERROR/);
});

test('a user without access to the class is refused', async () => {
  const other = await served.newUser('stranger@example.com');
  assert.equal((await send(other, 'GET', '/services/apexrest/bears/1')).status, 403);
});

test('a path that no class takes is not found', async () => {
  const answer = await send(admin, 'GET', '/services/apexrest/wolves');
  assert.equal(answer.status, 404);
  assert.match(answer.text, /NOT_FOUND/);
});

test('invocable methods are actions', async () => {
  const { id } = await admin.sobject('Bear__c').create({ Name: 'Weighed' });
  const inputs = [{ bearId: id, weight: 12.5 }];
  const answer = await send(admin, 'POST', `${D}/actions/custom/apex/WeighBear`, JSON.stringify({ inputs }));
  assert.equal(answer.status, 200);
  assert.match(answer.text, /"isSuccess":true,"outputValues":\{"text":"weighed 12.5"\}/);
  const heavy = JSON.stringify({ inputs: [{ bearId: id, weight: 5000 }] });
  assert.equal((await send(admin, 'POST', `${D}/actions/custom/apex/WeighBear`, heavy)).status, 400);
  const list = (await send(admin, 'GET', `${D}/actions/custom/apex`)).json as { actions: { name: string }[] };
  assert.deepEqual(
    list.actions.map((action) => action.name),
    ['WeighBear'],
  );
  assert.equal((await send(admin, 'POST', `${D}/actions/custom/apex/Nothing`, '{"inputs":[]}')).status, 404);
});

test('anonymous Apex runs, says what is wrong, and needs the permission', async () => {
  const good = await admin.tooling.executeAnonymous(`insert new Account(Name = 'Anonymous');`);
  assert.deepEqual([good.compiled, good.success], [true, true]);
  assert.equal((await admin.query(`SELECT COUNT() FROM Account WHERE Name = 'Anonymous'`)).totalSize, 1);
  const bad = await admin.tooling.executeAnonymous(`Integer i = 'x';`);
  assert.deepEqual([bad.compiled, bad.success], [false, false]);
  const thrown = await admin.tooling.executeAnonymous(
    `insert new Account(Name = 'Undone'); throw new IllegalArgumentException('no');`,
  );
  assert.equal(thrown.success, false);
  assert.match(thrown.exceptionMessage ?? '', /no/);
  assert.equal((await admin.query(`SELECT COUNT() FROM Account WHERE Name = 'Undone'`)).totalSize, 0);
  const other = await served.newUser('other@example.com');
  await assert.rejects(other.tooling.executeAnonymous('Integer i = 1;'), { errorCode: 'INSUFFICIENT_ACCESS' });
});

test('code can be queried by the Tooling API', async () => {
  const { records } = await admin.tooling.query(`SELECT Name FROM ApexClass WHERE Name = 'WeighBear'`);
  assert.equal(records[0]?.Name, 'WeighBear');
});

test('command lines run anonymous Apex by SOAP and get the log', async () => {
  const envelope = `<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/"><E:Header><SessionHeader><sessionId>${admin.accessToken}</sessionId></SessionHeader></E:Header>
    <E:Body><executeAnonymous xmlns="http://soap.sforce.com/2006/08/apex"><apexcode>System.debug('seen');</apexcode></executeAnonymous></E:Body></E:Envelope>`;
  const answer = await send(admin, 'POST', '/services/Soap/s/66.0', envelope, { 'content-type': 'text/xml' });
  assert.equal(answer.status, 200);
  assert.match(answer.text, /<debugLog>[^<]*seen[^<]*<\/debugLog>.*<success>true<\/success>/s);
});
