/** Whatever happens to a client's projects, their ledger adds up and a closed month stays as it was. */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import fc from 'fast-check';
import { AGREEMENT, begin, worked } from '../billing-properties/engagement.ts';
import { cents, roundHalfUp, sum, whole } from '../billing-properties/exact.ts';
import { Firm } from '../billing-properties/firm.ts';
import { operation, perform, type Operation } from '../billing-properties/operations.ts';
import { Ledger } from './ledger.ts';

const CASES = Number(process.env.REVENUE_CASES ?? 5);
const SEED = 20260131;
const MONTHS = 3;

/** What happens between two closes; the numbers choose a month, hours or amounts. */
type Step =
  | { readonly kind: 'billing'; readonly operation: Operation }
  | { readonly kind: 'budget' | 'remaining' | 'price' | 'recognize' | 'close' | 'reopen'; readonly which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: operation.map((each): Step => ({ kind: 'billing', operation: each })) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('budget', 'remaining', 'price', 'recognize', 'close', 'reopen'),
      which: fc.nat({ max: 60 }),
    }),
  },
);

const entries = fc.array(worked, { minLength: 4, maxLength: 16 });

let firm: Firm;
let periods: readonly string[];

before(() => {
  firm = Firm.open();
  firm.must(`
    List<FiscalPeriod__c> periods = new List<FiscalPeriod__c>();
    for (Integer i = 0; i < ${MONTHS}; i++) {
      Date start = Date.newInstance(2026, 1, 1).addMonths(i);
      periods.add(new FiscalPeriod__c(
        Name = '2026-0' + (i + 1), StartDate__c = start, EndDate__c = start.addMonths(1).addDays(-1)));
    }
    insert as system periods;`);
  periods = firm.rows('SELECT Id FROM FiscalPeriod__c ORDER BY StartDate__c').map((row) => String(row.get('Id')));
});

/** The months belong to all cases. */
afterEach(() => {
  for (const period of periods.toReversed()) firm.run(`PeriodStatus.reopen('${period}', 'The next case');`);
});

after(() => firm.close());

function projects(client: string): string {
  return `new Map<Id, Project__c>([SELECT Id FROM Project__c WHERE Account__r.Name = '${client}' ORDER BY Name]).keySet()`;
}

/** Recognizes a month of the client's projects; how many rows that has added. */
function recognize(client: string, month: number): number {
  const before = new Ledger(firm, client).rows.length;
  firm.must(`
    new RevenueLedger(new RevenueCutOff('${periods[month]}', Date.newInstance(2030, 1, 1)), null)
      .recognize(${projects(client)});`);
  return new Ledger(firm, client).rows.length - before;
}

/** As a run does it, for the client's projects. */
function close(client: string, month: number): void {
  firm.must(`
    RevenueCutOff cutOff = new RevenueCutOff('${periods[month]}', Date.newInstance(2030, 1, 1));
    RevenueRun__c run = new RevenueRun__c(
      FiscalPeriod__c = '${periods[month]}', Kind__c = 'Close', Status__c = 'Running', RunKey__c = UUID.randomUUID().toString());
    insert as system run;
    new RevenueJournal(cutOff, run.Id).post(new RevenueLedger(cutOff, run.Id).recognize(${projects(client)}));
    PeriodStatus.finish(run);`);
}

/** How many months are closed; they are closed in their order. */
function closedMonths(): number {
  return firm.rows("SELECT Id FROM FiscalPeriod__c WHERE Status__c = 'Closed'").length;
}

function take(client: string, each: Step): void {
  if (each.kind === 'billing') {
    perform(firm, client, each.operation);
    return;
  }
  const closed = closedMonths();
  const ofMain = `Project__r.Account__r.Name = '${client}' AND Project__r.Name = 'Main'`;
  switch (each.kind) {
    case 'budget':
      firm.must(`
        List<Project__c> found = [SELECT Id FROM Project__c WHERE Account__r.Name = '${client}'];
        for (Project__c project : found) { project.BudgetHours__c = ${each.which}; }
        update as system found;`);
      break;
    case 'remaining':
      firm.must(`
        List<ProjectTask__c> tasks = [SELECT Id FROM ProjectTask__c WHERE ${ofMain}];
        for (ProjectTask__c task : tasks) { task.RemainingHours__c = ${each.which}; }
        update as system tasks;`);
      break;
    case 'price':
      // Refused once it is invoiced.
      firm.run(`
        BillingArrangement__c fee = [SELECT Id FROM BillingArrangement__c WHERE ${ofMain} AND Name = 'Fee'];
        fee.Amount__c = ${AGREEMENT.fee + each.which};
        update as system fee;`);
      break;
    case 'recognize':
      if (closed < MONTHS) recognize(client, closed);
      break;
    case 'close':
      if (closed < MONTHS) close(client, closed);
      break;
    case 'reopen':
      if (closed > 0) firm.must(`RevenueClose.reopen('${periods[closed - 1]}', 'Something was forgotten');`);
      break;
  }
}

test('recognized + remaining = contract after any sequence of progress, changes, invoices and closes', () => {
  fc.assert(
    fc.property(entries, fc.array(step, { minLength: 4, maxLength: 14 }), (work, steps) => {
      const client = begin(firm, work);
      firm.run(`PeriodStatus.reopen('${periods[0]}', 'A case begins');`);
      let kept: string[] = [];
      for (const each of steps) {
        take(client, each);
        const ledger = new Ledger(firm, client);
        ledger.check();
        const closed = ledger.closed();
        if (each.kind !== 'reopen')
          assert.deepEqual(closed.slice(0, kept.length), kept, 'A closed month stays as it was');
        kept = closed;
      }
      for (let month = closedMonths(); month < MONTHS; month++) {
        recognize(client, month);
        assert.equal(recognize(client, month), 0, 'Recognizing again adds nothing');
      }
      new Ledger(firm, client).check();
      if (closedMonths() < MONTHS) checkAgainstRows(client);
      for (const period of periods.toReversed()) firm.run(`PeriodStatus.reopen('${period}', 'The case is over');`);
    }),
    { numRuns: CASES, seed: SEED },
  );
});

/** What each method must have come to, from the raw rows and without the package's help. */
function checkAgainstRows(client: string): void {
  const ledger = new Ledger(firm, client);
  const time = firm.rows(`
    SELECT Minutes__c, BillAmount__c, BilledAmount__c, BillingStatus__c, Project__r.Name, Task__r.Name
    FROM TimeEntry__c WHERE Project__r.Account__r.Name = '${client}' AND Timesheet__r.Status__c = 'Approved'`);
  const value = (row: (typeof time)[number]): number => {
    const status = row.get('BillingStatus__c');
    if (status === 'Written Off') return 0;
    return cents(row, status === 'Invoiced' ? 'BilledAmount__c' : 'BillAmount__c');
  };
  const main = time.filter((row) => row.parents.get('Project__r')?.get('Name') === 'Main');
  const other = time.filter((row) => !main.includes(row));
  const onTask = (name: string | undefined) => main.filter((row) => row.parents.get('Task__r')?.get('Name') === name);
  assert.equal(ledger.servicesOf('Other', 'Hours'), sum(other, value), 'Hours of the other project');
  assert.equal(ledger.servicesOf('Main', 'Hours'), sum(onTask(undefined), value), 'Hours');
  const capped = Math.min(sum(onTask('capped'), value), AGREEMENT.cap * 100);
  assert.equal(ledger.servicesOf('Main', 'Capped'), capped, 'Never above the cap');
  checkFee(
    client,
    ledger,
    sum(main, (row) => whole(row, 'Minutes__c')),
  );
}

/** The fee goes by the whole project, because no task is put under it. */
function checkFee(client: string, ledger: Ledger, minutes: number): void {
  const [project] = firm.rows(
    `SELECT BudgetHours__c FROM Project__c WHERE Account__r.Name = '${client}' AND Name = 'Main'`,
  );
  const [fee] = firm.rows(`
    SELECT Amount__c FROM BillingArrangement__c WHERE Project__r.Account__r.Name = '${client}' AND Name = 'Fee'`);
  const budget = project?.get('BudgetHours__c') ?? null;
  const tasks = firm.rows(`
    SELECT RemainingHours__c FROM ProjectTask__c
    WHERE Project__r.Account__r.Name = '${client}' AND Project__r.Name = 'Main' AND Type__c != 'Phase'`);
  const remaining = Math.round(60 * tasks.reduce((total, row) => total + whole(row, 'RemainingHours__c'), 0));
  const total = Math.max(Math.round(60 * Number(budget ?? 0)), minutes + remaining);
  if (budget === null || total === 0) return;
  const expected = roundHalfUp(cents(fee, 'Amount__c') * Math.min(minutes, total), total);
  assert.equal(ledger.servicesOf('Main', 'Fee'), expected, `${minutes} of ${total} minutes`);
}

test('two runs whose transactions interleave recognize everything once', () => {
  fc.assert(
    fc.property(entries, fc.array(fc.nat({ max: 1 }), { minLength: 2, maxLength: 6 }), (work, order) => {
      const client = begin(firm, work);
      const chunk = (project: number): string => `
        List<Id> ids = new List<Id>(${projects(client)});
        new RevenueLedger(new RevenueCutOff('${periods.at(-1)}', Date.newInstance(2030, 1, 1)), null)
          .recognize(new Set<Id>{ ids[${project}] });`;
      for (const project of [...order, 0, 1]) {
        firm.must(chunk(project));
        new Ledger(firm, client).check();
      }
      checkAgainstRows(client);
    }),
    { numRuns: CASES, seed: SEED },
  );
});
