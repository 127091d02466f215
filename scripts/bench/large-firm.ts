/** Rows of a firm of 500 people for benches that read: two years of time, and what is derived from it. */
import type { Org } from '../../local-org/src/org/org.ts';
import { DateValue } from '../../local-org/src/schema/values/index.ts';
import type { Rows, Values } from '../report-figures/rows.ts';

const PEOPLE = 500;
const PROJECTS = 1000;
const WEEKS = 100;
const ENTRIES_PER_WEEK = 20;
const MONTHS = 24;
const PRACTICES = 8;

export const ENTRIES = PEOPLE * WEEKS * ENTRIES_PER_WEEK;

const STATUSES = ['Invoiced', 'Invoiced', 'Invoiced', 'Invoiced', 'Unbilled', 'On Hold', 'Non-billable'] as const;

export function addLargeFirm(rows: Rows, org: Org): void {
  const today = DateValue.parse(new Date(org.clock.now()).toISOString().slice(0, 10));
  const monday = today.addDays(-((today.dayOfWeek + 6) % 7));
  const month = DateValue.of(today.year, today.month, 1);
  const many = (count: number, add: (index: number) => void): void => {
    for (let index = 0; index < count; index++) add(index);
  };
  many(PRACTICES, (index) => {
    rows.add('Practice__c', `practice${index}`, { Name: `Practice ${index}` });
    rows.add('Role__c', `role${index}`, { Name: `Role ${index}` });
  });
  many(200, (index) => rows.add('Account', `account${index}`, { Name: `Client ${index}` }));
  many(PEOPLE, (index) => {
    rows.add('Resource__c', `person${index}`, {
      Name: `Person ${index}`,
      ResourceType__c: index % 10 === 0 ? 'Contractor' : 'Employee',
      Practice__c: `@practice${index % PRACTICES}`,
      Role__c: `@role${index % PRACTICES}`,
      TargetUtilization__c: 60 + (index % 4) * 10,
      IsActive__c: true,
    });
  });
  many(PROJECTS, (index) => {
    rows.add('Project__c', `project${index}`, {
      Name: `Project ${index}`,
      Account__c: `@account${index % 200}`,
      Practice__c: `@practice${index % PRACTICES}`,
      ProjectManager__c: '@administrator',
      Status__c: index % 3 === 0 ? 'Completed' : 'In Progress',
      BudgetHours__c: 1000,
      ActualHours__c: 400 + index,
      RemainingHours__c: 200,
      CurrencyCode__c: 'USD',
      IsTemplate__c: false,
      IsInternal__c: false,
    });
    rows.add('ProjectHealth__c', `health${index}`, health(index, today));
    many(MONTHS, (back) => rows.add('ProjectMonth__c', undefined, projectMonth(index, month.addMonths(-back))));
    many(10, (task) =>
      rows.add('ProjectTask__c', undefined, {
        Name: `Task ${task}`,
        Project__c: `@project${index}`,
        Type__c: 'Task',
        Status__c: task < 7 ? 'Completed' : 'In Progress',
        EndDate__c: today.addDays(task * 7 - 60).toString(),
        RemainingHours__c: 10,
      }),
    );
  });
  many(MONTHS, (back) => rows.add('FirmMonth__c', undefined, firmMonth(month.addMonths(3 - back))));
  many(PEOPLE, (person) => {
    many(MONTHS, (back) => rows.add('ResourceMonth__c', undefined, resourceMonth(person, month.addMonths(3 - back))));
    many(WEEKS + 13, (back) =>
      rows.add('CapacityPeriod__c', undefined, {
        Resource__c: `@person${person}`,
        WeekStart__c: monday.addDays((13 - back) * 7).toString(),
        CapacityHours__c: 40,
        HardHours__c: (person * 7 + back) % 48,
        SoftHours__c: 4,
        IsOverbooked__c: (person * 7 + back) % 48 > 40,
      }),
    );
  });
  many(12_000, (index) => invoice(rows, index, today));
  many(WEEKS, (week) => {
    const start = monday.addDays(-7 * (week + 1));
    many(PEOPLE, (person) => timesheet(rows, person, start, week < 2 ? 'Submitted' : 'Approved'));
  });
}

function timesheet(rows: Rows, person: number, start: DateValue, status: string): void {
  const key = 'timesheet';
  rows.add('Timesheet__c', key, { Resource__c: `@person${person}`, WeekStart__c: start.toString(), Status__c: status });
  for (let index = 0; index < ENTRIES_PER_WEEK; index++) {
    const seed = person * 31 + start.days + index * 7;
    const billing = STATUSES[seed % STATUSES.length];
    rows.add('TimeEntry__c', undefined, {
      Timesheet__c: `@${key}`,
      Project__c: `@project${seed % PROJECTS}`,
      Date__c: start.addDays(index % 5).toString(),
      Minutes__c: 60 + (seed % 5) * 15,
      IsBillable__c: billing !== 'Non-billable',
      BillingStatus__c: billing ?? null,
      RateStatus__c: seed % 50 === 0 ? 'Missing' : 'Resolved',
      BillAmount__c: 150 + (seed % 100),
      FirmBillAmount__c: 150 + (seed % 100),
    });
  }
}

function health(index: number, today: DateValue): Values {
  return {
    Project__c: `@project${index}`,
    Date__c: today.toString(),
    IsLatest__c: true,
    Rating__c: ['Green', 'Amber', 'Red'][index % 3] ?? null,
    Score__c: index % 100,
    BudgetAtCompletion__c: 100_000,
    PlannedValue__c: 50_000,
    EarnedValue__c: 40_000 + index,
    ActualCost__c: 45_000,
    TasksDue__c: 10,
    TasksDone__c: index % 11,
  };
}

function projectMonth(index: number, month: DateValue): Values {
  return {
    Project__c: `@project${index}`,
    Account__c: `@account${index % 200}`,
    Practice__c: `@practice${index % PRACTICES}`,
    Month__c: month.toString(),
    RecognizedRevenue__c: 10_000 + index,
    LaborCost__c: 6_000,
    ExpenseCost__c: 200,
    StandardValue__c: 11_000,
    BilledValue__c: 10_000,
    UnbilledAmount__c: index % 5 === 0 ? 1_500 : 0,
    LeakageAmount__c: index % 20 === 0 ? 400 : 0,
    WaitingHours__c: index % 7 === 0 ? 8 : 0,
    CompletedProjects__c: index % 24 === 0 ? 1 : 0,
    OnTimeProjects__c: index % 48 === 0 ? 1 : 0,
  };
}

function resourceMonth(person: number, month: DateValue): Values {
  return {
    Resource__c: `@person${person}`,
    Practice__c: `@practice${person % PRACTICES}`,
    Role__c: `@role${person % PRACTICES}`,
    Month__c: month.toString(),
    CapacityHours__c: 168,
    ElapsedCapacityHours__c: 160,
    ElapsedBillableHours__c: 80 + (person % 60),
    TargetHours__c: 120,
    OpenCapacityHours__c: 8,
    ScheduledBillableHours__c: person % 9,
    BenchHours__c: 8 - (person % 9),
  };
}

function firmMonth(month: DateValue): Values {
  return {
    Month__c: month.toString(),
    Receivables__c: 1_000_000,
    Invoiced__c: 900_000,
    DaysInPeriod__c: 30,
    RecognizedRevenue__c: 950_000,
    RevenueTarget__c: 1_000_000,
    WeightedPipeline__c: 800_000,
    Backlog__c: 5_000_000,
    ScheduledBacklog__c: 3_000_000,
    UnscheduledBacklog__c: 2_000_000,
    RevenueTwelveMonths__c: 11_000_000,
    AverageEmployees__c: 450,
  };
}

function invoice(rows: Rows, index: number, today: DateValue): void {
  const date = today.addDays(-(index % 700));
  const isPaid = index % 4 !== 0;
  rows.add('Invoice__c', 'invoice', {
    Name: `Invoice ${index}`,
    Account__c: `@account${index % 200}`,
    Status__c: isPaid ? 'Paid' : 'Sent',
    Type__c: 'Invoice',
    InvoiceDate__c: date.toString(),
    DueDate__c: date.addDays(30).toString(),
    Subtotal__c: 5_000,
    TaxAmount__c: 0,
    PaidAmount__c: isPaid ? 5_000 : 0,
  });
  if (!isPaid) return;
  rows.add('Payment__c', undefined, {
    Invoice__c: '@invoice',
    Date__c: date.addDays(25).toString(),
    Method__c: index % 3 === 0 ? 'Card' : 'Bank Transfer',
    Amount__c: 5_000,
  });
}
