/** What follows a sent invoice, as finance does it in Chromium: payments, credit, statement, and the journal handed over. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import type { Page } from 'playwright-core';
import { queryAll } from '../seed/records.ts';
import { Workplace } from './support/browser.ts';
import { assertAccessible, assertFits } from './support/page-checks.ts';
import { logIn } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

const RECEIVABLES = '/lightning/n/Receivables';
const PHONE = 390;

interface Invoice {
  readonly Id: string;
  readonly Number__c: string;
  readonly Status__c: string;
  readonly Balance__c: number;
  readonly Account__c: string;
}

interface Sum {
  readonly Entry__c: string;
  readonly debit: number;
  readonly credit: number;
}

/** What a test needs of an element. */
interface Box {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

describe('receivables', () => {
  const data = temporaryFolder('receivables');
  let org: ServedOrg;
  let admin: Connection;
  let workplace: Workplace;
  /** Of a client who owes at least three, in one currency; the oldest due comes first. */
  let open: readonly Invoice[];

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: true });
    admin = await logIn(org.url, 'admin');
    const sent = await invoices("Status__c = 'Sent' AND Balance__c > 0");
    const owing = sent.find(({ Account__c }) => sent.filter((other) => other.Account__c === Account__c).length > 2);
    assert.ok(owing, 'A client of the demo firm owes three invoices.');
    open = await invoices(`Account__c = '${owing.Account__c}' AND Balance__c > 0 AND Status__c != 'Draft'`);
    workplace = await Workplace.open(org.url);
  });
  after(async () => {
    await workplace.close();
    await org.stop();
    removeFolder(data);
  });

  function invoices(where: string): Promise<Invoice[]> {
    const fields = 'Id, Number__c, Status__c, Balance__c, Account__c';
    return queryAll<Invoice>(admin, `SELECT ${fields} FROM Invoice__c WHERE ${where} ORDER BY DueDate__c, Number__c`);
  }

  async function openInvoice(page: Page, { Id, Number__c }: Invoice): Promise<void> {
    await workplace.visit(page, workplace.recordPath('Invoice__c', Id));
    await page.locator('c-invoice-actions').getByRole('heading', { name: Number__c }).waitFor();
  }

  /** The PDF behind an address, as the browser of the page gets it. */
  async function pdf(page: Page, address: string): Promise<Buffer> {
    const answer = await page.request.get(org.url + address);
    assert.equal(answer.headers()['content-type'], 'application/pdf');
    return answer.body();
  }

  it('are paid over several invoices with one sum, to the cent', () =>
    workplace.step(async () => {
      const [first, second] = open;
      assert.ok(first && second);
      const page = await workplace.logIn('finance');
      await openInvoice(page, first);
      const actions = page.locator('c-invoice-actions');
      await actions.getByRole('button', { name: 'Record payment' }).click();
      const amount = page.getByLabel('Amount received');
      await amount.fill(String(first.Balance__c + 1000.5));
      const share = page.getByLabel(`Amount for ${second.Number__c}`);
      assert.equal(await share.inputValue(), '1000.50');
      await share.fill('1000');
      await actions.getByText('0.50 USD are on no invoice.').waitFor();
      await share.fill('1000.50');
      await assertAccessible(page);
      await actions.getByRole('button', { name: /on 2 invoices$/ }).click();
      await page.getByText('Locked: it is paid.').waitFor();
      const [paid, part] = await invoices(`Id IN ('${first.Id}', '${second.Id}')`);
      assert.deepEqual([paid?.Status__c, paid?.Balance__c], ['Paid', 0]);
      assert.equal(part?.Status__c, 'Partially Paid');
      assert.equal(part.Balance__c, Math.round((second.Balance__c - 1000.5) * 100) / 100);
    }));

  it('are credited in part with a reason, on a phone too', () =>
    workplace.step(async () => {
      const invoice = open[2];
      assert.ok(invoice);
      const page = await workplace.logIn('finance', '/', { width: PHONE });
      await openInvoice(page, invoice);
      await page.locator('c-invoice-actions').getByRole('button', { name: 'Credit' }).click();
      await page.getByText('Say why the client gets money back').waitFor();
      await assertFits(page);
      await assertAccessible(page);
      await page.getByLabel('Reason').fill('Agreed discount');
      const parts = page.getByLabel(/^Credit for /);
      for (let index = 0; index < (await parts.count()); index++) await parts.nth(index).fill(index === 0 ? '10' : '');
      await page.getByRole('button', { name: /^Credit 10\.00/ }).click();
      await page.getByRole('heading', { name: /^CN-/ }).waitFor();
      const [credited] = await invoices(`Id = '${invoice.Id}'`);
      assert.ok((credited?.Balance__c ?? 0) <= invoice.Balance__c - 10);
      const [note] = await queryAll<{ Id: string }>(
        admin,
        `SELECT Id FROM Invoice__c WHERE CreditedInvoice__c = '${invoice.Id}'`,
      );
      assert.ok(note);
      assert.ok((await pdf(page, `/apex/InvoicePdf?id=${note.Id}`)).length > 1000);
    }));

  it('stand on the statement of the client, which is printed', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('finance', workplace.recordPath('Account', open[0]?.Account__c ?? ''));
      await page.getByRole('region', { name: 'Receivables by age, scrolls sideways' }).waitFor();
      const printing = page.context().waitForEvent('page');
      await page.getByRole('button', { name: 'Statement of account' }).click();
      const { pathname, search } = new URL((await printing).url());
      assert.equal(pathname.toLowerCase(), '/apex/accountstatement');
      assert.ok((await pdf(page, pathname + search)).length > 2000);
      await assertAccessible(page);
    }));

  it('reverse a payment that was a mistake, and say why', () =>
    workplace.step(async () => {
      const [first] = open;
      assert.ok(first);
      const page = await workplace.logIn('finance');
      await openInvoice(page, first);
      const actions = page.locator('c-invoice-actions');
      await actions.getByRole('button', { name: 'Reverse payment' }).click();
      await actions.getByRole('combobox', { name: 'Payment' }).click();
      await page.getByRole('option').first().click();
      await actions.getByLabel('Reason').fill('Paid by another client');
      await actions.getByRole('button', { name: 'Reverse payment' }).last().click();
      await page.getByText('Locked: it is sent.').waitFor();
      assert.equal((await invoices(`Id = '${first.Id}'`))[0]?.Balance__c, first.Balance__c);
    }));

  it('are handed over to accounting once, in a file that is in balance', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('finance', RECEIVABLES);
      await page.getByText(/entries wait to be handed over/).waitFor();
      await page.getByRole('button', { name: 'Export journal' }).click();
      await page.getByText('All entries are handed over.').waitFor();
      assert.equal(await page.getByRole('button', { name: 'Export journal' }).isDisabled(), true);
      await assertAccessible(page);
      const link = await page.getByRole('link', { name: 'Download' }).first().getAttribute('href');
      const text = await (await page.request.get(org.url + (link ?? ''))).text();
      const sums = await queryAll<Sum>(
        admin,
        'SELECT Entry__c, SUM(Debit__c) debit, SUM(Credit__c) credit FROM JournalLine__c GROUP BY Entry__c',
      );
      for (const { Entry__c, debit, credit } of sums) assert.equal(debit, credit, `${Entry__c} is in balance.`);
      for (const { Name } of await queryAll<{ Name: string }>(admin, 'SELECT Name FROM JournalEntry__c')) {
        assert.ok(text.includes(Name), `${Name} is in the file.`);
      }
    }));

  it('are read on a phone, one client below the other', () =>
    workplace.step(async () => {
      const page = await workplace.logIn('finance', RECEIVABLES, { width: PHONE });
      await page.getByRole('row', { name: /Total/ }).last().waitFor();
      await assertFits(page);
      await assertAccessible(page);
      const region = page.getByRole('region', { name: /^Receivables by age/ });
      const hidden = await region.evaluate(({ scrollWidth, clientWidth }: Box) => scrollWidth - clientWidth);
      assert.equal(hidden, 0, 'Nothing of it is beyond the edge.');
    }));
});
