/** What the firm has sold: every way to bill and every method of recognition, in three currencies, well and badly planned. */
import type { Connection } from 'jsforce';
import { runApex } from '../../seed/apex.ts';
import { insertAll, updateAll, type Fields } from '../../seed/records.ts';
import type { DemoUserIds } from '../../seed/users.ts';
import type { Organisation } from './organisation.ts';

interface EngagementSeed {
  readonly name: string;
  readonly account?: string;
  readonly practice?: string;
  readonly fields: Fields;
  readonly terms: readonly Fields[];
  /** Instalments or milestones of the first of the terms. */
  readonly parts?: readonly number[];
  /** Hours of its tasks, one month each from the start. */
  readonly tasks?: readonly number[];
  readonly hasBaseline?: boolean;
}

export interface Engagement {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly tasks: readonly string[];
  readonly arrangements: readonly string[];
  readonly milestones: readonly string[];
}

const hourly: Fields = { Name: 'Hours', Type__c: 'Time and Materials', IsDefault__c: true, TaxPercent__c: 7.7 };
const fee = (Amount__c: number, fields: Fields = {}): Fields => ({
  Name: 'Fee',
  Type__c: 'Fixed Fee',
  IsDefault__c: true,
  Amount__c,
  ...fields,
});

const ENGAGEMENTS: readonly EngagementSeed[] = [
  {
    name: 'Timetable',
    practice: 'Analytics',
    fields: {
      CurrencyCode__c: 'EUR',
      ContractValue__c: 60_000,
      BudgetHours__c: 500,
      BudgetCost__c: 32_000,
      EndDate__c: '2026-06-30',
    },
    terms: [hourly],
    tasks: [120, 140, 90, 150],
    hasBaseline: true,
  },
  {
    name: 'Lenses',
    account: 'Kyoto Optics',
    practice: 'Cloud',
    fields: { CurrencyCode__c: 'JPY', ContractValue__c: 6_000_000, BudgetHours__c: 380, EndDate__c: '2026-05-29' },
    terms: [{ ...hourly, Type__c: 'Capped T&M', CapAmount__c: 1_500_000, CapBehavior__c: 'Hard Cap' }],
    tasks: [200, 180],
  },
  {
    name: 'Street lights',
    account: 'Borough Council',
    practice: 'Data',
    fields: { ContractValue__c: 30_000, BudgetHours__c: 90, BudgetCost__c: 4_000, EndDate__c: '2026-04-30' },
    // More is worked than was budgeted.
    terms: [fee(30_000)],
    parts: [10_000, 10_000, 10_000],
    tasks: [40, 50],
    hasBaseline: true,
  },
  {
    name: 'Archive',
    account: 'Borough Council',
    practice: 'Consulting',
    fields: { ContractValue__c: 9_000, BudgetCost__c: 20_000, EndDate__c: '2026-06-30' },
    // Costs more than it brings.
    terms: [{ ...fee(9_000), Type__c: 'Percent Complete', Name: 'Price' }],
    tasks: [60, 60, 60],
    hasBaseline: true,
  },
  {
    name: 'Help desk',
    account: 'Alpine Rail',
    practice: 'Cloud',
    fields: { CurrencyCode__c: 'EUR', ContractValue__c: 40_000, EndDate__c: '2026-08-31' },
    terms: [
      {
        Name: 'Retainer',
        Type__c: 'Retainer',
        IsDefault__c: true,
        Amount__c: 3_000,
        IncludedHours__c: 20,
        OverageRate__c: 111.11,
        RolloverPolicy__c: 'None',
        BillingPeriod__c: 'Month',
        StartDate__c: '2025-10-01',
      },
    ],
  },
  {
    name: 'Ticket machines',
    practice: 'Engineering',
    fields: { ContractValue__c: 25_000, BudgetHours__c: 260, BudgetCost__c: 15_000, EndDate__c: '2026-02-13' },
    terms: [{ Name: 'Stages', Type__c: 'Milestone', IsDefault__c: true, Amount__c: 25_000 }],
    parts: [5_000, 8_000, 12_000],
    tasks: [100, 100, 60],
    hasBaseline: true,
  },
  {
    name: 'Training',
    account: 'Borough Council',
    practice: 'Consulting',
    fields: { ContractValue__c: 12_345.67, EndDate__c: '2026-03-31' },
    terms: [
      fee(12_345.67, { RevenueMethod__c: 'Straight Line', StartDate__c: '2025-10-15', EndDate__c: '2026-03-31' }),
    ],
  },
  {
    name: 'Data room',
    practice: 'Data',
    fields: {
      CurrencyCode__c: 'USD',
      ContractValue__c: 20_000,
      BudgetHours__c: 200,
      BudgetCost__c: 9_000,
      EndDate__c: '2026-01-15',
    },
    terms: [hourly, { Name: 'Deposit', Type__c: 'Deposit', Amount__c: 4_000, StartDate__c: '2025-09-15' }],
    tasks: [200],
    hasBaseline: true,
  },
  // Nobody has planned it, and it was given up.
  { name: 'Idea', fields: { ContractValue__c: 8_000 }, terms: [fee(8_000)] },
  { name: 'Own work', fields: { IsInternal__c: true }, terms: [] },
];

const START = '2025-09-01';

export async function addEngagements(
  connection: Connection,
  organisation: Organisation,
  users: DemoUserIds,
): Promise<readonly Engagement[]> {
  const idOf = (name = ''): string | null => organisation.ids.get(name) ?? null;
  const projects = await insertAll(
    connection,
    'Project__c',
    ENGAGEMENTS.map(({ name, account, practice, fields }, index) => ({
      Name: name,
      CurrencyCode__c: 'USD',
      StartDate__c: START,
      Status__c: 'In Progress',
      TimePolicy__c: 'Anyone',
      Account__c: fields['IsInternal__c'] === true ? null : idOf(account ?? 'Alpine Rail'),
      Practice__c: idOf(practice),
      Region__c: idOf(index % 2 === 0 ? 'DACH' : 'Americas'),
      ProjectManager__c: users.get('pm'),
      ContractedEndDate__c: index % 3 === 2 ? null : fields['EndDate__c'],
      ...fields,
    })),
  );
  const engagements: Engagement[] = [];
  for (const [index, seed] of ENGAGEMENTS.entries()) {
    engagements.push(await addTerms(connection, seed, projects[index] ?? ''));
  }
  await addBookings(connection, organisation, engagements);
  await addSales(connection, organisation);
  return engagements;
}

async function addTerms(connection: Connection, seed: EngagementSeed, id: string): Promise<Engagement> {
  const arrangements = await insertAll(
    connection,
    'BillingArrangement__c',
    seed.terms.map((terms) => ({ Project__c: id, TermsDays__c: 30, ...terms })),
  );
  const milestones = await insertAll(
    connection,
    'BillingMilestone__c',
    (seed.parts ?? []).map((Amount__c, index) => ({
      Arrangement__c: arrangements[0],
      Name: `Part ${index + 1}`,
      Amount__c,
      DueDate__c: `2025-${10 + index}-20`,
      Status__c: 'Planned',
    })),
  );
  const tasks = await insertAll(
    connection,
    'ProjectTask__c',
    (seed.tasks ?? []).map((PlannedHours__c, index) => ({
      Project__c: id,
      Name: `Step ${index + 1}`,
      Type__c: 'Task',
      Status__c: 'Not Started',
      PlannedHours__c,
      RemainingHours__c: PlannedHours__c,
      DurationDays__c: 18,
      ConstraintType__c: 'Must Start On',
      ConstraintDate__c: `2025-${String(9 + index).padStart(2, '0')}-08`,
    })),
  );
  if (seed.hasBaseline === true) await runApex(connection, `Baseline.capture('${id}');`);
  const to = String(seed.fields['EndDate__c'] ?? '2026-12-31');
  return { id, name: seed.name, from: START, to, tasks, arrangements, milestones };
}

/** Past ones and some to come, firm and tentative, on days with and without capacity. */
async function addBookings(
  connection: Connection,
  { people, ids }: Organisation,
  engagements: readonly Engagement[],
): Promise<void> {
  const bookings = people.flatMap(({ id, from, to }, index) =>
    [0, 1, 2].map((turn) => ({
      Project__c: engagements[(index + turn * 3) % 8]?.id,
      Resource__c: id,
      Role__c: ids.get('Engineer'),
      StartDate__c: ['2025-09-08', '2026-02-16', '2026-04-04'][turn] ?? '',
      EndDate__c: ['2025-12-12', '2026-05-21', '2026-07-31'][turn] ?? '',
      PlannedHours__c: [200, 187.5, 90.25][turn] ?? 0,
      BookingType__c: turn === 2 && index % 2 === 0 ? 'Soft' : 'Hard',
      IsBillable__c: index % 4 !== 3,
      from,
      to,
    })),
  );
  await insertAll(
    connection,
    'Assignment__c',
    bookings
      .filter(({ from, to, StartDate__c, EndDate__c }) => from <= StartDate__c && EndDate__c <= to)
      .map(({ from: _from, to: _to, ...booking }) => booking),
  );
}

/** Open and lost opportunities; those without an estimate sell no services. */
async function addSales(connection: Connection, { ids }: Organisation): Promise<void> {
  const sale = (Name: string, Amount: number, CloseDate: string, StageName: string): Fields => ({
    Name,
    Amount,
    CloseDate,
    StageName,
    AccountId: ids.get('Alpine Rail'),
  });
  const opportunities = await insertAll(connection, 'Opportunity', [
    sale('Overdue', 33_333.33, '2026-01-20', 'Negotiation/Review'),
    sale('This month', 20_000, '2026-03-30', 'Qualification'),
    sale('Next quarter', 51_000.5, '2026-05-15', 'Proposal/Price Quote'),
    sale('Lost', 70_000, '2026-03-10', 'Closed Lost'),
    sale('Licences', 90_000, '2026-04-10', 'Qualification'),
  ]);
  await insertAll(
    connection,
    'EstimateLine__c',
    opportunities.slice(0, 4).map((Opportunity__c) => ({
      Opportunity__c,
      Role__c: ids.get('Engineer'),
      Hours__c: 100,
      BillRate__c: 150,
      StartOffsetDays__c: 0,
      DurationDays__c: 20,
    })),
  );
}

export async function setStatus(
  connection: Connection,
  object: string,
  ids: readonly string[],
  status: string,
): Promise<void> {
  await updateAll(
    connection,
    object,
    ids.map((Id) => ({ Id, Status__c: status })),
  );
}
