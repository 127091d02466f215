/** Earned value and revenue as others have published them, through the API. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import { runApex } from '../seed/apex.ts';
import { addDays, mondayOf } from '../seed/dates.ts';
import { closePeriod } from '../seed/history/revenue.ts';
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

/** A contract of a fixed price over three years, each with its costs and what was still to be spent at its end. */
interface Contract {
  readonly price: number;
  readonly years: readonly { readonly year: number; readonly cost: number; readonly toComplete: number }[];
}

/** Of one year; a provision for a loss is a cost, and what is taken from it later is none. */
interface Earned {
  readonly revenue: number;
  readonly profit: number;
}

describe('published examples', () => {
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

  /** The day's snapshot of a project, worked on for one day, that is to take today and tomorrow, once its cost is known. */
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

  it('reproduces the long-term contract of Kieso, Intermediate Accounting, as it turns out well', async () => {
    const earned = await earn('Hardhat', {
      price: 4_500_000,
      years: [
        { year: 2007, cost: 1_000_000, toComplete: 3_000_000 },
        { year: 2008, cost: 1_916_000, toComplete: 1_134_000 },
        { year: 2009, cost: 1_134_000, toComplete: 0 },
      ],
    });
    assert.deepEqual(earned, [
      { revenue: 1_125_000, profit: 125_000 },
      { revenue: 2_115_000, profit: 199_000 },
      { revenue: 1_260_000, profit: 126_000 },
    ]);
  });

  it('reproduces it as the second year brings a loss, which is taken at once', async () => {
    const earned = await earn('Hardhat at a loss', {
      price: 4_500_000,
      years: [
        { year: 2010, cost: 1_000_000, toComplete: 3_000_000 },
        { year: 2011, cost: 1_916_000, toComplete: 1_640_250 },
        { year: 2012, cost: 1_640_250, toComplete: 0 },
      ],
    });
    assert.deepEqual(earned, [
      { revenue: 1_125_000, profit: 125_000 },
      { revenue: 1_755_000, profit: -181_250 },
      { revenue: 1_620_000, profit: 0 },
    ]);
  });

  /** What the closes of its years have put into the ledger; an hour is worked in each, at the cost of the year. */
  async function earn(name: string, { price, years }: Contract): Promise<Earned[]> {
    const project = await makeProject(admin, name, {
      Status__c: 'In Progress',
      CurrencyCode__c: 'USD',
      StartDate__c: `${years[0]?.year}-01-01`,
      TimePolicy__c: 'Anyone',
    });
    await insertAll(admin, 'BillingArrangement__c', [
      { Project__c: project, Name: 'Contract', Type__c: 'Percent Complete', Amount__c: price, IsDefault__c: true },
    ]);
    const [Role__c = ''] = await insertAll(admin, 'Role__c', [{ Name: `Role of ${name}`, IsActive__c: true }]);
    const [Resource__c = ''] = await insertAll(admin, 'Resource__c', [
      { Name: `Crew of ${name}`, Role__c, ResourceType__c: 'Employee', StartDate__c: '2000-01-01', IsActive__c: true },
    ]);
    await insertAll(
      admin,
      'CostRate__c',
      years.map(({ year, cost }) => ({
        Resource__c,
        Rate__c: cost,
        StartDate__c: `${year}-01-01`,
        EndDate__c: `${year}-12-31`,
      })),
    );
    const earned: Earned[] = [];
    await withRightsToLoad(admin, async () => {
      for (const { year, cost, toComplete } of years) {
        const day = `${year}-06-01`;
        const [Timesheet__c] = await insertAll(admin, 'Timesheet__c', [
          { Resource__c, WeekStart__c: mondayOf(day), Status__c: 'Approved' },
        ]);
        await insertAll(admin, 'TimeEntry__c', [
          { Timesheet__c, Project__c: project, Date__c: day, Minutes__c: 60, IsBillable__c: true },
        ]);
        await updateAll(admin, 'Project__c', [
          { Id: project, BudgetCost__c: cost + toComplete, CostToComplete__c: toComplete },
        ]);
        const [period = ''] = await insertAll(admin, 'FiscalPeriod__c', [
          { Name: String(year), StartDate__c: `${year}-01-01`, EndDate__c: `${year}-12-31`, Status__c: 'Open' },
        ]);
        await closePeriod(admin, period, String(year));
        const rows = await queryAll<{ Stream__c: string; Amount__c: number }>(
          admin,
          `SELECT Stream__c, Amount__c FROM RevenueEntry__c WHERE Project__c = '${project}' AND FiscalPeriod__c = '${period}'`,
        );
        const sum = (isLoss: boolean) =>
          rows
            .filter(({ Stream__c }) => (Stream__c === 'Loss Provision') === isLoss)
            .reduce((total, { Amount__c }) => total + Amount__c, 0);
        earned.push({ revenue: sum(false), profit: sum(false) - sum(true) - cost });
      }
    });
    return earned;
  }
});
