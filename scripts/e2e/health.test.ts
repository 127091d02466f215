/**
 * How a project stands, in Chromium. The project is the fence of four sides that earned value is taught with (PMP Exam Prep):
 * a day and 1,000 for each side, looked at on the evening of the third day, when two and a half are up for 2,800.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import type { Page } from 'playwright-core';
import { addDays, mondayOf } from '../seed/dates.ts';
import { withRightsToLoad } from '../seed/history/rights.ts';
import { runApex } from '../seed/apex.ts';
import { insertAll, queryAll, updateAll } from '../seed/records.ts';
import { Workplace } from './support/browser.ts';
import { eventually } from './support/eventually.ts';
import { assertAccessible, assertFits } from './support/page-checks.ts';
import { logIn, type Persona } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { makeProject, makeStudio } from './support/studio.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

/** Hours worked on each of the three days; each costs 100. */
const WORKED = [10, 12, 6];

/** How far the sides are. */
const SIDES = [100, 100, 50, 0];

interface Health {
  readonly Id: string;
  readonly Score__c: number | null;
  readonly Rating__c: string;
  readonly EarnedValue__c: number | null;
}

describe('project health', () => {
  const data = temporaryFolder('health');
  let org: ServedOrg;
  let admin: Connection;
  let pm: Connection;
  let workplace: Workplace;
  let project: string;
  let lastSide: string;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: false });
    admin = await logIn(org.url, 'admin');
    pm = await logIn(org.url, 'pm');
    await buildFence();
    workplace = await Workplace.open(org.url);
  });
  after(async () => {
    await workplace.close();
    await org.stop();
    removeFolder(data);
  });

  /** The day in the time zone of the org. */
  async function today(): Promise<string> {
    const [{ TimeZoneSidKey: timeZone } = { TimeZoneSidKey: 'UTC' }] = await queryAll<{ TimeZoneSidKey: string }>(
      admin,
      'SELECT TimeZoneSidKey FROM Organization',
    );
    return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
  }

  async function buildFence(): Promise<void> {
    const studio = await makeStudio(admin);
    const users = await queryAll<{ Id: string; Username: string }>(admin, 'SELECT Id, Username FROM User');
    const idOf = (persona: Persona) => users.find((user) => user.Username.startsWith(`${persona}@`))?.Id ?? '';
    const start = addDays(await today(), -2);
    const everyDay = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    const [calendar = ''] = await insertAll(admin, 'WorkCalendar__c', [
      { Name: 'Every day', ...Object.fromEntries(everyDay.map((day) => [`Hours${day}__c`, 10])) },
    ]);
    project = await makeProject(admin, 'Fence', {
      Status__c: 'In Progress',
      CurrencyCode__c: 'USD',
      ProjectManager__c: idOf('pm'),
      Calendar__c: calendar,
      StartDate__c: start,
    });
    await updateAll(admin, 'Project__c', [
      { Id: project, BudgetCost__c: 4000, BudgetHours__c: 40, ContractValue__c: 6000 },
    ]);
    const [yard = ''] = await insertAll(admin, 'ProjectTask__c', [
      { Project__c: project, Name: 'Yard', Type__c: 'Phase', Sequence__c: 1 },
    ]);
    const sides = await insertAll(
      admin,
      'ProjectTask__c',
      SIDES.map((PercentComplete__c, index) => ({
        Project__c: project,
        Parent__c: yard,
        Name: `Side ${index + 1}`,
        Type__c: 'Task',
        Sequence__c: index + 1,
        DurationDays__c: 1,
        PlannedHours__c: 10,
        PercentComplete__c,
        ConstraintType__c: 'Must Start On',
        ConstraintDate__c: addDays(start, index),
      })),
    );
    lastSide = sides.at(-1) ?? '';
    const [resource = ''] = await insertAll(admin, 'Resource__c', [
      {
        Name: 'Carlos',
        Role__c: studio.designer,
        ResourceType__c: 'Employee',
        StartDate__c: '2020-01-01',
        IsActive__c: true,
        Calendar__c: calendar,
        User__c: idOf('consultant'),
        Manager__c: idOf('pm'),
      },
    ]);
    await insertAll(admin, 'CostRate__c', [{ Role__c: studio.designer, Rate__c: 100, StartDate__c: '2020-01-01' }]);
    await insertAll(admin, 'Assignment__c', [
      {
        Project__c: project,
        Resource__c: resource,
        Role__c: studio.designer,
        StartDate__c: start,
        EndDate__c: addDays(start, 3),
        PlannedHours__c: 40,
        BookingType__c: 'Hard',
      },
    ]);
    await runApex(admin, `Baseline.capture('${project}');`);
    await withRightsToLoad(admin, async () => {
      const days = WORKED.map((hours, index) => ({ hours, day: addDays(start, index) }));
      const mondays = [...new Set(days.map(({ day }) => mondayOf(day)))];
      const sheets = await insertAll(
        admin,
        'Timesheet__c',
        mondays.map((WeekStart__c) => ({ Resource__c: resource, WeekStart__c, Status__c: 'Approved' })),
      );
      await insertAll(
        admin,
        'TimeEntry__c',
        days.map(({ hours, day }, index) => ({
          Timesheet__c: sheets[mondays.indexOf(mondayOf(day))],
          Project__c: project,
          Task__c: sides[index],
          Date__c: day,
          Minutes__c: hours * 60,
          IsBillable__c: true,
        })),
      );
    });
  }

  async function latest(connection: Connection, fields = 'Id, Score__c, Rating__c'): Promise<Health | undefined> {
    const [found] = await queryAll<Health>(
      connection,
      `SELECT ${fields} FROM ProjectHealth__c WHERE Project__c = '${project}' AND IsLatest__c = true`,
    );
    return found;
  }

  async function openHealth(persona: Persona, width?: number): Promise<Page> {
    const page = await workplace.logIn(persona, workplace.recordPath('Project__c', project), { width });
    await page.getByRole('tab', { name: 'Health' }).click();
    await page.getByText('What drags it down').waitFor();
    return page;
  }

  const figure = (page: Page, label: string) =>
    page.locator('.figure', { has: page.getByText(label, { exact: true }) });

  it('follows approved time after commit', async () => {
    const health = await eventually('the earned value of the fence', async () => {
      const found = await latest(pm, 'Id, Score__c, Rating__c, EarnedValue__c');
      return found?.EarnedValue__c === 2500 ? found : undefined;
    });
    assert.equal(health.Rating__c, 'Amber');
    const [amounts] = await queryAll(
      pm,
      'SELECT PlannedValue__c, ActualCost__c, CostVariance__c, ScheduleVariance__c, EAC__c, EstimateToComplete__c, ' +
        'VarianceAtCompletion__c, EarnedScheduleDays__c, ScheduleVarianceDays__c ' +
        `FROM ProjectHealth__c WHERE Id = '${health.Id}'`,
    );
    const { attributes: _, ...values } = amounts as Record<string, unknown>;
    assert.deepEqual(values, {
      PlannedValue__c: 3000,
      ActualCost__c: 2800,
      CostVariance__c: -300,
      ScheduleVariance__c: -500,
      EAC__c: 4480,
      EstimateToComplete__c: 1680,
      VarianceAtCompletion__c: -480,
      EarnedScheduleDays__c: 2.5,
      ScheduleVarianceDays__c: -0.5,
    });
  });

  it('shows a project manager score, earned value and what is missing', () =>
    workplace.step(async () => {
      for (const width of [1280, 390]) {
        const page = await openHealth('pm', width);
        assert.match((await figure(page, 'CPI').textContent()) ?? '', /0\.89.*480 USD over budget at the end/);
        assert.match((await figure(page, 'SPI').textContent()) ?? '', /0\.83/);
        assert.match((await figure(page, 'Margin at completion').textContent()) ?? '', /25 %/);
        assert.match((await figure(page, 'Schedule adherence').textContent()) ?? '', /67 %.*2 of 3 due are done/);
        await page.getByText('70 % used at 63 % complete').first().waitFor();
        await page.getByRole('img', { name: /earned value 2,500 USD and actual cost 2,800 USD/ }).waitFor();
        await page.getByText('No revenue is recognized yet', { exact: false }).waitFor();
        await assertFits(page);
        // In a narrow window the platform's own tab bar nests its overflow button.
        if (width === 1280) await assertAccessible(page);
      }
    }));

  it('is read off and opened as a table by keyboard', () =>
    workplace.step(async () => {
      const page = await openHealth('pm');
      const slider = page.getByRole('slider', { name: 'Read off a day' });
      await slider.focus();
      await page.keyboard.press('End');
      assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /Estimate at completion \(EAC\) 4,480 USD/);
      await page.keyboard.press('Home');
      assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /Planned value \(PV\) 0 USD/);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('columnheader', { name: 'Actual cost (AC)' }).waitFor();
      await page.getByRole('cell', { name: '2,800 USD' }).first().waitFor();
    }));

  it('takes a new blocker in when recomputed, and leads to it', () =>
    workplace.step(async () => {
      const page = await openHealth('pm');
      await insertAll(pm, 'ProjectIssue__c', [
        { Project__c: project, Name: 'No posts left', Type__c: 'Blocker', Severity__c: 'High' },
      ]);
      await page.getByRole('button', { name: 'Recompute' }).click();
      await page.getByRole('listitem').filter({ hasText: 'Blockers 1 open' }).waitFor();
      await page.getByRole('region', { name: 'Open blockers and overdue issues' }).getByText('No posts left').click();
      await page.getByText('Project Issue').first().waitFor();
      await page.getByText('High').first().waitFor();
    }));

  it('shows a consultant progress without costs, in the page and in the API', () =>
    workplace.step(async () => {
      const page = await openHealth('consultant');
      await page.getByText('70 % used at 63 % complete').waitFor();
      await page.getByRole('img', { name: /63 % of the work is done and 75 % is due/ }).waitFor();
      assert.equal(await figure(page, 'CPI').count(), 0);
      assert.equal(await page.getByRole('button', { name: 'Recompute' }).count(), 0);
      const shown = (await page.locator('c-project-health').textContent()) ?? '';
      assert.doesNotMatch(shown, /USD|Margin|each 1\.00 spent/);
      await assertAccessible(page);
      const consultant = await logIn(org.url, 'consultant');
      assert.ok((await latest(consultant))?.Score__c);
      await assert.rejects(latest(consultant, 'Id, CPI__c'), /CPI__c/);
      await assert.rejects(latest(consultant, 'Id, CostReasons__c'), /CostReasons__c/);
    }));

  it('follows progress after commit and stands in the list of a leader', () =>
    workplace.step(async () => {
      await updateAll(pm, 'ProjectTask__c', [{ Id: lastSide, PercentComplete__c: 50 }]);
      await eventually('the progress of the last side', async () => {
        const found = await latest(pm, 'Id, EarnedValue__c');
        return found?.EarnedValue__c === 3000 ? found : undefined;
      });
      const page = await workplace.logIn('leader', '/lightning/o/ProjectHealth__c/list?filterName=Latest');
      const row = page.getByRole('row').filter({ hasText: 'Fence' });
      await row.waitFor();
      assert.match((await row.textContent()) ?? '', /Green|Amber|Red/);
      assert.equal(await page.getByRole('row').filter({ hasText: 'Fence' }).count(), 1, 'The newest snapshot alone');
    }));
});
