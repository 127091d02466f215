/** What is stored of the months of people, projects and the firm, and the forecast. */
import type { Rows } from '../rows.ts';
import { table } from './table.ts';

export function resourceMonths(rows: Rows): void {
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

export function projectMonths(rows: Rows): void {
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

export function firmMonths(rows: Rows): void {
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

export function forecast(rows: Rows): void {
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
