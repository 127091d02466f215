/** What finance does to the invoices of a client, in any order. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Firm } from './firm.ts';

export interface Operation {
  readonly kind: keyof typeof SOURCES;
  /** Chooses one of what there is, by its rest; a week where it is a run. */
  readonly which: number;
}

export interface Place {
  readonly client: string;
  readonly which: number;
  readonly runKey: string;
}

/** Each is a transaction. A list that may be empty is chosen from by `pick`. */
export const SOURCES = {
  bill: ({ client, which, runKey }: Place) => `
    BillingTerms terms = new BillingTerms();
    terms.cutOff = Date.newInstance(2026, 1, 11).addDays(${(which % 5) * 7});
    terms.invoiceDate = terms.cutOff;
    terms.isMergedPerAccount = ${which % 2 === 0};
    terms.runKey = '${runKey}';
    new InvoiceDrafting(terms).draft(
      new Map<Id, Project__c>([SELECT Id FROM Project__c WHERE Account__r.Name = '${client}']).keySet());`,
  approve: (place: Place) => onInvoice(place, `Status__c = 'Draft'`, 'InvoiceEditController.approve(ids);'),
  cancel: (place: Place) =>
    onInvoice(place, `Status__c != 'Void'`, `InvoiceEditController.voidInvoice(ids[0], 'Wrong');`),
  discard: (place: Place) => onInvoice(place, `Status__c = 'Draft'`, 'InvoiceEditController.deleteDrafts(ids);'),
  removeLine: (place: Place) => onLine(place, 'InvoiceEditController.removeLine(ids[0]);'),
  writeDown: (place: Place) => onLine(place, adjusting('lines[0].Quantity__c', 'lines[0].UnitPrice__c - 0.07')),
  writeUp: (place: Place) => onLine(place, adjusting('lines[0].Quantity__c + 0.05', 'lines[0].UnitPrice__c')),
  removeWork: (place: Place) => onEntry(place, `= 'Drafted'`, 'InvoiceEditController.removeWork(ids);'),
  hold: (place: Place) => onEntry(place, `IN ('Unbilled', 'Drafted')`, `InvoiceEditController.hold(ids, 'Disputed');`),
  release: (place: Place) => onEntry(place, `= 'On Hold'`, 'InvoiceEditController.releaseHold(ids);'),
  writeOff: (place: Place) =>
    onEntry(place, `IN ('Unbilled', 'On Hold', 'Drafted')`, `InvoiceEditController.writeOff(ids, 'Rework');`),
  reinstate: (place: Place) => onEntry(place, `= 'Written Off'`, 'InvoiceEditController.reinstate(ids);'),
} as const;

const KINDS = Object.keys(SOURCES) as (keyof typeof SOURCES)[];

/** A third are runs: without them there is nothing to work on. */
export const operation: fc.Arbitrary<Operation> = fc.record({
  kind: fc.oneof(
    { arbitrary: fc.constant('bill' as const), weight: 1 },
    { arbitrary: fc.constantFrom(...KINDS), weight: 2 },
  ),
  which: fc.nat({ max: 1000 }),
});

/** What finance may be told is that something cannot be done; anything else is a mistake of ours. */
const REFUSAL = /^System\.(AuraHandledException|DmlException): /;

let runs = 0;

/** Does it, or is refused and leaves everything as it was. */
export function perform(firm: Firm, client: string, { kind, which }: Operation): void {
  attempt(firm, client, which, SOURCES[kind]);
}

/** As `perform`, for operations of any kind; what must be done is not refused. */
export function attempt(
  firm: Firm,
  client: string,
  which: number,
  sourceOf: (place: Place) => string,
  isMust = false,
): void {
  const source = sourceOf({ client, which, runKey: `run ${++runs}` });
  const result = firm.run(source);
  assert.ok(result.compiled, `${result.compileProblem ?? ''}\n${source}`);
  const isRefusal = !isMust && REFUSAL.test(result.exceptionMessage ?? '');
  assert.ok(result.success || isRefusal, result.exceptionMessage ?? '');
}

/** Takes everything back that an operation can have done. */
export function undoEverything(firm: Firm, client: string): void {
  const work = `Project__r.Account__r.Name = '${client}'`;
  // A deposit can only be taken back when nothing uses it, so the invoices that use one come first.
  for (let round = 0; round < 2; round++) {
    firm.must(`
      Set<Id> asking = new Set<Id>();
      for (InvoiceLine__c line : [SELECT Invoice__c FROM InvoiceLine__c WHERE Type__c = 'Deposit']) {
        asking.add(line.Invoice__c);
      }
      for (Invoice__c invoice : [
        SELECT Id FROM Invoice__c WHERE Account__r.Name = '${client}' AND Status__c != 'Void'
      ]) {
        if (${round === 1} || !asking.contains(invoice.Id)) {
          InvoiceEditController.voidInvoice(invoice.Id, 'Start again');
        }
      }`);
  }
  for (const [status, method] of [
    ['On Hold', 'releaseHold'],
    ['Written Off', 'reinstate'],
  ]) {
    firm.must(`
      List<Id> ids = new List<Id>(new Map<Id, TimeEntry__c>(
        [SELECT Id FROM TimeEntry__c WHERE ${work} AND BillingStatus__c = '${status}']).keySet());
      InvoiceEditController.${method}(ids);`);
  }
}

export function onInvoice(place: Place, condition: string, work: string): string {
  return pick(
    `SELECT Id FROM Invoice__c WHERE Account__r.Name = '${place.client}' AND ${condition} ORDER BY Name`,
    place,
    work,
  );
}

function onLine(place: Place, work: string): string {
  return pick(
    `SELECT Quantity__c, UnitPrice__c, Description__c FROM InvoiceLine__c
     WHERE Invoice__r.Account__r.Name = '${place.client}' AND Invoice__r.Status__c = 'Draft' ORDER BY Name`,
    place,
    `List<InvoiceLine__c> lines = new List<InvoiceLine__c>{ (InvoiceLine__c) chosen };\n${work}`,
  );
}

export function onEntry(place: Place, statuses: string, work: string): string {
  return pick(
    `SELECT Id FROM TimeEntry__c WHERE Project__r.Account__r.Name = '${place.client}' AND BillingStatus__c ${statuses}
     ORDER BY Date__c, Id`,
    place,
    work,
  );
}

function adjusting(quantity: string, price: string): string {
  return `
    LineAdjustment adjustment = new LineAdjustment();
    adjustment.lineId = ids[0];
    adjustment.quantity = ${quantity};
    adjustment.unitPrice = ${price};
    adjustment.description = lines[0].Description__c;
    adjustment.reason = 'Agreed';
    InvoiceEditController.adjustLine(adjustment);`;
}

export function pick(soql: string, { which }: Place, work: string): string {
  return `
    List<SObject> found = [${soql}];
    if (!found.isEmpty()) {
      SObject chosen = found[Math.mod(${which}, found.size())];
      List<Id> ids = new List<Id>{ chosen.Id };
      ${work}
    }`;
}
