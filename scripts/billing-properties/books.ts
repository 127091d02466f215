/** The books of one client: reads what is stored and checks that it adds up, in whole minutes and whole cents. */
import assert from 'node:assert/strict';
import type { SObject } from '../../local-org/src/schema/sobject.ts';
import { CAP, DEPOSIT, FEE } from './engagement.ts';
import type { Firm } from './firm.ts';

const DRAFTED_OR_INVOICED = new Set(['Drafted', 'Invoiced']);
/** Lines whose amount is shared out to the time behind them. */
const HOURLY = 'Time';
const WAITING = new Set(['Unbilled', 'On Hold', 'Written Off']);

export class Books {
  private readonly entries: readonly SObject[];
  private readonly invoices: readonly SObject[];
  private readonly lines: readonly SObject[];
  private readonly milestones: readonly SObject[];
  private readonly periods: readonly SObject[];

  constructor(firm: Firm, client: string) {
    this.entries = firm.rows(`
      SELECT Id, BillingStatus__c, InvoiceLine__c, ChargeableMinutes__c, BillAmount__c, BilledAmount__c, HoldReason__c,
        WriteOffReason__c
      FROM TimeEntry__c WHERE Project__r.Account__r.Name = '${client}' ORDER BY Id`);
    this.invoices = firm.rows(`
      SELECT Id, Status__c, Subtotal__c, TaxAmount__c, Total__c FROM Invoice__c WHERE Account__r.Name = '${client}'`);
    const live = new Set(this.invoices.filter((row) => row.get('Status__c') !== 'Void').map((row) => row.get('Id')));
    this.lines = firm
      .rows(
        `SELECT Id, Invoice__c, Type__c, Quantity__c, UnitPrice__c, Amount__c, TaxAmount__c, Minutes__c, GroupKey__c,
          ComputedQuantity__c, ComputedAmount__c, Arrangement__r.Name
        FROM InvoiceLine__c WHERE Invoice__r.Account__r.Name = '${client}'`,
      )
      .filter((line) => live.has(line.get('Invoice__c')));
    this.milestones = firm.rows(`
      SELECT Id, Status__c, Amount__c, InvoiceLine__c FROM BillingMilestone__c
      WHERE Arrangement__r.Project__r.Account__r.Name = '${client}' ORDER BY Id`);
    this.periods = firm.rows(`
      SELECT Id, UsedMinutes__c, InvoiceLine__c FROM RetainerPeriod__c
      WHERE Arrangement__r.Project__r.Account__r.Name = '${client}' ORDER BY Id`);
  }

  /** Everything that must hold whatever was done. */
  check(): void {
    this.#linesMultiplyOutAndSumToHeaders();
    this.#everyMinuteIsInOnePlace();
    this.#everyCentIsInOnePlace();
    this.#feesAreBilledOnce();
  }

  /** What must be the same again when everything is taken back. */
  state(): unknown {
    const plain = (rows: readonly SObject[], fields: readonly string[]) =>
      rows.map((row) => fields.map((field) => String(row.get(field))));
    return {
      entries: plain(this.entries, [
        'Id',
        'BillingStatus__c',
        'InvoiceLine__c',
        'BilledAmount__c',
        'HoldReason__c',
        'WriteOffReason__c',
      ]),
      milestones: plain(this.milestones, ['Id', 'Status__c', 'InvoiceLine__c']),
      periods: this.periods.length,
      lines: this.lines.length,
    };
  }

  /** Hours printed for every group of time are those of its minutes, once all of it is billed. */
  checkNothingIsLost(): void {
    const groups = Map.groupBy(
      this.lines.filter((line) => line.get('GroupKey__c') !== null),
      (line) => String(line.get('GroupKey__c')),
    );
    for (const [key, lines] of groups) {
      const minutes = sum(lines, (line) => whole(line, 'Minutes__c'));
      const hundredths = sum(lines, (line) => cents(line, 'ComputedQuantity__c'));
      assert.equal(hundredths, roundHalfUp(minutes * 100, 60), `Hours of ${key}`);
    }
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
    for (const line of this.lines.filter((row) => row.get('Minutes__c') !== null)) {
      const behind = sum(this.#behind(line), (entry) => whole(entry, 'ChargeableMinutes__c'));
      assert.equal(whole(line, 'Minutes__c'), behind, 'A line counts the minutes behind it');
    }
    for (const entry of this.entries) {
      const isOnLine = this.lines.some((line) => line.get('Id') === entry.get('InvoiceLine__c'));
      assert.equal(isOnLine, DRAFTED_OR_INVOICED.has(status(entry)), `${status(entry)} time is on a line or not`);
    }
    const billed = sum(this.lines, (line) => whole(line, 'Minutes__c'));
    const waiting = sum(this.#waiting(), (entry) => whole(entry, 'ChargeableMinutes__c'));
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
    const hourly = this.lines.filter((line) => line.get('Type__c') === HOURLY);
    const onLines = hourly.flatMap((line) => this.#behind(line));
    for (const line of hourly) {
      const shares = sum(this.#behind(line), (entry) => cents(entry, 'BilledAmount__c'));
      assert.equal(shares, cents(line, 'Amount__c'), 'Shares of the time add up to its line');
    }
    const billed = sum(hourly, (line) => cents(line, 'Amount__c'));
    const writtenDown = sum(onLines, (entry) => cents(entry, 'BillAmount__c') - cents(entry, 'BilledAmount__c'));
    assert.equal(
      billed + writtenDown,
      sum(onLines, (entry) => cents(entry, 'BillAmount__c')),
      'Billed and written down are worth what was approved',
    );
    const capped = hourly.filter((line) => line.parents.get('Arrangement__r')?.get('Name') === 'Capped');
    const computed = sum(capped, (line) => cents(line, 'ComputedAmount__c'));
    const adjusted = sum(capped, (line) => cents(line, 'Amount__c')) - computed;
    assert.ok(computed <= CAP * 100 + Math.max(0, -adjusted) + WRITTEN_DOWN_MOST, `${computed} of a cap of ${CAP}`);
  }

  #feesAreBilledOnce(): void {
    const computedOf = (types: readonly string[]) =>
      sum(
        this.lines.filter((line) => types.includes(String(line.get('Type__c')))),
        (line) => cents(line, 'ComputedAmount__c'),
      );
    assert.ok(computedOf(['Fixed Fee']) <= FEE * 100, 'Instalments within the fee');
    assert.ok(computedOf(['Milestone']) <= 70_000, 'A milestone once');
    assert.ok(computedOf(['Deposit']) <= DEPOSIT * 100, 'A deposit once');
    assert.ok(-computedOf(['Deposit Applied']) <= DEPOSIT * 100 + 100, 'And not applied beyond it');
    for (const milestone of this.milestones.filter((row) => row.get('InvoiceLine__c') !== null)) {
      assert.ok(
        this.lines.some((line) => line.get('Id') === milestone.get('InvoiceLine__c')),
        'A milestone is on a line that counts',
      );
    }
  }

  #behind(line: SObject): SObject[] {
    return this.entries.filter((entry) => entry.get('InvoiceLine__c') === line.get('Id'));
  }

  #waiting(): SObject[] {
    return this.entries.filter((entry) => WAITING.has(status(entry)));
  }
}

/** A cap counts what is billed, so what was written down makes room again: 7 cents on each hour, of 16 hours at most. */
const WRITTEN_DOWN_MOST = 200;

function status(entry: SObject): string {
  return String(entry.get('BillingStatus__c'));
}

function sum(rows: readonly SObject[], value: (row: SObject) => number): number {
  return rows.reduce((total, row) => total + value(row), 0);
}

function whole(row: SObject, field: string): number {
  return Number(row.get(field) ?? 0);
}

/** Money and hours have two decimals, which this makes whole. */
function cents(row: SObject, field: string): number {
  return Math.round(Number(row.get(field) ?? 0) * 100);
}

/** numerator / denominator, of whole numbers, half away from 0. */
function roundHalfUp(numerator: number, denominator: number): number {
  const size = Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator));
  return numerator < 0 ? -size : size;
}
