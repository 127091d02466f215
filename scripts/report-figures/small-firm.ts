/**
 * A firm small enough to work out by hand: four people, two practices, two clients, a handful of projects. It is Wednesday,
 * 20 May 2026; the fiscal year is the calendar year. Some rows lie outside of what the reports are about, and must not count.
 */
import type { Rows, Values } from './rows.ts';

export const TODAY = Date.parse('2026-05-20T15:00:00Z');

export function addSmallFirm(rows: Rows): void {
  for (const add of [
    organisation,
    people,
    projects,
    resourceMonths,
    projectMonths,
    firmMonths,
    forecast,
    ledger,
    invoices,
    time,
    health,
    delivery,
    capacity,
    demand,
    sales,
    journal,
    expenses,
  ]) {
    add(rows);
  }
}

/** Adds rows of one object: a line of values for each, in the order of the names. */
function table(
  rows: Rows,
  object: string,
  names: readonly string[],
  lines: readonly (readonly Values[string][])[],
): void {
  for (const [index, line] of lines.entries()) {
    const [key, ...values] = line;
    const entries = names.map((name, position) => [name, values[position] ?? null] as const);
    rows.add(
      object,
      String(key ?? `${object}${index}`),
      Object.fromEntries(entries.filter(([, value]) => value !== null)),
    );
  }
}

function organisation(rows: Rows): void {
  table(
    rows,
    'Practice__c',
    ['Name'],
    [
      ['Advisory', 'Advisory'],
      ['Build', 'Build'],
    ],
  );
  table(
    rows,
    'Role__c',
    ['Name'],
    [
      ['Architect', 'Architect'],
      ['Developer', 'Developer'],
    ],
  );
  table(
    rows,
    'Skill__c',
    ['Name'],
    [
      ['Apex', 'Apex'],
      ['Integration', 'Integration'],
    ],
  );
  table(
    rows,
    'Account',
    ['Name'],
    [
      ['Acme', 'Acme'],
      ['Borealis', 'Borealis'],
    ],
  );
  table(
    rows,
    'FiscalPeriod__c',
    ['Name', 'StartDate__c', 'EndDate__c', 'Status__c', 'RecognizedRevenue__c'],
    [
      ['FP12', '2025-12', '2025-12-01', '2025-12-31', 'Closed', 15000],
      ['FP03', '2026-03', '2026-03-01', '2026-03-31', 'Closed', 70000],
      ['FP04', '2026-04', '2026-04-01', '2026-04-30', 'Open', 40000],
      ['FP06', '2026-06', '2026-06-01', '2026-06-30', 'Open', null],
    ],
  );
}

function people(rows: Rows): void {
  table(
    rows,
    'Resource__c',
    ['Name', 'ResourceType__c', 'Practice__c', 'Role__c', 'TargetUtilization__c', 'IsActive__c'],
    [
      ['Ann', 'Ann', 'Employee', '@Advisory', '@Architect', 80, true],
      ['Bob', 'Bob', 'Employee', '@Build', '@Developer', 75, true],
      ['Cy', 'Cy', 'Contractor', '@Build', '@Developer', 50, true],
      ['Dan', 'Dan', 'Employee', '@Build', '@Developer', 75, false],
      ['Pat', 'Pat', 'Placeholder', '@Build', '@Developer', 75, true],
    ],
  );
  table(
    rows,
    'ResourceSkill__c',
    ['Resource__c', 'Skill__c', 'Level__c', 'CertifiedUntil__c'],
    [
      ['s1', '@Ann', '@Apex', 4, '2026-06-30'],
      ['s2', '@Cy', '@Apex', 3, '2026-05-01'],
      ['s3', '@Pat', '@Integration', 3, null],
      ['s4', '@Dan', '@Apex', 5, '2026-06-01'],
    ],
  );
}

function projects(rows: Rows): void {
  const names = [
    'Name',
    'Account__c',
    'Practice__c',
    'Status__c',
    'BudgetHours__c',
    'ActualHours__c',
    'RemainingHours__c',
  ];
  const money = [
    'ContractRevenue__c',
    'RecognizedRevenue__c',
    'BilledRevenue__c',
    'DeferredRevenue__c',
    'UnbilledRevenue__c',
  ];
  const rest = [
    'LossProvision__c',
    'UncostedHours__c',
    'HardHours__c',
    'CurrencyCode__c',
    'IsTemplate__c',
    'IsInternal__c',
  ];
  table(
    rows,
    'Project__c',
    [...names, ...money, ...rest],
    [
      [
        'Atlas',
        'Atlas',
        '@Acme',
        '@Advisory',
        'In Progress',
        400,
        350,
        80,
        100000,
        68000,
        70000,
        2000,
        0,
        0,
        0,
        32,
        'USD',
        false,
        false,
      ],
      [
        'Beacon',
        'Beacon',
        '@Borealis',
        '@Build',
        'In Progress',
        300,
        330,
        20,
        90000,
        77000,
        60000,
        0,
        17000,
        500,
        12,
        20,
        'USD',
        false,
        false,
      ],
      [
        'Comet',
        'Comet',
        '@Acme',
        '@Build',
        'Completed',
        100,
        90,
        0,
        15000,
        15000,
        15000,
        0,
        0,
        0,
        0,
        0,
        'USD',
        false,
        false,
      ],
      [
        'Delta',
        'Delta',
        '@Borealis',
        '@Advisory',
        'Completed',
        50,
        60,
        0,
        5000,
        5000,
        5000,
        0,
        0,
        0,
        0,
        0,
        'USD',
        false,
        false,
      ],
      [
        'Echo',
        'Echo',
        '@Acme',
        '@Build',
        'In Progress',
        100,
        0,
        40,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        16,
        'USD',
        false,
        false,
      ],
      [
        'Foxtrot',
        'Foxtrot',
        '@Acme',
        '@Build',
        'Planned',
        200,
        0,
        200,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        'USD',
        false,
        false,
      ],
      [
        'House',
        'House',
        null,
        null,
        'On Hold',
        null,
        500,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        0,
        'USD',
        false,
        true,
      ],
      [
        'Template',
        'Template',
        null,
        null,
        'In Progress',
        999,
        999,
        999,
        999,
        999,
        999,
        999,
        999,
        999,
        999,
        999,
        'USD',
        true,
        false,
      ],
    ],
  );
  for (const name of ['Atlas', 'Beacon', 'Echo']) rows.set('Project__c', name, 'ProjectManager__c', rows.manager);
}

function resourceMonths(rows: Rows): void {
  const fields = ['Resource__c', 'Practice__c', 'Role__c', 'Month__c', 'CapacityHours__c', 'ElapsedCapacityHours__c'];
  const hours = ['ElapsedBillableHours__c', 'TargetHours__c', 'WaitingHours__c', 'UnsubmittedHours__c'];
  const ahead = ['OpenCapacityHours__c', 'ScheduledBillableHours__c', 'SoftHours__c', 'BenchHours__c'];
  const ann = ['@Ann', '@Advisory', '@Architect'] as const;
  const bob = ['@Bob', '@Build', '@Developer'] as const;
  table(
    rows,
    'ResourceMonth__c',
    [...fields, ...hours, ...ahead],
    [
      [null, ...ann, '2025-04-01', 160, 160, 160, 128, 0, 0, 0, 0, 0, 0],
      [null, ...ann, '2026-02-01', 160, 160, 120, 128, 0, 0, 0, 0, 0, 0],
      [null, ...ann, '2026-03-01', 176, 176, 132, 140.8, 0, 8, 0, 0, 0, 0],
      [null, ...ann, '2026-04-01', 168, 168, 100.8, 134.4, 16, 0, 0, 0, 0, 0],
      [null, ...bob, '2026-02-01', 160, 160, 80, 120, 0, 0, 0, 0, 0, 0],
      [null, ...bob, '2026-03-01', 176, 176, 154, 132, 0, 0, 0, 0, 0, 0],
      [null, ...bob, '2026-04-01', 168, 168, 134.4, 126, 0, 0, 0, 0, 0, 0],
      [null, '@Cy', '@Build', '@Developer', '2026-04-01', 84, 84, 21, 42, 0, 0, 0, 0, 0, 0],
      [null, ...ann, '2026-05-01', 160, 104, 78, 128, 0, 0, 56, 28, 14, 28],
      [null, ...bob, '2026-05-01', 160, 104, 52, 120, 0, 0, 56, 56, 0, 0],
      [null, ...ann, '2026-06-01', 176, 0, 0, 140.8, 0, 0, 176, 88, 44, 80],
      [null, ...bob, '2026-07-01', 184, 0, 0, 138, 0, 0, 184, 46, 0, 138],
      [null, ...ann, '2026-10-01', 176, 0, 0, 140.8, 0, 0, 176, 176, 0, 0],
    ],
  );
}

function projectMonths(rows: Rows): void {
  const fields = [
    'Project__c',
    'Account__c',
    'Practice__c',
    'Month__c',
    'RecognizedRevenue__c',
    'LaborCost__c',
    'ExpenseCost__c',
  ];
  const value = ['StandardValue__c', 'BilledValue__c', 'UnbilledAmount__c', 'LeakageAmount__c', 'WaitingHours__c'];
  const rest = ['UncostedHours__c', 'UnratedHours__c', 'CompletedProjects__c', 'OnTimeProjects__c'];
  const atlas = ['@Atlas', '@Acme', '@Advisory'] as const;
  const beacon = ['@Beacon', '@Borealis', '@Build'] as const;
  table(
    rows,
    'ProjectMonth__c',
    [...fields, ...value, ...rest],
    [
      [null, ...atlas, '2026-02-01', 20000, 11000, 1000, 22000, 20900, 0, 0, 0, 0, 0, 0, 0],
      [null, ...atlas, '2026-03-01', 30000, 18000, 0, 30000, 27000, 1500, 600, 0, 0, 0, 0, 0],
      [null, ...atlas, '2026-04-01', 10000, 9000, 500, 15000, 0, 15000, 0, 16, 0, 0, 0, 0],
      [null, ...beacon, '2026-03-01', 40000, 22000, 2000, 40000, 38000, 2000, 1400, 0, 12, 0, 0, 0],
      [null, ...beacon, '2026-04-01', 25000, 20000, 0, 24000, 24000, 0, 0, 0, 0, 0, 0, 0],
      [null, '@Comet', '@Acme', '@Build', '2025-11-01', 15000, 6000, 0, 16000, 16000, 0, 0, 0, 0, 0, 1, 1],
      [null, '@Delta', '@Borealis', '@Advisory', '2026-04-01', 5000, 6000, 0, 4000, 3000, 0, 0, 0, 0, 5, 1, 0],
      [null, ...atlas, '2025-03-01', 8000, 4000, 0, 8000, 8000, 0, 0, 0, 0, 0, 0, 0],
      [null, ...beacon, '2026-05-01', 12000, 9000, 0, 12000, 0, 12000, 0, 10, 0, 0, 0, 0],
      // Longer ago than reports of some time go back: for those of all time, which leave out what no client pays for.
      [null, '@House', null, null, '2024-02-01', 0, 30000, 800, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ],
  );
}

function firmMonths(rows: Rows): void {
  const fields = ['Month__c', 'Receivables__c', 'Invoiced__c', 'DaysInPeriod__c', 'DSO__c', 'CountBackDSO__c'];
  const revenue = [
    'RecognizedRevenue__c',
    'RevenueTarget__c',
    'WeightedPipeline__c',
    'Backlog__c',
    'ScheduledBacklog__c',
  ];
  table(
    rows,
    'FirmMonth__c',
    [...fields, ...revenue, 'UnscheduledBacklog__c', 'RevenueTwelveMonths__c', 'AverageEmployees__c'],
    [
      [null, '2025-12-01', 30000, 20000, 31, 46.5, 45, 0, 40000, 0, 90000, 50000, 40000],
      [null, '2026-02-01', 40000, 28000, 28, 40, 38, 20000, 50000, 0, 120000, 80000, 40000],
      [null, '2026-03-01', 45000, 62000, 31, 22.5, 21, 70000, 60000, 0, 100000, 70000, 30000],
      [null, '2026-04-01', 60000, 45000, 30, 40, 41, 40000, 50000, 9000, 80000, 60000, 20000, 145000, 2.5],
      [null, '2026-05-01', 50000, 10000, 20, 100, 60, 12000, 50000, 30000, 70000, 55000, 15000],
      [null, '2026-06-01', null, null, null, null, null, null, 50000, 45000],
      [null, '2026-08-01', null, null, null, null, null, null, 60000, 36000],
      [null, '2026-11-01', null, null, null, null, null, null, 70000, 70000],
    ],
  );
}

function forecast(rows: Rows): void {
  table(
    rows,
    'ForecastVersion__c',
    ['Name', 'IsCurrent__c'],
    [
      ['Now', 'Now', true],
      ['Before', 'Before', false],
    ],
  );
  table(
    rows,
    'RevenueForecast__c',
    [
      'Version__c',
      'Practice__c',
      'Month__c',
      'Recognized__c',
      'Scheduled__c',
      'Tentative__c',
      'Unscheduled__c',
      'WeightedPipeline__c',
    ],
    [
      [null, '@Now', '@Advisory', '2026-05-01', 1000, 2000, 300, 400, 500],
      [null, '@Now', '@Build', '2026-06-01', 0, 6000, 0, 1000, 2500],
      [null, '@Before', '@Advisory', '2026-05-01', 99999, 99999, 99999, 99999, 99999],
      [null, '@Now', '@Advisory', '2026-12-01', 7777, 7777, 7777, 7777, 7777],
    ],
  );
}

function ledger(rows: Rows): void {
  table(
    rows,
    'RevenueEntry__c',
    ['Project__c', 'FiscalPeriod__c', 'Method__c', 'Stream__c', 'FirmAmount__c'],
    [
      [null, '@Atlas', '@FP03', 'As Incurred', 'Services', 30000],
      [null, '@Beacon', '@FP03', 'Percent by Hours', 'Services', 40000],
      [null, '@Atlas', '@FP04', 'As Incurred', 'Expenses', 2000],
      [null, '@Beacon', '@FP04', 'Loss Provision', 'Loss Provision', -9000],
    ],
  );
}

function invoices(rows: Rows): void {
  table(
    rows,
    'Invoice__c',
    [
      'Name',
      'Account__c',
      'Status__c',
      'Type__c',
      'InvoiceDate__c',
      'DueDate__c',
      'Subtotal__c',
      'TaxAmount__c',
      'PaidAmount__c',
      'FirmRate__c',
      'CurrencyCode__c',
    ],
    [
      ['I1', 'I1', '@Acme', 'Sent', 'Invoice', '2026-03-31', '2026-04-30', 30000, 0, 0, 1, 'USD'],
      ['I2', 'I2', '@Acme', 'Partially Paid', 'Invoice', '2026-01-31', '2026-03-02', 10000, 1000, 5000, 1, 'USD'],
      ['I3', 'I3', '@Borealis', 'Sent', 'Invoice', '2026-05-10', '2026-06-09', 12000, 0, 0, 1, 'USD'],
      ['I4', 'I4', '@Borealis', 'Paid', 'Invoice', '2025-12-15', '2026-01-14', 8000, 800, 8800, 1, 'USD'],
      ['I5', 'I5', '@Borealis', 'Sent', 'Invoice', '2025-11-30', '2026-01-15', 2000, 0, 0, 1.1, 'EUR'],
      ['I6', 'I6', '@Acme', 'Draft', 'Invoice', '2026-05-15', '2026-06-14', 99999, 0, 0, 1, 'USD'],
      ['I7', 'I7', '@Acme', 'Void', 'Invoice', '2026-04-01', '2026-05-01', 5000, 0, 0, 1, 'USD'],
      ['I8', 'I8', '@Acme', 'Approved', 'Credit Note', '2026-04-15', null, -1000, -100, 0, 1, 'USD'],
    ],
  );
  table(
    rows,
    'Payment__c',
    ['Invoice__c', 'Date__c', 'Method__c', 'Amount__c'],
    [
      [null, '@I2', '2026-03-15', 'Bank Transfer', 5000],
      [null, '@I4', '2026-01-10', 'Card', 6000],
      [null, '@I4', '2026-01-20', 'Bank Transfer', 2800],
      [null, '@I1', '2026-04-15', 'Credit Note', 500],
    ],
  );
}

function time(rows: Rows): void {
  table(
    rows,
    'Timesheet__c',
    ['Resource__c', 'WeekStart__c', 'Status__c'],
    [
      ['TS1', '@Ann', '2026-05-11', 'Approved'],
      ['TS2', '@Bob', '2026-05-11', 'Submitted'],
      ['TS3', '@Ann', '2026-02-02', 'Approved'],
    ],
  );
  table(
    rows,
    'TimeEntry__c',
    [
      'Timesheet__c',
      'Project__c',
      'Date__c',
      'Minutes__c',
      'IsBillable__c',
      'BillingStatus__c',
      'RateStatus__c',
      'BillAmount__c',
    ],
    [
      [null, '@TS1', '@Atlas', '2026-05-12', 480, true, 'Unbilled', 'Resolved', 1200],
      [null, '@TS1', '@Atlas', '2026-05-13', 240, true, 'On Hold', 'Resolved', 600],
      [null, '@TS1', '@Atlas', '2026-05-14', 120, false, 'Non-billable', 'Resolved', null],
      [null, '@TS2', '@Beacon', '2026-05-12', 480, true, 'Unbilled', 'Resolved', 1000],
      [null, '@TS3', '@Atlas', '2026-02-03', 300, true, 'Unbilled', 'Missing', null],
      [null, '@TS3', '@Beacon', '2026-02-04', 600, true, 'Invoiced', 'Resolved', 1500],
      [null, '@TS3', '@Beacon', '2026-03-20', 60, true, 'Unbilled', 'Resolved', 150],
    ],
  );
}

function health(rows: Rows): void {
  const value = ['BudgetAtCompletion__c', 'PlannedValue__c', 'EarnedValue__c', 'ActualCost__c', 'EAC__c'];
  table(
    rows,
    'ProjectHealth__c',
    [
      'Project__c',
      'Date__c',
      'IsLatest__c',
      'Rating__c',
      'Score__c',
      ...value,
      'TasksDue__c',
      'TasksDone__c',
      'OpenBlockers__c',
    ],
    [
      [null, '@Atlas', '2026-05-19', true, 'Green', 82, 60000, 40000, 38000, 42000, 66000, 10, 9, 0],
      [null, '@Beacon', '2026-05-19', true, 'Red', 48, 50000, 30000, 24000, 24000, 50000, 8, 4, 2],
      [null, '@Atlas', '2026-05-18', false, 'Red', 10, 60000, 39000, 1000, 41000, 99000, 10, 1, 9],
      [null, '@Comet', '2026-05-19', true, 'Green', 100, 10000, 10000, 10000, 9000, 9000, 5, 5, 0],
    ],
  );
}

function delivery(rows: Rows): void {
  table(
    rows,
    'ProjectTask__c',
    ['Name', 'Project__c', 'Type__c', 'Status__c', 'EndDate__c', 'RemainingHours__c', 'IsCritical__c'],
    [
      [null, 'Design', '@Atlas', 'Task', 'In Progress', '2026-05-10', 12, false],
      [null, 'Go-live', '@Atlas', 'Milestone', 'Not Started', '2026-05-19', 0, true],
      [null, 'Today', '@Atlas', 'Task', 'In Progress', '2026-05-20', 5, true],
      [null, 'Kick-off', '@Atlas', 'Task', 'Completed', '2026-04-01', 0, false],
      [null, 'Phase', '@Atlas', 'Phase', 'Not Started', '2026-05-01', 50, true],
      [null, 'Late', '@Comet', 'Task', 'Not Started', '2026-01-01', 9, false],
    ],
  );
  table(
    rows,
    'ProjectIssue__c',
    ['Name', 'Project__c', 'Type__c', 'Severity__c', 'Status__c'],
    [
      [null, 'No access', '@Beacon', 'Blocker', 'Critical', 'Open'],
      [null, 'Data', '@Beacon', 'Risk', 'High', 'Open'],
      [null, 'Solved', '@Beacon', 'Issue', 'Medium', 'Resolved'],
      [null, 'Decided', '@Beacon', 'Decision', 'Low', 'Open'],
      [null, 'Scope', '@Atlas', 'Issue', 'High', 'In Progress'],
    ],
  );
  table(rows, 'BillingArrangement__c', ['Name', 'Project__c'], [['Fee', 'Fee', '@Atlas']]);
  table(
    rows,
    'BillingMilestone__c',
    ['Name', 'Arrangement__c', 'Status__c', 'DueDate__c', 'Amount__c'],
    [
      [null, 'M1', '@Fee', 'Planned', '2026-06-15', 5000],
      [null, 'M2', '@Fee', 'Ready', '2026-05-01', 7000],
      [null, 'M3', '@Fee', 'Invoiced', '2026-04-01', 6000],
      [null, 'M4', '@Fee', 'Planned', '2026-12-31', 9000],
    ],
  );
}

function capacity(rows: Rows): void {
  table(
    rows,
    'CapacityPeriod__c',
    ['Resource__c', 'WeekStart__c', 'CapacityHours__c', 'HardHours__c', 'SoftHours__c', 'IsOverbooked__c'],
    [
      [null, '@Ann', '2026-05-18', 40, 32, 4, false],
      [null, '@Ann', '2026-05-25', 40, 48, 0, true],
      [null, '@Bob', '2026-05-18', 40, 20, 0, false],
      [null, '@Ann', '2026-05-11', 40, 60, 0, true],
      [null, '@Pat', '2026-05-18', 40, 0, 0, false],
      [null, '@Bob', '2026-09-28', 40, 40, 0, false],
    ],
  );
}

function demand(rows: Rows): void {
  table(
    rows,
    'Opportunity',
    [
      'Name',
      'AccountId',
      'StageName',
      'CloseDate',
      'Amount',
      'Probability',
      'IsClosed',
      'IsWon',
      'EstimatedHours__c',
      'HandoffStatus__c',
      'Project__c',
    ],
    [
      ['O1', 'O1', '@Acme', 'Qualification', '2026-06-15', 50000, 20, false, false, 300, null, null],
      ['O2', 'O2', '@Borealis', 'Negotiation/Review', '2026-07-01', 20000, 90, false, false, 100, null, null],
      ['O3', 'O3', '@Acme', 'Closed Won', '2026-04-20', 30000, 100, true, true, 200, 'Launched', '@Foxtrot'],
      ['O4', 'O4', '@Borealis', 'Closed Won', '2026-05-05', 40000, 100, true, true, 250, 'Failed', null],
      ['O5', 'O5', '@Acme', 'Closed Won', '2026-03-10', 60000, 100, true, true, 400, 'Launched', '@Atlas'],
      ['O6', 'O6', '@Acme', 'Qualification', '2026-06-20', 9999, 20, false, false, null, null, null],
    ],
  );
  table(
    rows,
    'ResourceRequest__c',
    [
      'Name',
      'Project__c',
      'Opportunity__c',
      'Role__c',
      'StartDate__c',
      'Status__c',
      'RequestedHours__c',
      'BookedHours__c',
      'HeldHours__c',
    ],
    [
      ['RQ1', 'RQ1', '@Atlas', null, '@Architect', '2026-06-01', 'Open', 100, 20, 0],
      ['RQ2', 'RQ2', null, '@O1', '@Developer', '2026-07-01', 'Held', 60, 0, 60],
      ['RQ3', 'RQ3', '@Beacon', null, '@Developer', '2026-06-01', 'Filled', 80, 80, 0],
      ['RQ4', 'RQ4', null, '@O1', '@Developer', '2026-07-10', 'Open', 40, null, null],
    ],
  );
  table(
    rows,
    'ResourceRequestSkill__c',
    ['ResourceRequest__c', 'Skill__c', 'Importance__c', 'MinimumLevel__c'],
    [
      [null, '@RQ1', '@Apex', 'Essential', 3],
      [null, '@RQ4', '@Apex', 'Essential', 2],
      [null, '@RQ2', '@Integration', 'Essential', 2],
      [null, '@RQ1', '@Integration', 'Desirable', 2],
      [null, '@RQ3', '@Apex', 'Essential', 2],
    ],
  );
}

function sales(rows: Rows): void {
  table(
    rows,
    'EstimateLine__c',
    ['Opportunity__c', 'Role__c', 'Hours__c', 'BillRate__c'],
    [
      [null, '@O1', '@Architect', 100, 200],
      [null, '@O1', '@Developer', 200, 150],
      [null, '@O2', '@Developer', 100, 150],
      [null, '@O5', '@Developer', 400, 150],
    ],
  );
}

function journal(rows: Rows): void {
  table(
    rows,
    'JournalEntry__c',
    ['Date__c', 'Type__c', 'Amount__c'],
    [
      ['J1', '2026-03-31', 'Invoice', 30000],
      ['J2', '2026-04-02', 'Payment', 5000],
    ],
  );
  table(
    rows,
    'JournalLine__c',
    ['Entry__c', 'LedgerCode__c', 'Debit__c', 'Credit__c'],
    [
      [null, '@J1', '1200', 30000, 0],
      [null, '@J1', '4000', 0, 30000],
      [null, '@J2', '1000', 5000, 0],
      [null, '@J2', '1200', 0, 5000],
    ],
  );
}

function expenses(rows: Rows): void {
  table(
    rows,
    'ExpenseReport__c',
    ['Resource__c', 'Status__c'],
    [
      ['X1', '@Ann', 'Approved'],
      ['X2', '@Bob', 'Draft'],
    ],
  );
  table(
    rows,
    'Expense__c',
    ['ExpenseReport__c', 'Category__c', 'Date__c', 'FirmAmount__c'],
    [
      [null, '@X1', 'Airfare', '2026-03-10', 300],
      [null, '@X1', 'Meals', '2026-03-11', 50],
      [null, '@X2', 'Airfare', '2026-05-01', 120],
      [null, '@X1', 'Airfare', '2024-12-31', 999],
    ],
  );
}
