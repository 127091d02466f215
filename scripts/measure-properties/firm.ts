/** A firm of its own, made of random work: people in two practices, projects in three currencies, weeks in every status. */
import fc from 'fast-check';
import { Firm } from '../billing-properties/firm.ts';

/** Days of work lie in the fourteen weeks from this Monday, which cross months and the changes of the clocks. */
export const FIRST_MONDAY = '2026-02-02';
export const WEEKS = 14;
export const FIRST_MONTH = '2026-01-01';
export const LAST_MONTH = '2026-06-01';

export interface Worked {
  readonly person: number;
  readonly week: number;
  readonly status: 'Approved' | 'Submitted' | 'Draft';
  readonly days: readonly {
    readonly day: number;
    readonly project: number;
    readonly minutes: number;
    readonly billable: boolean;
  }[];
}

export const PEOPLE = 4;
export const PROJECTS = 4;

const entry = fc.record({
  day: fc.nat({ max: 6 }),
  project: fc.nat({ max: PROJECTS - 1 }),
  minutes: fc.integer({ min: 1, max: 170 }),
  billable: fc.boolean(),
});

/** One week of a person at most once. */
export const work = fc.uniqueArray(
  fc.record({
    person: fc.nat({ max: PEOPLE - 1 }),
    week: fc.nat({ max: WEEKS - 1 }),
    status: fc.constantFrom('Approved', 'Approved', 'Approved', 'Submitted', 'Draft'),
    days: fc.array(entry, { minLength: 1, maxLength: 5 }),
  }) as fc.Arbitrary<Worked>,
  { selector: ({ person, week }) => `${person} ${week}`, minLength: 4, maxLength: 16 },
);

/** People, projects, rates and time off that every case starts from; the third project has a currency without a rate. */
export function openFirm(): Firm {
  const firm = Firm.open();
  firm.must(`
    List<Role__c> roles = [SELECT Id FROM Role__c ORDER BY Name];
    insert as system new CostRate__c(
      Role__c = roles[0].Id, Rate__c = 71.17, StartDate__c = Date.newInstance(2025, 1, 1));
    RateCard__c euros = new RateCard__c(
      Name = 'Euros', CurrencyCode__c = 'EUR', StartDate__c = Date.newInstance(2026, 1, 1), IsActive__c = true);
    RateCard__c yen = new RateCard__c(
      Name = 'Yen', CurrencyCode__c = 'JPY', StartDate__c = Date.newInstance(2026, 1, 1), IsActive__c = true);
    insert as system new List<RateCard__c>{ euros, yen };
    insert as system new List<RateCardLine__c>{
      new RateCardLine__c(RateCard__c = euros.Id, Role__c = roles[0].Id, RateType__c = 'Standard', BillRate__c = 119.99),
      new RateCardLine__c(RateCard__c = yen.Id, Role__c = roles[0].Id, RateType__c = 'Standard', BillRate__c = 15000)
    };
    insert as system new List<ExchangeRate__c>{
      new ExchangeRate__c(FromCurrency__c = 'EUR', ToCurrency__c = 'USD', Date__c = Date.newInstance(2026, 1, 1), Rate__c = 1.0837),
      new ExchangeRate__c(FromCurrency__c = 'EUR', ToCurrency__c = 'USD', Date__c = Date.newInstance(2026, 3, 11), Rate__c = 1.1219)
    };
    List<Practice__c> practices = new List<Practice__c>{ new Practice__c(Name = 'North'), new Practice__c(Name = 'South') };
    insert as system practices;
    List<Resource__c> people = new List<Resource__c>();
    for (Integer i = 0; i < ${PEOPLE}; i++) {
      people.add(new Resource__c(
        Name = 'Person ' + i, Role__c = roles[i == 3 ? 1 : 0].Id, Practice__c = practices[Math.mod(i, 2)].Id,
        ResourceType__c = i == 2 ? 'Contractor' : 'Employee', IsActive__c = true,
        StartDate__c = i == 1 ? Date.newInstance(2026, 1, 20) : null,
        EndDate__c = i == 2 ? Date.newInstance(2026, 5, 20) : null));
    }
    insert as system people;
    insert as system new TimeOff__c(
      Resource__c = people[0].Id, StartDate__c = Date.newInstance(2026, 3, 30), EndDate__c = Date.newInstance(2026, 4, 2),
      Status__c = 'Approved');
    List<String> codes = new List<String>{ 'USD', 'EUR', 'JPY', 'USD' };
    List<Project__c> projects = new List<Project__c>();
    for (Integer i = 0; i < ${PROJECTS}; i++) {
      projects.add(new Project__c(
        Name = 'Project ' + i, Status__c = 'In Progress', TimePolicy__c = 'Anyone', CurrencyCode__c = codes[i],
        StartDate__c = Date.newInstance(2026, 1, 5)));
    }
    insert as system projects;`);
  return firm;
}

/** Weeks as the system would take them, without an approval process. */
export function enter(firm: Firm, weeks: readonly Worked[]): void {
  for (const { person, week, status, days } of weeks) {
    const rows = days.map(
      ({ day, project, minutes, billable }) =>
        `new TimeEntry__c(Timesheet__c = sheet.Id, Project__c = projects[${project}].Id, Date__c = monday.addDays(${day}), ` +
        `Minutes__c = ${minutes}, IsBillable__c = ${billable})`,
    );
    firm.must(`
      List<Resource__c> people = [SELECT Id, EndDate__c, StartDate__c FROM Resource__c ORDER BY Name];
      List<Project__c> projects = [SELECT Id FROM Project__c ORDER BY Name];
      Date monday = Date.valueOf('${FIRST_MONDAY}').addDays(7 * ${week});
      Timesheet__c sheet = new Timesheet__c(Resource__c = people[${person}].Id, WeekStart__c = monday);
      insert as system sheet;
      insert as system new List<TimeEntry__c>{ ${rows.join(', ')} };
      ${status === 'Draft' ? '' : "update as system new Timesheet__c(Id = sheet.Id, Status__c = 'Submitted');"}
      ${status === 'Approved' ? "update as system new Timesheet__c(Id = sheet.Id, Status__c = 'Approved');" : ''}`);
  }
}

export function rebuild(firm: Firm): void {
  firm.must(`MeasureRebuild.start(Date.valueOf('${FIRST_MONTH}'), Date.valueOf('${LAST_MONTH}'));`);
}
