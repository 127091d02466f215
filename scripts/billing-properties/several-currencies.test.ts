/** A firm in an org with several currencies, which needs dollars for its books and bills one client in euros, another in yen. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parseCurrencies } from '../../local-org/src/schema/currencies.ts';
import type { FieldValue } from '../../local-org/src/schema/values/index.ts';
import { Firm } from './firm.ts';

const plain = (value: FieldValue): unknown =>
  value === null || typeof value !== 'object' ? value : Number(String(value));

describe('an org with several currencies', () => {
  let firm: Firm;
  const values = (soql: string, ...fields: string[]) =>
    firm.rows(soql).map((row) => fields.map((field) => plain(row.get(field))));

  before(() => {
    firm = Firm.open(parseCurrencies('USD,EUR=0.92,JPY=150'));
    firm.must(`
      insert as system new List<ExchangeRate__c>{
        new ExchangeRate__c(FromCurrency__c = 'EUR', ToCurrency__c = 'USD', Rate__c = 1.1, Date__c = Date.newInstance(2026, 1, 1)),
        new ExchangeRate__c(FromCurrency__c = 'JPY', ToCurrency__c = 'USD', Rate__c = 0.007, Date__c = Date.newInstance(2026, 1, 1)) };
      Map<String, Decimal> rates = new Map<String, Decimal>{ 'EUR' => 100.01, 'JPY' => 12345 };
      Role__c role = [SELECT Id FROM Role__c WHERE Name = 'Architect'];
      WorkCalendar__c calendar = new WorkCalendar__c(Name = 'Standard', IsDefault__c = true);
      insert as system calendar;
      Resource__c person = new Resource__c(
        Name = 'Ada', ResourceType__c = 'Contractor', Role__c = role.Id, StartDate__c = Date.newInstance(2025, 1, 1), IsActive__c = true);
      insert as system person;
      insert as system new CostRate__c(Resource__c = person.Id, Rate__c = 50, StartDate__c = Date.newInstance(2025, 1, 1));
      for (String code : rates.keySet()) {
        Account client = new Account(Name = code);
        insert as system client;
        RateCard__c card = new RateCard__c(
          Name = code, CurrencyCode__c = code, StartDate__c = Date.newInstance(2025, 1, 1), IsActive__c = true);
        insert as system card;
        insert as system new RateCardLine__c(
          RateCard__c = card.Id, Role__c = role.Id, RateType__c = 'Standard', BillRate__c = rates.get(code));
        Project__c project = new Project__c(
          Name = code, Account__c = client.Id, CurrencyCode__c = code, Status__c = 'In Progress', TimePolicy__c = 'Anyone',
          StartDate__c = Date.newInstance(2026, 1, 5), ContractValue__c = 1000);
        insert as system project;
        insert as system new BillingArrangement__c(
          Name = 'Hours', Type__c = 'Time and Materials', IsDefault__c = true, TaxPercent__c = 10, Project__c = project.Id);
        insert as system new BillingArrangement__c(
          Name = 'Fee', Type__c = 'Percent Complete', Amount__c = 999, PercentComplete__c = 50, Project__c = project.Id);
      }
      Timesheet__c sheet = new Timesheet__c(Resource__c = person.Id, WeekStart__c = Date.newInstance(2026, 1, 5));
      insert as system sheet;
      List<TimeEntry__c> entries = new List<TimeEntry__c>();
      for (Project__c project : [SELECT Id FROM Project__c]) {
        entries.add(new TimeEntry__c(
          Timesheet__c = sheet.Id, Project__c = project.Id, Date__c = Date.newInstance(2026, 1, 6), Minutes__c = 90, IsBillable__c = true));
      }
      insert as system entries;`);
    for (const status of ['Submitted', 'Approved']) {
      firm.must(`
        Timesheet__c sheet = [SELECT Id FROM Timesheet__c];
        sheet.Status__c = '${status}';
        update as system sheet;`);
    }
    firm.must(`
      BillingTerms terms = new BillingTerms();
      terms.cutOff = Date.newInstance(2026, 1, 31);
      terms.invoiceDate = terms.cutOff;
      terms.runKey = 'January';
      new InvoiceDrafting(terms).draft(new Map<Id, Project__c>([SELECT Id FROM Project__c]).keySet());`);
    firm.must(
      'InvoiceEditController.approve(new List<Id>(new Map<Id, Invoice__c>([SELECT Id FROM Invoice__c]).keySet()));',
    );
    firm.must(`
      for (Invoice__c invoice : [SELECT CurrencyCode__c, Balance__c FROM Invoice__c]) {
        insert as system new Payment__c(
          Invoice__c = invoice.Id, Amount__c = invoice.CurrencyCode__c == 'EUR' ? 100 : invoice.Balance__c,
          Date__c = Date.newInstance(2026, 2, 10), Method__c = 'Bank Transfer');
      }`);
  });
  after(() => firm.close());

  test('every record is in the currency of its project, and what the firm counts in its own', () => {
    const inCurrencyOfTheProject = [
      ['RateCardLine__c', 'RateCard__r.CurrencyCode__c'],
      ['BillingArrangement__c', 'Project__r.CurrencyCode__c'],
      ['TimeEntry__c', 'Project__r.CurrencyCode__c'],
      ['Invoice__c', 'CurrencyCode__c'],
      ['InvoiceLine__c', 'Invoice__r.CurrencyCode__c'],
      ['Payment__c', 'Invoice__r.CurrencyCode__c'],
      ['JournalEntry__c', 'CurrencyCode__c'],
      ['JournalLine__c', 'Entry__r.CurrencyCode__c'],
    ] as const;
    for (const [object, path] of inCurrencyOfTheProject) {
      const [first] = firm.rows(`SELECT COUNT(Id) size FROM ${object} WHERE CurrencyIsoCode != 'USD'`);
      assert.ok(Number(first?.get('size')) >= 2, object);
      for (const code of ['EUR', 'JPY']) {
        const other = `SELECT Id FROM ${object} WHERE ${path} = '${code}' AND CurrencyIsoCode != '${code}'`;
        assert.deepEqual(firm.rows(other), [], `${object} of ${code}`);
      }
    }
    assert.deepEqual(values('SELECT CurrencyIsoCode FROM CostRate__c', 'CurrencyIsoCode'), [['USD']]);
  });

  test('invoices come to what hours, fee and tax are in their currency', () => {
    const invoices =
      'SELECT CurrencyCode__c, Subtotal__c, TaxAmount__c, Total__c, PaidAmount__c, Balance__c, Status__c';
    assert.deepEqual(
      values(
        `${invoices} FROM Invoice__c ORDER BY CurrencyCode__c`,
        ...['CurrencyCode__c', 'Subtotal__c', 'TaxAmount__c', 'Total__c', 'PaidAmount__c', 'Balance__c', 'Status__c'],
      ),
      [
        // 1.50 h × 100.01 = 150.02 (150.015 half up), tax 10 % 15.00; half of 999 without tax.
        ['EUR', 649.52, 15, 664.52, 100, 564.52, 'Partially Paid'],
        // 1.50 h × 12,345 = 18,518 (18,517.5), tax 1,852 (1,851.8); half of 999 is 500 yen.
        ['JPY', 19_018, 1852, 20_870, 20_870, 0, 'Paid'],
      ],
    );
  });

  test('the journal is in balance in the currency of the invoice and in the firm’s', () => {
    const sums = values(
      `SELECT Entry__r.CurrencyCode__c code, SUM(DebitNumber__c) debit, SUM(CreditNumber__c) credit,
         SUM(FirmDebit__c) firmDebit, SUM(FirmCredit__c) firmCredit
       FROM JournalLine__c GROUP BY Entry__r.CurrencyCode__c ORDER BY Entry__r.CurrencyCode__c`,
      ...['code', 'debit', 'credit', 'firmDebit', 'firmCredit'],
    );
    assert.deepEqual(sums, [
      ['EUR', 764.52, 764.52, 840.97, 840.97],
      ['JPY', 41_740, 41_740, 292.18, 292.18],
    ]);
  });

  test('costs are the firm’s in whatever currency the hour is billed', () => {
    const costs =
      'SELECT CurrencyIsoCode, CostRate__c, CostAmount__c, BillAmount__c FROM TimeEntry__c ORDER BY Project__r.Name';
    assert.deepEqual(values(costs, 'CurrencyIsoCode', 'CostRate__c', 'CostAmount__c', 'BillAmount__c'), [
      ['EUR', 50, 75, 150.02],
      ['JPY', 50, 75, 18_518],
    ]);
  });

  test('the platform’s own sums are in its corporate currency, which the platform converts by its own rates', () => {
    const [sum] = values('SELECT SUM(Total__c) total FROM Invoice__c', 'total');
    assert.deepEqual(sum, [722.3 + 139.13], '664.52 euros at 0.92 and 20,870 yen at 150');
  });

  test('a record in a currency that the org does not have is refused', () => {
    const result = firm.run(`insert as system new Project__c(Name = 'Pound', CurrencyCode__c = 'GBP');`);
    assert.match(result.exceptionMessage ?? '', /The currency GBP is not active in this org/);
  });
});
