/** The months of projects: work, money, deliveries, in the firm's currency. */
import { Decimal } from 'decimal.js';
import { Exchange } from './exchange.ts';
import { Sums, type Months } from './months.ts';
import type { Span } from './people.ts';
import { amount, byId, number, text, total, ZERO, type Raw, type Row } from './raw.ts';
import { NEVER_INVOICED, UNBILLED, type Work } from './work.ts';

export const PROJECT_FIELDS = [
  'ApprovedHours__c',
  'BillableHours__c',
  'WaitingHours__c',
  'UncostedHours__c',
  'UnratedHours__c',
  'RecognizedRevenue__c',
  'ServicesRevenue__c',
  'LaborCost__c',
  'ExpenseCost__c',
  'StandardValue__c',
  'BilledValue__c',
  'InvoicedAmount__c',
  'ReceivedAmount__c',
  'LeakageAmount__c',
  'UnbilledAmount__c',
  'CompletedProjects__c',
  'OnTimeProjects__c',
  'GoLives__c',
  'DaysToGoLive__c',
  'TasksDue__c',
  'TasksDone__c',
  'UnconvertedRows__c',
] as const;

const ONE = new Decimal(1);
const NOT_ASKED_FOR = ['Draft', 'Void'];
const NOT_WORK = ['Expense', 'Deposit', 'Deposit Applied'];
const DAY = 86_400_000;

/** cutOff: up to when everything billable should be invoiced. */
export function projectMonths(raw: Raw, work: readonly Work[], span: Span, cutOff: string): Months {
  const sums = new Sums(span.from, span.to);
  const exchange = new Exchange(raw);
  /** In the firm's currency, or counted as unconverted. */
  const convert = (project: string, day: string, currency: string, fields: Record<string, Decimal>): void => {
    if (exchange.rate(currency, day) === undefined) sums.add(project, day, 'UnconvertedRows__c', ONE);
    for (const [field, value] of Object.entries(fields)) {
      sums.add(project, day, field, exchange.inFirm(value, currency, day) ?? ZERO);
    }
  };
  for (const entry of work) addWork(sums, entry, convert, cutOff);
  addExpenses(raw, sums, convert, cutOff);
  addRevenue(raw, sums);
  addInvoices(raw, convert);
  addPayments(raw, convert);
  const projects = raw.Project__c.filter((row) => row['IsTemplate__c'] !== true);
  for (const project of projects) addDelivery(sums, project, span.today);
  addTasks(raw, sums, byId(projects), span.today);
  return sums.months(PROJECT_FIELDS);
}

type Convert = (project: string, day: string, currency: string, fields: Record<string, Decimal>) => void;

function addWork(sums: Sums, entry: Work, convert: Convert, cutOff: string): void {
  const { project, day, minutes, billableMinutes, bill, billing } = entry;
  if (entry.week === 'Submitted') sums.addMinutes(project, day, 'WaitingHours__c', minutes);
  if (entry.week !== 'Approved') return;
  sums.addMinutes(project, day, 'ApprovedHours__c', minutes);
  sums.addMinutes(project, day, 'BillableHours__c', billableMinutes);
  if (entry.cost === undefined) sums.addMinutes(project, day, 'UncostedHours__c', minutes);
  else sums.add(project, day, 'LaborCost__c', entry.cost);
  if (!entry.isBillable) return;
  if (text(entry.row, 'RateStatus__c') === 'Missing') sums.addMinutes(project, day, 'UnratedHours__c', billableMinutes);
  if (bill === undefined) return;
  convert(project, day, entry.currency, {
    StandardValue__c: bill,
    ...(entry.isByTheHour && {
      BilledValue__c: billing === 'Invoiced' ? (entry.billed ?? ZERO) : ZERO,
      UnbilledAmount__c: UNBILLED.includes(billing) ? bill : ZERO,
      LeakageAmount__c: NEVER_INVOICED.includes(billing) && day <= cutOff ? bill : ZERO,
    }),
  });
}

function addExpenses(raw: Raw, sums: Sums, convert: Convert, cutOff: string): void {
  const reports = byId(raw.ExpenseReport__c);
  for (const expense of raw.Expense__c) {
    if (!['Approved', 'Reimbursed'].includes(text(reports.get(text(expense, 'ExpenseReport__c')), 'Status__c')))
      continue;
    const project = text(expense, 'Project__c');
    const day = text(expense, 'Date__c');
    const cost = number(expense, 'FirmAmount__c');
    if (cost === undefined) sums.add(project, day, 'UnconvertedRows__c', ONE);
    else sums.add(project, day, 'ExpenseCost__c', cost);
    const bill = number(expense, 'BillAmount__c');
    if (expense['IsBillable__c'] !== true || bill === undefined) continue;
    const billing = text(expense, 'BillingStatus__c');
    convert(project, day, text(expense, 'BillCurrencyCode__c'), {
      UnbilledAmount__c: UNBILLED.includes(billing) ? bill : ZERO,
      LeakageAmount__c: NEVER_INVOICED.includes(billing) && day <= cutOff ? bill : ZERO,
    });
  }
}

/** In the month in which their period starts; a provision for losses is no revenue. */
function addRevenue(raw: Raw, sums: Sums): void {
  const periods = byId(raw.FiscalPeriod__c);
  for (const row of raw.RevenueEntry__c) {
    const stream = text(row, 'Stream__c');
    if (stream === 'Loss Provision') continue;
    const day = text(periods.get(text(row, 'FiscalPeriod__c')), 'StartDate__c');
    const project = text(row, 'Project__c');
    const value = number(row, 'FirmAmount__c');
    if (value === undefined) sums.add(project, day, 'UnconvertedRows__c', ONE);
    sums.add(project, day, 'RecognizedRevenue__c', value ?? ZERO);
    if (stream === 'Services') sums.add(project, day, 'ServicesRevenue__c', value ?? ZERO);
  }
}

/** What was asked for by fees and given back by credits counts as billed beside the hours, which carry their own share. */
function addInvoices(raw: Raw, convert: Convert): void {
  const invoices = byId(raw.Invoice__c);
  for (const line of raw.InvoiceLine__c) {
    const invoice = invoices.get(text(line, 'Invoice__c'));
    if (text(line, 'Project__c') === '' || NOT_ASKED_FOR.includes(text(invoice, 'Status__c'))) continue;
    const type = text(line, 'Type__c');
    const isHours = type === 'Time' && text(invoice, 'Type__c') !== 'Credit Note';
    const value = amount(line, 'Amount__c');
    convert(text(line, 'Project__c'), text(invoice, 'InvoiceDate__c'), text(invoice, 'CurrencyCode__c'), {
      InvoicedAmount__c: value,
      BilledValue__c: isHours || NOT_WORK.includes(type) ? ZERO : value,
    });
  }
}

/** Of an invoice over several projects each gets its part, the last cents by largest remainder. */
function addPayments(raw: Raw, convert: Convert): void {
  const invoices = byId(raw.Invoice__c);
  for (const payment of raw.Payment__c) {
    const invoice = invoices.get(text(payment, 'Invoice__c'));
    if (NOT_ASKED_FOR.includes(text(invoice, 'Status__c'))) continue;
    const lines = raw.InvoiceLine__c.filter((line) => text(line, 'Invoice__c') === text(payment, 'Invoice__c'));
    const projects = [...new Set(lines.map((line) => text(line, 'Project__c')))].sort();
    const parts = projects.map((project) =>
      total(
        lines
          .filter((line) => text(line, 'Project__c') === project)
          .map((line) => amount(line, 'Amount__c').plus(amount(line, 'TaxAmount__c'))),
      ),
    );
    const shares = byLargestRemainder(amount(payment, 'Amount__c'), parts);
    for (const [index, project] of projects.entries()) {
      if (project === '') continue;
      convert(project, text(payment, 'Date__c'), text(invoice, 'CurrencyCode__c'), {
        ReceivedAmount__c: shares[index] ?? ZERO,
      });
    }
  }
}

function byLargestRemainder(value: Decimal, weights: readonly Decimal[]): Decimal[] {
  const sum = total(weights);
  if (sum.isZero()) return weights.map((_, index) => (index === 0 ? value : ZERO));
  const exact = weights.map((weight) => value.times(weight).div(sum));
  const shares = exact.map((each) => each.toDecimalPlaces(2, Decimal.ROUND_FLOOR));
  const order = exact
    .map((each, index) => ({ index, rest: each.minus(shares[index] ?? ZERO) }))
    .sort((left, right) => right.rest.comparedTo(left.rest) || left.index - right.index);
  const missing = value.minus(total(shares)).times(100).toNumber();
  for (const { index } of order.slice(0, missing)) shares[index] = shares[index]?.plus('0.01') ?? ZERO;
  return shares;
}

function addDelivery(sums: Sums, project: Row, today: string): void {
  const id = text(project, 'Id');
  const ended = text(project, 'ActualEndDate__c');
  if (ended !== '' && ['Completed', 'Closed'].includes(text(project, 'Status__c'))) {
    sums.add(id, ended, 'CompletedProjects__c', ONE);
    const contracted = text(project, 'ContractedEndDate__c');
    if (contracted !== '' && ended <= contracted) sums.add(id, ended, 'OnTimeProjects__c', ONE);
  }
  const live = text(project, 'GoLiveDate__c');
  const start = text(project, 'StartDate__c');
  if (live === '' || live > today || start === '') return;
  sums.add(id, live, 'GoLives__c', ONE);
  sums.add(id, live, 'DaysToGoLive__c', new Decimal((Date.parse(live) - Date.parse(start)) / DAY));
}

/** By baseline, else by the plan; phases only hold others. */
function addTasks(raw: Raw, sums: Sums, projects: ReadonlyMap<string, Row>, today: string): void {
  for (const task of raw.ProjectTask__c) {
    const project = projects.get(text(task, 'Project__c'));
    const due = text(task, 'BaselineEndDate__c') || text(task, 'EndDate__c');
    const isExpected = project !== undefined && !['Draft', 'Cancelled'].includes(text(project, 'Status__c'));
    if (!isExpected || text(task, 'Type__c') === 'Phase' || due === '' || due > today) continue;
    sums.add(text(project, 'Id'), due, 'TasksDue__c', ONE);
    if (text(task, 'Status__c') === 'Completed') sums.add(text(project, 'Id'), due, 'TasksDone__c', ONE);
  }
}
