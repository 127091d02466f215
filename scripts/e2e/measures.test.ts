/** The measures of the firm as its leaders see them, in Chromium and through jsforce. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import type { Page } from 'playwright-core';
import { makePeople, makeProjects } from '../bench/bench-firm.ts';
import { runApex } from '../seed/apex.ts';
import { addDays, firstOfMonth, mondayOf } from '../seed/dates.ts';
import { insertAll, queryAll } from '../seed/records.ts';
import { Workplace } from './support/browser.ts';
import { eventually } from './support/eventually.ts';
import { assertAccessible, assertFits } from './support/page-checks.ts';
import { logIn } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

const MEASURES = '/lightning/n/Measures';
/** What nobody sees who may not see amounts. */
const AMOUNTS = ['Recognized revenue', 'Project margin', 'DSO', 'Backlog', 'Revenue per employee'];

interface Sums {
  readonly billable: number;
  readonly capacity: number;
}

describe('measures', () => {
  const data = temporaryFolder('measures');
  let org: ServedOrg;
  let admin: Connection;
  let leader: Connection;
  let workplace: Workplace;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: true });
    admin = await logIn(org.url, 'admin');
    leader = await logIn(org.url, 'leader');
    workplace = await Workplace.open(org.url);
  });
  after(async () => {
    await workplace.close();
    await org.stop();
    removeFolder(data);
  });

  const tile = (page: Page, label: string) =>
    page.locator('c-measure-tile').filter({ has: page.getByRole('heading', { name: label, exact: true }) });

  it('shows the leader on the home page what jsforce adds up from the stored months', async () => {
    await workplace.step(async () => {
      const page = await workplace.logIn('leader');
      await tile(page, 'Billable utilization').waitFor();
      const year = new Date().getFullYear();
      const [sums] = await queryAll<Sums>(
        leader,
        'SELECT SUM(ElapsedBillableHours__c) billable, SUM(ElapsedCapacityHours__c) capacity FROM ResourceMonth__c ' +
          `WHERE Month__c >= ${year}-01-01 AND Month__c <= ${year}-12-31`,
      );
      const expected = Math.round((1000 * (sums?.billable ?? 0)) / (sums?.capacity ?? 1)) / 10;
      assert.ok(expected > 40 && expected < 100, `${expected} % is no utilization`);
      await tile(page, 'Billable utilization').getByText(`${expected} %`, { exact: true }).waitFor();
      for (const label of AMOUNTS) await tile(page, label).waitFor();
      await tile(page, 'Billable utilization').getByText('68.9 % – 75 %').waitFor();
      await page.locator('c-profitability-table tbody tr').first().waitFor();
      await assertAccessible(page);
      await assertFits(page);
    });
  });

  it('opens a number down to the hours it is made of, by keyboard', async () => {
    await workplace.step(async () => {
      const page = await workplace.logIn('leader', MEASURES);
      const value = tile(page, 'Billable utilization').getByRole('button');
      await value.focus();
      await page.keyboard.press('Enter');
      const drill = page.locator('c-measure-drill');
      const first = drill.locator('tbody tr').first();
      await first.waitFor();
      await first.getByRole('button', { name: /^Time of/ }).click();
      await drill.getByRole('heading', { name: /^Time of/ }).waitFor();
      await drill
        .locator('tbody tr')
        .first()
        .getByText(/Approved|Submitted|Draft/)
        .waitFor();
      assert.match((await drill.locator('tbody a').first().getAttribute('href')) ?? '', /^\/a/);
      await assertAccessible(page);
      await drill.getByRole('button', { name: 'Close the rows' }).click();
      await page.getByRole('button', { name: /hours waiting for approval/ }).click();
      await drill.locator('tbody tr').first().waitFor();
    });
  });

  it('looks at a practice, sorts its projects, and fits a telephone', async () => {
    await workplace.step(async () => {
      const page = await workplace.logIn('leader', MEASURES, { width: 390 });
      await page.getByRole('combobox', { name: 'Scope' }).click();
      await page.getByRole('option', { name: 'Practice', exact: true }).click();
      await page.getByRole('combobox', { name: 'Practice' }).click();
      await page.getByRole('option').first().click();
      await tile(page, 'Project margin').waitFor();
      await page.getByRole('button', { name: 'By client' }).click();
      await page.getByRole('button', { name: /^Margin %/ }).click();
      await page.locator('c-profitability-table th[aria-sort="descending"]', { hasText: 'Margin %' }).waitFor();
      assert.equal(await tile(page, 'DSO').count(), 0, 'A practice has no DSO');
      await assertAccessible(page);
      await assertFits(page);
    });
  });

  it('shows finance everything, and resource managers hours without amounts', async () => {
    await workplace.step(async () => {
      const finance = await workplace.logIn('finance', MEASURES);
      for (const label of AMOUNTS) await tile(finance, label).waitFor();
      const manager = await workplace.logIn('resourcing', MEASURES);
      await tile(manager, 'Scheduled utilization').waitFor();
      for (const label of AMOUNTS) assert.equal(await tile(manager, label).count(), 0, label);
      assert.equal(await manager.locator('c-profitability-table').count(), 0);
    });
    const resourcing = await logIn(org.url, 'resourcing');
    assert.ok((await queryAll(resourcing, 'SELECT CapacityHours__c FROM ResourceMonth__c LIMIT 1')).length > 0);
    await assert.rejects(queryAll(resourcing, 'SELECT CostAmount__c FROM ResourceMonth__c LIMIT 1'), /CostAmount__c/);
    await assert.rejects(queryAll(resourcing, 'SELECT LaborCost__c FROM ProjectMonth__c LIMIT 1'), /LaborCost__c/);
  });

  it('shows project managers the months of their own projects alone', async () => {
    const pm = await logIn(org.url, 'pm');
    const rows = await queryAll<{ Project__r: { ProjectManager__c: string } }>(
      pm,
      'SELECT Project__r.ProjectManager__c FROM ProjectMonth__c',
    );
    const { user_id: id } = await pm.identity();
    assert.ok(rows.length > 0);
    assert.deepEqual([...new Set(rows.map(({ Project__r }) => Project__r.ProjectManager__c))], [id]);
    assert.deepEqual(await queryAll(pm, 'SELECT Id FROM FirmMonth__c'), []);
  });

  it('adds up to the same total whichever way it is grouped', async () => {
    const total = async (object: string, field: string, group: string): Promise<number> => {
      const rows = await queryAll<{ sum: number | null }>(
        leader,
        `SELECT SUM(${field}) sum FROM ${object} GROUP BY ${group}`,
      );
      return Math.round(100 * rows.reduce((all, { sum }) => all + (sum ?? 0), 0));
    };
    for (const field of ['RecognizedRevenue__c', 'LaborCost__c', 'BillableHours__c']) {
      const totals = new Set<number>();
      for (const group of ['Project__c', 'Account__c', 'Practice__c', 'Region__c', 'Month__c', 'FiscalPeriod__c']) {
        totals.add(await total('ProjectMonth__c', field, group));
      }
      assert.equal(totals.size, 1, `${field}: ${[...totals].join(', ')}`);
    }
    assert.equal(
      await total('ResourceMonth__c', 'CostAmount__c', 'Role__c'),
      await total('ProjectMonth__c', 'LaborCost__c', 'Project__c'),
    );
    assert.equal(
      await total('FirmMonth__c', 'RecognizedRevenue__c', 'Month__c'),
      await total('ProjectMonth__c', 'RecognizedRevenue__c', 'Month__c'),
    );
  });

  it('is current within five seconds of an approval', async () => {
    const [person = ''] = await makePeople(admin, 'Measured', 1);
    const [project = ''] = await makeProjects(admin, 'Measured', 1);
    const monday = addDays(mondayOf(new Date().toISOString().slice(0, 10)), -7);
    const [sheet = ''] = await insertAll(admin, 'Timesheet__c', [{ Resource__c: person, WeekStart__c: monday }]);
    await insertAll(admin, 'TimeEntry__c', [
      { Timesheet__c: sheet, Project__c: project, Date__c: monday, Minutes__c: 390 },
    ]);
    await runApex(admin, `TimesheetController.submit(Date.valueOf('${monday}'), '${person}');`);
    await runApex(admin, `TimesheetController.approve(new List<Id>{ '${sheet}' }, null);`);
    for (const [object, subject, id] of [
      ['ResourceMonth__c', 'Resource__c', person],
      ['ProjectMonth__c', 'Project__c', project],
    ]) {
      await eventually(
        `the approved hours of ${object}`,
        async () => {
          const [row] = await queryAll<{ ApprovedHours__c: number }>(
            admin,
            `SELECT ApprovedHours__c FROM ${object} WHERE ${subject} = '${id}' AND Month__c = ${firstOfMonth(monday)}`,
          );
          return row?.ApprovedHours__c === 6.5 ? true : undefined;
        },
        5,
      );
    }
  });

  it('keeps the past of people who move, and measures them elsewhere from then on', async () => {
    const [person] = await queryAll<{ Id: string; Practice__c: string }>(
      admin,
      'SELECT Id, Practice__c FROM Resource__c WHERE IsActive__c = TRUE AND Practice__c != NULL ORDER BY Name LIMIT 1',
    );
    assert.ok(person !== undefined);
    const [practice = ''] = await insertAll(admin, 'Practice__c', [{ Name: 'Brand new', IsActive__c: true }]);
    await admin.sobject('Resource__c').update({ Id: person.Id, Practice__c: practice });
    const thisMonth = firstOfMonth(new Date().toISOString().slice(0, 10));
    const months = await eventually(
      'the month in the new practice',
      async () => {
        const rows = await queryAll<{ Month__c: string; Practice__c: string }>(
          admin,
          `SELECT Month__c, Practice__c FROM ResourceMonth__c WHERE Resource__c = '${person.Id}'`,
        );
        return rows.some((row) => row.Practice__c === practice) ? rows : undefined;
      },
      5,
    );
    for (const row of months.filter(({ Month__c }) => Month__c < firstOfMonth(thisMonth, -1))) {
      assert.equal(row.Practice__c, person.Practice__c, row.Month__c);
    }
  });
});
