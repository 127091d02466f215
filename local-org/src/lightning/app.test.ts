import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accessibilityProblems, logIn, scrollsSideways, startApp, type RunningApp } from './testing/app.ts';
import { ADMIN, PASSWORD, VISITOR } from './testing/fixture-org.ts';

describe('the app', () => {
  let app: RunningApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  it('asks for a log-in, says when it fails, remembers the way, and logs out', async () => {
    const context = await app.browser.newContext();
    const page = await context.newPage();
    await logIn(page, `${app.url}/lightning/o/Account/list?filterName=AllAccounts`, ADMIN, 'wrong');
    await page.getByRole('alert').getByText('Please check your username and password.').waitFor();
    assert.equal(await page.getByLabel('Username').inputValue(), ADMIN);
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Log In' }).click();
    await page.getByRole('heading', { name: 'All Accounts' }).waitFor();
    const [cookie] = await context.cookies();
    assert.deepEqual([cookie?.httpOnly, cookie?.sameSite], [true, 'Strict']);

    await page.getByRole('button', { name: /View profile/ }).click();
    await page.getByRole('menuitem', { name: 'Log Out' }).click();
    await page.getByLabel('Username').waitFor();
    await page.goto(`${app.url}/lightning/page/home`);
    await page.getByLabel('Username').waitFor();
    await context.close();
  });

  it('lets people whose session is over leave for the log-in page', async () => {
    const context = await app.browser.newContext();
    const page = await context.newPage();
    await logIn(page, `${app.url}/lightning/page/home`, ADMIN, PASSWORD);
    await page.getByRole('button', { name: 'Compass' }).waitFor();
    await page.getByText('Pack lightly.').waitFor();
    await page.getByText('Records you view appear here.').waitFor();
    await page.getByRole('heading', { name: 'All Expeditions' }).waitFor();
    await context.clearCookies();
    await page.getByRole('link', { name: 'Contacts' }).click();
    await page.getByRole('button', { name: 'Leave This Page' }).click();
    await page.getByLabel('Username').waitFor();
    assert.match(page.url(), /startURL=/);
    await context.close();
  });

  it('draws the home page of the app from its Lightning page', async () => {
    const page = await app.open('/lightning/page/home');
    await page.getByRole('heading', { name: 'All Expeditions' }).waitFor();
    await page.getByText('Where to next?').waitFor();
    await page.getByText('Pack lightly.').waitFor();
    const compass = page.getByAltText('A compass');
    assert.equal(
      await compass.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth > 0),
      true,
    );
    assert.equal(await compass.getAttribute('data-user'), app.org.administrator.id);
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.setViewportSize({ width: 390, height: 800 });
    assert.equal(await scrollsSideways(page), false);
    await page.close();
  });

  it('navigates with tabs, the back button and the app launcher', async () => {
    const page = await app.open('/lightning/page/home');
    const bar = page.getByRole('navigation', { name: 'Outfitter' });
    await bar.getByRole('link', { name: 'Expeditions' }).click();
    await page.waitForURL('**/lightning/o/Expedition__c/home');
    assert.equal(await bar.getByRole('link', { name: 'Expeditions' }).getAttribute('aria-current'), 'page');
    await page.goBack();
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();
    await page.getByRole('button', { name: 'App Launcher' }).click();
    await page.getByRole('dialog').getByPlaceholder('Search apps and items...').fill('sales');
    await page.getByRole('dialog').getByRole('button', { name: /Sales/ }).click();
    await page.getByRole('navigation', { name: 'Sales' }).waitFor();
    await page.getByRole('button', { name: 'App Launcher' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Outfitter/ })
      .click();
    await bar.waitFor();
    await page.close();
  });

  it('shows a tab with a component: page reference, messages, alert, record edit form', async () => {
    const page = await app.open('/lightning/n/Packing_List');
    await page.locator('[data-id=page]').getByText('Packing_List').waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.locator('[data-id=heard]').getByText('Rope').waitFor();
    await page.getByRole('button', { name: 'Alert' }).click();
    await page.getByRole('alertdialog').getByText('Check the knots.').waitFor();
    await page.getByRole('button', { name: 'OK' }).click();

    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText('Complete this field.').waitFor();
    await page.getByLabel('Expedition Name').fill('By form');
    await page.getByLabel('Budget').fill('-1');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText('A budget cannot be negative.').waitFor();
    await page.getByLabel('Budget').fill('10');
    await page.getByRole('button', { name: 'Create' }).click();
    await page
      .locator('[data-id=created]')
      .getByText(/^\w{18}$/)
      .waitFor();
    await page.close();
  });

  it('opens components of the utility bar', async () => {
    const page = await app.open('/lightning/page/home');
    await page.getByRole('button', { name: 'Compass' }).click();
    await page.getByText('North is up.').waitFor();
    await page.getByRole('button', { name: 'Minimize' }).click();
    await page.getByText('North is up.').waitFor({ state: 'detached' });
    await page.close();
  });

  it('says what a tab shows that is not built', async () => {
    const page = await app.open('/lightning/n/standard-report');
    await page.getByText('Not supported: the tab standard-report').waitFor();
    await page.close();
  });

  it('searches records by name', async () => {
    const page = await app.open('/lightning/page/home');
    await page.getByPlaceholder('Search...').click();
    await page.getByPlaceholder('Search...').fill('acme');
    await page.getByRole('option', { name: /Acme Outdoors/ }).click();
    await page.getByRole('heading', { name: 'Acme Outdoors' }).first().waitFor();
    await page.getByPlaceholder('Search...').fill('face');
    await page.getByRole('option', { name: /Show all results/ }).click();
    await page.getByRole('heading', { name: 'Search results for “face”' }).waitFor();
    await page.locator('main').getByRole('link', { name: 'North Face' }).waitFor();
    await page.close();
  });

  it('searches for what is typed when Enter comes before anything was found', async () => {
    const page = await app.open('/lightning/page/home');
    const box = page.getByPlaceholder('Search...');
    for (const term of ['acme', 'face']) {
      await box.click();
      await Promise.all([page.keyboard.insertText(term), page.keyboard.press('Enter')]);
      await page.getByRole('heading', { name: `Search results for “${term}”` }).waitFor();
      assert.match(page.url(), new RegExp(`/lightning/search\\?term=${term}$`));
    }
    await page.close();
  });

  it('opens a record by its id alone', async () => {
    const page = await app.open(`/${app.ids.deal}`);
    await page.waitForURL(`**/lightning/r/${app.ids.deal}/view`);
    await page.locator('shell-record-path-bar').waitFor();
    assert.equal((await page.request.get(`${app.url}/nothingHere`)).status(), 404);
    await page.close();
  });

  it('closes an opportunity with the sales path', async () => {
    const page = await app.open(`/lightning/r/Opportunity/${app.ids.deal}/view`);
    const path = page.locator('shell-record-path-bar');
    await path.getByRole('option', { name: 'Closed' }).click();
    await path.getByRole('button', { name: 'Select Closed Stage' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Stage' }).click();
    await dialog.getByRole('option', { name: 'Closed Won' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await path.locator('.slds-is-won', { hasText: 'Closed Won' }).waitFor();
    await page.close();
  });

  it('shows Setup to administrators only', async () => {
    const page = await app.open('/lightning/setup/ObjectManager/home');
    await page.getByPlaceholder('Quick Find').fill('expedition');
    await page.getByRole('link', { name: 'Expedition', exact: true }).click();
    await page.getByRole('heading', { name: 'Expedition' }).waitFor();
    await page.getByText('Roll-Up Summary (SUM Supply__c)').waitFor();
    for (const [node, heading, text] of [
      ['Users', 'Users', 'visitor@example.com'],
      ['ApexClasses', 'Apex Classes and Triggers', 'ExpeditionController'],
      ['Flows', 'Flows', 'Expedition_BeforeSave_Plan'],
      ['AsyncApexJobs', 'Apex Jobs', '0 items'],
      ['ApexDebugLogs', 'Debug Logs', '0 items'],
      ['PermissionSets', 'Permission Sets', 'Outfitter_Visitor'],
      ['LoginHistory', 'Login History', 'Browser'],
    ] as const) {
      await page.goto(`${app.url}/lightning/setup/${node}/home`);
      await page.getByRole('heading', { name: heading, exact: true, level: 1 }).waitFor();
      await page.locator('main').getByText(text).first().waitFor();
    }
    await page.goto(`${app.url}/lightning/setup/Tabs/home`);
    await page.getByRole('link', { name: 'Packing List' }).click();
    await page.locator('[data-id=page]').getByText('Packing_List').waitFor();
    await page.goto(`${app.url}/lightning/setup/Flows/home`);
    await page.getByRole('link', { name: 'Plan an expedition' }).click();
    await page.getByText('$Record.Plan__c Assign "To be written"').waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.setViewportSize({ width: 390, height: 800 });
    const menu = page.getByRole('navigation', { name: 'Setup pages' });
    await menu.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'All of Setup' }).click();
    await menu.waitFor();
    const visitor = await app.open('/lightning/setup/Users/home', { username: VISITOR });
    await visitor.getByRole('heading', { name: 'Insufficient privileges' }).waitFor();
    assert.match(await visitor.getByRole('alert').innerText(), /^You do not have the level of access necessary/);
    assert.equal(await visitor.getByRole('link', { name: 'Setup' }).count(), 0);
    await page.close();
    await visitor.close();
  });

  it('refuses changes that another site asks for', async () => {
    const page = await app.open('/lightning/page/home');
    const [cookie] = await page.context().cookies();
    const answer = await fetch(`${app.url}/services/data/v66.0/ui-api/records`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: `sid=${cookie.value}`,
        origin: 'http://elsewhere.example',
      },
      body: JSON.stringify({ apiName: 'Account', fields: { Name: 'Forged' } }),
    });
    assert.equal(answer.status, 403);
    await page.close();
  });
});
