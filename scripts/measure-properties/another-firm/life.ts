/**
 * Half a year of the firm, month by month as its people would live it: time and expenses are entered and approved, work gets on or
 * falls back, invoices go out, come back and are paid, periods are closed, and some things come late.
 */
import type { Connection } from 'jsforce';
import { approveTimesheet } from '../../e2e/support/approved-time.ts';
import { runApex } from '../../seed/apex.ts';
import { addDays, firstOfMonth, lastOfMonth, mondayOf } from '../../seed/dates.ts';
import { computeForecast } from '../../seed/history/forecast.ts';
import { closePeriod } from '../../seed/history/revenue.ts';
import { withRightsToLoad } from '../../seed/history/rights.ts';
import type { Random } from '../../seed/random.ts';
import { insertAll, queryAll, updateAll, type Fields } from '../../seed/records.ts';
import { addEngagements, setStatus, type Engagement } from './engagements.ts';
import { addInvoices } from './invoices.ts';
import { MOVED_PERSON, MOVED_PRACTICE } from './parts.ts';
import { addOrganisation, FIRST_MONTH, TODAY, type Organisation } from './organisation.ts';
import type { ServedFirm } from './served.ts';

const MONTHS_LIVED = 6;
const MONTHS_CLOSED = 5;

interface Life {
  readonly firm: ServedFirm;
  readonly admin: Connection;
  readonly random: Random;
  readonly organisation: Organisation;
  readonly engagements: readonly Engagement[];
  readonly entriesAWeek: number;
}

/** entriesAWeek: at most so many by each person. */
export async function live(firm: ServedFirm, random: Random, entriesAWeek: number): Promise<void> {
  const { admin } = firm;
  const users = await firm.users();
  await beFinance(admin);
  const organisation = await addOrganisation(admin, users, random);
  const engagements = await addEngagements(admin, organisation, users);
  const life: Life = { firm, admin, random, organisation, engagements, entriesAWeek };
  for (let index = 0; index < MONTHS_LIVED; index++) await liveMonth(life, index);
  await firm.moveTo(TODAY);
  await addWeeks(life, firstOfMonth(TODAY), addDays(mondayOf(TODAY), -8), 'Approved');
  await addWeeks(life, addDays(mondayOf(TODAY), -7), TODAY, 'Draft');
  await runApex(admin, 'RevenueClose.recognize();');
  firm.settle();
  await computeForecast(admin);
  await runApex(admin, 'new ProjectHealthBatch().execute(null); new MeasureNightly().execute(null);');
  firm.settle();
}

/** The administrator approves invoices and closes periods, too. */
async function beFinance(admin: Connection): Promise<void> {
  const AssigneeId = (await admin.identity()).user_id;
  const sets = await queryAll<{ Id: string }>(
    admin,
    "SELECT Id FROM PermissionSet WHERE Name IN ('BillingAdmin', 'RevenueClose')",
  );
  await insertAll(
    admin,
    'PermissionSetAssignment',
    sets.map(({ Id }) => ({ AssigneeId, PermissionSetId: Id })),
  );
}

async function liveMonth(life: Life, index: number): Promise<void> {
  const { firm, admin } = life;
  const month = firstOfMonth(FIRST_MONTH, index);
  await firm.moveTo(addDays(lastOfMonth(month), 9));
  const own = await addWeeks(life, month, lastOfMonth(month), 'Approved');
  await addExpenses(life, month);
  await progress(life, index);
  await approveTimesheet(firm.url, own);
  firm.settle();
  await addInvoices(firm, life.random, index, lastOfMonth(month));
  if (index < MONTHS_CLOSED) await close(life, month, index === 2);
  await happenings(life, index);
  await computeForecast(admin);
  await runApex(admin, 'new ProjectHealthBatch().execute(null); new MeasureNightly().execute(null);');
  firm.settle();
}

/** Weeks that begin within the days. Answers the consultant's last one, which stays a draft for now. */
async function addWeeks(life: Life, from: string, to: string, status: string): Promise<string> {
  const { admin, random, organisation } = life;
  const [consultant] = organisation.people;
  const weeks: { person: string; monday: string; entries: Fields[] }[] = [];
  for (let monday = mondayOf(addDays(from, 6)); monday <= to; monday = addDays(monday, 7)) {
    for (const person of organisation.people) {
      const isThere = person.from <= monday && addDays(monday, 6) <= person.to;
      // Now and then a week is not handed in.
      if (isThere && random.next() < 0.95) weeks.push({ person: person.id, monday, entries: entriesOf(life, monday) });
    }
  }
  const last = weeks.findLastIndex(({ person }) => person === consultant?.id);
  return withRightsToLoad(admin, async () => {
    const sheets = await insertAll(
      admin,
      'Timesheet__c',
      weeks.map(({ person, monday }, index) => ({
        Resource__c: person,
        WeekStart__c: monday,
        Status__c: index === last ? 'Draft' : status,
      })),
    );
    await insertAll(
      admin,
      'TimeEntry__c',
      weeks.flatMap(({ entries }, index) => entries.map((entry) => ({ Timesheet__c: sheets[index] ?? '', ...entry }))),
    );
    return sheets[last] ?? '';
  });
}

function entriesOf({ random, engagements, entriesAWeek }: Life, monday: string): Fields[] {
  return Array.from({ length: random.integer(1, entriesAWeek) }, () => {
    const day = addDays(monday, random.integer(0, 5));
    const engagement = random.pick(engagements.filter((each) => day <= each.to && each.name !== 'Idea'));
    const minutes = random.integer(20, 400);
    return {
      Project__c: engagement.id,
      Task__c: engagement.tasks.length === 0 ? null : random.pick(engagement.tasks),
      Date__c: day,
      Minutes__c: minutes,
      IsBillable__c: engagement.name !== 'Own work' && random.next() < 0.85,
      BillableMinutes__c: random.next() < 0.1 ? random.integer(0, minutes) : null,
    };
  });
}

async function addExpenses({ admin, random, organisation, engagements }: Life, month: string): Promise<void> {
  const [Report = ''] = await insertAll(admin, 'ExpenseReport__c', [
    { Resource__c: organisation.people[1]?.id, Purpose__c: `Trips of ${month}` },
  ]);
  await insertAll(
    admin,
    'Expense__c',
    random.sample(engagements.slice(0, 8), 3).map(({ id }, index) => ({
      ExpenseReport__c: Report,
      Project__c: id,
      Category__c: 'Ground Transport',
      Date__c: addDays(month, 3 + index),
      Amount__c: random.integer(500, 1_900) / 100,
      CurrencyCode__c: index === 1 ? 'EUR' : 'USD',
      IsBillable__c: index !== 2,
      MarkupPercent__c: index === 0 ? 7.5 : null,
      IsReimbursable__c: true,
      Description__c: 'Taxi',
    })),
  );
  for (const status of ['Submitted', 'Approved']) await setStatus(admin, 'ExpenseReport__c', [Report], status);
}

/** Of the task of the month most is done; in December it turns out that less was done than said. */
async function progress({ admin, random, engagements }: Life, index: number): Promise<void> {
  const tasks = engagements.flatMap((each) => each.tasks.slice(0, index + 1).map((Id, turn) => ({ Id, turn })));
  await updateAll(
    admin,
    'ProjectTask__c',
    tasks.map(({ Id, turn }) => {
      const percent = turn < index - 1 && index !== 3 ? 100 : random.integer(5, 95);
      return {
        Id,
        Status__c: percent === 100 ? 'Completed' : 'In Progress',
        PercentComplete__c: percent,
        RemainingHours__c: percent === 100 ? 0 : random.integer(1, 60),
      };
    }),
  );
  const stages = engagements.find(({ name }) => name === 'Ticket machines')?.milestones ?? [];
  if (index % 2 === 1)
    await setStatus(admin, 'BillingMilestone__c', stages.slice((index - 1) / 2, (index + 1) / 2), 'Approved');
}

async function close({ firm, admin }: Life, month: string, isTwice: boolean): Promise<void> {
  const [period] = await queryAll<{ Id: string; Name: string }>(
    admin,
    `SELECT Id, Name FROM FiscalPeriod__c WHERE StartDate__c = ${month}`,
  );
  if (period === undefined) throw new Error(`There is no period of ${month}`);
  firm.settle();
  await closePeriod(admin, period.Id, period.Name);
  if (!isTwice) return;
  await runApex(admin, `RevenueClose.reopen('${period.Id}', 'Something was forgotten');`);
  firm.settle();
  await closePeriod(admin, period.Id, period.Name);
}

/** What changes after a month is closed. */
async function happenings(life: Life, index: number): Promise<void> {
  const { admin, organisation, engagements } = life;
  const idOf = (name: string): string => engagements.find((each) => each.name === name)?.id ?? '';
  const personOf = (name: string): string => organisation.people.find((each) => each.name === name)?.id ?? '';
  const project = async (name: string, fields: Fields): Promise<void> =>
    updateAll(admin, 'Project__c', [{ Id: idOf(name), ...fields }]);
  switch (index) {
    case 1: {
      const [order = ''] = await insertAll(admin, 'ChangeOrder__c', [
        {
          Project__c: idOf('Timetable'),
          Title__c: 'More trains',
          Status__c: 'Draft',
          ContractValueChange__c: 7_500.5,
          BudgetHoursChange__c: 40,
        },
      ]);
      await setStatus(admin, 'ChangeOrder__c', [order], 'Approved');
      await correctSomeTime(admin, addDays(lastOfMonth(firstOfMonth(FIRST_MONTH, index)), 1));
      break;
    }
    case 2:
      await project('Archive', { CostToComplete__c: 9_000 });
      await project('Idea', { Status__c: 'Cancelled' });
      await updateAll(admin, 'Practice__c', [
        { Id: organisation.ids.get(MOVED_PRACTICE.name) ?? '', Parent__c: organisation.ids.get(MOVED_PRACTICE.to) },
      ]);
      break;
    case 3:
      await updateAll(admin, 'Resource__c', [
        { Id: personOf(MOVED_PERSON.name), Practice__c: organisation.ids.get(MOVED_PERSON.to) },
        { Id: personOf('Eli'), IsActive__c: false },
      ]);
      await project('Lenses', { Status__c: 'On Hold' });
      break;
    case 4:
      await project('Data room', { Status__c: 'Completed', ActualEndDate__c: '2026-01-14' });
      await project('Lenses', { Status__c: 'In Progress' });
      await correctSomeTime(admin, addDays(lastOfMonth(firstOfMonth(FIRST_MONTH, index)), 1));
      break;
    case 5:
      await project('Ticket machines', {
        Status__c: 'Completed',
        ActualEndDate__c: '2026-02-20',
        GoLiveDate__c: '2026-02-16',
      });
      break;
    default:
  }
  life.firm.settle();
}

/** Of the approved hours from the day on some were half of what was said, and one was twice as many. */
async function correctSomeTime(admin: Connection, from: string): Promise<void> {
  const entries = await queryAll<{ Id: string; Minutes__c: number }>(
    admin,
    `SELECT Id, Minutes__c FROM TimeEntry__c WHERE Timesheet__r.Status__c = 'Approved' AND Date__c >= ${from} AND Adjusts__c = null ` +
      "AND Timesheet__r.Resource__r.User__c = null AND BillingStatus__c IN ('Unbilled', 'Non-billable') ORDER BY Date__c DESC, Name LIMIT 3",
  );
  for (const [index, { Id, Minutes__c }] of entries.entries()) {
    const minutes = index === 0 ? Minutes__c * 2 : Math.floor(Minutes__c / 2);
    await runApex(admin, `TimeCorrection.make('${Id}', ${minutes}, 'Told wrong');`);
  }
}
