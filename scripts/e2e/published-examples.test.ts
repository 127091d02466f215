/** Earned value as others have published it, through the API: a project each, worked on for one day. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import { runApex } from '../seed/apex.ts';
import { addDays, mondayOf } from '../seed/dates.ts';
import { withRightsToLoad } from '../seed/history/rights.ts';
import { insertAll, queryAll, updateAll } from '../seed/records.ts';
import { eventually } from './support/eventually.ts';
import { logIn } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { makeProject } from './support/studio.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

interface Example {
  readonly budget: number;
  /** Of the half of the work that is due today, in percent. */
  readonly done: number;
  readonly hours: number;
  readonly costPerHour: number;
}

type Figures = Record<string, number>;

describe('published examples of earned value', () => {
  const data = temporaryFolder('published');
  let org: ServedOrg;
  let admin: Connection;
  let day: string;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: false });
    admin = await logIn(org.url, 'admin');
    const [{ TimeZoneSidKey: timeZone } = { TimeZoneSidKey: 'UTC' }] = await queryAll<{ TimeZoneSidKey: string }>(
      admin,
      'SELECT TimeZoneSidKey FROM Organization',
    );
    day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
    const everyDay = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    await insertAll(admin, 'WorkCalendar__c', [
      {
        Name: 'Every day',
        IsDefault__c: true,
        ...Object.fromEntries(everyDay.map((name) => [`Hours${name}__c`, 10])),
      },
    ]);
  });
  after(async () => {
    await org.stop();
    removeFolder(data);
  });

  /** The day's snapshot of a project that is to take today and tomorrow, once its cost is known. */
  async function measure(name: string, example: Example): Promise<Figures> {
    const project = await makeProject(admin, name, {
      Status__c: 'In Progress',
      CurrencyCode__c: 'USD',
      StartDate__c: day,
      TimePolicy__c: 'Anyone',
    });
    await updateAll(admin, 'Project__c', [{ Id: project, BudgetCost__c: example.budget }]);
    const [today = ''] = await insertAll(
      admin,
      'ProjectTask__c',
      [example.done, 0].map((PercentComplete__c, index) => ({
        Project__c: project,
        Name: `Day ${index + 1}`,
        Type__c: 'Task',
        DurationDays__c: 1,
        PlannedHours__c: 10,
        PercentComplete__c,
        ConstraintType__c: 'Must Start On',
        ConstraintDate__c: addDays(day, index),
      })),
    );
    await runApex(admin, `Baseline.capture('${project}');`);
    const [Role__c = ''] = await insertAll(admin, 'Role__c', [{ Name: `Role of ${name}`, IsActive__c: true }]);
    await insertAll(admin, 'CostRate__c', [{ Role__c, Rate__c: example.costPerHour, StartDate__c: '2020-01-01' }]);
    const [Resource__c = ''] = await insertAll(admin, 'Resource__c', [
      {
        Name: `Worker of ${name}`,
        Role__c,
        ResourceType__c: 'Employee',
        StartDate__c: '2020-01-01',
        IsActive__c: true,
      },
    ]);
    await withRightsToLoad(admin, async () => {
      const [Timesheet__c] = await insertAll(admin, 'Timesheet__c', [
        { Resource__c, WeekStart__c: mondayOf(day), Status__c: 'Approved' },
      ]);
      await insertAll(admin, 'TimeEntry__c', [
        {
          Timesheet__c,
          Project__c: project,
          Task__c: today,
          Date__c: day,
          Minutes__c: example.hours * 60,
          IsBillable__c: false,
        },
      ]);
    });
    const row = await eventually(`the health of ${name}`, async () => {
      const [found] = await queryAll<Figures>(
        admin,
        'SELECT PlannedValue__c, EarnedValue__c, ActualCost__c, SPI__c, CPI__c, EAC__c, EstimateToComplete__c, ' +
          'VarianceAtCompletion__c, EACAtCostAndSchedule__c, TCPI__c ' +
          `FROM ProjectHealth__c WHERE Project__c = '${project}' AND IsLatest__c = true AND ActualCost__c > 0`,
      );
      return found;
    });
    return row;
  }

  it('reproduces Wikislate', async () => {
    const { attributes: _, ...figures } = await measure('Wikislate', {
      budget: 100,
      done: 80,
      hours: 1,
      costPerHour: 45,
    });
    assert.deepEqual(figures, {
      PlannedValue__c: 50,
      EarnedValue__c: 40,
      ActualCost__c: 45,
      SPI__c: 0.8,
      CPI__c: 0.8889,
      EAC__c: 112.5,
      EstimateToComplete__c: 67.5,
      VarianceAtCompletion__c: -12.5,
      EACAtCostAndSchedule__c: 129.38,
      TCPI__c: 1.0909,
    });
  });

  it('reproduces Grist, by the exact index and not the one cut to .93', async () => {
    const figures = await measure('Grist', { budget: 500_000, done: 60, hours: 10, costPerHour: 16_200 });
    assert.equal(figures['EarnedValue__c'], 150_000);
    assert.equal(figures['ActualCost__c'], 162_000);
    assert.equal(figures['EAC__c'], 540_000);
  });
});
