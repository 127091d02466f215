/** The books of one client: what is stored, and the checks that it adds up, in whole minutes and whole cents. */
import assert from 'node:assert/strict';
import type { SObject } from '../../local-org/src/schema/sobject.ts';
import { cents, roundHalfUp, sum, whole } from './exact.ts';
import type { Firm } from './firm.ts';

/** What the client has agreed to pay at most, in whole units of the currency. */
export interface Agreement {
  readonly cap: number;
  readonly fee: number;
  readonly milestones: number;
  readonly deposit: number;
}

const DRAFTED_OR_INVOICED = new Set(['Drafted', 'Invoiced']);
const WAITING = new Set(['Unbilled', 'On Hold', 'Written Off']);
const OPEN = new Set(['Approved', 'Sent', 'Partially Paid', 'Paid']);
/** Lines whose amount is shared out to the time behind them. */
const HOURLY = 'Time';
/** A cap counts what is billed, so what was written down makes room again: 7 cents on each hour, of 28 hours at most. */
const WRITTEN_DOWN_MOST = 200;

/** The code of the ledger account that the package ships for receivables. */
const RECEIVABLES = '1200';

export class Books {
  readonly invoices: readonly SObject[];
  /** Of documents that count, credit notes included. */
  readonly lines: readonly SObject[];
  readonly periods: readonly SObject[];
  private readonly entries: readonly SObject[];
  private readonly expenses: readonly SObject[];
  private readonly milestones: readonly SObject[];
  private readonly ledger: readonly SObject[];
  private readonly agreement: Agreement;

  constructor(firm: Firm, client: string, agreement: Agreement) {
    this.agreement = agreement;
    this.entries = firm.rows(`
      SELECT Id, BillingStatus__c, InvoiceLine__c, ChargeableMinutes__c, BillAmount__c, BilledAmount__c, HoldReason__c,
        WriteOffReason__c
      FROM TimeEntry__c
      WHERE Project__r.Account__r.Name = '${client}' AND Timesheet__r.Status__c = 'Approved' ORDER BY Id`);
    this.expenses = firm.rows(`
      SELECT Id, BillingStatus__c, InvoiceLine__c, BillAmount__c, BilledAmount__c, HoldReason__c, WriteOffReason__c
      FROM Expense__c
      WHERE Project__r.Account__r.Name = '${client}' AND ExpenseReport__r.Status__c = 'Approved' ORDER BY Id`);
    this.invoices = firm.rows(`
      SELECT Id, Type__c, Status__c, Subtotal__c, TaxAmount__c, Total__c, PaidAmount__c, Balance__c
      FROM Invoice__c WHERE Account__r.Name = '${client}'`);
    const live = new Set(this.invoices.filter((row) => row.get('Status__c') !== 'Void').map((row) => row.get('Id')));
    this.lines = firm
      .rows(
        `SELECT Id, Invoice__c, Type__c, Quantity__c, UnitPrice__c, Amount__c, TaxAmount__c, Minutes__c, GroupKey__c,
          ComputedQuantity__c, ComputedAmount__c, CreditedLine__c, Arrangement__r.Name
        FROM InvoiceLine__c WHERE Invoice__r.Account__r.Name = '${client}'`,
      )
      .filter((line) => live.has(line.get('Invoice__c')));
    this.milestones = firm.rows(`
      SELECT Id, Status__c, Amount__c, InvoiceLine__c FROM BillingMilestone__c
      WHERE Arrangement__r.Project__r.Account__r.Name = '${client}' ORDER BY Id`);
    this.periods = firm.rows(`
      SELECT Id, StartDate__c, IncludedMinutes__c, UsedMinutes__c, CarriedMinutes__c, OverageMinutes__c,
        BalanceMinutes__c, InvoiceLine__c, Arrangement__r.Name
      FROM RetainerPeriod__c WHERE Arrangement__r.Project__r.Account__r.Name = '${client}' ORDER BY StartDate__c`);
    this.ledger = firm.rows(`
      SELECT Entry__c, LedgerCode__c, Debit__c, Credit__c FROM JournalLine__c
      WHERE Entry__r.Account__r.Name = '${client}'`);
  }

  /** Everything that must hold whatever was done. */
  check(): void {
    this.#linesMultiplyOutAndSumToHeaders();
    this.#everyMinuteIsInOnePlace();
    this.#everyCentIsInOnePlace();
    this.#everyExpenseIsInOnePlace();
    this.#feesAreBilledOnce();
    this.#journalIsInBalance();
  }

  /** What must be the same again when everything is taken back. */
  state(): unknown {
    const plain = (rows: readonly SObject[], fields: readonly string[]) =>
      rows.map((row) => fields.map((field) => String(row.get(field))));
    const work = ['Id', 'BillingStatus__c', 'InvoiceLine__c', 'BilledAmount__c', 'HoldReason__c', 'WriteOffReason__c'];
    return {
      entries: plain(this.entries, work),
      expenses: plain(this.expenses, work),
      milestones: plain(this.milestones, ['Id', 'Status__c', 'InvoiceLine__c']),
      periods: this.periods.length,
      lines: this.lines.filter((line) => !this.#isTakenBack(line)).length,
    };
  }

  /** Hours printed for every group of time are those of its minutes, once all of it is billed. */
  checkNothingIsLost(): void {
    for (const [key, { minutes, hundredths }] of this.hours()) {
      assert.equal(hundredths, roundHalfUp(minutes * 100, 60), `Hours of ${key}`);
    }
  }

  /** What is billed by the hour, by the groups of printed lines. */
  hours(): Map<string, { minutes: number; hundredths: number }> {
    const groups = Map.groupBy(
      this.lines.filter((line) => line.get('GroupKey__c') !== null),
      (line) => String(line.get('GroupKey__c')),
    );
    return new Map(
      [...groups].map(([key, lines]) => [
        key,
        {
          minutes: sum(lines, (line) => whole(line, 'Minutes__c')),
          hundredths: sum(lines, (line) => cents(line, 'ComputedQuantity__c')),
        },
      ]),
    );
  }

  /** Cents of all lines of the types, as the rules computed them. */
  computed(...types: string[]): number {
    return sum(
      this.lines.filter((line) => types.includes(String(line.get('Type__c')))),
      (line) => cents(line, 'ComputedAmount__c'),
    );
  }

  #linesMultiplyOutAndSumToHeaders(): void {
    for (const line of this.lines) {
      const exact = cents(line, 'Quantity__c') * cents(line, 'UnitPrice__c');
      assert.equal(cents(line, 'Amount__c'), roundHalfUp(exact, 100), 'A printed line multiplies out');
    }
    for (const invoice of this.invoices.filter((row) => row.get('Status__c') !== 'Void')) {
      const lines = this.lines.filter((line) => line.get('Invoice__c') === invoice.get('Id'));
      const net = sum(lines, (line) => cents(line, 'Amount__c'));
      const tax = sum(lines, (line) => cents(line, 'TaxAmount__c'));
      assert.equal(cents(invoice, 'Subtotal__c'), net, 'Lines sum to the header');
      assert.equal(cents(invoice, 'TaxAmount__c'), tax, 'Tax sums to the header');
      assert.equal(cents(invoice, 'Total__c'), net + tax, 'And both to the total');
    }
  }

  /** Billed, as the lines say, + held + written off + unbilled = approved. */
  #everyMinuteIsInOnePlace(): void {
    for (const line of this.#charges().filter((row) => row.get('Minutes__c') !== null)) {
      const behind = sum(this.#behind(line), (entry) => whole(entry, 'ChargeableMinutes__c'));
      const minutes = sum([line, ...this.#credits(line)], (row) => whole(row, 'Minutes__c'));
      assert.equal(minutes, behind, 'A line counts the minutes behind it');
    }
    this.#areOnLines(this.entries);
    const billed = sum(this.lines, (line) => whole(line, 'Minutes__c'));
    const waiting = sum(
      this.entries.filter((entry) => WAITING.has(status(entry))),
      (entry) => whole(entry, 'ChargeableMinutes__c'),
    );
    assert.equal(
      billed + waiting,
      sum(this.entries, (entry) => whole(entry, 'ChargeableMinutes__c')),
      'Every approved minute is in one place',
    );
    for (const period of this.periods) {
      const line = this.lines.find((row) => row.get('Id') === period.get('InvoiceLine__c'));
      assert.ok(line, 'A retainer period is on a line');
      assert.equal(whole(period, 'UsedMinutes__c'), whole(line, 'Minutes__c'), 'And counts what that counts');
    }
  }

  /** As above in money, for what is billed by the hour; what was billed below its worth is written down. */
  #everyCentIsInOnePlace(): void {
    const hourly = this.#charges().filter((line) => line.get('Type__c') === HOURLY && !this.#isTakenBack(line));
    for (const line of hourly) {
      const shares = sum(this.#behind(line), (entry) => cents(entry, 'BilledAmount__c'));
      assert.equal(shares, cents(line, 'Amount__c'), 'Shares of the time add up to its line');
    }
    const capped = this.lines.filter((line) => line.parents.get('Arrangement__r')?.get('Name') === 'Capped');
    const computed = sum(capped, (line) => cents(line, 'ComputedAmount__c'));
    const adjusted = sum(capped, (line) => cents(line, 'Amount__c')) - computed;
    const { cap } = this.agreement;
    assert.ok(computed <= cap * 100 + Math.max(0, -adjusted) + WRITTEN_DOWN_MOST, `${computed} of a cap of ${cap}`);
  }

  #everyExpenseIsInOnePlace(): void {
    this.#areOnLines(this.expenses);
    for (const expense of this.expenses.filter((row) => DRAFTED_OR_INVOICED.has(status(row)))) {
      const line = this.lines.find((row) => row.get('Id') === expense.get('InvoiceLine__c'));
      assert.ok(line, 'An expense is on a line that counts');
      assert.equal(cents(line, 'ComputedAmount__c'), cents(expense, 'BillAmount__c'), 'At what it is worth');
      assert.equal(cents(line, 'Amount__c'), cents(expense, 'BilledAmount__c'), 'And billed at what the line says');
    }
    const waiting = this.expenses.filter((expense) => WAITING.has(status(expense)));
    assert.equal(
      this.computed('Expense') + sum(waiting, (expense) => cents(expense, 'BillAmount__c')),
      sum(this.expenses, (expense) => cents(expense, 'BillAmount__c')),
      'Every approved expense is in one place',
    );
  }

  #feesAreBilledOnce(): void {
    const { fee, milestones, deposit } = this.agreement;
    assert.ok(this.computed('Fixed Fee') <= fee * 100, 'Instalments within the fee');
    assert.ok(this.computed('Milestone') <= milestones * 100, 'A milestone once');
    assert.ok(this.computed('Deposit') <= deposit * 100, 'A deposit once');
    const applied = this.lines.filter((line) => line.get('Type__c') === 'Deposit Applied');
    assert.ok(-sum(applied, (line) => cents(line, 'Amount__c')) <= deposit * 100 + 100, 'And not applied beyond it');
    for (const milestone of this.milestones.filter((row) => row.get('InvoiceLine__c') !== null)) {
      assert.ok(
        this.lines.some((line) => line.get('Id') === milestone.get('InvoiceLine__c')),
        'A milestone is on a line that counts',
      );
    }
  }

  /** And receivables are what is open on the documents. */
  #journalIsInBalance(): void {
    for (const lines of Map.groupBy(this.ledger, (line) => String(line.get('Entry__c'))).values()) {
      assert.equal(sum(lines, debit), 0, 'Debits are credits');
    }
    const receivables = this.ledger.filter((line) => line.get('LedgerCode__c') === RECEIVABLES);
    const open = this.invoices.filter((row) => OPEN.has(String(row.get('Status__c'))));
    assert.equal(
      sum(receivables, debit),
      sum(open, (invoice) => cents(invoice, 'Balance__c')),
      'Receivables are what clients owe',
    );
  }

  #areOnLines(works: readonly SObject[]): void {
    for (const work of works) {
      const isOnLine = this.lines.some((line) => line.get('Id') === work.get('InvoiceLine__c'));
      assert.equal(isOnLine, DRAFTED_OR_INVOICED.has(status(work)), `${status(work)} work is on a line or not`);
    }
  }

  #charges(): readonly SObject[] {
    return this.lines.filter((line) => line.get('CreditedLine__c') === null);
  }

  #credits(line: SObject): readonly SObject[] {
    return this.lines.filter((row) => row.get('CreditedLine__c') === line.get('Id'));
  }

  /** By a credit note that made its work billable again; the line of the credit note as well as the one it credits. */
  #isTakenBack(line: SObject): boolean {
    if (line.get('CreditedLine__c') !== null) return line.get('ComputedAmount__c') !== null;
    return this.#credits(line).some((credit) => credit.get('ComputedAmount__c') !== null);
  }

  #behind(line: SObject): SObject[] {
    return this.entries.filter((entry) => entry.get('InvoiceLine__c') === line.get('Id'));
  }
}

function debit(line: SObject): number {
  return cents(line, 'Debit__c') - cents(line, 'Credit__c');
}

function status(work: SObject): string {
  return String(work.get('BillingStatus__c'));
}
