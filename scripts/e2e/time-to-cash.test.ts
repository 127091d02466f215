/**
 * The promise of time to cash, played through the public API by the people it concerns: a week is logged and approved,
 * billed in seven models side by side on one project, sent, paid and handed over, exact to the cent.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import { type Fields, insertAll, queryAll, updateAll } from '../seed/records.ts';
import { eventually } from './support/eventually.ts';
import { logIn, type Persona, usernameFor } from './support/personas.ts';
import { ServedOrg } from './support/served-org.ts';
import { removeFolder, temporaryFolder } from './support/temporary-folder.ts';

const MONDAY = '2026-01-05';
const TAX = 19;

/** What the consultant does, by task; the tasks name the arrangement that bills them. */
const WEEK = [
  { day: '2026-01-05', minutes: 90, task: null },
  { day: '2026-01-06', minutes: 100, task: null },
  { day: '2026-01-07', minutes: 150, task: 'Capped' },
  { day: '2026-01-08', minutes: 180, task: 'Retainer' },
] as const;

interface Invoice {
  readonly Id: string;
  readonly Number__c: string | null;
  readonly Status__c: string;
  readonly Subtotal__c: number;
  readonly TaxAmount__c: number;
  readonly Total__c: number;
  readonly Balance__c: number;
  readonly DueDate__c: string;
}

interface Line {
  readonly Type__c: string;
  readonly Quantity__c: number;
  readonly UnitPrice__c: number;
  readonly Amount__c: number;
  readonly Arrangement__r: { readonly Name: string };
}

interface Entry {
  readonly Id: string;
  readonly Date__c: string;
  readonly BillRate__c: number;
  readonly BillingStatus__c: string;
}

describe('time to cash', () => {
  const data = temporaryFolder('time-to-cash');
  const people = new Map<Persona, Connection>();
  const arrangements = new Map<string, string>();
  let org: ServedOrg;
  let project: string;
  let card: string;
  let sheet: string;

  before(async () => {
    org = await ServedOrg.startPrepared({ data, demo: false });
    for (const persona of ['admin', 'consultant', 'pm', 'resourcing', 'finance'] as const) {
      people.set(persona, await logIn(org.url, persona));
    }
    await makeFirm();
  });
  after(async () => {
    await org.stop();
    removeFolder(data);
  });

  function as(persona: Persona): Connection {
    const connection = people.get(persona);
    assert.ok(connection, persona);
    return connection;
  }

  /** The administrator also holds the persona of finance, since only those who write code run it by the API. */
  async function runApex(source: string): Promise<void> {
    const result = await as('admin').tooling.executeAnonymous(source);
    assert.ok(result.success, `${result.compileProblem ?? ''}${result.exceptionMessage ?? ''}`);
  }

  async function makeFirm(): Promise<void> {
    const admin = as('admin');
    const users = await queryAll<{ Id: string; Username: string }>(admin, 'SELECT Id, Username FROM User');
    const idOf = (persona: Persona) => users.find(({ Username }) => Username === usernameFor(persona))?.Id;
    const [group] = await queryAll<{ Id: string }>(
      admin,
      "SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Finance'",
    );
    await insertAll(admin, 'PermissionSetAssignment', [{ AssigneeId: idOf('admin'), PermissionSetGroupId: group?.Id }]);
    const [account] = await insertAll(admin, 'Account', [{ Name: 'Lakeside Museum' }]);
    const [payer] = await insertAll(admin, 'Contact', [
      { AccountId: account, LastName: 'Payer', Email: 'payer@lakeside.example' },
    ]);
    await updateAll(admin, 'Account', [{ Id: account ?? '', BillingContact__c: payer }]);
    const [role] = await insertAll(admin, 'Role__c', [{ Name: 'Architect', IsActive__c: true }]);
    [card = ''] = await insertAll(admin, 'RateCard__c', [
      { Name: 'Standard', CurrencyCode__c: 'USD', StartDate__c: '2026-01-01', IsActive__c: true },
    ]);
    await insertAll(admin, 'RateCardLine__c', [
      { RateCard__c: card, Role__c: role, RateType__c: 'Standard', BillRate__c: 133.33 },
    ]);
    const [resource] = await insertAll(admin, 'Resource__c', [
      {
        Name: 'Carlos Moreno',
        Role__c: role,
        ResourceType__c: 'Employee',
        StartDate__c: '2020-01-01',
        IsActive__c: true,
        User__c: idOf('consultant'),
        Manager__c: idOf('resourcing'),
      },
    ]);
    [project = ''] = await insertAll(admin, 'Project__c', [
      {
        Name: 'Audio guide',
        Account__c: account,
        CurrencyCode__c: 'USD',
        Status__c: 'In Progress',
        StartDate__c: MONDAY,
        ProjectManager__c: idOf('pm'),
      },
    ]);
    await insertAll(admin, 'Assignment__c', [
      {
        Project__c: project,
        Resource__c: resource,
        Role__c: role,
        StartDate__c: MONDAY,
        EndDate__c: '2026-01-30',
        PlannedHours__c: 100,
        BookingType__c: 'Hard',
      },
    ]);
    await arrange();
    await logWeek(resource ?? '');
  }

  async function arrange(): Promise<void> {
    const StartDate__c = '2026-01-01';
    const terms: readonly Fields[] = [
      { Name: 'Hours', Type__c: 'Time and Materials', IsDefault__c: true, TaxPercent__c: TAX, TermsDays__c: 30 },
      { Name: 'Capped', Type__c: 'Capped T&M', CapAmount__c: 300, CapBehavior__c: 'Hard Cap' },
      {
        Name: 'Retainer',
        Type__c: 'Retainer',
        Amount__c: 500,
        IncludedHours__c: 2,
        OverageRate__c: 99.99,
        RolloverPolicy__c: 'Surplus',
        BillingPeriod__c: 'Month',
        StartDate__c,
      },
      { Name: 'Fee', Type__c: 'Fixed Fee', Amount__c: 1000 },
      { Name: 'Steps', Type__c: 'Milestone', Amount__c: 700 },
      { Name: 'Progress', Type__c: 'Percent Complete', Amount__c: 2000, PercentComplete__c: 0 },
      { Name: 'Deposit', Type__c: 'Deposit', Amount__c: 250, StartDate__c },
    ];
    const ids = await insertAll(
      as('admin'),
      'BillingArrangement__c',
      terms.map((row) => ({ ...row, Project__c: project })),
    );
    terms.forEach(({ Name }, index) => arrangements.set(String(Name), ids[index] ?? ''));
    const Arrangement__c = arrangements.get('Fee');
    await insertAll(as('admin'), 'BillingMilestone__c', [
      { Arrangement__c, Name: 'First third', Amount__c: 333.33, DueDate__c: '2026-01-15' },
      { Arrangement__c, Name: 'Second third', Amount__c: 333.33, DueDate__c: '2026-01-31' },
      { Arrangement__c, Name: 'The rest', Amount__c: 333.34, DueDate__c: '2026-02-15' },
    ]);
  }

  async function logWeek(resource: string): Promise<void> {
    const tasks = ['Capped', 'Retainer'];
    const ids = await insertAll(
      as('admin'),
      'ProjectTask__c',
      tasks.map((Name) => ({
        Name,
        Project__c: project,
        Type__c: 'Task',
        Status__c: 'Not Started',
        DurationDays__c: 20,
        Arrangement__c: arrangements.get(Name),
      })),
    );
    await eventually('the tasks to be shared with those booked', async () => {
      const { totalSize } = await as('consultant').query('SELECT Id FROM ProjectTask__c');
      return totalSize === tasks.length ? true : undefined;
    });
    [sheet = ''] = await insertAll(as('consultant'), 'Timesheet__c', [{ Resource__c: resource, WeekStart__c: MONDAY }]);
    await insertAll(
      as('consultant'),
      'TimeEntry__c',
      WEEK.map(({ day, minutes, task }) => ({
        Timesheet__c: sheet,
        Project__c: project,
        Task__c: task === null ? null : ids[tasks.indexOf(task)],
        Date__c: day,
        Minutes__c: minutes,
        IsBillable__c: true,
      })),
    );
  }

  async function decide(persona: Persona, actionType: 'Submit' | 'Approve', contextId: string): Promise<void> {
    const connection = as(persona);
    await connection.request({
      method: 'POST',
      url: `${connection._baseUrl()}/process/approvals`,
      body: JSON.stringify({ requests: [{ actionType, contextId }] }),
      headers: { 'content-type': 'application/json' },
    });
  }

  async function workItem(persona: Persona): Promise<string> {
    const [item] = await queryAll<{ Id: string }>(
      as('admin'),
      `SELECT Id FROM ProcessInstanceWorkitem
       WHERE ProcessInstance.TargetObjectId = '${sheet}' AND Actor.Username = '${usernameFor(persona)}'`,
    );
    assert.ok(item, `${persona} is asked`);
    return item.Id;
  }

  async function entries(): Promise<readonly Entry[]> {
    return queryAll<Entry>(
      as('admin'),
      'SELECT Id, Date__c, BillRate__c, BillingStatus__c FROM TimeEntry__c ORDER BY Date__c',
    );
  }

  /** Starts a run and waits for its end; the invoice it has drafted. */
  async function bill(cutOff: string, runKey: string): Promise<Invoice> {
    await runApex(`
      InvoiceRunRequest request = new InvoiceRunRequest();
      request.cutOffDate = Date.valueOf('${cutOff}');
      request.runKey = '${runKey}';
      InvoiceRuns.start(request);`);
    await eventually('the run to end', async () => {
      const soql = `SELECT Id FROM InvoiceRun__c WHERE RunKey__c = '${runKey}' AND Status__c = 'Completed'`;
      return (await as('finance').query(soql)).totalSize === 1 ? true : undefined;
    });
    const drafts = await invoices(`Run__r.RunKey__c = '${runKey}'`);
    assert.equal(drafts.length, 1, 'One project, one draft');
    const [draft] = drafts;
    assert.ok(draft);
    return draft;
  }

  async function invoices(where: string): Promise<readonly Invoice[]> {
    return queryAll<Invoice>(
      as('finance'),
      `SELECT Id, Number__c, Status__c, Subtotal__c, TaxAmount__c, Total__c, Balance__c, DueDate__c
       FROM Invoice__c WHERE ${where} ORDER BY InvoiceDate__c`,
    );
  }

  async function invoice(id: string): Promise<Invoice> {
    const [found] = await invoices(`Id = '${id}'`);
    assert.ok(found);
    return found;
  }

  async function pay(id: string, Amount__c: number): Promise<void> {
    await insertAll(as('finance'), 'Payment__c', [
      { Invoice__c: id, Amount__c, Date__c: '2026-02-20', Method__c: 'Bank Transfer' },
    ]);
  }

  it('refuses what cannot be: more than a day, half a minute, a day of another week', async () => {
    const entry = (fields: Fields) => ({
      Timesheet__c: sheet,
      Project__c: project,
      Date__c: MONDAY,
      Minutes__c: 60,
      ...fields,
    });
    const results = await as('consultant')
      .sobject('TimeEntry__c')
      .create([
        entry({ Minutes__c: 1351 }),
        entry({ Minutes__c: 0.5 }),
        entry({ Minutes__c: -30 }),
        entry({ Date__c: '2026-01-12' }),
      ]);
    assert.deepEqual(
      results.map(({ success }) => success),
      [false, false, false, false],
    );
    assert.equal((await entries()).length, WEEK.length);
  });

  it('takes a week through the project manager and the manager, and fixes its rates', async () => {
    await decide('consultant', 'Submit', sheet);
    await assert.rejects(
      insertAll(as('consultant'), 'TimeEntry__c', [
        { Timesheet__c: sheet, Project__c: project, Date__c: MONDAY, Minutes__c: 30 },
      ]),
      'A submitted week is closed',
    );
    await decide('pm', 'Approve', await workItem('pm'));
    await decide('resourcing', 'Approve', await workItem('resourcing'));
    const [approved] = await queryAll<{ Status__c: string }>(as('admin'), 'SELECT Status__c FROM Timesheet__c');
    assert.equal(approved?.Status__c, 'Approved');

    const [line] = await queryAll<{ Id: string }>(as('admin'), 'SELECT Id FROM RateCardLine__c');
    await updateAll(as('admin'), 'RateCardLine__c', [{ Id: line?.Id ?? '', BillRate__c: 500 }]);
    assert.deepEqual(
      (await entries()).map((entry) => entry.BillRate__c),
      WEEK.map(() => 133.33),
      'A later card does not rewrite approved hours',
    );
  });

  it('asks for the deposit first', async () => {
    const draft = await bill('2026-01-02', 'deposit');
    assert.equal(draft.Total__c, 250);
    await updateAll(as('finance'), 'Invoice__c', [{ Id: draft.Id, Status__c: 'Approved' }]);
    await pay(draft.Id, 250);
    assert.equal((await invoice(draft.Id)).Status__c, 'Paid');
  });

  it('bills seven models on one invoice, each line multiplying out', async () => {
    await insertAll(as('admin'), 'BillingMilestone__c', [
      { Arrangement__c: arrangements.get('Steps'), Name: 'Design', Amount__c: 700, Status__c: 'Approved' },
    ]);
    await updateAll(as('admin'), 'BillingArrangement__c', [
      { Id: arrangements.get('Progress') ?? '', PercentComplete__c: 25 },
    ]);
    const draft = await bill('2026-01-31', 'january');
    const lines = await queryAll<Line>(
      as('finance'),
      `SELECT Type__c, Quantity__c, UnitPrice__c, Amount__c, Arrangement__r.Name
       FROM InvoiceLine__c WHERE Invoice__c = '${draft.Id}'`,
    );
    const amounts = new Map<string, number[]>();
    for (const line of lines) {
      assert.equal(Math.round(line.Quantity__c * line.UnitPrice__c * 100) / 100, line.Amount__c, JSON.stringify(line));
      const { Name } = line.Arrangement__r;
      amounts.set(
        Name,
        [...(amounts.get(Name) ?? []), line.Amount__c].sort((one, other) => one - other),
      );
    }
    assert.deepEqual(Object.fromEntries(amounts), {
      Hours: [422.66],
      Capped: [300],
      Retainer: [99.99, 500],
      Fee: [333.33, 333.33],
      Steps: [700],
      Progress: [500],
      Deposit: [-250],
    });
    assert.equal(draft.Subtotal__c, 2939.31);
    assert.equal(draft.TaxAmount__c, 80.31, '19 % of 422.66 are 80.3054');
    assert.equal(draft.Total__c, 3019.62);
    assert.equal(draft.DueDate__c, '2026-03-02', '30 days from 31 January');
    assert.ok((await entries()).every((entry) => entry.BillingStatus__c === 'Drafted'));
  });

  it('bills nothing again, with the same key or with another', async () => {
    await bill('2026-01-31', 'january');
    await runApex(`
      InvoiceRunRequest request = new InvoiceRunRequest();
      request.cutOffDate = Date.valueOf('2026-01-31');
      request.runKey = 'january again';
      InvoiceRuns.start(request);`);
    await eventually('the run to end', async () => {
      const soql = "SELECT Id FROM InvoiceRun__c WHERE RunKey__c = 'january again' AND Status__c = 'Completed'";
      return (await as('finance').query(soql)).totalSize === 1 ? true : undefined;
    });
    assert.equal((await invoices('Id != null')).length, 2);
  });

  it('refuses to rewrite what is invoiced', async () => {
    const results = await as('admin')
      .sobject('BillingArrangement__c')
      .update([
        { Id: arrangements.get('Fee') ?? '', Type__c: 'Time and Materials' },
        { Id: arrangements.get('Capped') ?? '', CapAmount__c: 200 },
      ]);
    assert.deepEqual(
      results.map(({ success }) => success),
      [false, false],
    );
  });

  it('is approved by finance alone, numbered, sent and paid in parts', async () => {
    const draft = await invoice((await invoices("Status__c = 'Draft'"))[0]?.Id ?? '');
    await assert.rejects(updateAll(as('pm'), 'Invoice__c', [{ Id: draft.Id, Status__c: 'Approved' }]));
    await updateAll(as('finance'), 'Invoice__c', [{ Id: draft.Id, Status__c: 'Approved' }]);
    const numbers = (await invoices("Number__c != ''")).map(({ Number__c }) => Number(/\d+$/.exec(Number__c ?? '')));
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => (numbers[0] ?? 0) + index),
      'Without gaps',
    );
    await runApex(`new InvoiceDelivery(new Set<Id>{ '${draft.Id}' }).run();`);
    assert.equal((await invoice(draft.Id)).Status__c, 'Sent');
    await assert.rejects(pay(draft.Id, 3019.63), /larger|more than/i);
    await pay(draft.Id, 1000);
    assert.deepEqual(
      [(await invoice(draft.Id)).Status__c, (await invoice(draft.Id)).Balance__c],
      ['Partially Paid', 2019.62],
    );
    await pay(draft.Id, 2019.62);
    assert.deepEqual([(await invoice(draft.Id)).Status__c, (await invoice(draft.Id)).Balance__c], ['Paid', 0]);
    assert.ok((await entries()).every((entry) => entry.BillingStatus__c === 'Invoiced'));
  });

  it('leaves a journal in balance, handed over once', async () => {
    interface Sum {
      readonly debit: number;
      readonly credit: number;
    }
    const [sum] = await queryAll<Sum>(
      as('finance'),
      'SELECT SUM(Debit__c) debit, SUM(Credit__c) credit FROM JournalLine__c',
    );
    const moved = 250 + 250 + (3019.62 + 250) + 3019.62;
    assert.deepEqual([sum?.debit, sum?.credit], [moved, moved], 'Deposit, paid, used up by the invoice, which is paid');
    const [receivable] = await queryAll<Sum>(
      as('finance'),
      "SELECT SUM(Debit__c) debit, SUM(Credit__c) credit FROM JournalLine__c WHERE LedgerName__c LIKE '%eceivable%'",
    );
    assert.equal((receivable?.debit ?? 0) - (receivable?.credit ?? 0), 0, 'Nothing is owed');
    await runApex('JournalExports.run(); Assert.isNull(JournalExports.run());');
    const exports = await queryAll<{ EntryCount__c: number; Status__c: string }>(
      as('finance'),
      'SELECT EntryCount__c, Status__c FROM JournalExport__c',
    );
    assert.deepEqual(
      exports.map(({ EntryCount__c, Status__c }) => [EntryCount__c, Status__c]),
      [[5, 'Delivered']],
    );
  });
});
