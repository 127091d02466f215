/** Time, and what people are booked and asked for. */
import type { Rows } from '../rows.ts';
import { table } from './table.ts';

export function time(rows: Rows): void {
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
      'FirmBillAmount__c',
    ],
    [
      [null, '@TS1', '@Atlas', '2026-05-12', 480, true, 'Unbilled', 'Resolved', 1200, 1200],
      [null, '@TS1', '@Atlas', '2026-05-13', 240, true, 'On Hold', 'Resolved', 600, 600],
      [null, '@TS1', '@Atlas', '2026-05-14', 120, false, 'Non-billable', 'Resolved', null, null],
      [null, '@TS2', '@Beacon', '2026-05-12', 480, true, 'Unbilled', 'Resolved', 1000, 1100],
      [null, '@TS3', '@Atlas', '2026-02-03', 300, true, 'Unbilled', 'Missing', null, null],
      [null, '@TS3', '@Beacon', '2026-02-04', 600, true, 'Invoiced', 'Resolved', 1500, 1650],
      [null, '@TS3', '@Beacon', '2026-03-20', 60, true, 'Unbilled', 'Resolved', 150, 165],
    ],
  );
}

export function capacity(rows: Rows): void {
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

export function demand(rows: Rows): void {
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
