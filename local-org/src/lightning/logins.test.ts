import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityProblems, scrollsSideways, startApp, type RunningApp } from './testing/app.ts';
import { PASSWORD, VISITOR } from './testing/fixture-org.ts';

describe('who is logged in', () => {
  let app: RunningApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  /** As an administrator elsewhere would. */
  const endSessionsOf = (userId: string): void =>
    app.org.transaction(app.org.administrator, (tx) => {
      const soql = `SELECT Id FROM AuthSession WHERE UsersId = '${userId}'`;
      const { records } = app.org.query.run(tx, soql, { mode: 'system', sharing: false });
      const ids = records.map(({ id }) => id!);
      app.org.dml.delete(tx, ids, { mode: 'system', sharing: false, allOrNone: true });
    });

  const chooseAction = async (page: Page, row: string, action: string): Promise<void> => {
    await page.getByRole('row', { name: row }).getByRole('button', { name: 'Show actions' }).click();
    await page.getByRole('menuitem', { name: action }).click();
    await page.getByText(`${action}: done.`).waitFor();
  };

  it('logs in again above a page whose session is over, and loses nothing that was typed', async () => {
    const page = await app.open('/lightning/o/Account/new');
    const form = page.getByRole('dialog').filter({ hasText: 'New Account' });
    await form.getByLabel('Account Name').fill('Typed before');
    endSessionsOf(app.org.administrator.id);
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    const again = page.getByRole('dialog').filter({ hasText: 'Log in again' });
    await again.getByText('Your session is over.').waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await again.getByLabel('Password').fill('wrong');
    await again.getByRole('button', { name: 'Log In' }).click();
    await again.getByText('That did not work.').waitFor();
    await again.getByLabel('Password').fill(PASSWORD);
    await again.getByLabel('Password').press('Enter');
    await page.getByRole('heading', { name: 'Typed before' }).first().waitFor();
    assert.match(page.url(), /\/lightning\/r\/Account\/\w{18}\/view$/);
    await page.close();
  });

  it('freezes users in Setup, who are out at once, and lets them in again', async () => {
    const visitor = await app.open('/lightning/page/home', { username: VISITOR });
    await visitor.getByRole('main').waitFor();
    const page = await app.open('/lightning/setup/Users/home');
    await chooseAction(page, 'Vera Visitor', 'Freeze');
    assert.equal(app.org.isFrozen(app.visitor.id), true);
    await visitor.goto(`${app.url}/lightning/page/home`);
    await visitor.getByRole('button', { name: 'Log In' }).waitFor();
    await chooseAction(page, 'Vera Visitor', 'Unfreeze');
    assert.equal(app.org.isFrozen(app.visitor.id), false);
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.setViewportSize({ width: 390, height: 844 });
    assert.equal(await scrollsSideways(page), false);
    await page.close();
    await visitor.close();
  });

  it('unlocks who is locked out', async () => {
    const source = { loginType: 'Application', application: 'Browser', sourceIp: '127.0.0.1' } as const;
    for (let attempt = 0; attempt < 10; attempt++) {
      assert.throws(() => app.org.authenticate(VISITOR, 'wrong', source), { code: 'INVALID_LOGIN' });
    }
    assert.throws(() => app.org.authenticate(VISITOR, PASSWORD, source), { code: 'INVALID_LOGIN' });
    const page = await app.open('/lightning/setup/Users/home');
    await chooseAction(page, 'Vera Visitor', 'Unlock');
    assert.equal(app.org.authenticate(VISITOR, PASSWORD, source).id, app.visitor.id);
    await page.close();
  });

  it('lists sessions, and ends those of others', async () => {
    const token = app.org.sessions.start(app.visitor.id, 'API', { loginType: 'Other Apex API', sourceIp: '10.1.2.3' });
    const page = await app.open('/lightning/setup/SessionManagement/home');
    await page.getByRole('heading', { name: 'Session Management' }).waitFor();
    await page.getByPlaceholder('Quick Find').fill('10.1.2.3');
    await page.getByText('1 item', { exact: true }).waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await chooseAction(page, '10.1.2.3', 'End Session');
    assert.equal(app.org.sessions.userOf(token), undefined);
    await page.close();
  });

  it('changes nothing for users who do not manage others', async () => {
    const token = app.org.sessions.start(app.visitor.id, 'UI', { loginType: 'Application', sourceIp: '127.0.0.1' });
    const answer = await fetch(`${app.url}/_app/setup`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'freeze', id: app.org.administrator.id }),
    });
    assert.equal(answer.status, 403);
    assert.equal(app.org.isFrozen(app.org.administrator.id), false);
  });
});
