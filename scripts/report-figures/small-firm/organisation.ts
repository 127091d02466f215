/** Practices, roles, skills, clients and periods, and who works for the firm. */
import type { Rows } from '../rows.ts';
import { table } from './table.ts';

export function organisation(rows: Rows): void {
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

export function people(rows: Rows): void {
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
