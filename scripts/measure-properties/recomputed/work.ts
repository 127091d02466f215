/** Time entries with what they belong to: their week, project, task, and the arrangement that pays for them. */
import type { Decimal } from 'decimal.js';
import { amount, byId, number, text, ZERO, type Raw, type Row } from './raw.ts';

export interface Work {
  readonly row: Row;
  readonly person: string;
  readonly project: string;
  readonly day: string;
  readonly week: string;
  readonly currency: string;
  readonly minutes: Decimal;
  readonly billableMinutes: Decimal;
  readonly isBillable: boolean;
  readonly billing: string;
  /** undefined where no rate was found. */
  readonly bill: Decimal | undefined;
  readonly billed: Decimal | undefined;
  readonly cost: Decimal | undefined;
  /** Whether hours are what the client pays for, and not a fee. */
  readonly isByTheHour: boolean;
  /** Id of the arrangement; blank for none. */
  readonly arrangement: string;
}

const BY_THE_HOUR = ['Time and Materials', 'Capped T&M'];

export function workOf(raw: Raw): readonly Work[] {
  const sheets = byId(raw.Timesheet__c);
  const projects = byId(raw.Project__c);
  const tasks = byId(raw.ProjectTask__c);
  const arrangements = byId(raw.BillingArrangement__c);
  return raw.TimeEntry__c.map((row) => {
    const sheet = sheets.get(text(row, 'Timesheet__c'));
    const project = text(row, 'Project__c');
    const arrangement =
      arrangements.get(text(tasks.get(text(row, 'Task__c')), 'Arrangement__c')) ??
      raw.BillingArrangement__c.find((each) => text(each, 'Project__c') === project && each['IsDefault__c'] === true);
    const minutes = amount(row, 'Minutes__c');
    const isBillable = row['IsBillable__c'] === true;
    return {
      row,
      person: text(sheet, 'Resource__c'),
      project,
      day: text(row, 'Date__c'),
      week: text(sheet, 'Status__c'),
      currency: text(projects.get(project), 'CurrencyCode__c'),
      minutes,
      billableMinutes: isBillable ? (number(row, 'BillableMinutes__c') ?? minutes) : ZERO,
      isBillable,
      billing: text(row, 'BillingStatus__c'),
      bill: number(row, 'BillAmount__c'),
      billed: number(row, 'BilledAmount__c'),
      cost: number(row, 'CostAmount__c'),
      isByTheHour: arrangement === undefined || BY_THE_HOUR.includes(text(arrangement, 'Type__c')),
      arrangement: text(arrangement, 'Id'),
    };
  });
}

/** What billing has not asked for yet, and what it has given up or left lying. */
export const UNBILLED = ['Unbilled', 'On Hold', 'Drafted'];
export const NEVER_INVOICED = ['Unbilled', 'On Hold', 'Written Off'];

/** Up to when everything billable should be on an invoice: the last cut-off, else the end of last month. */
export function billingCutOff(raw: Raw, today: string, endOfLastMonth: string): string {
  const cutOffs = raw.InvoiceRun__c.filter(
    (run) => text(run, 'Status__c') === 'Completed' && text(run, 'CutOffDate__c') <= today,
  ).map((run) => text(run, 'CutOffDate__c'));
  return cutOffs.sort().at(-1) ?? endOfLastMonth;
}
