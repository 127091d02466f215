/** What happens to a client's year, in any order: work is approved, billed, paid, credited and taken back. */
import fc from 'fast-check';
import type { Firm } from './firm.ts';
import { attempt, onInvoice, pick, type Place, SOURCES } from './operations.ts';
import { QUARTERS } from './year.ts';

const MONTHS = 12;

/** What a year goes through whatever is done about its invoices. */
const HAPPENINGS = {
  approveTime: ({ client, which }: Place) =>
    approveTime(client, `CALENDAR_MONTH(WeekStart__c) = ${(which % MONTHS) + 1}`),
  approveExpenses: ({ client, which }: Place) => approveExpenses(`= '${client}: ${which % QUARTERS}'`),
  finishStep: ({ client, which }: Place) => finishSteps(client, `= 'Step ${which % QUARTERS}'`),
  approveStep: ({ client }: Place) => approveSteps(client),
  progress: ({ client, which }: Place) => `
    BillingArrangement__c progress = [
      SELECT PercentComplete__c FROM BillingArrangement__c
      WHERE Type__c = 'Percent Complete' AND Project__r.Account__r.Name = '${client}'];
    progress.PercentComplete__c = Math.min(progress.PercentComplete__c + ${(which % 250) / 10}, 100);
    update as system progress;`,
} as const;

/** Operations that put off billing at most: whatever their order, the year comes to the same in the end. */
const NEUTRAL = {
  ...HAPPENINGS,
  bill: ({ client, which, runKey }: Place) => bill(client, which % MONTHS, runKey, which % 2 === 0),
  approve: SOURCES.approve,
  cancel: SOURCES.cancel,
  discard: SOURCES.discard,
  removeLine: SOURCES.removeLine,
  removeWork: (place: Place) => onWork(place, `= 'Drafted'`, 'InvoiceEditController.removeWork(ids);'),
  hold: (place: Place) => onWork(place, `IN ('Unbilled', 'Drafted')`, `InvoiceEditController.hold(ids, 'Disputed');`),
  release: (place: Place) => onWork(place, `= 'On Hold'`, 'InvoiceEditController.releaseHold(ids);'),
  writeOff: (place: Place) =>
    onWork(place, `IN ('Unbilled', 'On Hold', 'Drafted')`, `InvoiceEditController.writeOff(ids, 'Rework');`),
  reinstate: (place: Place) => onWork(place, `= 'Written Off'`, 'InvoiceEditController.reinstate(ids);'),
  pay: (place: Place) => onOwed(place, pay('invoices[0].Balance__c')),
  payInPart: (place: Place) => onOwed(place, pay('invoices[0].Balance__c / 3')),
  payTooMuch: (place: Place) => onOwed(place, pay('invoices[0].Balance__c + 0.01')),
  reverse: ({ client, which }: Place) =>
    pick(
      `SELECT Id, Invoice__c FROM Payment__c
       WHERE Invoice__r.Account__r.Name = '${client}' AND ReversalOf__c = NULL ORDER BY Name`,
      { client, which, runKey: '' },
      `InvoiceActionsController.reversePayment((Id) chosen.get('Invoice__c'), chosen.Id, 'Returned');`,
    ),
  takeBack: (place: Place) => onOwed(place, credit('request.isReleased = true;')),
} as const;

const ALL = {
  ...NEUTRAL,
  writeDown: SOURCES.writeDown,
  writeUp: SOURCES.writeUp,
  credit: (place: Place) => onOwed(place, credit('')),
  creditInPart: (place: Place) =>
    onOwed(
      place,
      `List<InvoiceLine__c> creditable = CreditNotes.creditable(ids[0]);
       if (!creditable.isEmpty()) {
         CreditRequest.Part part = new CreditRequest.Part();
         part.lineId = creditable[0].Id;
         part.amount = Money.round(creditable[0].Amount__c / 2);
         ${credit('request.parts = new List<CreditRequest.Part>{ part };')}
       }`,
    ),
  settleElsewhere: (place: Place) =>
    onInvoice(
      place,
      `Type__c = 'Credit Note' AND Status__c != 'Void' AND Balance__c < 0`,
      `List<Invoice__c> owed = [
         SELECT Id FROM Invoice__c WHERE Account__r.Name = '${place.client}' AND Balance__c > 0 AND Status__c = 'Approved'
         LIMIT 1];
       if (!owed.isEmpty()) { InvoiceActionsController.applyCredit(ids[0], owed[0].Id, null); }`,
    ),
} as const;

/** The course of the year itself: nothing that finance did before may stand in its way. */
const NEVER_REFUSED: ReadonlySet<string> = new Set([...Object.keys(HAPPENINGS), 'bill']);

export interface YearOperation {
  readonly kind: keyof typeof ALL;
  readonly which: number;
}

/** Half of them approve time or bill: without these there is nothing to work on. */
const among = (kinds: readonly (keyof typeof ALL)[]): fc.Arbitrary<YearOperation> =>
  fc.record({
    kind: fc.oneof(
      { arbitrary: fc.constantFrom('approveTime' as const, 'bill' as const, 'approve' as const), weight: 1 },
      { arbitrary: fc.constantFrom(...kinds), weight: 1 },
    ),
    which: fc.nat({ max: 10_000 }),
  });

export const anyOperation = among(Object.keys(ALL) as (keyof typeof ALL)[]);
export const neutralOperation = among(Object.keys(NEUTRAL) as (keyof typeof NEUTRAL)[]);

export function performInYear(firm: Firm, client: string, { kind, which }: YearOperation): void {
  attempt(firm, client, which, ALL[kind], NEVER_REFUSED.has(kind));
}

/** Everything that was put off is done: all is approved, done, freed and billed. */
export function closeYear(firm: Firm, client: string): void {
  firm.must(approveTime(client, `WeekStart__c != NULL`));
  firm.must(approveExpenses(`LIKE '${client}: %'`));
  firm.must(finishSteps(client, `LIKE 'Step %'`));
  firm.must(approveSteps(client));
  firm.must(`
    update as system new BillingArrangement__c(
      Id = [SELECT Id FROM BillingArrangement__c
            WHERE Type__c = 'Percent Complete' AND Project__r.Account__r.Name = '${client}'].Id,
      PercentComplete__c = 100);`);
  freeWork(firm, client);
  // Time of December that is approved late is settled with January.
  firm.must(bill(client, MONTHS, `${client} closing`, true));
  firm.must(`
    List<Invoice__c> drafts = [SELECT Id FROM Invoice__c WHERE Account__r.Name = '${client}' AND Status__c = 'Draft'];
    for (Invoice__c draft : drafts) { draft.Status__c = 'Approved'; }
    update as user drafts;`);
}

/** Takes back all that operations have done about money: payments, then credit notes, then invoices, latest first. */
export function undoYear(firm: Firm, client: string): void {
  const ofClient = `Invoice__r.Account__r.Name = '${client}'`;
  firm.must(`
    for (Payment__c payment : [SELECT Id FROM Payment__c WHERE ${ofClient} AND ReversalOf__c = NULL ORDER BY Name]) {
      if ([SELECT COUNT() FROM Payment__c WHERE ReversalOf__c = :payment.Id] == 0) {
        Payments.reverse(new Set<Id>{ payment.Id }, Date.today(), 'Start again');
      }
    }`);
  for (const type of ['Credit Note', 'Invoice', 'Invoice']) {
    const documents = firm.rows(`
      SELECT Id FROM Invoice__c WHERE Account__r.Name = '${client}' AND Type__c = '${type}' AND Status__c != 'Void'
      ORDER BY Name DESC`);
    for (const document of documents) {
      attempt(
        firm,
        client,
        0,
        () => `InvoiceEditController.voidInvoice('${String(document.get('Id'))}', 'Start again');`,
      );
    }
  }
  // What was credited, and billed again since, cannot be void any more: the rest of it is credited as well.
  for (const invoice of firm.rows(`
    SELECT Id FROM Invoice__c
    WHERE Account__r.Name = '${client}' AND Type__c = 'Invoice' AND Status__c != 'Void' ORDER BY Name DESC`)) {
    firm.must(`
      List<Id> ids = new List<Id>{ '${String(invoice.get('Id'))}' };
      if (!CreditNotes.creditable(ids[0]).isEmpty()) { ${credit('request.isReleased = true;')} }`);
  }
  freeWork(firm, client);
}

function freeWork(firm: Firm, client: string): void {
  for (const [status, method] of [
    ['On Hold', 'releaseHold'],
    ['Written Off', 'reinstate'],
  ]) {
    firm.must(`
      List<Id> ids = new List<Id>();
      String condition = 'WHERE Project__r.Account__r.Name = \\'${client}\\' AND BillingStatus__c = \\'${status}\\'';
      for (String type : new List<String>{ 'TimeEntry__c', 'Expense__c' }) {
        ids.addAll(new Map<Id, SObject>(Database.query('SELECT Id FROM ' + type + ' ' + condition)).keySet());
      }
      InvoiceEditController.${method}(ids);`);
  }
}

/** The cut-off is the last day of the month, counted from January as 0. */
function bill(client: string, month: number, runKey: string, isMerged: boolean): string {
  return `
    BillingTerms terms = new BillingTerms();
    terms.cutOff = Date.newInstance(2025, ${month + 2}, 1).addDays(-1);
    terms.invoiceDate = terms.cutOff;
    terms.isMergedPerAccount = ${isMerged};
    terms.runKey = '${runKey}';
    new InvoiceDrafting(terms).draft(
      new Map<Id, Project__c>([SELECT Id FROM Project__c WHERE Account__r.Name = '${client}']).keySet());`;
}

function approveTime(client: string, condition: string): string {
  return `
    List<Timesheet__c> sheets = [
      SELECT Id FROM Timesheet__c WHERE Resource__r.Name LIKE '${client}: %' AND Status__c = 'Draft' AND ${condition}];
    for (String status : new List<String>{ 'Submitted', 'Approved' }) {
      for (Timesheet__c sheet : sheets) { sheet.Status__c = status; }
      update as system sheets;
    }`;
}

function approveExpenses(purpose: string): string {
  return `
    List<ExpenseReport__c> reports = [
      SELECT Id FROM ExpenseReport__c WHERE Purpose__c ${purpose} AND Status__c = 'Draft' AND LineCount__c > 0];
    for (String status : new List<String>{ 'Submitted', 'Approved' }) {
      for (ExpenseReport__c report : reports) { report.Status__c = status; }
      update as system reports;
    }`;
}

function finishSteps(client: string, name: string): string {
  return `
    List<ProjectTask__c> steps = [
      SELECT Id FROM ProjectTask__c WHERE Name ${name} AND Project__r.Account__r.Name = '${client}'];
    for (ProjectTask__c step : steps) { step.Status__c = 'Completed'; }
    update as system steps;`;
}

function approveSteps(client: string): string {
  return `
    List<BillingMilestone__c> steps = [
      SELECT Id FROM BillingMilestone__c
      WHERE Status__c = 'Ready' AND Arrangement__r.Type__c = 'Milestone'
        AND Arrangement__r.Project__r.Account__r.Name = '${client}'];
    for (BillingMilestone__c step : steps) { step.Status__c = 'Approved'; }
    update as system steps;`;
}

/** Time on even numbers, expenses on odd ones. */
function onWork(place: Place, statuses: string, work: string): string {
  const type = place.which % 4 === 3 ? 'Expense__c' : 'TimeEntry__c';
  return pick(
    `SELECT Id FROM ${type} WHERE Project__r.Account__r.Name = '${place.client}' AND BillingStatus__c ${statuses}
     ORDER BY Date__c, Id`,
    place,
    work,
  );
}

function onOwed(place: Place, work: string): string {
  return pick(
    `SELECT Id, Balance__c FROM Invoice__c
     WHERE Account__r.Name = '${place.client}' AND Type__c = 'Invoice'
       AND Status__c IN ('Approved', 'Sent', 'Partially Paid', 'Paid') ORDER BY Name`,
    place,
    `List<Invoice__c> invoices = new List<Invoice__c>{ (Invoice__c) chosen };\n${work}`,
  );
}

function pay(amount: string): string {
  return `
    PaymentReceipt receipt = new PaymentReceipt();
    receipt.amount = Money.round(${amount});
    receipt.day = Date.newInstance(2026, 1, 15);
    receipt.method = 'Bank Transfer';
    receipt.shares = new List<PaymentShare>{ PaymentShare.of(ids[0], receipt.amount) };
    InvoiceActionsController.pay(receipt);`;
}

function credit(terms: string): string {
  return `
    CreditRequest request = new CreditRequest();
    request.invoiceId = ids[0];
    request.reason = 'Agreed';
    ${terms}
    InvoiceActionsController.credit(request);`;
}
