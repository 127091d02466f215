import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityProblems, scrollsSideways, startApp, type RunningApp } from './testing/app.ts';
import { VISITOR } from './testing/fixture-org.ts';

describe('record page', () => {
  let app: RunningApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  const recordPath = (): string => `/lightning/r/Expedition__c/${app.ids.everest}/view`;
  const openRecord = async (options?: { username?: string; width?: number }): Promise<Page> => {
    const page = await app.open(recordPath(), options);
    await page.getByRole('heading', { name: 'North Face' }).first().waitFor();
    await page.getByText('System Information').waitFor();
    return page;
  };
  const budgetOf = (page: Page) => page.locator('shell-highlights-panel').getByText('$', { exact: false }).first();
  const query = (soql: string) =>
    app.org.transaction(
      app.org.administrator,
      (tx) => app.org.query.run(tx, soql, { mode: 'system', sharing: false }).records,
    );

  it('shows highlights, path, details, field section, related list and a component of the project', async () => {
    const page = await openRecord();
    assert.equal(await page.title(), 'North Face | Expedition | Local Org');
    assert.equal(await budgetOf(page).innerText(), '$12,500.75');
    assert.match(await page.locator('shell-record-path-bar .slds-is-current').innerText(), /Planned/);
    await page.locator('shell-field-section').getByText('$11,778.75').waitFor();
    await page.getByRole('heading', { name: 'Outlook: North Face' }).waitFor();
    await page.locator('shell-related-list').getByRole('link', { name: 'Supplies (2)', exact: true }).waitFor();
    await page.close();
  });

  it('names what is not supported, with its place in the source', async () => {
    const page = await openRecord();
    const notice = page.getByText('Not supported: the component runtime_sales_activities:activityPanel');
    assert.match(await notice.innerText(), /Expedition_Record_Page\.flexipage-meta\.xml:\d+/);
    await page.close();
  });

  it('edits in place, shows errors at the page and at the field, and saves', async () => {
    const page = await openRecord();
    await page.locator('shell-detail-panel').getByRole('button', { name: 'Edit Budget' }).click();
    const budget = page.locator('shell-detail-panel').getByLabel('Budget', { exact: true });
    assert.ok(await budget.evaluate((input: { matches(selector: string): boolean }) => input.matches(':focus')));
    await budget.fill('-5');
    await page.locator('shell-form-footer').getByRole('button', { name: 'Save' }).click();
    await page.locator('shell-form-footer').getByText('Review the following fields: Budget').waitFor();
    await page.locator('shell-detail-panel').getByText('A budget cannot be negative.').waitFor();
    await budget.fill('800');
    await page.locator('shell-form-footer').getByRole('button', { name: 'Save' }).click();
    await page.locator('shell-form-footer').waitFor({ state: 'detached' });
    assert.equal(await budgetOf(page).innerText(), '$800.00');
    await page.locator('[data-id=budget]').getByText('Budget: $800.00').waitFor();
    assert.equal(
      String(query(`SELECT Budget__c FROM Expedition__c WHERE Id = '${app.ids.everest}'`)[0].get('Budget__c')),
      '800.00',
    );
    await page.close();
  });

  it('shows what belongs to the record only when its fields say so', async () => {
    const page = await app.open(`/lightning/r/Expedition__c/${app.ids.atlantic}/view`);
    await page.getByText('Tell the rescue service.').waitFor();
    await page.getByRole('button', { name: 'Edit Risky' }).click();
    await page.locator('shell-detail-panel shell-record-item').getByText('Risky', { exact: true }).click();
    await page.locator('shell-form-footer').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Tell the rescue service.').waitFor({ state: 'detached' });
    await page.close();
  });

  it('moves along the path, and shows its guidance', async () => {
    const page = await openRecord();
    const path = page.locator('shell-record-path-bar');
    await path.getByRole('option', { name: 'Draft' }).click();
    await path.getByRole('button', { name: 'Show details' }).click();
    await path.getByText('Find a sponsor before you plan.').waitFor();
    await path.getByRole('option', { name: 'Planned' }).click();
    await path.getByRole('button', { name: 'Mark Status as Complete' }).click();
    await path.locator('.slds-is-current', { hasText: 'Underway' }).waitFor();
    await page.getByText('Status changed successfully.').waitFor();
    await page.close();
  });

  it('runs wired and imperative Apex, and shows toasts', async () => {
    const page = await openRecord();
    await page.getByRole('button', { name: 'Pack', exact: true }).click();
    await page.getByText('One more thing.').waitFor();
    await page.locator('c-expedition-panel').getByText('Supply 3').waitFor();
    await page.getByRole('button', { name: 'Fail', exact: true }).click();
    assert.equal(await page.locator('[data-id=failure]').innerText(), 'The weather turned.');
    await page.close();
  });

  it('lets components update records and navigate', async () => {
    const page = await openRecord();
    const before = await page.locator('[data-id=budget]').innerText();
    await page.getByRole('button', { name: 'Double budget' }).click();
    await page.locator('[data-id=budget]').filter({ hasNotText: before }).waitFor();
    assert.equal(`Budget: ${await budgetOf(page).innerText()}`, await page.locator('[data-id=budget]').innerText());
    await page.getByRole('button', { name: 'My list' }).click();
    await page.getByRole('heading', { name: 'My Expeditions' }).waitFor();
    assert.match(page.url(), /\/lightning\/o\/Expedition__c\/list\?filterName=Mine$/);
    await page.close();
  });

  it('runs quick actions with a screen, without one, and with a form', async () => {
    const page = await openRecord();
    await page.getByRole('button', { name: 'Cancel Trip' }).click();
    await page.getByText(`Really cancel ${app.ids.everest}?`).waitFor();
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.getByText(`Really cancel ${app.ids.everest}?`).waitFor({ state: 'detached' });

    const before = await budgetOf(page).innerText();
    await page.getByRole('button', { name: 'Raise Budget' }).click();
    await budgetOf(page).filter({ hasNotText: before }).waitFor();

    await page.getByRole('button', { name: 'Show more actions' }).click();
    await page.getByRole('menuitem', { name: 'Add Supply' }).click();
    const form = page.getByRole('dialog');
    assert.equal(await form.getByLabel('Quantity').inputValue(), '1');
    await form.getByLabel('Supply Name').fill('Lantern');
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await page.locator('shell-related-list').getByRole('link', { name: 'Lantern' }).waitFor();
    await page.close();
  });

  it('hides fields and actions that the user may not use', async () => {
    const page = await openRecord({ username: VISITOR });
    assert.equal(await page.getByText('Secret', { exact: true }).count(), 0);
    assert.equal(await page.getByRole('button', { name: /^Edit/ }).count(), 0);
    assert.equal(await page.getByRole('button', { name: 'New' }).count(), 0);
    await page.getByText('No risky trips for you.').waitFor();
    await page.close();
  });

  it('has an error page for records that are gone', async () => {
    const page = await app.open(`/lightning/r/Expedition__c/${app.ids.everest.slice(0, 3)}000000000zzz/view`);
    await page.getByRole('heading', { name: "This record isn't available" }).waitFor();
    await page.close();
  });

  it('is accessible, at any width', async () => {
    const page = await openRecord();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.getByRole('button', { name: 'Edit Status' }).click();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.close();
    const narrow = await openRecord({ width: 390 });
    assert.equal(await scrollsSideways(narrow), false);
    await narrow.close();
  });
});
