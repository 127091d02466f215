/** Finance closes a month and opens it again in Chromium; what the ledger and the journal hold is asked through jsforce. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import type { Page } from 'playwright-core';
import { queryAll } from '../seed/records.ts';
import { Workplace } from './support/browser.ts';
import { eventually } from './support/eventually.ts';
import { assertAccessible, assertFits } from './support/page-checks.ts';
import { logIn } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

interface Period {
  readonly Id: string;
  readonly Name: string;
  readonly Status__c: string;
  readonly EndDate__c: string;
  readonly RecognizedRevenue__c: number | null;
}

interface Row {
  readonly Id: string;
  readonly Project__c: string;
  readonly Amount__c: number;
  readonly Basis__c: string;
}

const PHONE = 390;

describe('revenue', () => {
  const data = temporaryFolder('revenue');
  let org: ServedOrg;
  let workplace: Workplace;
  let finance: Connection;
  let due: Period;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: true });
    finance = await logIn(org.url, 'finance');
    workplace = await Workplace.open(org.url);
    due = await firstOpen();
  });
  after(async () => {
    await workplace?.close();
    await org.stop();
    removeFolder(data);
  });

  async function periods(condition: string): Promise<Period[]> {
    return queryAll<Period>(
      finance,
      'SELECT Id, Name, Status__c, EndDate__c, RecognizedRevenue__c FROM FiscalPeriod__c ' +
        `WHERE ${condition} ORDER BY StartDate__c`,
    );
  }

  async function firstOpen(): Promise<Period> {
    const [period] = await periods("Status__c = 'Open'");
    assert.ok(period);
    return period;
  }

  async function rowsOf(period: Period): Promise<Row[]> {
    return queryAll<Row>(
      finance,
      `SELECT Id, Project__c, Amount__c, Basis__c FROM RevenueEntry__c WHERE FiscalPeriod__c = '${period.Id}'`,
    );
  }

  async function closePage(): Promise<Page> {
    const page = await workplace.logIn('finance', '/lightning/n/Period_Close');
    await page.getByRole('heading', { name: /^Fiscal period \d/ }).waitFor();
    return page;
  }

  async function closed(period: Period): Promise<void> {
    await eventually(`the close of ${period.Name}`, async () =>
      (await statusOf(period)) === 'Closed' ? true : undefined,
    );
  }

  async function statusOf(period: Period): Promise<string> {
    const [found] = await periods(`Id = '${period.Id}'`);
    return found?.Status__c ?? '';
  }

  it('has closed the months of the past year through the service', async () => {
    const closed = await periods("Status__c = 'Closed' AND RecognizedRevenue__c != null");
    assert.equal(closed.length, 11);
    const runs = await queryAll<{ Status__c: string }>(finance, 'SELECT Status__c FROM RevenueRun__c');
    assert.ok(runs.every(({ Status__c }) => Status__c === 'Completed'));
    const [journal] = await queryAll<{ debit: number; credit: number }>(
      finance,
      'SELECT SUM(Debit__c) debit, SUM(Credit__c) credit FROM JournalLine__c',
    );
    assert.equal(journal?.debit.toFixed(2), journal?.credit.toFixed(2));
  });

  it('holds for every arrangement: recognized and remaining are its contract, and the rows add up', async () => {
    const rows = await queryAll<{ arrangement: string; amount: number }>(
      finance,
      'SELECT Arrangement__c arrangement, SUM(Amount__c) amount FROM RevenueEntry__c ' +
        "WHERE Stream__c != 'Loss Provision' AND Arrangement__c != null GROUP BY Arrangement__c",
    );
    const sums = new Map(rows.map(({ arrangement, amount }) => [arrangement, amount]));
    const arrangements = await queryAll<{
      Id: string;
      ContractRevenue__c: number | null;
      RecognizedRevenue__c: number | null;
      RemainingRevenue__c: number;
    }>(finance, 'SELECT Id, ContractRevenue__c, RecognizedRevenue__c, RemainingRevenue__c FROM BillingArrangement__c');
    assert.ok(arrangements.length > 20);
    for (const { Id, ContractRevenue__c, RecognizedRevenue__c, RemainingRevenue__c } of arrangements) {
      assert.equal((RecognizedRevenue__c ?? 0).toFixed(2), (sums.get(Id) ?? 0).toFixed(2), Id);
      const both = (RecognizedRevenue__c ?? 0) + RemainingRevenue__c;
      assert.equal(both.toFixed(2), (ContractRevenue__c ?? 0).toFixed(2), Id);
    }
  });

  it('is the same in the close, the forecast and the measures of projects and the firm', async () => {
    const version = 'Version__c IN (SELECT Id FROM ForecastVersion__c WHERE IsCurrent__c = true)';
    const sums: readonly [string, string][] = [
      ['the forecast', `SELECT Month__c month, SUM(FirmRecognized__c) amount FROM RevenueForecast__c WHERE ${version}`],
      [
        'the projects',
        'SELECT Month__c month, SUM(RecognizedRevenue__c) amount FROM ProjectMonth__c WHERE Month__c != null',
      ],
      ['the firm', 'SELECT Month__c month, SUM(RecognizedRevenue__c) amount FROM FirmMonth__c WHERE Month__c != null'],
    ];
    const booked = await periods('RecognizedRevenue__c != null');
    assert.ok(booked.length >= 12, 'Closed months and open ones');
    for (const [where, query] of sums) {
      const months = await queryAll<{ month: string; amount: number | null }>(finance, `${query} GROUP BY Month__c`);
      const amounts = new Map(months.map(({ month, amount }) => [month?.slice(0, 7), amount ?? 0]));
      for (const { Name, EndDate__c, RecognizedRevenue__c } of booked)
        assert.equal(
          amounts.get(EndDate__c.slice(0, 7))?.toFixed(2),
          RecognizedRevenue__c?.toFixed(2),
          `${where}, ${Name}`,
        );
    }
  });

  it('lets finance close the first open month once it has seen what is missing', () =>
    workplace.step(async () => {
      const page = await closePage();
      await page.getByText('checks have found nothing').waitFor();
      const close = page.getByRole('button', { name: `Close ${due.Name}` });
      assert.equal(await close.isDisabled(), true);
      await assertAccessible(page);
      await assertFits(page);
      const boxes = page.getByRole('checkbox', { name: /: acknowledged$/ });
      assert.ok((await boxes.count()) > 0, 'The demo firm has loose ends');
      await page
        .getByRole('button', { name: /: show \d+$/ })
        .first()
        .click();
      await page.locator('.rows a').first().waitFor();
      for (const box of await boxes.all()) await box.check();
      await close.click();
      await page
        .getByRole('group', { name: 'Confirm the close' })
        .getByRole('button', { name: /^Close/ })
        .click();
      await closed(due);
      await page.getByRole('heading', { name: 'Close: completed' }).waitFor();
      await page.getByText(/^Closed on \w{3} \d{1,2}, \d{4} by/).waitFor();
    }));

  it('changes nothing in a closed month, whoever tries', async () => {
    const rows = await rowsOf(due);
    assert.ok(rows.length > 10);
    const [row] = rows;
    const admin = await logIn(org.url, 'admin');
    for (const connection of [finance, admin]) {
      const entry = connection.sobject('RevenueEntry__c');
      await assertRefused(async () => entry.update({ Id: row.Id, Amount__c: 1 }));
      await assertRefused(async () => entry.delete(row.Id));
    }
    await assertRefused(
      async () => finance.sobject('FiscalPeriod__c').update({ Id: due.Id, Status__c: 'Open' }),
      /on its page/,
    );
    assert.deepEqual(await rowsOf(due), rows);
  });

  it('reopens it with a reason, and closing it again adds nothing', () =>
    workplace.step(async () => {
      const before = await rowsOf(due);
      const page = await closePage();
      await page.getByRole('button', { name: due.Name, exact: true }).click();
      await page.getByLabel('Why it is opened again').fill('An expense report was late');
      await page.getByRole('button', { name: `Reopen ${due.Name}` }).click();
      await page.getByText('An expense report was late').waitFor();
      assert.equal(await statusOf(due), 'Open');
      await page.getByText('checks have found nothing').waitFor();
      for (const box of await page.getByRole('checkbox', { name: /: acknowledged$/ }).all()) await box.check();
      await page.getByRole('button', { name: `Close ${due.Name}` }).click();
      await page
        .getByRole('group', { name: 'Confirm the close' })
        .getByRole('button', { name: /^Close/ })
        .click();
      await closed(due);
      assert.equal((await rowsOf(due)).length, before.length);
    }));

  it('shows the revenue of a project down to the reason of a row', () =>
    workplace.step(async () => {
      const [row] = (await rowsOf(due)).filter(({ Basis__c }) => Basis__c.includes('approved to'));
      assert.ok(row);
      const page = await workplace.logIn('finance', workplace.recordPath('Project__c', row.Project__c));
      await page.getByRole('tab', { name: 'Revenue' }).click();
      const month = page.getByRole('button', { name: new RegExp(`^${due.Name}\\s*Closed`) });
      await month.click();
      await page.getByText(row.Basis__c).first().waitFor();
      await assertAccessible(page);
      await page.setViewportSize({ width: PHONE, height: 900 });
      // Tabs move into the menu "More" one after the other.
      await eventually('the page to fit a phone', async () =>
        assertFits(page).then(
          () => true,
          () => undefined,
        ),
      );
    }));

  it('shows consultants neither revenue nor the close', () =>
    workplace.step(async () => {
      const consultant = await logIn(org.url, 'consultant');
      await assert.rejects(
        async () => consultant.query('SELECT Id FROM RevenueEntry__c'),
        /not supported|INVALID_TYPE/,
      );
      const other = await workplace.logIn('consultant');
      assert.equal(await other.getByRole('link', { name: 'Period Close' }).count(), 0);
    }));
});

/** A refusal comes as a result for the record or, where the object itself is out of reach, as an error. */
async function assertRefused(work: () => Promise<unknown>, reason = /./): Promise<void> {
  const answer = await work().then(
    (result) => JSON.stringify(result),
    (error: unknown) => `"success":false ${String(error)}`,
  );
  assert.match(answer, /"success":false/);
  assert.match(answer, reason);
}
