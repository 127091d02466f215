import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Connection } from 'jsforce';
import { PASSWORD, send, ServedOrg } from '../test-support/served-org.ts';

let served: ServedOrg;
before(async () => {
  served = await ServedOrg.start();
});
after(() => served.close());

test('the versions are listed without a login', async () => {
  const response = await fetch(`${served.address}/services/data/`);
  assert.equal(response.status, 200);
  const versions = (await response.json()) as { version: string }[];
  assert.equal(versions.at(-1)?.version, '67.0');
});

test('jsforce logs in by SOAP and by OAuth', async () => {
  const soap = served.connection();
  const info = await soap.login(served.org.administrator.username, PASSWORD);
  assert.equal(info.id, served.org.administrator.id);
  assert.equal(info.organizationId, served.org.organizationId);
  const oauth = new Connection({
    oauth2: { loginUrl: served.address, clientId: 'c', clientSecret: 's' },
    version: '66.0',
  });
  assert.equal((await oauth.login(served.org.administrator.username, PASSWORD)).id, served.org.administrator.id);
  assert.equal((await oauth.identity()).username, served.org.administrator.username);
});

test('a wrong password is refused in the words of each protocol', async () => {
  await assert.rejects(served.connection().login(served.org.administrator.username, 'wrong'), /INVALID_LOGIN/);
  const body = new URLSearchParams({ grant_type: 'password', username: 'nobody@example.com', password: 'x' });
  const response = await fetch(`${served.address}/services/oauth2/token`, { method: 'POST', body });
  assert.equal(response.status, 400);
  assert.deepEqual(await response.json(), { error: 'invalid_grant', error_description: 'authentication failure' });
});

test('other grant types are refused', async () => {
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  const response = await fetch(`${served.address}/services/oauth2/token`, { method: 'POST', body });
  assert.equal(((await response.json()) as { error: string }).error, 'unsupported_grant_type');
});

test('without a session, and with one that is over, the answer is 401', async () => {
  const none = await fetch(`${served.address}/services/data/v66.0/limits`);
  assert.equal(none.status, 401);
  assert.deepEqual(await none.json(), [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
  const connection = served.connection();
  await connection.login(served.org.administrator.username, PASSWORD);
  served.clock.advance(2 * 60 * 60_000 + 1);
  assert.equal((await send(connection, 'GET', '/services/data/v66.0/limits')).status, 401);
  await served.admin.login(served.org.administrator.username, PASSWORD);
});

test('ten wrong passwords by any protocol lock a user out of all, until a new password or fifteen minutes', async () => {
  const userId = (await served.newUser('hasty@example.com')).userInfo?.id ?? '';
  const byOAuth = async (password: string) => {
    const body = new URLSearchParams({ grant_type: 'password', username: 'hasty@example.com', password });
    return (await fetch(`${served.address}/services/oauth2/token`, { method: 'POST', body })).status;
  };
  const bySoap = async (password: string) => served.connection().login('hasty@example.com', password);
  const lockOut = async () => {
    for (let attempt = 0; attempt < 5; attempt++) {
      assert.equal(await byOAuth('wrong'), 400);
      await assert.rejects(bySoap('wrong'), /INVALID_LOGIN/);
    }
    assert.equal(await byOAuth(PASSWORD), 400);
    await assert.rejects(
      bySoap(PASSWORD),
      /INVALID_LOGIN: Invalid username, password, security token; or user locked out/,
    );
  };
  await lockOut();
  const path = `/services/data/v66.0/sobjects/User/${userId}/password`;
  assert.equal((await send(served.admin, 'POST', path, JSON.stringify({ NewPassword: PASSWORD }))).status, 204);
  assert.equal(await byOAuth(PASSWORD), 200);
  await lockOut();
  served.clock.advance(15 * 60_000);
  assert.equal((await bySoap(PASSWORD)).id, userId);
});

test('logging out ends the session', async () => {
  const connection = served.connection();
  await connection.login(served.org.administrator.username, PASSWORD);
  const { accessToken, instanceUrl } = connection;
  await connection.logout();
  const again = new Connection({ accessToken: accessToken ?? '', instanceUrl, version: '66.0' });
  assert.equal((await send(again, 'GET', '/services/data/v66.0/limits')).status, 401);
});

test('a user who was made inactive can no longer ask', async () => {
  const connection = await served.newUser('leaver@example.com');
  await served.admin.sobject('User').update({ Id: connection.userInfo?.id ?? '', IsActive: false });
  assert.equal((await send(connection, 'GET', '/services/data/v66.0/limits')).status, 401);
  await assert.rejects(served.connection().login('leaver@example.com', PASSWORD), /INVALID_LOGIN/);
});

test('a user without the permission API Enabled is refused', async () => {
  const connection = await served.newUserOf('Minimum Access - Salesforce', 'quiet@example.com');
  const answer = await send(connection, 'GET', '/services/data/v66.0/limits');
  assert.equal(answer.status, 403);
  assert.match(answer.text, /API_DISABLED_FOR_ORG/);
});

test('calls of the SOAP API that are not built are faults', async () => {
  const envelope =
    '<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/"><E:Body><merge/></E:Body></E:Envelope>';
  const response = await fetch(`${served.address}/services/Soap/u/66.0`, {
    method: 'POST',
    body: envelope,
    headers: { 'content-type': 'text/xml' },
  });
  assert.equal(response.status, 500);
  assert.match(await response.text(), /sf:NOT_SUPPORTED/);
});

test('log-ins are kept for those who manage users', async () => {
  const plain = await served.newUser('curious@example.com');
  await assert.rejects(served.connection().login('curious@example.com', 'wrong'), /INVALID_LOGIN/);
  const soql = `SELECT LoginType, Status, ApiType, SourceIp FROM LoginHistory WHERE UserId = '${plain.userInfo?.id ?? ''}' ORDER BY Id`;
  const { records } = await served.admin.query<Record<'LoginType' | 'Status' | 'ApiType' | 'SourceIp', string>>(soql);
  const rows = records.map(({ LoginType, Status, ApiType, SourceIp }) => [LoginType, Status, ApiType, SourceIp]);
  assert.deepEqual(rows, [
    ['Other Apex API', 'Success', 'SOAP Partner', '127.0.0.1'],
    ['Other Apex API', 'Invalid Password', 'SOAP Partner', '127.0.0.1'],
  ]);
  await assert.rejects(async () => plain.query(soql), /INVALID_TYPE|INSUFFICIENT_ACCESS/);
});
