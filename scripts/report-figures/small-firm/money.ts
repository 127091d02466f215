/** Revenue, invoices, payments, the journal and expenses. */
import type { Rows } from '../rows.ts';
import { table } from './table.ts';

export function ledger(rows: Rows): void {
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

export function invoices(rows: Rows): void {
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

export function journal(rows: Rows): void {
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

export function expenses(rows: Rows): void {
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
