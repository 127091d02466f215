/** The revenue forecast as a project manager, finance and a leader use it in Chromium, and through jsforce. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import type { Page } from 'playwright-core';
import { addDays, firstOfMonth, lastOfMonth, mondayOf } from '../seed/dates.ts';
import { computeForecast } from '../seed/history/forecast.ts';
import { insertAll, queryAll } from '../seed/records.ts';
import { Workplace } from './support/browser.ts';
import { eventually } from './support/eventually.ts';
import { assertAccessible, assertFits } from './support/page-checks.ts';
import { logIn, type Persona } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { makeStudio, type Studio } from './support/studio.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

const GRID = '/lightning/n/Forecast';

/** The month after this one lies ahead whatever day it is. */
const TODAY = new Date().toISOString().slice(0, 10);
const NEXT_MONTH = firstOfMonth(TODAY, 1);
const MONDAY = mondayOf(addDays(NEXT_MONTH, 6));
const NEXT_LABEL = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
  new Date(`${NEXT_MONTH}T00:00:00Z`),
);
/** Four days of nine hours at 120 euros. */
const BOOKED_HOURS = 36;
const BOOKED = BOOKED_HOURS * 120;
const FEE = 50_000;

interface Row {
  readonly Id: string;
  readonly Month__c: string | null;
  readonly Scheduled__c: number;
  readonly Unscheduled__c: number;
  readonly Computed__c: number;
  readonly Override__c: number | null;
  readonly OverrideReason__c: string | null;
  readonly Forecast__c: number;
}

describe('revenue forecast', () => {
  const data = temporaryFolder('forecast');
  let org: ServedOrg;
  let admin: Connection;
  let finance: Connection;
  let manager: Connection;
  let workplace: Workplace;
  let studio: Studio;
  /** Billed by the hour and run by the project manager; a fixed fee that somebody else runs. */
  let shop: string;
  let barn: string;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: false });
    admin = await logIn(org.url, 'admin');
    finance = await logIn(org.url, 'finance');
    manager = await logIn(org.url, 'pm');
    studio = await makeStudio(admin);
    await makeProjects();
    await computeForecast(admin);
    workplace = await Workplace.open(org.url);
  });
  after(async () => {
    await workplace.close();
    await org.stop();
    removeFolder(data);
  });

  async function makeProjects(): Promise<void> {
    const users = await queryAll<{ Id: string; Username: string }>(admin, 'SELECT Id, Username FROM User');
    const idOf = (persona: Persona) => users.find((user) => user.Username.startsWith(`${persona}@`))?.Id ?? '';
    await insertAll(admin, 'ExchangeRate__c', [
      { FromCurrency__c: 'EUR', ToCurrency__c: 'USD', Date__c: firstOfMonth(TODAY, -2), Rate__c: 2 },
    ]);
    const project = (Name: string, ProjectManager__c: string) => ({
      Name,
      ProjectManager__c,
      Account__c: studio.account,
      CurrencyCode__c: 'EUR',
      Status__c: 'In Progress',
      StartDate__c: firstOfMonth(TODAY, -1),
      EndDate__c: lastOfMonth(NEXT_MONTH),
    });
    [shop = '', barn = ''] = await insertAll(admin, 'Project__c', [
      project('Dairy shop', idOf('pm')),
      { ...project('New barn', idOf('admin')), ContractValue__c: FEE },
    ]);
    await insertAll(admin, 'BillingArrangement__c', [
      { Project__c: barn, Name: 'Barn', Type__c: 'Fixed Fee', Amount__c: FEE, IsDefault__c: true },
    ]);
    const [designer] = await queryAll<{ Id: string }>(
      admin,
      `SELECT Id FROM Resource__c WHERE Role__c = '${studio.designer}' ORDER BY Name LIMIT 1`,
    );
    await insertAll(admin, 'Assignment__c', [
      {
        Project__c: shop,
        Resource__c: designer?.Id,
        Role__c: studio.designer,
        BookingType__c: 'Hard',
        StartDate__c: MONDAY,
        EndDate__c: addDays(MONDAY, 4),
        PlannedHours__c: BOOKED_HOURS,
        IsBillable__c: true,
      },
    ]);
  }

  async function rowsOf(project: string, who = admin): Promise<Row[]> {
    return queryAll<Row>(
      who,
      'SELECT Id, Month__c, Scheduled__c, Unscheduled__c, Computed__c, Override__c, OverrideReason__c, Forecast__c ' +
        `FROM RevenueForecast__c WHERE Project__c = '${project}' AND Version__r.IsCurrent__c = TRUE ORDER BY Month__c`,
    );
  }

  async function nextMonthOf(project: string): Promise<Row> {
    const row = (await rowsOf(project)).find(({ Month__c }) => Month__c === NEXT_MONTH);
    assert.ok(row);
    return row;
  }

  function cell(page: Page, row: string, month: string) {
    return page.getByRole('button', { name: new RegExp(`^${row}, ${month}: `) });
  }

  it('forecasts what is booked and what is contracted', async () => {
    assert.equal((await nextMonthOf(shop)).Scheduled__c, BOOKED);
    const fee = await rowsOf(barn);
    assert.equal(
      fee.reduce((sum, row) => sum + row.Computed__c, 0),
      FEE,
    );
    assert.ok(fee.every((row) => row.Scheduled__c === 0));
  });

  it('follows bookings by itself', async () => {
    const [person] = await queryAll<{ Id: string }>(admin, `SELECT Id FROM Resource__c WHERE Name = 'Cleo Engineer'`);
    const [booking = ''] = await insertAll(admin, 'Assignment__c', [
      {
        Project__c: shop,
        Resource__c: person?.Id,
        Role__c: studio.engineer,
        BookingType__c: 'Soft',
        StartDate__c: MONDAY,
        EndDate__c: addDays(MONDAY, 4),
        PlannedHours__c: 10,
        BillRate__c: 77,
        IsBillable__c: true,
      },
    ]);
    const tentative = async () => {
      const rows = await queryAll<{ total: number }>(
        admin,
        `SELECT SUM(Tentative__c) total FROM RevenueForecast__c WHERE Project__c = '${shop}' AND Version__r.IsCurrent__c = TRUE`,
      );
      return rows[0]?.total;
    };
    await eventually('the soft booking to be tentative', async () => (await tentative()) === 770 || undefined);
    await admin.sobject('Assignment__c').destroy(booking);
    await eventually('it to be gone', async () => (await tentative()) === 0 || undefined);
  });

  it('lets a project manager override own projects by keyboard, with a reason', async () => {
    await workplace.step(async () => {
      const page = await workplace.logIn('pm', workplace.recordPath('Project__c', shop));
      await page.getByRole('tab', { name: 'Forecast' }).click();
      await cell(page, 'Dairy shop', NEXT_LABEL).focus();
      await page.keyboard.press('Enter');
      const panel = page.getByRole('dialog', { name: NEXT_LABEL });
      await panel.getByText('36.00 h × 120.00').waitFor();
      await panel.getByText('Ada Designer').waitFor();
      await assertAccessible(page);
      await page.keyboard.type('5000');
      await page.keyboard.press('Enter');
      await panel.getByText('Say why you expect another amount.').waitFor();
      await panel.getByLabel('Because').fill('The dairy adds a day');
      await page.keyboard.press('Enter');
      await panel.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: `Dairy shop, ${NEXT_LABEL}: 10,000, overridden` }).waitFor();
    });
    const row = await nextMonthOf(shop);
    assert.equal(row.Forecast__c, 5000);
    assert.equal(row.Computed__c, BOOKED);
    assert.equal(row.OverrideReason__c, 'The dairy adds a day');
  });

  it('keeps the override when everything is computed again', async () => {
    await computeForecast(admin);
    assert.equal((await nextMonthOf(shop)).Forecast__c, 5000);
  });

  it('keeps other projects from the project manager', async () => {
    assert.deepEqual(await rowsOf(barn, manager), []);
    const { Id } = await nextMonthOf(barn);
    await assert.rejects(
      async () => manager.sobject('RevenueForecast__c').update({ Id, Override__c: 1, OverrideReason__c: 'Mine' }),
      /INSUFFICIENT_ACCESS|NOT_FOUND|ENTITY_IS_DELETED|insufficient access/i,
    );
    const own = await nextMonthOf(shop);
    await assert.rejects(
      async () => manager.sobject('RevenueForecast__c').update({ Id: own.Id, Override__c: 1, OverrideReason__c: '' }),
      /Say why/,
    );
  });

  it('lets finance freeze a version that never changes, and compare with it', async () => {
    await workplace.step(async () => {
      const page = await workplace.logIn('finance', GRID);
      await page.getByRole('button', { name: 'Freeze…' }).click();
      await page.getByLabel('Name', { exact: true }).fill('Board');
      await page.getByRole('button', { name: 'Freeze', exact: true }).click();
      await page.getByRole('combobox', { name: 'Compare with' }).waitFor();
      await eventually('the next version to be computed', async () => {
        const [version] = await queryAll<{ RunStatus__c: string }>(
          admin,
          'SELECT RunStatus__c FROM ForecastVersion__c WHERE IsCurrent__c = TRUE',
        );
        return version?.RunStatus__c === 'Completed' || undefined;
      });
      await admin.sobject('Project__c').update({ Id: barn, ContractValue__c: FEE + 1000 });
      await eventually('the change order to be forecast', async () => {
        const sum = (await rowsOf(barn)).reduce((total, row) => total + row.Computed__c, 0);
        return sum === FEE + 1000 || undefined;
      });
      await workplace.visit(page, GRID);
      await page.getByRole('combobox', { name: 'Compare with' }).click();
      await page.getByRole('option', { name: 'Board' }).click();
      await page.getByText('+2,000').first().waitFor();
      await assertAccessible(page);
    });
    assert.equal((await nextMonthOf(shop)).Forecast__c, 5000, 'overrides are carried over');
    const [frozen] = await queryAll<{ Id: string }>(
      admin,
      `SELECT Id FROM RevenueForecast__c WHERE Version__r.Name = 'Board' LIMIT 1`,
    );
    await assert.rejects(
      async () => admin.sobject('RevenueForecast__c').update({ Id: frozen?.Id ?? '', Override__c: 1 }),
      /frozen|insufficient access|INSUFFICIENT/i,
    );
    await assert.rejects(async () => finance.sobject('RevenueForecast__c').destroy(frozen?.Id ?? ''));
  });

  it('shows a leader the whole firm, on a desk and on a phone, and lets nothing be changed', async () => {
    await workplace.step(async () => {
      const page = await workplace.logIn('leader', GRID);
      await page.getByRole('button', { name: 'Expand Hill Farm Dairy' }).click();
      await page.getByRole('link', { name: 'New barn' }).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Recompute' }).count(), 0);
      await cell(page, 'Total', NEXT_LABEL).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /Dairy shop/ })
        .click();
      await page.getByRole('dialog').getByText('36.00 h × 120.00').waitFor();
      assert.equal(await page.getByLabel('You expect').count(), 0);
      await page.keyboard.press('Escape');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export' }).click();
      assert.match((await download).suggestedFilename(), /\.csv$/);
      await assertAccessible(page);
      const phone = await workplace.logIn('leader', GRID, { width: 390 });
      await cell(phone, 'Total', NEXT_LABEL).waitFor();
      await assertFits(phone);
    });
  });
});
