/** A year of a client: one project billed in all seven ways at once, another by the hour, and what happened on them. */
import fc from 'fast-check';
import type { Agreement } from './books.ts';
import type { Firm } from './firm.ts';

/** Tasks of the first project, each under an arrangement of its own; without one the default bills, or the second project. */
const PLACES = ['time', 'capped', 'notified', 'fresh', 'surplus', 'deficit', 'fixed', 'elsewhere'] as const;

interface Worked {
  readonly person: 0 | 1;
  readonly place: (typeof PLACES)[number];
  /** After 1 January. */
  readonly day: number;
  readonly minutes: number;
}

interface Spent {
  readonly day: number;
  readonly cents: number;
  /** Percent. */
  readonly markup: number;
}

export interface Year {
  readonly worked: readonly Worked[];
  readonly spent: readonly Spent[];
}

const DAYS = 365;
export const QUARTERS = 4;

export const anyYear: fc.Arbitrary<Year> = fc.record({
  worked: fc.array(
    fc.record({
      person: fc.constantFrom(0 as const, 1 as const),
      place: fc.constantFrom(...PLACES),
      day: fc.nat({ max: DAYS - 1 }),
      minutes: fc.integer({ min: 1, max: 180 }),
    }),
    { minLength: 40, maxLength: 60 },
  ),
  spent: fc.array(
    fc.record({
      day: fc.nat({ max: DAYS - 1 }),
      cents: fc.integer({ min: 1, max: 2000 }),
      markup: fc.constantFrom(0, 5, 12.5),
    }),
    { minLength: 4, maxLength: 8 },
  ),
});

export const YEAR_AGREEMENT = { cap: 700, fee: 10_000, milestones: 2500, deposit: 1500 } as const satisfies Agreement;
export const PROGRESS_FEE = 9999.99;

/** Included minutes of each period, and what becomes of those left: how the three retainers differ. */
export const RETAINERS = [
  { name: 'Fresh', policy: 'None', expiry: null, period: 'Month', months: 1, fee: 400, hours: 1 },
  { name: 'Surplus', policy: 'Surplus', expiry: 2, period: 'Month', months: 1, fee: 500.5, hours: 1 },
  { name: 'Deficit', policy: 'Surplus and Deficit', expiry: null, period: 'Quarter', months: 3, fee: 900, hours: 2 },
] as const;

let count = 0;

/** Answers the client's name; everything of the case is found by it. Nothing is approved yet. */
export function beginYear(firm: Firm, { worked, spent }: Year): string {
  const client = `Year ${++count}`;
  firm.must(engagement(client));
  firm.must(time(client, worked));
  firm.must(expenses(client, spent));
  return client;
}

function engagement(client: string): string {
  const { cap, fee, milestones, deposit } = YEAR_AGREEMENT;
  const parts = Array.from({ length: QUARTERS }, (_, quarter) => quarter);
  return `
    Account account = new Account(Name = '${client}');
    insert as system account;
    List<Project__c> projects = new List<Project__c>();
    for (String name : new List<String>{ 'Main', 'Other' }) {
      projects.add(new Project__c(
        Name = name, Account__c = account.Id, CurrencyCode__c = 'USD', Status__c = 'In Progress',
        TimePolicy__c = 'Anyone', StartDate__c = Date.newInstance(2025, 1, 1)));
    }
    insert as system projects;
    Date start = Date.newInstance(2025, 1, 1);
    Map<String, BillingArrangement__c> terms = new Map<String, BillingArrangement__c>{
      'time' => new BillingArrangement__c(
        Name = 'Hours', Type__c = 'Time and Materials', IsDefault__c = true, TaxPercent__c = 19),
      'capped' => new BillingArrangement__c(
        Name = 'Capped', Type__c = 'Capped T&M', CapAmount__c = ${cap}, CapBehavior__c = 'Hard Cap',
        TaxPercent__c = 7, LineGrouping__c = 'Role'),
      'notified' => new BillingArrangement__c(
        Name = 'Notified', Type__c = 'Capped T&M', CapAmount__c = 100, CapBehavior__c = 'Notify',
        LineGrouping__c = 'Task'),
      'fixed' => new BillingArrangement__c(
        Name = 'Fee', Type__c = 'Fixed Fee', Amount__c = ${fee}, TaxPercent__c = 19),
      'steps' => new BillingArrangement__c(Name = 'Steps', Type__c = 'Milestone', Amount__c = ${milestones}),
      'progress' => new BillingArrangement__c(
        Name = 'Progress', Type__c = 'Percent Complete', Amount__c = ${PROGRESS_FEE}, PercentComplete__c = 0),
      'deposit' => new BillingArrangement__c(
        Name = 'Deposit', Type__c = 'Deposit', Amount__c = ${deposit}, StartDate__c = start),
      ${RETAINERS.map(retainer).join(', ')} };
    for (BillingArrangement__c arrangement : terms.values()) { arrangement.Project__c = projects[0].Id; }
    List<BillingArrangement__c> arrangements = terms.values();
    arrangements.add(new BillingArrangement__c(
      Name = 'Hours', Type__c = 'Time and Materials', IsDefault__c = true, Project__c = projects[1].Id));
    insert as system arrangements;
    List<ProjectTask__c> tasks = new List<ProjectTask__c>();
    for (String name : new List<String>{ 'capped', 'notified', 'fixed', 'fresh', 'surplus', 'deficit' }) {
      tasks.add(new ProjectTask__c(
        Name = name, Type__c = 'Task', Status__c = 'Not Started', Project__c = projects[0].Id, DurationDays__c = 20,
        Arrangement__c = terms.get(name).Id));
    }
    for (Integer i = 0; i < ${QUARTERS}; i++) {
      tasks.add(new ProjectTask__c(
        Name = 'Step ' + i, Type__c = 'Task', Status__c = 'Not Started', Project__c = projects[0].Id,
        DurationDays__c = 5));
    }
    insert as system tasks;
    insert as system new List<BillingMilestone__c>{
      ${parts.map((quarter) => instalment(quarter, fee)).join(', ')},
      ${parts.map((quarter) => step(quarter, milestones)).join(', ')} };`;
}

function retainer({ name, policy, expiry, period, fee, hours }: (typeof RETAINERS)[number]): string {
  return `'${name.toLowerCase()}' => new BillingArrangement__c(
    Name = '${name}', Type__c = 'Retainer', Amount__c = ${fee}, IncludedHours__c = ${hours}, OverageRate__c = 99.99,
    RolloverPolicy__c = '${policy}', RolloverExpiryPeriods__c = ${expiry}, BillingPeriod__c = '${period}',
    StartDate__c = start)`;
}

function instalment(quarter: number, fee: number): string {
  return `new BillingMilestone__c(
    Name = 'Part ${quarter}', Arrangement__c = terms.get('fixed').Id, Amount__c = ${fee / QUARTERS},
    Status__c = 'Planned', DueDate__c = start.addMonths(${3 * quarter}))`;
}

function step(quarter: number, milestones: number): string {
  return `new BillingMilestone__c(
    Name = 'Step ${quarter}', Arrangement__c = terms.get('steps').Id, Amount__c = ${milestones / QUARTERS},
    Status__c = 'Planned', Task__c = tasks[${6 + quarter}].Id)`;
}

function time(client: string, worked: readonly Worked[]): string {
  return `
    List<Role__c> roles = [SELECT Id FROM Role__c ORDER BY Name];
    List<Resource__c> people = new List<Resource__c>();
    for (Integer i = 0; i < 2; i++) {
      people.add(new Resource__c(
        Name = '${client}: ' + i, ResourceType__c = 'Employee', IsActive__c = true, Role__c = roles[i].Id));
    }
    insert as system people;
    Map<String, Id> places = new Map<String, Id>();
    for (Project__c project : [SELECT Name FROM Project__c WHERE Account__r.Name = '${client}']) {
      places.put(project.Name, project.Id);
    }
    for (ProjectTask__c task : [SELECT Name FROM ProjectTask__c WHERE Project__r.Account__r.Name = '${client}']) {
      places.put(task.Name, task.Id);
    }
    Date start = Date.newInstance(2025, 1, 1);
    List<TimeEntry__c> entries = new List<TimeEntry__c>{ ${worked.map(newEntry).join(', ')} };
    List<Integer> owners = new List<Integer>{ ${worked.map(({ person }) => person).join(', ')} };
    Map<String, Timesheet__c> sheets = new Map<String, Timesheet__c>();
    for (Integer i = 0; i < entries.size(); i++) {
      Date week = entries[i].Date__c.toStartOfWeek().addDays(1) > entries[i].Date__c
        ? entries[i].Date__c.addDays(-6)
        : entries[i].Date__c.toStartOfWeek().addDays(1);
      sheets.put(
        owners[i] + ' ' + week, new Timesheet__c(Resource__c = people[owners[i]].Id, WeekStart__c = week));
      entries[i].Notes__c = owners[i] + ' ' + week;
    }
    insert as system sheets.values();
    for (TimeEntry__c entry : entries) { entry.Timesheet__c = sheets.get(entry.Notes__c).Id; }
    insert as system entries;`;
}

function newEntry({ place, day, minutes }: Worked): string {
  return `new TimeEntry__c(
    Project__c = places.get('${place === 'elsewhere' ? 'Other' : 'Main'}'), Task__c = places.get('${place}'),
    Date__c = start.addDays(${day}), Minutes__c = ${minutes}, IsBillable__c = true)`;
}

/** A report for each quarter. */
function expenses(client: string, spent: readonly Spent[]): string {
  return `
    Id personId = [SELECT Id FROM Resource__c WHERE Name = '${client}: 0'].Id;
    Id projectId = [SELECT Id FROM Project__c WHERE Name = 'Main' AND Account__r.Name = '${client}'].Id;
    Date start = Date.newInstance(2025, 1, 1);
    List<ExpenseReport__c> reports = new List<ExpenseReport__c>();
    for (Integer i = 0; i < ${QUARTERS}; i++) {
      reports.add(new ExpenseReport__c(Resource__c = personId, Purpose__c = '${client}: ' + i));
    }
    insert as system reports;
    insert as system new List<Expense__c>{ ${spent.map(newExpense).join(', ')} };`;
}

function newExpense({ day, cents, markup }: Spent): string {
  return `new Expense__c(
    ExpenseReport__c = reports[${Math.floor((day * QUARTERS) / DAYS)}].Id, Project__c = projectId,
    Category__c = 'Other', Date__c = start.addDays(${day}), Amount__c = ${(cents / 100).toFixed(2)},
    IsBillable__c = true, MarkupPercent__c = ${markup})`;
}
