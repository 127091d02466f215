/**
 * A day at the desk of finance, in Chromium: projects of a client merged onto one invoice, caps that run out, work held
 * back, an invoice that was wrong, and the reminders that go out by themselves once an administrator turns them on.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import type { Page } from 'playwright-core';
import { insertAll, queryAll } from '../seed/records.ts';
import { approveTimesheet } from './support/approved-time.ts';
import { Workplace } from './support/browser.ts';
import { eventually } from './support/eventually.ts';
import { assertAccessible, assertFits } from './support/page-checks.ts';
import { logIn, type Persona, usernameFor } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { makeProject, makeStudio } from './support/studio.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

const RUN = '/lightning/n/Invoice_Run';
const PHONE = 390;

/** Three weeks that are over: the Monday, as finance types its Friday, and the minutes on the capped project. */
const WEEKS = [
  { monday: '2026-06-01', friday: 'Jun 5, 2026', minutes: 480 },
  { monday: '2026-06-08', friday: 'Jun 12, 2026', minutes: 90 },
  { monday: '2026-06-15', friday: 'Jun 19, 2026', minutes: 120 },
] as const;

interface Invoice {
  readonly Id: string;
  readonly Status__c: string;
  readonly Number__c: string | null;
  readonly Project__c: string | null;
  readonly Subtotal__c: number;
}

interface Email {
  readonly Subject: string;
  readonly ToAddress: string;
  readonly TextBody: string;
}

describe('the billing desk', () => {
  const data = temporaryFolder('billing-desk');
  let org: ServedOrg;
  let admin: Connection;
  let workplace: Workplace;
  let shop: string;
  let addresses: ReadonlyMap<Persona, string>;

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

  /** A shop with a cap of 1,200 euros that three weeks use up, and a site beside it with two hours in the first. */
  async function makeWork(): Promise<void> {
    const studio = await makeStudio(admin);
    const users = await queryAll<{ Id: string; Username: string; Email: string }>(
      admin,
      'SELECT Id, Username, Email FROM User',
    );
    const userOf = (persona: Persona) => users.find(({ Username }) => Username === usernameFor(persona));
    addresses = new Map(
      (['consultant', 'pm'] as const).map((persona): [Persona, string] => [persona, userOf(persona)?.Email ?? '']),
    );
    const [contact = ''] = await insertAll(admin, 'Contact', [
      { LastName: 'Cellar', FirstName: 'Dora', Email: 'dora@hill-farm.example', AccountId: studio.account },
    ]);
    await admin.sobject('Account').update({ Id: studio.account, BillingContact__c: contact });
    const running = {
      Account__c: studio.account,
      ProjectManager__c: userOf('pm')?.Id ?? '',
      StartDate__c: WEEKS[0].monday,
      Status__c: 'In Progress',
      TimePolicy__c: 'Anyone',
    };
    shop = await makeProject(admin, 'Dairy shop', running);
    const site = await makeProject(admin, 'Dairy site', running);
    await insertAll(admin, 'BillingArrangement__c', [
      {
        Project__c: shop,
        Name: 'Design',
        Type__c: 'Capped T&M',
        CapAmount__c: 1200,
        CapBehavior__c: 'Hard Cap',
        IsDefault__c: true,
      },
    ]);
    await insertAll(admin, 'BillingArrangement__c', [
      { Project__c: site, Name: 'Design', Type__c: 'Time and Materials', IsDefault__c: true },
    ]);
    const [resource = ''] = await insertAll(admin, 'Resource__c', [
      {
        Name: 'Carlos',
        Role__c: studio.designer,
        ResourceType__c: 'Employee',
        StartDate__c: '2020-01-01',
        IsActive__c: true,
        User__c: userOf('consultant')?.Id,
        Manager__c: userOf('pm')?.Id,
      },
    ]);
    const sheets = await insertAll(
      admin,
      'Timesheet__c',
      WEEKS.map(({ monday }) => ({ Resource__c: resource, WeekStart__c: monday })),
    );
    const entry = (Timesheet__c: string | undefined, Project__c: string, Date__c: string, Minutes__c: number) => ({
      Timesheet__c,
      Project__c,
      Date__c,
      Minutes__c,
      IsBillable__c: true,
    });
    await insertAll(admin, 'TimeEntry__c', [
      ...WEEKS.map(({ monday, minutes }, index) => entry(sheets[index], shop, monday, minutes)),
      entry(sheets[0], site, WEEKS[0].monday, 120),
    ]);
    for (const sheet of sheets) await approveTimesheet(org.url, sheet);
  }

  function invoices(): Promise<Invoice[]> {
    const fields = 'Id, Status__c, Number__c, Project__c, Subtotal__c';
    return queryAll<Invoice>(admin, `SELECT ${fields} FROM Invoice__c ORDER BY CreatedDate, Name`);
  }

  /** The invoice of the week, once it is so. */
  function invoiceIs(week: number, status: string): Promise<Invoice> {
    return eventually(`invoice ${week} to be ${status}`, async () => {
      const found = (await invoices())[week];
      return found?.Status__c === status ? found : undefined;
    });
  }

  function emails(subject: string): Promise<Email[]> {
    return queryAll<Email>(
      admin,
      `SELECT Subject, ToAddress, TextBody FROM LocalSentEmail WHERE Subject LIKE '${subject}' ORDER BY MessageDate`,
    );
  }

  /** Runs what a scheduled job runs, and waits for its emails. */
  async function runJob(className: string, subject: string): Promise<Email[]> {
    const { success } = await admin.tooling.executeAnonymous(`new ${className}().execute((SchedulableContext) null);`);
    assert.ok(success);
    return eventually(`emails "${subject}"`, async () => {
      const found = await emails(subject);
      return found.length > 0 ? found : undefined;
    });
  }

  async function draftWeek(page: Page, week: number): Promise<void> {
    const cutOff = page.getByLabel('Bill work up to');
    await cutOff.fill(WEEKS[week]?.friday ?? '');
    await cutOff.press('Tab');
    await page.getByRole('button', { name: 'Preview' }).last().click();
    await page.getByRole('heading', { name: 'Will be drafted' }).waitFor();
    await page.getByRole('button', { name: 'Draft invoices' }).click();
    await invoiceIs(week, 'Draft');
  }

  /** What the manager of the project sees of the cap, and was told. */
  async function assertCapAt(percent: number, mark: number): Promise<void> {
    const subject = `${mark} % of the cap of Design are billed on Dairy shop`;
    const page = await workplace.logIn('pm', workplace.recordPath('Project__c', shop));
    await page.getByRole('tab', { name: 'Billing' }).click();
    await page.getByText(`${percent} % billed`).waitFor();
    const tasks = await queryAll<{ Owner: { Username: string } }>(
      await logIn(org.url, 'pm'),
      `SELECT Owner.Username FROM Task WHERE WhatId = '${shop}' AND Subject = '${subject}'`,
    );
    assert.deepEqual(
      tasks.map(({ Owner }) => Owner.Username),
      [usernameFor('pm')],
    );
    const [email] = await emails(subject);
    assert.match(email?.ToAddress ?? '', new RegExp(addresses.get('pm') ?? '-'));
    assert.match(email?.TextBody ?? '', /of the cap of EUR 1200\.00/);
    await page.context().close();
  }

  it('opens with what is owed and what is not billed', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('finance', '/lightning/page/home');
      await page.locator('c-receivables-ageing').waitFor();
      await page.getByRole('row', { name: /Dairy site.*240\.00/ }).waitFor();
      await assertAccessible(page);
      const phone = await workplace.logIn('finance', '/lightning/page/home', { width: PHONE });
      await phone.getByRole('row', { name: /Dairy site.*240\.00/ }).waitFor();
      await assertFits(phone);
      const consultant = await workplace.logIn('consultant', '/lightning/page/home');
      await consultant.locator('c-timesheet-grid').waitFor();
      assert.equal(await consultant.locator('c-receivables-ageing, c-invoice-run-panel').count(), 0);
    }));

  it('merges the projects of a client onto one invoice, and tells that 75 % of a cap are billed', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('finance', RUN);
      await page.getByRole('combobox', { name: 'One invoice per' }).click();
      await page.getByRole('option', { name: 'Account and currency' }).click();
      await draftWeek(page, 0);
      const [draft, other] = await invoices();
      assert.equal(other, undefined, 'One invoice');
      assert.equal(draft?.Project__c, null);
      assert.equal(draft.Subtotal__c, 1200);
      const lines = await queryAll<{ Project__r: { Name: string }; Amount__c: number }>(
        admin,
        'SELECT Project__r.Name, Amount__c FROM InvoiceLine__c ORDER BY Project__r.Name',
      );
      assert.deepEqual(
        lines.map(({ Project__r, Amount__c }) => [Project__r.Name, Amount__c]),
        [
          ['Dairy shop', 960],
          ['Dairy site', 240],
        ],
      );
      await assertCapAt(80, 75);
    }));

  it('tells that 90 and 100 % of a cap are billed, and bills no more', () =>
    workplace.step(async () => {
      await draftWeek(await workplace.logIn('finance', RUN), 1);
      await assertCapAt(95, 90);
      await draftWeek(await workplace.logIn('finance', RUN), 2);
      await assertCapAt(100, 100);
      assert.equal((await invoices())[2]?.Subtotal__c, 60, 'What the cap leaves of 240');
    }));

  it('holds work of a draft back with a reason', () =>
    workplace.step(async () => {
      const draft = await invoiceIs(1, 'Draft');
      const page = await workplace.logIn('finance', workplace.recordPath('Invoice__c', draft.Id));
      await page.locator('[data-action=expand]').first().click();
      await page.getByLabel(/^Choose Carlos Jun 8, 2026/).check();
      await page.getByRole('button', { name: 'Hold', exact: true }).click();
      await page.getByLabel('Reason for holding').fill('The client asks what it was');
      await assertAccessible(page);
      await page.getByRole('button', { name: 'Hold entries' }).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      const [held] = await queryAll<{ BillingStatus__c: string; HoldReason__c: string }>(
        admin,
        'SELECT BillingStatus__c, HoldReason__c FROM TimeEntry__c WHERE Date__c = 2026-06-08',
      );
      assert.equal(held?.HoldReason__c, 'The client asks what it was');
      assert.notEqual(held.BillingStatus__c, 'Drafted');
    }));

  it('lets the manager of the project read a draft, and nobody but finance change it', () =>
    workplace.step(async () => {
      const draft = await invoiceIs(2, 'Draft');
      const page = await workplace.logIn('pm', workplace.recordPath('Invoice__c', draft.Id));
      await page.getByText('It is a draft, which finance changes and approves.').waitFor();
      await page.getByRole('row', { name: /60\.00 EUR/ }).waitFor();
      assert.equal(await page.locator('c-invoice-draft-editor').getByRole('textbox').count(), 0);
      assert.equal(await page.getByRole('button', { name: 'Add a line' }).count(), 0);
    }));

  it('adds a line of its own to a draft, and takes it off again', () =>
    workplace.step(async () => {
      const draft = await invoiceIs(2, 'Draft');
      const page = await workplace.logIn('finance', workplace.recordPath('Invoice__c', draft.Id));
      await page.getByRole('button', { name: 'Add a line' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('Description', { exact: true }).fill('Fonts, passed on');
      await form.getByLabel('Unit Price').fill('40');
      await form.getByRole('button', { name: 'Save', exact: true }).click();
      const editor = page.locator('c-invoice-draft-editor');
      await editor.getByText('100.00 EUR').first().waitFor();
      assert.equal((await invoices())[2]?.Subtotal__c, 100, '60 and 40');
      await editor.getByRole('button', { name: /^Remove Fonts, passed on/ }).click();
      await editor.getByText('60.00 EUR').first().waitFor();
    }));

  it('approves with a number, sends, and voids with a reason what was wrong', () =>
    workplace.step(async () => {
      const { Id } = await invoiceIs(0, 'Draft');
      const page = await workplace.logIn('finance', workplace.recordPath('Invoice__c', Id));
      const actions = page.locator('c-invoice-actions');
      await actions.getByRole('button', { name: 'Approve' }).click();
      await actions.getByRole('button', { name: 'Approve' }).last().click();
      const { Number__c } = await invoiceIs(0, 'Approved');
      assert.match(Number__c ?? '', /-0001$/);
      await actions.getByRole('heading', { name: Number__c ?? '' }).waitFor();
      await actions.getByRole('button', { name: 'Send' }).click();
      await invoiceIs(0, 'Sent');
      const [email] = await emails(`%${Number__c}%`);
      assert.match(email?.ToAddress ?? '', /dora@hill-farm\.example/);

      const wrong = await invoiceIs(2, 'Draft');
      await workplace.visit(page, workplace.recordPath('Invoice__c', wrong.Id));
      await actions.getByRole('button', { name: 'Approve' }).click();
      await actions.getByRole('button', { name: 'Approve' }).last().click();
      await page.getByText('Locked: it is approved.').waitFor();
      await actions.getByRole('button', { name: 'Void' }).click();
      await actions.getByText('The number stays used.').waitFor();
      const confirm = actions.getByRole('button', { name: 'Void' }).last();
      assert.equal(await confirm.isDisabled(), true, 'Without a reason nothing is void.');
      await actions.getByLabel('Reason').fill('The wrong client');
      await assertAccessible(page);
      await confirm.click();
      assert.match((await invoiceIs(2, 'Void')).Number__c ?? '', /-0002$/);
      const [entry] = await queryAll<{ BillingStatus__c: string }>(
        admin,
        'SELECT BillingStatus__c FROM TimeEntry__c WHERE Date__c = 2026-06-15',
      );
      assert.equal(entry?.BillingStatus__c, 'Unbilled', 'It can be billed again');
    }));

  it('has its reminders turned on by an administrator, and by nobody else', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('admin', '/lightning/n/Scheduled_Jobs');
      await page.getByText(/^0 of \d+ jobs are on/).waitFor();
      await page.getByRole('button', { name: 'Turn all on' }).click();
      await page.getByRole('button', { name: 'Turn off' }).first().waitFor();
      await assertAccessible(page);
      const jobs = await queryAll<{ CronJobDetail: { Name: string }; NextFireTime: string }>(
        admin,
        "SELECT CronJobDetail.Name, NextFireTime FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Keelson: %'",
      );
      const names = jobs.map(({ CronJobDetail }) => CronJobDetail.Name);
      assert.ok(names.includes('Keelson: Timesheet reminders') && names.includes('Keelson: Payment reminders'));
      assert.ok(jobs.every(({ NextFireTime }) => Date.parse(NextFireTime) > Date.now()));
      const phone = await workplace.logIn('admin', '/lightning/n/Scheduled_Jobs', { width: PHONE });
      await phone.getByRole('heading', { name: /Payment reminders/ }).waitFor();
      await assertFits(phone);
      const finance = await workplace.logIn('finance', '/lightning/n/Scheduled_Jobs');
      await finance.locator('main').waitFor();
      assert.equal(await finance.getByRole('button', { name: 'Turn all on' }).count(), 0);
    }));

  it('reminds people and their manager of weeks that are missing', async () => {
    const [reminder] = await runJob('TimesheetReminders', 'Please submit your timesheet');
    assert.match(reminder?.ToAddress ?? '', new RegExp(addresses.get('consultant') ?? '-'));
    assert.match(reminder?.TextBody ?? '', /not submitted for the weeks from \d+ [A-Z][a-z]{2} \d{4}/);
    const [digest] = await eventually('the list of the manager', async () => {
      const found = await emails('Timesheets that are missing');
      return found.length > 0 ? found : undefined;
    });
    assert.match(digest?.ToAddress ?? '', new RegExp(addresses.get('pm') ?? '-'));
    assert.match(digest?.TextBody ?? '', /Carlos: \d+ [A-Z][a-z]{2} \d{4}/);
  });

  it('reminds the client of what is overdue, once', async () => {
    const sent = await invoiceIs(0, 'Sent');
    const [notice] = await runJob('OverdueReminders', '%overdue%');
    assert.match(notice?.ToAddress ?? '', /dora@hill-farm\.example/);
    assert.ok(notice?.TextBody.includes(sent.Number__c ?? '-'));
    assert.match(notice?.TextBody ?? '', /is still open with EUR 1,200\.00\./);
    await eventually('the reminder to be noted', async () => {
      const soql = `SELECT Id FROM Invoice__c WHERE Id = '${sent.Id}' AND RemindedAt__c != null`;
      return (await admin.query(soql)).totalSize === 1 ? true : undefined;
    });
    await runJob('OverdueReminders', '%overdue%');
    assert.equal((await emails('%overdue%')).length, 1);
  });
});
