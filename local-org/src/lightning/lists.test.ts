import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityProblems, scrollsSideways, startApp, type RunningApp } from './testing/app.ts';
import { VISITOR } from './testing/fixture-org.ts';

describe('list views', () => {
  let app: RunningApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  const rowNames = async (page: Page): Promise<string[]> => {
    await page.locator('lightning-datatable tbody tr').first().waitFor();
    return page.locator('lightning-datatable tbody th a').allInnerTexts();
  };

  it('shows the columns and records of a list view, sorts and searches', async () => {
    const page = await app.open('/lightning/o/Expedition__c/list?filterName=All');
    assert.deepEqual(await rowNames(page), ['Crossing', 'North Face']);
    const headers = await page.locator('lightning-datatable thead th').allInnerTexts();
    assert.ok(headers.some((text) => text.includes('Owner Alias')));
    await page.getByRole('columnheader', { name: 'Budget' }).locator('a').click();
    await page.getByText('2 items • Sorted by Budget').waitFor();
    await page.getByRole('columnheader', { name: 'Budget' }).locator('a').click();
    await page.locator('tbody tr:first-child th', { hasText: 'North Face' }).waitFor();
    await page.getByPlaceholder('Search this list...').fill('cross');
    await page.getByText('1 item').waitFor();
    assert.deepEqual(await rowNames(page), ['Crossing']);
    await page.close();
  });

  it('filters with logic', async () => {
    const page = await app.open('/lightning/o/Expedition__c/list?filterName=Big_Or_Risky');
    assert.deepEqual(await rowNames(page), ['Crossing', 'North Face']);
    await page.getByRole('button', { name: 'Select a List View' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'My Expeditions' }).click();
    await page.getByRole('heading', { name: 'My Expeditions' }).waitFor();
    await page.close();
  });

  it('makes a record with a record type, dependent picklists, a lookup and an error at the page', async () => {
    const page = await app.open('/lightning/o/Expedition__c/list?filterName=All');
    await page.getByRole('button', { name: 'New' }).click();
    const form = page.getByRole('dialog');
    await form.getByText('Summit', { exact: true }).click();
    await form.getByRole('button', { name: 'Next' }).click();
    await form.getByRole('heading', { name: 'New Expedition: Summit' }).waitFor();
    assert.match(page.url(), /\/lightning\/o\/Expedition__c\/new$/);

    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await form.getByText('Complete this field.').first().waitFor();

    await form.getByLabel('Expedition Name').fill('Ridge Walk');
    await form.getByLabel('Expedition Name').press('Tab');
    assert.ok(await form.getByRole('combobox', { name: 'Site' }).isDisabled());
    await form.getByRole('combobox', { name: 'Terrain' }).click();
    assert.equal(await form.getByRole('option', { name: 'Sea' }).count(), 0, 'the record type leaves Sea out');
    await form.getByRole('option', { name: 'Mountain' }).click();
    await form.getByRole('combobox', { name: 'Site' }).click();
    assert.equal(await form.getByRole('option', { name: 'Atlantic' }).count(), 0, 'Atlantic is no mountain');
    await form.getByRole('option', { name: 'Matterhorn' }).click();

    await form.getByText('Risky', { exact: true }).click();
    await page.setViewportSize({ width: 1280, height: 420 });
    for (let attempt = 1; attempt <= 2; attempt++) {
      await page.mouse.move(640, 200);
      await page.mouse.wheel(0, 2000);
      await form.getByRole('button', { name: 'Save', exact: true }).click();
      await form.getByText('A risky expedition needs a guide.').waitFor();
      const isInSight = async (): Promise<boolean> => {
        const head = await form.locator('lightning-modal-header').boundingBox();
        const snag = await form.getByRole('alert').boundingBox();
        return head !== null && snag !== null && snag.y >= head.y + head.height - 1;
      };
      for (let turn = 0; turn < 50 && !(await isInSight()); turn++) await page.waitForTimeout(100);
      assert.ok(await isInSight(), `what was wrong with save ${attempt} is in sight`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await form.getByPlaceholder('Search Contacts...').fill('gert');
    await form.getByRole('option', { name: /Gerta Guide/ }).click();
    await form.getByRole('button', { name: 'Save', exact: true }).click();

    await page.getByRole('heading', { name: 'Ridge Walk' }).first().waitFor();
    await page.locator('lightning-toast', { hasText: 'Expedition "Ridge Walk" was created.' }).waitFor();
    assert.match(page.url(), /\/lightning\/r\/Expedition__c\/\w{18}\/view$/);
    assert.equal(await page.getByRole('heading', { name: 'Page' }).count(), 0);
    await page.close();
  });

  it('closes a form when its user goes elsewhere', async () => {
    const page = await app.open('/lightning/page/home');
    await page.goto(`${app.url}/lightning/o/Account/new`);
    await page.getByRole('dialog').getByLabel('Account Name').waitFor();
    await page.goBack();
    await page.waitForURL('**/lightning/page/home');
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0);
    await page.getByRole('link', { name: 'Accounts' }).click();
    await page.getByRole('button', { name: 'New' }).click();
    await page.getByRole('dialog').getByLabel('Account Name').waitFor();
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForURL('**/lightning/o/Account/home');
    await page.close();
  });

  it('edits and deletes from a row', async () => {
    const page = await app.open('/lightning/o/Account/list?filterName=AllAccounts');
    assert.deepEqual(await rowNames(page), ['Acme Outdoors']);
    await page
      .getByRole('button', { name: /Show actions/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Account Name').fill('Acme Outdoor Gear');
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('tbody th', { hasText: 'Acme Outdoor Gear' }).waitFor();

    await page
      .getByRole('button', { name: /Show actions/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByText('Are you sure you want to delete this account?').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).last().click();
    assert.deepEqual(await rowNames(page), ['Acme Outdoor Gear']);
    await page.close();
  });

  it('opens a list on a page of its own for a related list', async () => {
    const page = await app.open(`/lightning/r/Expedition__c/${app.ids.everest}/related/Supplies__r/view`);
    assert.deepEqual(await rowNames(page), ['Rope', 'Tent']);
    await page.getByRole('link', { name: 'North Face' }).click();
    await page.waitForURL(`**/lightning/r/Expedition__c/${app.ids.everest}/view`);
    await page.close();
  });

  it('keeps columns from users who may not see them, and objects they may not read', async () => {
    const page = await app.open('/lightning/o/Expedition__c/list?filterName=All', { username: VISITOR });
    await rowNames(page);
    assert.equal(await page.getByRole('button', { name: 'New' }).count(), 0);
    await page.goto(`${app.url}/lightning/o/Nonsense__c/list`);
    await page.getByRole('heading', { name: 'Insufficient privileges' }).waitFor();
    await page.close();
  });

  it('is accessible, at any width', async () => {
    const page = await app.open('/lightning/o/Expedition__c/list?filterName=All');
    await rowNames(page);
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.setViewportSize({ width: 390, height: 800 });
    assert.equal(await scrollsSideways(page), false);
    await page.goto(`${app.url}/lightning/o/Account/new`);
    await page.getByRole('dialog').getByLabel('Account Name').waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.close();
  });
});
