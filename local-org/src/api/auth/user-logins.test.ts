/** Sessions, locks and frozen users, as an administrator finds and changes them, and what a project's SecuritySettings say. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Connection } from 'jsforce';
import { PASSWORD, send, ServedOrg } from '../test-support/served-org.ts';

const MINUTE = 60_000;
const LIMITS = '/services/data/v66.0/limits';

const SETTINGS = `<SecuritySettings xmlns="http://soap.sforce.com/2006/04/metadata">
  <passwordPolicies>
    <complexity>UpperLowerCaseNumeric</complexity>
    <lockoutInterval>Forever</lockoutInterval>
    <maxLoginAttempts>ThreeAttempts</maxLoginAttempts>
    <minimumPasswordLength>10</minimumPasswordLength>
  </passwordPolicies>
  <sessionSettings><sessionTimeout>FifteenMinutes</sessionTimeout></sessionSettings>
</SecuritySettings>`;

interface SessionRow {
  Id: string;
  UsersId: string;
  SessionType: string;
  LoginType: string;
  IsCurrent: boolean;
  NumSecondsValid: number;
}
const SESSIONS = 'SELECT Id, UsersId, SessionType, LoginType, IsCurrent, NumSecondsValid FROM AuthSession';

async function loginRow(
  served: ServedOrg,
  userId: string,
): Promise<{ Id: string; IsFrozen: boolean; IsPasswordLocked: boolean }> {
  const soql = `SELECT Id, IsFrozen, IsPasswordLocked FROM UserLogin WHERE UserId = '${userId}'`;
  const { records } = await served.admin.query<{ Id: string; IsFrozen: boolean; IsPasswordLocked: boolean }>(soql);
  assert.equal(records.length, 1);
  return records[0];
}

const status = async (connection: Connection): Promise<number> => (await send(connection, 'GET', LIMITS)).status;

async function failToLogIn(served: ServedOrg, username: string, times: number): Promise<void> {
  for (let attempt = 0; attempt < times; attempt++) {
    await assert.rejects(served.connection().login(username, 'wrong'), /INVALID_LOGIN/);
  }
}

let served: ServedOrg;
before(async () => {
  served = await ServedOrg.start();
});
after(() => served.close());

test('each session is a row, which says whose it is and nothing of its token', async () => {
  const plain = await served.newUser('rows@example.com');
  const { records } = await served.admin.query<SessionRow>(`${SESSIONS} WHERE UsersId = '${plain.userInfo?.id ?? ''}'`);
  assert.deepEqual(
    records.map(({ SessionType, LoginType, IsCurrent, NumSecondsValid }) => [
      SessionType,
      LoginType,
      IsCurrent,
      NumSecondsValid,
    ]),
    [['API', 'Other Apex API', false, 7200]],
  );
  const own = await served.admin.query<SessionRow>(`${SESSIONS} WHERE IsCurrent = TRUE`);
  assert.deepEqual(
    own.records.map(({ UsersId }) => UsersId),
    [served.org.administrator.id],
  );
  const all = JSON.stringify(await served.admin.query('SELECT FIELDS(ALL) FROM AuthSession LIMIT 200'));
  assert.ok(!all.includes((plain.accessToken ?? '').split('!')[1]));
});

test('whoever deletes the row ends the session; others neither see nor delete it', async () => {
  const plain = await served.newUser('ended@example.com');
  const other = await served.newUser('curious-of-sessions@example.com');
  const { records } = await served.admin.query<SessionRow>(`${SESSIONS} WHERE UsersId = '${plain.userInfo?.id ?? ''}'`);
  await assert.rejects(async () => other.query(SESSIONS), /INVALID_TYPE|INSUFFICIENT_ACCESS/);
  const path = `/services/data/v66.0/sobjects/AuthSession/${records[0].Id}`;
  assert.ok((await send(other, 'DELETE', path)).status >= 400);
  assert.equal(await status(plain), 200);
  assert.equal((await send(served.admin, 'DELETE', path)).status, 204);
  assert.equal(await status(plain), 401);
});

test('sessions that are over have no row', async () => {
  const plain = await served.newUser('gone@example.com');
  const own = `${SESSIONS} WHERE UsersId = '${plain.userInfo?.id ?? ''}'`;
  served.clock.advance(100 * MINUTE);
  assert.equal(await status(served.admin), 200);
  served.clock.advance(21 * MINUTE);
  assert.equal((await served.admin.query(own)).totalSize, 0);
});

test('a frozen user is thrown out, and can log in again when they are no longer frozen', async () => {
  const username = 'frozen@example.com';
  const plain = await served.newUser(username);
  const userId = plain.userInfo?.id ?? '';
  const { Id } = await loginRow(served, userId);
  await assert.rejects(
    async () => plain.sobject('UserLogin').update({ Id, IsFrozen: false }),
    /CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY/,
  );
  assert.ok((await served.admin.sobject('UserLogin').update({ Id, IsFrozen: true })).success);
  assert.equal(await status(plain), 401);
  await assert.rejects(served.connection().login(username, PASSWORD), /INVALID_LOGIN/);
  const trail = `SELECT Status FROM LoginHistory WHERE UserId = '${userId}' ORDER BY Id DESC LIMIT 1`;
  assert.equal((await served.admin.query<{ Status: string }>(trail)).records[0].Status, 'User is Frozen');
  assert.ok((await served.admin.sobject('UserLogin').update({ Id, IsFrozen: false })).success);
  assert.equal((await served.connection().login(username, PASSWORD)).id, userId);
});

test('who is locked out is seen, and can be unlocked', async () => {
  const username = 'unlocked@example.com';
  const userId = (await served.newUser(username)).userInfo?.id ?? '';
  assert.equal((await loginRow(served, userId)).IsPasswordLocked, false);
  await failToLogIn(served, username, 10);
  const { Id, IsPasswordLocked } = await loginRow(served, userId);
  assert.equal(IsPasswordLocked, true);
  await assert.rejects(served.connection().login(username, PASSWORD), /INVALID_LOGIN/);
  assert.ok((await served.admin.sobject('UserLogin').update({ Id, IsPasswordLocked: false })).success);
  assert.equal((await served.connection().login(username, PASSWORD)).id, userId);
  await failToLogIn(served, username, 10);
  served.clock.advance(15 * MINUTE);
  assert.equal((await loginRow(served, userId)).IsPasswordLocked, false);
});

test('the project says how long sessions last, when users are locked out, and what passwords must be', async () => {
  const strict = await ServedOrg.start({ 'settings/Security.settings-meta.xml': SETTINGS });
  try {
    const setPassword = async (userId: string, password: string) =>
      send(
        strict.admin,
        'POST',
        `/services/data/v66.0/sobjects/User/${userId}/password`,
        JSON.stringify({ NewPassword: password }),
      );
    const user = strict.org.administrator;
    for (const weak of ['Short1', 'alllowercase1', 'NoNumbersHere']) {
      const answer = await setPassword(user.id, weak);
      assert.deepEqual([answer.status, /INVALID_NEW_PASSWORD/.test(answer.text)], [400, true]);
    }
    assert.equal((await setPassword(user.id, 'LongEnough1')).status, 204);
    strict.clock.advance(14 * MINUTE);
    assert.equal(await status(strict.admin), 200);
    strict.clock.advance(16 * MINUTE);
    assert.equal(await status(strict.admin), 401);
    await failToLogIn(strict, user.username, 3);
    strict.clock.advance(24 * 60 * MINUTE);
    await assert.rejects(strict.connection().login(user.username, 'LongEnough1'), /INVALID_LOGIN/);
  } finally {
    await strict.close();
  }
});
