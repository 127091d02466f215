/**
 * A firm small enough to work out by hand: four people, two practices, two clients, a handful of projects. It is Wednesday,
 * 20 May 2026; the fiscal year is the calendar year. Its rows are tables in `small-firm/`.
 */
import { readFileSync } from 'node:fs';
import type { Rows, Values } from './rows.ts';

export const TODAY = Date.parse('2026-05-20T15:00:00Z');

/** Rows refer to rows of objects before them. */
const OBJECTS = [
  'Practice__c',
  'Role__c',
  'Skill__c',
  'Account',
  'FiscalPeriod__c',
  'Resource__c',
  'ResourceSkill__c',
  'Project__c',
  'ResourceMonth__c',
  'ProjectMonth__c',
  'FirmMonth__c',
  'ForecastVersion__c',
  'RevenueForecast__c',
  'RevenueEntry__c',
  'Invoice__c',
  'Payment__c',
  'Timesheet__c',
  'TimeEntry__c',
  'ProjectHealth__c',
  'ProjectTask__c',
  'ProjectIssue__c',
  'BillingArrangement__c',
  'BillingMilestone__c',
  'CapacityPeriod__c',
  'Opportunity',
  'ResourceRequest__c',
  'ResourceRequestSkill__c',
  'EstimateLine__c',
  'JournalEntry__c',
  'JournalLine__c',
  'ExpenseReport__c',
  'Expense__c',
];

export function addSmallFirm(rows: Rows): void {
  for (const object of OBJECTS) {
    for (const [key, values] of readTable(object)) rows.add(object, key, values);
  }
}

/** What each row is known by, and its filled cells. */
function readTable(object: string): [key: string | undefined, values: Values][] {
  const text = readFileSync(new URL(`small-firm/${object}.csv`, import.meta.url), 'utf8');
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== names.length) throw new Error(`${object}.csv has a line of ${cells.length} cells: ${line}`);
    const filled = names.map((name, index) => [name, cells[index] ?? ''] as const).filter(([, cell]) => cell !== '');
    const { key, ...values } = Object.fromEntries(filled) as Partial<Record<string, string>>;
    return [key ?? values.Name, values as Values];
  });
}
