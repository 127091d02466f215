/** Projects of the past year with their teams, tasks and billing arrangements. */
import type { Connection } from 'jsforce';
import { addDays, mondayOf } from '../dates.ts';
import { engagements, TEAMS, type EngagementSeed, type EngagementTerms } from '../firm/engagements.ts';
import { idOf, type Ids, type Organisation } from '../organisation.ts';
import type { Random } from '../random.ts';
import { insertAll, updateAll, type Fields } from '../records.ts';
import type { DemoUserIds } from '../users.ts';
import { daysBetween, workingMinutes, type Staff } from './staff.ts';
import type { WorkDone } from './work-done.ts';

/** What a dollar was worth in the year's contracts. */
const CONTRACT_RATES = { USD: 1, EUR: 0.92, GBP: 0.78 };

/** Hours of a day that a team is booked for. */
const HOURS_PER_DAY = 6;

export interface Engagement {
  readonly id: string;
  readonly seed: EngagementSeed;
  readonly start: string;
  readonly end: string;
  readonly staff: readonly Staff[];
  /** Percent of the work that is done. */
  readonly done: number;
  /** Tasks with the share of the work that goes to each. */
  readonly tasks: readonly { readonly id: string; readonly work: number }[];
  readonly arrangements: readonly { readonly id: string; readonly terms: EngagementTerms }[];
}

interface Plan {
  readonly seed: EngagementSeed;
  readonly start: string;
  readonly end: string;
  readonly staff: readonly Staff[];
  readonly hours: number;
  /** What the booked hours come to at the agreed rates, in the project's currency. */
  readonly value: number;
  /** What the booked hours cost the firm. */
  readonly cost: number;
}

export async function seedEngagements(
  connection: Connection,
  organisation: Organisation,
  accounts: Ids,
  users: DemoUserIds,
  staff: readonly Staff[],
  today: string,
  random: Random,
): Promise<Engagement[]> {
  const shuffled = random.sample(staff, staff.length);
  const plans = engagements.map((seed) => planOf(seed, shuffled, today));
  const ids = await insertAll(
    connection,
    'Project__c',
    plans.map((plan) => ({
      Name: plan.seed.name,
      Account__c: idOf(accounts, plan.seed.client),
      Practice__c: idOf(organisation.practices, plan.seed.practice),
      Calendar__c: idOf(organisation.calendars, 'United States'),
      ProjectManager__c: users.get('pm'),
      CurrencyCode__c: plan.seed.currency ?? 'USD',
      StartDate__c: plan.start,
      Status__c: 'In Progress',
      ContractValue__c: Math.round(plan.value),
      BudgetHours__c: Math.round(plan.hours),
      BudgetCost__c: Math.round(plan.cost),
    })),
  );
  await insertAll(
    connection,
    'Assignment__c',
    plans.flatMap((plan, index) => bookings(plan, ids[index] ?? '', today)),
  );
  const arrangements = await seedArrangements(connection, plans, ids);
  const tasks = await seedTasks(connection, plans, ids, arrangements, today);
  return plans.map((plan, index) => ({
    id: ids[index] ?? '',
    seed: plan.seed,
    start: plan.start,
    end: plan.end,
    staff: plan.staff,
    done: percentDone(plan, today),
    tasks: tasks[index] ?? [],
    arrangements: arrangements[index] ?? [],
  }));
}

function planOf(seed: EngagementSeed, staff: readonly Staff[], today: string): Plan {
  const monday = mondayOf(today);
  const start = addDays(monday, 7 * seed.from);
  const end = addDays(monday, 7 * seed.to - 3);
  const size = Math.floor(staff.length / TEAMS);
  const team = staff.slice(seed.team * size, (seed.team + 1) * size);
  let hours = 0;
  let value = 0;
  let cost = 0;
  for (const person of team) {
    const days = daysBetween(person.start > start ? person.start : start, end);
    const booked = days.filter((day) => workingMinutes(person.calendar, day) > 0).length * HOURS_PER_DAY;
    hours += booked;
    value += booked * agreedRate(seed, person);
    cost += booked * person.cost;
  }
  return { seed, start, end, staff: team, hours, value, cost };
}

/** A whole number an hour, in the project's currency. */
function agreedRate(seed: EngagementSeed, person: Staff): number {
  return Math.round(person.bill * seed.rate * CONTRACT_RATES[seed.currency ?? 'USD']);
}

function bookings(plan: Plan, project: string, today: string): Fields[] {
  return plan.staff
    .filter((person) => person.start <= plan.end)
    .map((person) => ({
      Project__c: project,
      Resource__c: person.id,
      Role__c: person.roleId,
      StartDate__c: person.start > plan.start ? person.start : plan.start,
      EndDate__c: plan.end,
      HoursPerDay__c: HOURS_PER_DAY,
      BookingType__c: 'Hard',
      Status__c: plan.end < today ? 'Completed' : 'In Progress',
      BillRate__c: agreedRate(plan.seed, person),
      IsBillable__c: true,
    }));
}

async function seedArrangements(
  connection: Connection,
  plans: readonly Plan[],
  projects: readonly string[],
): Promise<Engagement['arrangements'][]> {
  const rows = plans.flatMap((plan, index) =>
    plan.seed.terms.map((terms) => ({ index, terms, record: arrangement(plan, terms, projects[index] ?? '') })),
  );
  const ids = await insertAll(
    connection,
    'BillingArrangement__c',
    rows.map((row) => row.record),
  );
  await insertAll(
    connection,
    'BillingMilestone__c',
    rows.flatMap((row, position) => parts(plans[row.index], row.terms, ids[position] ?? '')),
  );
  return plans.map((_, index) =>
    rows.flatMap((row, position) => (row.index === index ? [{ id: ids[position] ?? '', terms: row.terms }] : [])),
  );
}

function arrangement(plan: Plan, terms: EngagementTerms, project: string): Fields {
  const amount = rounded(plan.value * terms.share);
  const isRetainer = terms.type === 'Retainer';
  const months = (Date.parse(plan.end) - Date.parse(plan.start)) / (30.4 * 86_400_000);
  return {
    Project__c: project,
    Name: terms.name,
    Type__c: terms.type,
    IsDefault__c: terms.work === undefined && terms.type !== 'Deposit',
    StartDate__c: plan.start,
    EndDate__c: isRetainer ? plan.end : undefined,
    Amount__c: isRetainer ? rounded(amount / months) : terms.type === 'Capped T&M' || terms.share === 0 ? null : amount,
    CapAmount__c: terms.cap === undefined ? undefined : amount,
    CapBehavior__c: terms.cap,
    IncludedHours__c: isRetainer ? Math.round((plan.hours * terms.share) / months) : undefined,
    OverageRate__c: isRetainer ? Math.round((plan.value / plan.hours) * 1.1) : undefined,
    RolloverPolicy__c: terms.rollover,
    RolloverExpiryPeriods__c: terms.expiry,
    BillingPeriod__c: isRetainer ? 'Month' : undefined,
    LineGrouping__c: terms.lines,
    TermsDays__c: 30,
    TaxCode__c: plan.seed.taxCode,
  };
}

/** Even parts of the fee, the last one with what rounding leaves. */
function parts(plan: Plan | undefined, terms: EngagementTerms, id: string): Fields[] {
  if (plan === undefined || terms.parts === undefined) return [];
  const count = terms.parts;
  const fee = rounded(plan.value * terms.share);
  const each = Math.floor(fee / count);
  const days = daysBetween(plan.start, plan.end);
  return Array.from({ length: count }, (_, index) => ({
    Arrangement__c: id,
    Name: `${terms.type === 'Milestone' ? 'Stage' : 'Instalment'} ${index + 1} of ${count}`,
    Amount__c: index === count - 1 ? fee - each * (count - 1) : each,
    DueDate__c: days[Math.ceil((days.length * (index + 1)) / count) - 1],
    Status__c: 'Planned',
  }));
}

function rounded(amount: number): number {
  return Math.round(amount / 100) * 100;
}

/** A task for each arrangement that bills work. */
async function seedTasks(
  connection: Connection,
  plans: readonly Plan[],
  projects: readonly string[],
  arrangements: readonly Engagement['arrangements'][],
  today: string,
): Promise<Engagement['tasks'][]> {
  const rows = plans.flatMap((plan, index) => {
    const working = (arrangements[index] ?? []).filter(({ terms }) => terms.type !== 'Deposit');
    const taken = working.reduce((sum, { terms }) => sum + (terms.work ?? 0), 0);
    const workdays = daysBetween(plan.start, plan.end).filter((day) => workingMinutes('United States', day) > 0).length;
    const done = percentDone(plan, today);
    return working.map(({ id, terms }, position) => {
      const work = terms.work ?? 1 - taken;
      return {
        index,
        work,
        record: {
          Project__c: projects[index],
          Name: terms.name,
          Type__c: 'Task',
          Status__c: plan.end < today ? 'Completed' : 'In Progress',
          PercentComplete__c: done,
          Sequence__c: (position + 1) * 10,
          DurationDays__c: workdays,
          PlannedHours__c: Math.round(plan.hours * work),
          RemainingHours__c: remaining(plan.hours * work, done),
          Arrangement__c: terms.work === undefined ? undefined : id,
        },
      };
    });
  });
  const ids = await insertAll(
    connection,
    'ProjectTask__c',
    rows.map((row) => row.record),
  );
  return plans.map((_, index) =>
    rows.flatMap((row, position) => (row.index === index ? [{ id: ids[position] ?? '', work: row.work }] : [])),
  );
}

/** What is done by now if everything goes at the engagement's pace. */
function percentDone({ seed, start, end }: Plan, today: string): number {
  const passed = (Date.parse(today) - Date.parse(start)) / (Date.parse(end) - Date.parse(start));
  return passed >= 1 ? 100 : Math.round(passed * 100 * (seed.pace ?? 1));
}

function remaining(hours: number, percent: number): number {
  return Math.round((hours * (100 - percent)) / 100);
}

/**
 * The budgets of engagements that fare in a way of their own, so that what was spent has earned what their course says; their
 * tasks are planned accordingly.
 */
export async function budgetEngagements(
  connection: Connection,
  engagements: readonly Engagement[],
  work: ReadonlyMap<string, WorkDone>,
): Promise<void> {
  const budgets = engagements.flatMap(({ id, seed, done, tasks }) => {
    const spent = work.get(id);
    if (seed.cpi === undefined || spent === undefined) return [];
    const scale = (100 * seed.cpi) / done;
    return [{ id, done, tasks, hours: spent.hours * scale, cost: spent.cost * scale }];
  });
  await updateAll(
    connection,
    'Project__c',
    budgets.map(({ id, hours, cost }) => ({
      Id: id,
      BudgetHours__c: Math.round(hours),
      BudgetCost__c: Math.round(cost / 100) * 100,
    })),
  );
  await updateAll(
    connection,
    'ProjectTask__c',
    budgets.flatMap(({ tasks, hours, done }) =>
      tasks.map((task) => ({
        Id: task.id,
        PlannedHours__c: Math.round(hours * task.work),
        RemainingHours__c: remaining(hours * task.work, done),
      })),
    ),
  );
}

/** Of the projects that are over one in five was late; all went live a little before their end. */
const LATE_EVERY = 5;
const LATE_BY_DAYS = 9;

/** Ends the projects that are over, once all of it is billed. */
export async function endEngagements(
  connection: Connection,
  engagements: readonly Engagement[],
  today: string,
): Promise<void> {
  await updateAll(
    connection,
    'Project__c',
    engagements
      .filter(({ end }) => end < today)
      .map(({ id, end }, index) => ({
        Id: id,
        Status__c: 'Completed',
        ActualEndDate__c: end,
        ContractedEndDate__c: addDays(end, index % LATE_EVERY === 0 ? -LATE_BY_DAYS : 0),
        GoLiveDate__c: addDays(end, -LATE_BY_DAYS),
      })),
  );
}
