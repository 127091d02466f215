/** Projects of the past year with their teams, tasks and billing arrangements. */
import type { Connection } from 'jsforce';
import { addDays, mondayOf } from '../dates.ts';
import { engagements, TEAMS, type EngagementSeed, type EngagementTerms } from '../firm/engagements.ts';
import { idOf, type Ids, type Organisation } from '../organisation.ts';
import type { Random } from '../random.ts';
import { insertAll, updateAll, type Fields } from '../records.ts';
import type { DemoUserIds } from '../users.ts';
import { daysBetween, workingMinutes, type Staff } from './staff.ts';

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
    const passed = Math.min(
      1,
      (Date.parse(today) - Date.parse(plan.start)) / (Date.parse(plan.end) - Date.parse(plan.start)),
    );
    return working.map(({ id, terms }, position) => {
      const work = terms.work ?? 1 - taken;
      return {
        index,
        work,
        record: {
          Project__c: projects[index],
          Name: terms.name,
          Type__c: 'Task',
          Status__c: passed === 1 ? 'Completed' : 'In Progress',
          PercentComplete__c: Math.round(passed * 100 * (plan.seed.pace ?? 1)),
          Sequence__c: (position + 1) * 10,
          DurationDays__c: workdays,
          PlannedHours__c: Math.round(plan.hours * work),
          RemainingHours__c: Math.round(plan.hours * work * (1 - passed)),
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
