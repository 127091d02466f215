/** A consultant's expenses in Chromium, from the first line to the money paid back. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import { insertAll, queryAll } from '../seed/records.ts';
import { Workplace } from './support/browser.ts';
import { eventually } from './support/eventually.ts';
import { logIn, type Persona } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { makeProject, makeStudio } from './support/studio.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

const DAY = '2035-06-05';

/** The smallest picture there is. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Report {
  readonly Id: string;
  readonly Status__c: string;
  readonly TotalAmount__c: number;
}

describe('expenses', () => {
  const data = temporaryFolder('expense');
  let org: ServedOrg;
  let admin: Connection;
  let workplace: Workplace;
  let project: string;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: false });
    admin = await logIn(org.url, 'admin');
    const studio = await makeStudio(admin);
    const users = await queryAll<{ Id: string; Username: string }>(admin, 'SELECT Id, Username FROM User');
    const idOf = (persona: Persona) => users.find((user) => user.Username.startsWith(`${persona}@`))?.Id ?? '';
    project = await makeProject(admin, 'Dairy shop', { ProjectManager__c: idOf('pm') });
    const [resource] = await insertAll(admin, 'Resource__c', [
      {
        Name: 'Carlos',
        Role__c: studio.designer,
        ResourceType__c: 'Employee',
        StartDate__c: '2020-01-01',
        IsActive__c: true,
        User__c: idOf('consultant'),
        Manager__c: idOf('pm'),
      },
    ]);
    await insertAll(admin, 'Assignment__c', [
      {
        Project__c: project,
        Resource__c: resource,
        Role__c: studio.designer,
        StartDate__c: '2035-06-04',
        EndDate__c: '2035-06-07',
        PlannedHours__c: 9,
        BookingType__c: 'Hard',
      },
    ]);
    await insertAll(admin, 'ExchangeRate__c', [
      { FromCurrency__c: 'EUR', ToCurrency__c: 'USD', Date__c: '2035-06-01', Rate__c: 1.25 },
    ]);
    await insertAll(admin, 'ExpenseAllowance__c', [
      { Category__c: 'Mileage', Rate__c: 0.655, CurrencyCode__c: 'EUR', StartDate__c: '2035-01-01' },
    ]);
    workplace = await Workplace.open(org.url);
  });
  after(async () => {
    await workplace.close();
    await org.stop();
    removeFolder(data);
  });

  async function report(): Promise<Report | undefined> {
    const [found] = await queryAll<Report>(admin, 'SELECT Id, Status__c, TotalAmount__c FROM ExpenseReport__c');
    return found;
  }

  async function reportIs(status: string): Promise<void> {
    await eventually(`a report that is ${status}`, async () => {
      const found = await report();
      return found?.Status__c === status ? found : undefined;
    });
  }

  it('are entered with the keyboard, warned about, given a receipt and submitted', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('consultant', '/lightning/n/My_Expenses');
      await page.getByLabel('What was it for?').fill('Tasting in Lyon');
      await page.getByRole('button', { name: 'New report' }).click();
      await page.getByRole('button', { name: 'Add expense' }).click();
      await page.getByLabel('Date of line 1').fill(DAY);
      await page.getByLabel('Category of line 1').selectOption('Meals');
      await page.getByLabel('Project of line 1').selectOption('Dairy shop');
      await page.getByLabel('Currency of line 1').fill('EUR');
      const amount = page.getByLabel('Amount of line 1');
      await amount.pressSequentially('64');
      await page.getByText('Meals of this day come to 80.00 USD, over 75.00 USD a day.').waitFor();
      await amount.press('Enter');
      await page.getByLabel('Category of line 2').selectOption('Mileage');
      await page.getByText('at 0.655 each').waitFor();
      await page.getByLabel('Distance of line 2').fill('100');
      await page.getByLabel('Distance of line 2').press('Tab');
      await page.getByText('All lines are saved').waitFor();
      assert.equal((await report())?.TotalAmount__c, 161.88, '64.00 and 65.50 euros at 1.25: 80.00 + 81.88');

      await page.getByRole('button', { name: 'Submit for approval' }).click();
      await page.getByText('The report was not submitted.').waitFor();
      assert.equal((await report())?.Status__c, 'Draft');

      await page.getByRole('button', { name: 'Details and receipts of line 1, Meals' }).click();
      await page.getByLabel('Justification').fill('Dinner with the client');
      await page.getByLabel('Justification').press('Tab');
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'dinner.png', mimeType: 'image/png', buffer: PICTURE });
      await page.getByRole('link', { name: 'dinner.png' }).waitFor();
      const done = page.getByRole('button', { name: 'Done' });
      if (await done.isVisible()) await done.click();
      await page.getByText('All lines are saved').waitFor();
      await page.getByRole('button', { name: 'Submit for approval' }).click();
      await page.locator('.status', { hasText: 'Waiting for ' }).waitFor();
      await reportIs('Submitted');
    }));

  it('come back with a reason per line and are approved in the end', () =>
    workplace.step(async () => {
      const place = workplace.recordPath('ExpenseReport__c', (await report())?.Id ?? '');
      const manager = await workplace.logIn('pm', place);
      await manager.getByLabel('What should change about line 2, Mileage').fill('From where to where?');
      await manager.locator('c-expense-report-editor').getByRole('button', { name: 'Reject' }).click();
      await reportIs('Rejected');

      const consultant = await workplace.logIn('consultant', place);
      await consultant.getByText('Approver: From where to where?').waitFor();
      await consultant.getByRole('button', { name: 'Details and receipts of line 2, Mileage' }).click();
      await consultant.getByLabel('Description').fill('Lyon to Annecy');
      await consultant.getByLabel('Description').press('Tab');
      await consultant.getByText('All lines are saved').waitFor();
      await consultant.getByRole('button', { name: 'Submit for approval' }).click();
      await reportIs('Submitted');

      await workplace.visit(manager, place);
      await manager.locator('c-expense-report-editor').getByRole('button', { name: 'Approve' }).click();
      await manager.getByText('Approved. Its lines are final').waitFor();
      await reportIs('Approved');
      await eventually('the expense cost of the project', async () => {
        const soql = `SELECT ExpenseCost__c FROM Project__c WHERE Id = '${project}'`;
        const [total] = await queryAll<{ ExpenseCost__c: number | null }>(admin, soql);
        return total?.ExpenseCost__c === 161.88 ? total : undefined;
      });
    }));

  it('are handed over for payment once, in a file', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('finance', '/lightning/n/Reimbursements');
      await page.getByRole('row', { name: /Carlos/ }).waitFor();
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export for payment' }).click();
      const file = await saving;
      const text = await readFile(await file.path(), 'utf8');
      assert.match(text, /Carlos,EX-\d+,2035-06-05,Meals,,64\.00,EUR,1\.25,80\.00,USD/);
      assert.match(text, /Mileage,Lyon to Annecy,65\.50,EUR,1\.25,81\.88,USD/);
      await page.getByText('Nothing is due.').waitFor();
      await reportIs('Reimbursed');
      const again = page.waitForEvent('download');
      await page.getByRole('button', { name: /^Download RX-/ }).click();
      assert.equal(await readFile(await (await again).path(), 'utf8'), text);
    }));

  it('fit on a phone', () =>
    workplace.step(async () => {
      const place = workplace.recordPath('ExpenseReport__c', (await report())?.Id ?? '');
      const page = await workplace.logIn('consultant', place, { width: 390 });
      await page.getByLabel('Amount of line 1, Meals').waitFor();
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      assert.equal(overflow, 0);
    }));
});
