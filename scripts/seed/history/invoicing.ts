/** A year of invoice runs: approved, sent and mostly paid, with what goes differently now and then. */
import type { Connection } from 'jsforce';
import { runApex } from '../apex.ts';
import { addDays, firstOfMonth, lastOfMonth } from '../dates.ts';
import type { Random } from '../random.ts';
import { insertAll, queryAll, updateAll, type Fields } from '../records.ts';
import type { Engagement } from './engagements.ts';

const MONTHS = 12;
const PATIENCE = 120_000;
const POLL_EVERY = 100;

/** Clients who let bills lie. */
const LATE_CLIENTS = ['Quarry Street Media', 'Delmar Logistics', 'Redwood Public Health'];
/** Who pays several invoices by one transfer. */
const COLLECTING_CLIENT = 'Granite Ridge Energy';

/** Share of the newer invoices, in days, that only a part is paid of. */
const PART_PAID = 0.2;
const PART_PAID_WITHIN = 150;

interface InvoiceRow {
  readonly Id: string;
  readonly InvoiceDate__c: string;
  readonly DueDate__c: string;
  readonly Balance__c: number;
  readonly Account__c: string;
  readonly Account__r: { readonly Name: string };
}

export async function seedInvoices(
  connection: Connection,
  engagements: readonly Engagement[],
  today: string,
  random: Random,
): Promise<void> {
  await holdAndWriteOff(connection, engagements);
  for (let ago = MONTHS; ago >= 1; ago--) {
    const cutOff = lastOfMonth(firstOfMonth(today, -ago));
    await progressTerms(connection, engagements, cutOff);
    await bill(connection, cutOff);
    await approve(connection, ago === 1);
  }
  await voidOne(connection);
  await creditOne(connection);
  await pay(connection, today, random);
}

/** What a month's bill depends on beyond time: stages that were accepted, and how far fees are earned. */
async function progressTerms(connection: Connection, engagements: readonly Engagement[], day: string): Promise<void> {
  const stages = await queryAll<{ Id: string }>(
    connection,
    "SELECT Id FROM BillingMilestone__c WHERE Arrangement__r.Type__c = 'Milestone' AND Status__c IN ('Planned', 'Ready') " +
      `AND Arrangement__r.Project__r.IsTemplate__c = false AND DueDate__c <= ${day}`,
  );
  await updateAll(
    connection,
    'BillingMilestone__c',
    stages.map(({ Id }) => ({ Id, Status__c: 'Approved' })),
  );
  const running = engagements.filter((engagement) => engagement.start <= day);
  await updateAll(
    connection,
    'BillingArrangement__c',
    running.flatMap((engagement) =>
      engagement.arrangements
        .filter(({ terms }) => terms.type === 'Percent Complete')
        .map(({ id }) => ({ Id: id, PercentComplete__c: percent(engagement, day) })),
    ),
  );
}

function percent(engagement: Engagement, day: string): number {
  const whole = Date.parse(engagement.end) - Date.parse(engagement.start);
  return Math.min(100, Math.round((100 * (Date.parse(day) - Date.parse(engagement.start))) / whole));
}

/** Runs the bill of a month for the projects of that time, and waits for its drafts. */
async function bill(connection: Connection, cutOff: string): Promise<void> {
  const key = `month ${cutOff}`;
  const started = await queryAll<{ Id: string }>(
    connection,
    `SELECT Id FROM Project__c WHERE IsTemplate__c = false AND StartDate__c <= ${cutOff} ORDER BY Name`,
  );
  await runApex(
    connection,
    `InvoiceRunRequest request = new InvoiceRunRequest();
     request.cutOffDate = Date.valueOf('${cutOff}');
     request.runKey = '${key}';
     request.projectIds = new List<Id>{ ${listOf(started)} };
     InvoiceRuns.start(request);`,
  );
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const [run] = await queryAll<{ Status__c: string; Problems__c: string | null }>(
      connection,
      `SELECT Status__c, Problems__c FROM InvoiceRun__c WHERE RunKey__c = '${key}'`,
    );
    if (run?.Status__c === 'Completed') return;
    if (run?.Status__c === 'Interrupted') throw new Error(`The invoice run to ${cutOff}: ${run.Problems__c ?? ''}`);
    if (Date.now() > deadline) throw new Error(`The invoice run to ${cutOff} does not end.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_EVERY));
  }
}

/** The drafts are approved and sent; of the last month some stay drafts, and some are approved and not sent yet. */
async function approve(connection: Connection, isLast: boolean): Promise<void> {
  const drafts = await queryAll<{ Id: string }>(
    connection,
    "SELECT Id FROM Invoice__c WHERE Status__c = 'Draft' ORDER BY InvoiceDate__c, Account__r.Name, Name",
  );
  const approved = isLast ? drafts.slice(Math.ceil(drafts.length / 3)) : drafts;
  const sent = isLast ? approved.slice(Math.ceil(approved.length / 3)) : approved;
  await setStatus(connection, approved, 'Approved');
  await setStatus(connection, sent, 'Sent');
}

async function setStatus(connection: Connection, rows: readonly { Id: string }[], status: string): Promise<void> {
  await updateAll(
    connection,
    'Invoice__c',
    rows.map(({ Id }) => ({ Id, Status__c: status })),
  );
}

function listOf(rows: readonly { Id: string }[]): string {
  return rows.map(({ Id }) => `'${Id}'`).join(', ');
}

/** A few days that finance keeps back, and a few that it has given up. */
async function holdAndWriteOff(connection: Connection, engagements: readonly Engagement[]): Promise<void> {
  const project = engagements.find((engagement) => engagement.seed.name === 'Care team console')?.id ?? '';
  const entries = await queryAll<{ Id: string }>(
    connection,
    `SELECT Id FROM TimeEntry__c WHERE Project__c = '${project}' AND IsBillable__c = true ` +
      "AND Timesheet__r.Status__c = 'Approved' ORDER BY Date__c DESC, Name LIMIT 40",
  );
  await runApex(
    connection,
    `new InvoiceEdits(new Set<Id>{ ${listOf(entries.slice(0, 6))} }).hold('The client asked for a breakdown first.');
     new InvoiceEdits(new Set<Id>{ ${listOf(entries.slice(30, 34))} }).writeOff('Rework on our side.');`,
  );
}

/** The newest invoice of a client was wrong; it is billed again with the next run. */
async function voidOne(connection: Connection): Promise<void> {
  const [wrong] = await sentInvoices(connection, "Account__r.Name = 'Alder Medical Group'");
  if (wrong === undefined) return;
  await updateAll(connection, 'Invoice__c', [
    { Id: wrong.Id, Status__c: 'Void', VoidReason__c: 'Sent to the wrong legal entity.' },
  ]);
}

async function creditOne(connection: Connection): Promise<void> {
  const [disputed] = await sentInvoices(connection, "Account__r.Name = 'Bluepeak Insurance'");
  if (disputed === undefined) return;
  const [line] = await queryAll<{ Id: string; Amount__c: number }>(
    connection,
    `SELECT Id, Amount__c FROM InvoiceLine__c WHERE Invoice__c = '${disputed.Id}' ORDER BY Amount__c DESC LIMIT 1`,
  );
  await runApex(
    connection,
    `CreditRequest request = new CreditRequest();
     request.invoiceId = '${disputed.Id}';
     request.reason = 'Travel days were not agreed.';
     request.parts = new List<CreditRequest.Part>{ new CreditRequest.Part() };
     request.parts[0].lineId = '${line?.Id ?? ''}';
     request.parts[0].amount = ${((line?.Amount__c ?? 0) / 10).toFixed(2)};
     CreditNotes.issue(request);`,
  );
}

async function sentInvoices(connection: Connection, condition: string): Promise<InvoiceRow[]> {
  return queryAll<InvoiceRow>(
    connection,
    'SELECT Id, InvoiceDate__c, DueDate__c, Balance__c, Account__c, Account__r.Name FROM Invoice__c ' +
      `WHERE Status__c = 'Sent' AND Type__c = 'Invoice' AND (${condition}) ORDER BY InvoiceDate__c DESC, Name`,
  );
}

/** Most clients pay around the due date; some in part, some late, and one collects its bills. */
async function pay(connection: Connection, today: string, random: Random): Promise<void> {
  const payments: Fields[] = [];
  for (const invoice of (await sentInvoices(connection, 'Balance__c > 0')).reverse()) {
    const client = invoice.Account__r.Name;
    const isCollected = client === COLLECTING_CLIENT;
    const delay = LATE_CLIENTS.includes(client) ? random.integer(60, 120) : random.integer(-8, 6);
    const quarter = lastOfMonth(
      firstOfMonth(invoice.InvoiceDate__c, 2 - ((Number(invoice.InvoiceDate__c.slice(5, 7)) - 1) % 3)),
    );
    const day = isCollected ? addDays(quarter, 15) : addDays(invoice.DueDate__c, delay);
    const isPart =
      invoice.InvoiceDate__c > addDays(today, -PART_PAID_WITHIN) && !isCollected && random.next() < PART_PAID;
    if (day > today) continue;
    payments.push({
      Invoice__c: invoice.Id,
      Amount__c: isPart ? Math.round(invoice.Balance__c * 60) / 100 : invoice.Balance__c,
      Date__c: day,
      Method__c: random.pick(['Bank Transfer', 'Bank Transfer', 'Check']),
      Reference__c: isCollected ? `Transfer of ${day}` : `Payment ${payments.length + 1}`,
    });
  }
  await insertAll(connection, 'Payment__c', payments);
}
