/** The ledger of one client: what is stored, and the checks that it adds up, in whole cents. */
import assert from 'node:assert/strict';
import type { SObject } from '../../local-org/src/schema/sobject.ts';
import { cents, sum } from '../billing-properties/exact.ts';
import type { Firm } from '../billing-properties/firm.ts';

export class Ledger {
  readonly rows: readonly SObject[];
  private readonly arrangements: readonly SObject[];
  private readonly projects: readonly SObject[];
  private readonly journal: readonly SObject[];

  constructor(firm: Firm, client: string) {
    const ofClient = `Project__r.Account__r.Name = '${client}'`;
    this.rows = firm.rows(`
      SELECT Id, Project__c, Arrangement__c, Stream__c, FiscalPeriod__r.Name, FiscalPeriod__r.Status__c, Type__c, Amount__c,
        CumulativeAmount__c, Basis__c, Key__c
      FROM RevenueEntry__c WHERE ${ofClient} ORDER BY FiscalPeriod__r.StartDate__c, Name`);
    this.arrangements = firm.rows(`
      SELECT Id, Name, Project__r.Name, Project__c, Type__c, Amount__c, CapAmount__c, ContractRevenue__c, RecognizedRevenue__c,
        RemainingRevenue__c, BilledRevenue__c, DeferredRevenue__c, UnbilledRevenue__c
      FROM BillingArrangement__c WHERE ${ofClient}`);
    this.projects = firm.rows(`
      SELECT Id, ContractRevenue__c, RecognizedRevenue__c, RemainingRevenue__c, DeferredRevenue__c, UnbilledRevenue__c
      FROM Project__c WHERE Account__r.Name = '${client}'`);
    this.journal = firm.rows(`
      SELECT Entry__c, Debit__c, Credit__c FROM JournalLine__c WHERE Entry__r.Account__r.Name = '${client}'`);
  }

  /** What the arrangement of the project is recognized at, in cents, expenses left out. */
  servicesOf(project: string, arrangement: string): number {
    const found = this.arrangements.find(
      (row) => row.get('Name') === arrangement && row.parents.get('Project__r')?.get('Name') === project,
    );
    assert.ok(found, `${project}: ${arrangement}`);
    return sum(
      this.rows.filter((row) => row.get('Arrangement__c') === found.get('Id') && row.get('Stream__c') === 'Services'),
      (row) => cents(row, 'Amount__c'),
    );
  }

  /** Rows of closed periods, as text. */
  closed(): string[] {
    return this.rows
      .filter((row) => row.parents.get('FiscalPeriod__r')?.get('Status__c') === 'Closed')
      .map((row) => `${String(row.get('Key__c'))} ${cents(row, 'Amount__c')} ${String(row.get('Basis__c'))}`);
  }

  /** What holds after whatever has happened. */
  check(): void {
    this.checkRows();
    for (const row of [...this.arrangements, ...this.projects]) {
      const [contract, recognized, remaining] = [
        'ContractRevenue__c',
        'RecognizedRevenue__c',
        'RemainingRevenue__c',
      ].map((field) => cents(row, field));
      assert.equal(recognized + remaining, contract, `recognized + remaining = contract of ${String(row.get('Name'))}`);
    }
    for (const row of this.arrangements) {
      const price = row.get('Type__c') === 'Capped T&M' ? 'CapAmount__c' : 'Amount__c';
      const isLimited = ['Capped T&M', 'Fixed Fee', 'Milestone', 'Percent Complete'].includes(
        String(row.get('Type__c')),
      );
      if (isLimited) assert.ok(cents(row, 'RecognizedRevenue__c') <= cents(row, price), 'Never more than the price');
      const open = cents(row, 'RecognizedRevenue__c') - cents(row, 'BilledRevenue__c');
      assert.equal(cents(row, 'UnbilledRevenue__c') - cents(row, 'DeferredRevenue__c'), open);
    }
    this.checkProjects();
    this.checkJournal();
  }

  private checkRows(): void {
    const sums = new Map<string, number>();
    for (const row of this.rows) {
      const key = `${String(row.get('Arrangement__c') ?? row.get('Project__c'))} ${String(row.get('Stream__c'))}`;
      sums.set(key, (sums.get(key) ?? 0) + cents(row, 'Amount__c'));
      assert.equal(cents(row, 'CumulativeAmount__c'), sums.get(key), `to date: ${String(row.get('Key__c'))}`);
      assert.ok(String(row.get('Basis__c')).length > 10, 'Every row explains itself');
    }
    assert.equal(new Set(this.rows.map((row) => row.get('Key__c'))).size, this.rows.length, 'Keys are unique');
    for (const row of this.arrangements) {
      const id = String(row.get('Id'));
      const stored = (sums.get(`${id} Services`) ?? 0) + (sums.get(`${id} Expenses`) ?? 0);
      assert.equal(cents(row, 'RecognizedRevenue__c'), stored, 'An arrangement is the sum of its rows');
    }
  }

  private checkProjects(): void {
    for (const project of this.projects) {
      const own = this.rows.filter(
        (row) => row.get('Project__c') === project.get('Id') && row.get('Stream__c') !== 'Loss Provision',
      );
      const recognized = sum(own, (row) => cents(row, 'Amount__c'));
      assert.equal(cents(project, 'RecognizedRevenue__c'), recognized, 'A project is the sum of its rows');
    }
  }

  private checkJournal(): void {
    const differences = new Map<string, number>();
    for (const line of this.journal) {
      const entry = String(line.get('Entry__c'));
      const debit = cents(line, 'Debit__c') - cents(line, 'Credit__c');
      differences.set(entry, (differences.get(entry) ?? 0) + debit);
    }
    for (const difference of differences.values()) assert.equal(difference, 0, 'Every journal entry is in balance');
  }
}
