/** What one property case is about: a client with two projects in every billing model, and approved time on them. */
import fc from 'fast-check';
import type { Firm } from './firm.ts';

/** Where an entry belongs: the three arrangements of hours on the first project, or the second project. */
const PLACES = ['time', 'capped', 'retained', 'elsewhere'] as const;

export interface Worked {
  readonly person: 0 | 1;
  readonly place: (typeof PLACES)[number];
  /** After Monday, 5 January 2026. */
  readonly day: number;
  readonly minutes: number;
}

export const worked: fc.Arbitrary<Worked> = fc.record({
  person: fc.constantFrom(0 as const, 1 as const),
  place: fc.constantFrom(...PLACES),
  day: fc.integer({ min: 0, max: 27 }),
  minutes: fc.integer({ min: 1, max: 120 }),
});

export const AGREEMENT = { cap: 300, fee: 1000, milestones: 700, deposit: 250 } as const;

let count = 0;

/** Answers the client's name; everything of the case is found by it. */
export function begin(firm: Firm, entries: readonly Worked[]): string {
  const client = `Client ${++count}`;
  firm.must(projects(client));
  firm.must(time(client, entries));
  for (const status of ['Submitted', 'Approved']) {
    firm.must(`
      List<Timesheet__c> sheets = [SELECT Id FROM Timesheet__c WHERE Resource__r.Name LIKE '${client}: %'];
      for (Timesheet__c sheet : sheets) { sheet.Status__c = '${status}'; }
      update as system sheets;`);
  }
  return client;
}

function projects(client: string): string {
  return `
    Account account = new Account(Name = '${client}');
    insert as system account;
    List<Project__c> projects = new List<Project__c>();
    for (String name : new List<String>{ 'Main', 'Other' }) {
      projects.add(new Project__c(
        Name = name, Account__c = account.Id, CurrencyCode__c = 'USD', Status__c = 'In Progress',
        TimePolicy__c = 'Anyone', StartDate__c = Date.newInstance(2026, 1, 5)));
    }
    insert as system projects;
    Date start = Date.newInstance(2026, 1, 1);
    BillingArrangement__c hours = new BillingArrangement__c(
      Name = 'Hours', Type__c = 'Time and Materials', IsDefault__c = true, TaxPercent__c = 19);
    BillingArrangement__c capped = new BillingArrangement__c(
      Name = 'Capped', Type__c = 'Capped T&M', CapAmount__c = ${AGREEMENT.cap}, CapBehavior__c = 'Hard Cap', TaxPercent__c = 7);
    BillingArrangement__c retainer = new BillingArrangement__c(
      Name = 'Retainer', Type__c = 'Retainer', Amount__c = 500, IncludedHours__c = 2, OverageRate__c = 99.99,
      RolloverPolicy__c = 'Surplus', StartDate__c = start, BillingPeriod__c = 'Month');
    BillingArrangement__c fee = new BillingArrangement__c(
      Name = 'Fee', Type__c = 'Fixed Fee', Amount__c = ${AGREEMENT.fee}, TaxPercent__c = 19);
    BillingArrangement__c steps = new BillingArrangement__c(Name = 'Steps', Type__c = 'Milestone', Amount__c = ${AGREEMENT.milestones});
    BillingArrangement__c deposit = new BillingArrangement__c(
      Name = 'Deposit', Type__c = 'Deposit', Amount__c = ${AGREEMENT.deposit}, StartDate__c = start);
    List<BillingArrangement__c> arrangements = new List<BillingArrangement__c>{
      hours, capped, retainer, fee, steps, deposit };
    for (BillingArrangement__c arrangement : arrangements) { arrangement.Project__c = projects[0].Id; }
    arrangements.add(new BillingArrangement__c(
      Name = 'Hours', Type__c = 'Time and Materials', IsDefault__c = true, Project__c = projects[1].Id));
    insert as system arrangements;
    insert as system new List<BillingMilestone__c>{
      ${[0, 7, 14].map(instalment).join(', ')},
      new BillingMilestone__c(Name = 'Step', Arrangement__c = steps.Id, Amount__c = ${AGREEMENT.milestones}, Status__c = 'Approved') };
    insert as system new List<ProjectTask__c>{
      new ProjectTask__c(
        Name = 'capped', Type__c = 'Task', Status__c = 'Not Started', Project__c = projects[0].Id,
        DurationDays__c = 20, Arrangement__c = capped.Id),
      new ProjectTask__c(
        Name = 'retained', Type__c = 'Task', Status__c = 'Not Started', Project__c = projects[0].Id,
        DurationDays__c = 20, Arrangement__c = retainer.Id) };`;
}

/** A third of the fee, but for the cent that the last one takes. */
function instalment(day: number): string {
  return `new BillingMilestone__c(
    Name = 'Part ${day}', Arrangement__c = fee.Id, Amount__c = 333.33, Status__c = 'Planned',
    DueDate__c = Date.newInstance(2026, 1, 5).addDays(${day}))`;
}

function time(client: string, entries: readonly Worked[]): string {
  return `
    List<Role__c> roles = [SELECT Id FROM Role__c ORDER BY Name];
    List<Resource__c> people = new List<Resource__c>();
    for (Integer i = 0; i < 2; i++) {
      people.add(new Resource__c(
        Name = '${client}: ' + i, ResourceType__c = 'Employee', IsActive__c = true, Role__c = roles[i].Id));
    }
    insert as system people;
    Map<String, Project__c> projects = new Map<String, Project__c>();
    for (Project__c project : [SELECT Name FROM Project__c WHERE Account__r.Name = '${client}']) {
      projects.put(project.Name, project);
    }
    Map<String, ProjectTask__c> tasks = new Map<String, ProjectTask__c>();
    for (ProjectTask__c task : [SELECT Name FROM ProjectTask__c WHERE Project__r.Account__r.Name = '${client}']) {
      tasks.put(task.Name, task);
    }
    Date monday = Date.newInstance(2026, 1, 5);
    List<Timesheet__c> sheets = new List<Timesheet__c>();
    for (Integer i = 0; i < 8; i++) {
      sheets.add(new Timesheet__c(Resource__c = people[i / 4].Id, WeekStart__c = monday.addDays(7 * Math.mod(i, 4))));
    }
    insert as system sheets;
    insert as system new List<TimeEntry__c>{ ${entries.map(newEntry).join(', ')} };`;
}

function newEntry({ person, place, day, minutes }: Worked): string {
  return `new TimeEntry__c(
    Timesheet__c = sheets[${4 * person + Math.floor(day / 7)}].Id,
    Project__c = projects.get('${place === 'elsewhere' ? 'Other' : 'Main'}').Id,
    Task__c = tasks.get('${place}')?.Id,
    Date__c = monday.addDays(${day}), Minutes__c = ${minutes}, IsBillable__c = true)`;
}
