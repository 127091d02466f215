/** From approved time to a paid invoice, as finance does it in Chromium. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import type { Page } from 'playwright-core';
import { insertAll, queryAll } from '../seed/records.ts';
import { approveTimesheet } from './support/approved-time.ts';
import { Workplace } from './support/browser.ts';
import { eventually } from './support/eventually.ts';
import { assertAccessible, assertFits } from './support/page-checks.ts';
import { logIn, type Persona } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { makeProject, makeStudio, type Studio } from './support/studio.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

const PANEL = '/lightning/n/Invoice_Run';

/** A week that is over, so that its time can be approved and billed. */
const MONDAY = '2026-06-01';
const TUESDAY = '2026-06-02';
const NEXT_MONDAY = '2026-06-08';
const THIRD_MONDAY = '2026-06-15';

/** As finance types it. */
const MONTH_END = 'Jun 30, 2026';

interface Invoice {
  readonly Id: string;
  readonly Status__c: string;
  readonly Subtotal__c: number;
  readonly Balance__c: number;
  readonly Number__c: string | null;
}

describe('invoicing', () => {
  const data = temporaryFolder('invoicing');
  let org: ServedOrg;
  let admin: Connection;
  let workplace: Workplace;
  let project: string;
  let studio: Studio;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: false });
    admin = await logIn(org.url, 'admin');
    await makeWork();
    workplace = await Workplace.open(org.url);
  });
  after(async () => {
    await workplace.close();
    await org.stop();
    removeFolder(data);
  });

  /** Ten approved hours at 120 euros, two more that nobody has approved, and one in pounds, for which there is no rate. */
  async function makeWork(): Promise<void> {
    studio = await makeStudio(admin);
    const users = await queryAll<{ Id: string; Username: string }>(admin, 'SELECT Id, Username FROM User');
    const idOf = (persona: Persona) => users.find((user) => user.Username.startsWith(`${persona}@`))?.Id ?? '';
    const [contact = ''] = await insertAll(admin, 'Contact', [
      { LastName: 'Cellar', FirstName: 'Dora', Email: 'dora@hill-farm.example', AccountId: studio.account },
    ]);
    await admin.sobject('Account').update({ Id: studio.account, BillingContact__c: contact });
    project = await makeProject(admin, 'Dairy shop', {
      Account__c: studio.account,
      ProjectManager__c: idOf('pm'),
      StartDate__c: MONDAY,
      Status__c: 'In Progress',
      TimePolicy__c: 'Anyone',
    });
    await insertAll(admin, 'BillingArrangement__c', [
      {
        Project__c: project,
        Name: 'Design',
        Type__c: 'Time and Materials',
        IsDefault__c: true,
        LineGrouping__c: 'Resource',
      },
    ]);
    const [resource = ''] = await insertAll(admin, 'Resource__c', [
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
        StartDate__c: MONDAY,
        EndDate__c: TUESDAY,
        PlannedHours__c: 10,
        BookingType__c: 'Hard',
      },
    ]);
    const unrated = await makeProject(admin, 'Dairy app', {
      Account__c: studio.account,
      CurrencyCode__c: 'GBP',
      StartDate__c: MONDAY,
      Status__c: 'In Progress',
      TimePolicy__c: 'Anyone',
    });
    await insertAll(admin, 'BillingArrangement__c', [
      { Project__c: unrated, Name: 'Design', Type__c: 'Time and Materials', IsDefault__c: true },
    ]);
    const [approved = '', open = '', missing = ''] = await insertAll(
      admin,
      'Timesheet__c',
      [MONDAY, NEXT_MONDAY, THIRD_MONDAY].map((WeekStart__c) => ({ Resource__c: resource, WeekStart__c })),
    );
    const entry = (Timesheet__c: string, Date__c: string, Minutes__c: number) => ({
      Timesheet__c,
      Project__c: project,
      Date__c,
      Minutes__c,
      IsBillable__c: true,
    });
    await insertAll(admin, 'TimeEntry__c', [
      entry(approved, MONDAY, 480),
      entry(approved, TUESDAY, 120),
      entry(open, NEXT_MONDAY, 120),
      { ...entry(missing, THIRD_MONDAY, 60), Project__c: unrated },
    ]);
    for (const timesheet of [approved, missing]) await approveTimesheet(org.url, timesheet);
  }

  async function invoice(): Promise<Invoice | undefined> {
    const fields = 'Id, Status__c, Subtotal__c, Balance__c, Number__c';
    const [found] = await queryAll<Invoice>(admin, `SELECT ${fields} FROM Invoice__c WHERE Project__c = '${project}'`);
    return found;
  }

  async function invoiceIs(status: string): Promise<Invoice> {
    return eventually(`an invoice that is ${status}`, async () => {
      const found = await invoice();
      return found?.Status__c === status ? found : undefined;
    });
  }

  async function previewWork(page: Page): Promise<void> {
    await page.getByLabel('Bill work up to').fill(MONTH_END);
    await page.getByLabel('Bill work up to').press('Tab');
    await page.getByRole('button', { name: 'Preview' }).last().click();
    await page.getByRole('heading', { name: 'Will be drafted' }).waitFor();
  }

  it('shows what is billed and what is not and why, and drafts it', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('finance', PANEL);
      await page.getByRole('row', { name: /Dairy shop/ }).waitFor();
      await assertAccessible(page);
      await previewWork(page);
      await page.getByText('1,200.00 EUR').first().waitFor();
      await page.getByRole('button', { name: /Not approved\s*1 record/ }).click();
      await page.getByRole('row', { name: /Carlos.*2:00/ }).waitFor();
      await assertAccessible(page);
      await page.getByRole('button', { name: 'Draft invoices' }).click();
      await page.getByText('Together').waitFor();
      await page.getByRole('row', { name: /Dairy shop.*Draft.*1,200\.00 EUR/ }).waitFor();
      await assertAccessible(page);
      assert.equal((await invoiceIs('Draft')).Subtotal__c, 1200);
    }));

  it('writes a draft down with a reason, by keyboard', () =>
    workplace.step(async () => {
      const draft = await invoiceIs('Draft');
      const page = await workplace.logIn('finance', workplace.recordPath('Invoice__c', draft.Id));
      const quantity = page.getByLabel(/^Quantity of /);
      await quantity.fill('9');
      await page.locator('[data-total=net]', { hasText: '1,080.00 EUR' }).waitFor();
      await page.getByText('Say why the amount is changed.').waitFor();
      await page.getByLabel(/^Reason for changing /).fill('First hour free');
      await page.getByLabel(/^Reason for changing /).press('Enter');
      await page.getByText('The line is saved.').waitFor();
      await assertAccessible(page);
      assert.equal((await invoice())?.Subtotal__c, 1080);
    }));

  it('is approved, sent with its PDF and paid, and locked from then on', () =>
    workplace.step(async () => {
      const { Id } = await invoiceIs('Draft');
      const page = await workplace.logIn('finance', workplace.recordPath('Invoice__c', Id));
      const actions = page.locator('c-invoice-actions');
      await actions.getByRole('button', { name: 'Approve' }).click();
      await actions.getByText('gets its number').waitFor();
      await actions.getByRole('button', { name: 'Approve' }).last().click();
      await page.getByText('Locked: it is approved.').waitFor();
      assert.ok((await invoiceIs('Approved')).Number__c);

      await actions.getByRole('button', { name: 'Send' }).click();
      await invoiceIs('Sent');
      const [email] = await queryAll<{ Id: string; ToAddress: string }>(
        admin,
        'SELECT Id, ToAddress FROM LocalSentEmail ORDER BY MessageDate DESC LIMIT 1',
      );
      assert.match(email?.ToAddress ?? '', /dora@hill-farm\.example/);
      const files = await queryAll<{ Name: string; BodyLength: number }>(
        admin,
        `SELECT Name, BodyLength FROM LocalSentEmailFile WHERE SentEmailId = '${email?.Id}'`,
      );
      assert.match(files[0]?.Name ?? '', /\.pdf$/);
      assert.ok((files[0]?.BodyLength ?? 0) > 1000, 'The PDF has content.');

      await actions.getByRole('button', { name: 'Record payment' }).click();
      await actions.getByRole('button', { name: /^Record 1,080\.00 EUR on 1 invoice/ }).click();
      assert.equal((await invoiceIs('Paid')).Balance__c, 0);
      await page.getByText('Locked: it is paid.').waitFor();
    }));

  it('finds the rate of approved time once there is one', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('finance', PANEL);
      await page.getByLabel('Bill Dairy app').check();
      await page.getByLabel('Bill work up to').fill(MONTH_END);
      await page.getByLabel('Bill work up to').press('Tab');
      await page.getByRole('button', { name: 'Preview' }).last().click();
      await page.getByText('Nothing can be billed.').waitFor();
      await page.getByRole('button', { name: /^Missing rate/ }).click();
      const find = page.getByRole('button', { name: 'Find rates' });
      await page.getByLabel('Choose all of Missing rate').check();
      await find.click();
      await page.getByText(/0 of 1 rate found\. Still without one: Carlos, Jun 15, 2026, Dairy app\./).waitFor();
      await page.getByText('Nothing can be billed.').waitFor();

      const [card] = await insertAll(admin, 'RateCard__c', [
        { Name: 'In pounds', CurrencyCode__c: 'GBP', StartDate__c: '2020-01-01', IsActive__c: true },
      ]);
      await insertAll(admin, 'RateCardLine__c', [
        { RateCard__c: card, Role__c: studio.designer, RateType__c: 'Standard', BillRate__c: 95 },
      ]);
      await page.getByLabel('Choose all of Missing rate').check();
      await assertAccessible(page);
      await find.click();
      await page.getByText('1 of 1 rate found.').waitFor();
      await page.getByRole('row', { name: /Dairy app.*95\.00 GBP/ }).waitFor();
      assert.equal(await page.getByRole('button', { name: /^Missing rate/ }).count(), 0);
    }));

  it('shows the project how far its billing is', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('finance', workplace.recordPath('Project__c', project));
      await page.getByRole('tab', { name: 'Billing' }).click();
      await page.getByText('1,080.00 EUR').first().waitFor();
      await page.getByRole('row', { name: /Not approved\s*2:00/ }).waitFor();
      await assertAccessible(page);
    }));

  it('fits on a phone', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('finance', PANEL, { width: 390 });
      await page.getByRole('row', { name: /Dairy shop/ }).waitFor();
      await previewWork(page);
      await assertFits(page);
      await workplace.visit(page, workplace.recordPath('Invoice__c', (await invoice())?.Id ?? ''));
      await page.getByText('Locked: it is paid.').waitFor();
      await assertFits(page);
    }));

  it('is not for consultants', () =>
    workplace.step(async () => {
      const connection = await logIn(org.url, 'consultant');
      await assert.rejects(queryAll(connection, 'SELECT Id FROM Invoice__c'), /INVALID_TYPE|not supported/);
      const page = await workplace.logIn('consultant', workplace.recordPath('Project__c', project));
      await page.getByRole('tab', { name: 'Plan' }).waitFor();
      assert.equal(await page.getByRole('tab', { name: 'Billing' }).count(), 0);
    }));
});
