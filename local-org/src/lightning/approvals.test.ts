import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mkdtempSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { orderFiles, orderProcess, orderWorkflow } from '../automation/test-support/approval-files.ts';
import { SObject } from '../schema/sobject.ts';
import type { FieldValues } from '../schema/model.ts';
import { accessibilityProblems, startApp, type RunningApp } from './testing/app.ts';
import { FIXTURE_PROJECT, VISITOR } from './testing/fixture-org.ts';

const files = {
  ...orderFiles,
  ...orderWorkflow(),
  ...orderProcess('Review', { steps: [{ approvers: ['relatedUserField:Approver__c'] }], recall: true, order: 1 }),
};

describe('approvals in the browser', () => {
  let app: RunningApp;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'orders-'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    app = await startApp([FIXTURE_PROJECT, folder]);
    const { org, visitor } = app;
    const permissions = org.transaction(org.administrator, (tx) =>
      org.query.run(tx, "SELECT Id FROM PermissionSet WHERE Name = 'Orders'", { mode: 'system', sharing: false }),
    );
    insert('PermissionSetAssignment', { AssigneeId: visitor.id, PermissionSetId: permissions.records[0].id });
    org.security.invalidate();
  });
  after(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const insert = (object: string, values: FieldValues): string => {
    const { org } = app;
    return org.transaction(org.administrator, (tx) => {
      const record = new SObject(org.schema.require(object), Object.entries(values));
      org.dml.insert(tx, [record], { mode: 'system', sharing: false, allOrNone: true });
      return record.id!;
    });
  };
  const order = (name: string, approver: string): string =>
    insert('Order__c', { Name: name, Status__c: 'Draft', Approver__c: approver, OwnerId: app.visitor.id });
  const open = (id: string, username?: string): Promise<Page> =>
    app.open(`/lightning/r/Order__c/${id}/view`, username === undefined ? {} : { username });
  const act = async (page: Page, name: string, comments: string): Promise<void> => {
    await page.locator('shell-highlights-panel').getByRole('button', { name: 'Show more actions' }).click();
    await page.getByRole('menuitem', { name }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Comments').fill(comments);
    await dialog.getByRole('button', { name: name.split(' ')[0], exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  const status = (page: Page) => page.locator('shell-detail-panel').getByText('Submitted', { exact: true });

  it('a user submits a record, which is locked from then on', async () => {
    const id = order('Pots', app.org.administrator.id);
    const page = await open(id, VISITOR);
    await act(page, 'Submit for Approval', 'Please');
    await page.getByText('The record was submitted for approval.').waitFor();
    await page.locator('shell-highlights-panel').getByTitle('Record is locked').waitFor();
    await status(page).waitFor();
    await page.locator('shell-highlights-panel').getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByText('This record is locked. If you need to edit it, contact your admin.').waitFor();
    await page.getByRole('tab', { name: 'Related' }).click();
    const history = page.locator('shell-approval-history');
    await history.getByRole('cell', { name: 'Please' }).waitFor();
    assert.deepEqual(await history.locator('tbody tr td:nth-child(3)').allInnerTexts(), ['Pending', 'Submitted']);
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.close();
  });

  it('an approver finds the request at home, opens it and approves', async () => {
    const id = order('Pans', app.org.administrator.id);
    const clerk = await open(id, VISITOR);
    await act(clerk, 'Submit for Approval', '');
    await clerk.close();
    const page = await app.open('/lightning/o/ProcessInstanceWorkitem/home');
    await page.getByRole('link', { name: 'Pans' }).click();
    await page.getByRole('heading', { name: 'Approval Request: Pans' }).waitFor();
    await page.getByText('Vera Visitor').waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Comments').fill('Well done');
    await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.waitForURL(`**/r/Order__c/${id}/view`);
    await page.locator('shell-detail-panel').getByText('Approved', { exact: true }).waitFor();
    assert.equal(await page.getByTitle('Record is locked').count(), 0);
    await page.close();
  });

  it('rejects, recalls and reassigns from the page of the record', async () => {
    const rejected = order('Lids', app.visitor.id);
    const page = await open(rejected, VISITOR);
    await act(page, 'Submit for Approval', '');
    await page.getByTitle('Record is locked').waitFor();
    await act(page, 'Reject', 'No');
    await page.locator('shell-detail-panel').getByText('Rejected', { exact: true }).waitFor();
    await act(page, 'Submit for Approval', '');
    await page.getByTitle('Record is locked').waitFor();
    await act(page, 'Recall Approval Request', '');
    await page.locator('shell-detail-panel').getByText('Recalled', { exact: true }).waitFor();
    await act(page, 'Submit for Approval', '');
    await page.getByTitle('Record is locked').waitFor();
    await page.locator('shell-highlights-panel').getByRole('button', { name: 'Show more actions' }).click();
    await page.getByRole('menuitem', { name: 'Reassign' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Reassign To' }).fill('Administrator');
    await dialog.getByRole('option', { name: /Org Administrator/ }).click();
    await dialog.getByRole('button', { name: 'Reassign', exact: true }).click();
    await page.getByText('The approval request was reassigned.').waitFor();
    await page.close();
  });

  it('an administrator names a delegated approver on the page of a user', async () => {
    const { id } = app.visitor;
    const page = await app.open(`/lightning/r/User/${id}/view`);
    await page.getByRole('button', { name: 'Edit Delegated Approver' }).click();
    await page.getByRole('combobox', { name: 'Delegated Approver', exact: true }).last().click();
    await page.getByRole('option', { name: /Vera Visitor/ }).waitFor();
    await page.keyboard.type('Administrator');
    await page.getByRole('option', { name: /Org Administrator/ }).click();
    await page.locator('shell-form-footer').getByRole('button', { name: 'Save' }).click();
    await page.locator('shell-form-footer').waitFor({ state: 'detached' });
    const { records } = app.org.transaction(app.org.administrator, (tx) =>
      app.org.query.run(tx, `SELECT DelegatedApproverId FROM User WHERE Id = '${id}'`, {
        mode: 'system',
        sharing: false,
      }),
    );
    assert.equal(records[0].get('DelegatedApproverId'), app.org.administrator.id);
    await page.close();
  });
});
