/** A month's bills: sent, left as drafts, voided, credited for good or to be billed again, and paid in full, in part or late. */
import type { Connection } from 'jsforce';
import { runApex } from '../../seed/apex.ts';
import { addDays, firstOfMonth } from '../../seed/dates.ts';
import type { Random } from '../../seed/random.ts';
import { insertAll, queryAll, updateAll } from '../../seed/records.ts';
import { setStatus } from './engagements.ts';
import type { ServedFirm } from './served.ts';

interface Invoice {
  readonly Id: string;
  readonly InvoiceDate__c: string;
  readonly Balance__c: number;
  readonly CurrencyCode__c: string;
}

export async function addInvoices(firm: ServedFirm, random: Random, index: number, cutOff: string): Promise<void> {
  const { admin } = firm;
  if (index === 1 || index === 4) await holdAndWriteOff(admin);
  if (index === 3) {
    const [percent] = await queryAll<{ Id: string }>(
      admin,
      "SELECT Id FROM BillingArrangement__c WHERE Type__c = 'Percent Complete'",
    );
    await updateAll(admin, 'BillingArrangement__c', [{ Id: percent?.Id ?? '', PercentComplete__c: 40 }]);
  }
  await runApex(
    admin,
    `InvoiceRunRequest request = new InvoiceRunRequest();
     request.cutOffDate = Date.valueOf('${cutOff}');
     request.runKey = 'to ${cutOff}';
     InvoiceRuns.start(request);`,
  );
  firm.settle();
  // One that was left as a draft cannot be booked any more once its period is closed.
  const drafts = await queryAll<Invoice>(
    admin,
    `SELECT Id FROM Invoice__c WHERE Status__c = 'Draft' AND InvoiceDate__c >= ${firstOfMonth(cutOff)} ORDER BY Name`,
  );
  const approved = drafts.slice(0, index % 3 === 2 ? -1 : undefined).map(({ Id }) => Id);
  await setStatus(admin, 'Invoice__c', approved, 'Approved');
  await setStatus(admin, 'Invoice__c', approved, 'Sent');
  const [first, second] = await sent(admin, "Id IN (SELECT Invoice__c FROM InvoiceLine__c WHERE Type__c = 'Time')");
  if (index === 2 && first !== undefined) {
    await updateAll(admin, 'Invoice__c', [{ Id: first.Id, Status__c: 'Void', VoidReason__c: 'Wrong address' }]);
  }
  if (index === 3 && first !== undefined) await credit(admin, first.Id, false);
  if (index === 4 && second !== undefined) await credit(admin, second.Id, true);
  await pay(admin, random, cutOff);
  firm.settle();
}

async function sent(admin: Connection, condition: string): Promise<Invoice[]> {
  return queryAll<Invoice>(
    admin,
    'SELECT Id, InvoiceDate__c, Balance__c, CurrencyCode__c FROM Invoice__c ' +
      `WHERE Status__c IN ('Sent', 'Partially Paid') AND Type__c = 'Invoice' AND Balance__c > 0 AND ${condition} ORDER BY InvoiceDate__c DESC, Name`,
  );
}

/** A fifth of the first line for good, or all of it so that the work can be billed again. */
async function credit(admin: Connection, invoice: string, isReleased: boolean): Promise<void> {
  const [line] = await queryAll<{ Id: string; Amount__c: number }>(
    admin,
    `SELECT Id, Amount__c FROM InvoiceLine__c WHERE Invoice__c = '${invoice}' AND Type__c = 'Time' ORDER BY Amount__c DESC LIMIT 1`,
  );
  const amount = isReleased ? (line?.Amount__c ?? 0) : Math.floor((line?.Amount__c ?? 0) / 5);
  await runApex(
    admin,
    `CreditRequest request = new CreditRequest();
     request.invoiceId = '${invoice}';
     request.reason = 'Agreed';
     request.isReleased = ${isReleased};
     request.parts = new List<CreditRequest.Part>{ new CreditRequest.Part() };
     request.parts[0].lineId = '${line?.Id ?? ''}';
     request.parts[0].amount = ${amount};
     CreditNotes.issue(request);`,
  );
}

async function holdAndWriteOff(admin: Connection): Promise<void> {
  const entries = await queryAll<{ Id: string }>(
    admin,
    "SELECT Id FROM TimeEntry__c WHERE BillingStatus__c = 'Unbilled' AND Timesheet__r.Status__c = 'Approved' " +
      'AND IsBillable__c = true ORDER BY Date__c DESC, Name LIMIT 8',
  );
  const ids = (rows: readonly { Id: string }[]): string => rows.map(({ Id }) => `'${Id}'`).join(', ');
  await runApex(
    admin,
    `new InvoiceEdits(new Set<Id>{ ${ids(entries.slice(0, 3))} }).hold('A question first');
     new InvoiceEdits(new Set<Id>{ ${ids(entries.slice(3))} }).writeOff('Our mistake');`,
  );
}

async function pay(admin: Connection, random: Random, cutOff: string): Promise<void> {
  const due = (await sent(admin, `InvoiceDate__c <= ${cutOff}`)).filter(() => random.next() < 0.7);
  await insertAll(
    admin,
    'Payment__c',
    due.map(({ Id, Balance__c, CurrencyCode__c }) => {
      const part = (Balance__c / 3).toFixed(CurrencyCode__c === 'JPY' ? 0 : 2);
      return {
        Invoice__c: Id,
        Amount__c: random.next() < 0.3 ? Number(part) : Balance__c,
        Date__c: addDays(cutOff, random.integer(1, 8)),
        Method__c: 'Bank Transfer',
      };
    }),
  );
}
