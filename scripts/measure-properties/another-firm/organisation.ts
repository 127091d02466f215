/**
 * Who the firm is: three working weeks, part-timers, leavers and a placeholder; practices and regions in trees; prices in three
 * currencies by default, client and region. Its fiscal year starts in April.
 */
import type { Connection } from 'jsforce';
import { firstOfMonth, lastOfMonth } from '../../seed/dates.ts';
import type { Random } from '../../seed/random.ts';
import { insertAll, type Fields } from '../../seed/records.ts';
import type { DemoUserIds } from '../../seed/users.ts';

export const FIRST_MONTH = '2025-09-01';
export const TODAY = '2026-03-18';
export const LAST_MONTH = '2026-08-01';

export interface Organisation {
  /** By name. */
  readonly ids: ReadonlyMap<string, string>;
  readonly people: readonly Person[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

interface PersonSeed {
  readonly name: string;
  readonly role: string;
  readonly practice: string;
  readonly region: string;
  readonly fields?: Fields;
}

const CALENDARS: Readonly<Record<string, readonly number[]>> = {
  'Four long days': [9, 9, 9, 9, 0, 0, 0],
  'Every morning': [4, 4, 4, 4, 4, 0, 0],
  'Tuesday to Saturday': [0, 7.5, 7.5, 7.5, 7.5, 7.5, 0],
};
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const PRACTICES = [
  ['Consulting'],
  ['Engineering'],
  ['Data', 'Consulting'],
  ['Analytics', 'Data'],
  ['Cloud', 'Engineering'],
];
const REGIONS = [['EMEA'], ['DACH', 'EMEA'], ['Americas']];
const ROLES = ['Architect', 'Engineer', 'Analyst', 'Trainer'];

const PEOPLE: readonly PersonSeed[] = [
  { name: 'Ada', role: 'Architect', practice: 'Analytics', region: 'DACH' },
  { name: 'Ben', role: 'Engineer', practice: 'Cloud', region: 'Americas', fields: { Calendar__c: 'Every morning' } },
  { name: 'Cem', role: 'Engineer', practice: 'Cloud', region: 'DACH', fields: { TargetUtilization__c: 60 } },
  { name: 'Dot', role: 'Analyst', practice: 'Data', region: 'EMEA', fields: { Calendar__c: 'Tuesday to Saturday' } },
  // Leaves in December.
  { name: 'Eli', role: 'Analyst', practice: 'Data', region: 'Americas', fields: { EndDate__c: '2025-12-19' } },
  // Came in November, and goes in June.
  {
    name: 'Fay',
    role: 'Engineer',
    practice: 'Engineering',
    region: 'EMEA',
    fields: { StartDate__c: '2025-11-10', EndDate__c: '2026-06-12' },
  },
  { name: 'Gil', role: 'Trainer', practice: 'Consulting', region: 'EMEA', fields: { ResourceType__c: 'Contractor' } },
  { name: 'Hal', role: 'Architect', practice: 'Engineering', region: 'Americas', fields: { IsActive__c: false } },
  { name: 'Somebody', role: 'Engineer', practice: 'Cloud', region: 'DACH', fields: { ResourceType__c: 'Placeholder' } },
];

export async function addOrganisation(
  connection: Connection,
  users: DemoUserIds,
  random: Random,
): Promise<Organisation> {
  const ids = new Map<string, string>();
  const add = async (object: string, rows: readonly Fields[]): Promise<string[]> => {
    const added = await insertAll(connection, object, rows);
    for (const [index, row] of rows.entries()) ids.set(String(row['Name']), added[index] ?? '');
    return added;
  };
  await addCalendars(connection, add);
  for (const [object, units] of [
    ['Practice__c', PRACTICES],
    ['Region__c', REGIONS],
  ] as const) {
    for (const [Name, parent] of units) {
      await add(object, [{ Name, IsActive__c: true, Parent__c: parent === undefined ? null : ids.get(parent) }]);
    }
  }
  await add(
    'Role__c',
    ROLES.map((Name) => ({ Name, IsActive__c: true })),
  );
  await add('Account', [{ Name: 'Alpine Rail' }, { Name: 'Borough Council' }, { Name: 'Kyoto Optics' }]);
  await addPeriods(connection);
  await addRates(connection, ids, random);
  const people = await addPeople(connection, users, ids);
  return { ids, people };
}

type Add = (object: string, rows: readonly Fields[]) => Promise<string[]>;

async function addCalendars(connection: Connection, add: Add): Promise<void> {
  const calendars = await add(
    'WorkCalendar__c',
    Object.entries(CALENDARS).map(([Name, hours], index) => ({
      Name,
      IsDefault__c: index === 0,
      ...Object.fromEntries(WEEKDAYS.map((day, weekday) => [`Hours${day}__c`, hours[weekday] ?? 0])),
    })),
  );
  await insertAll(
    connection,
    'CalendarException__c',
    calendars.flatMap((WorkCalendar__c) => [
      { WorkCalendar__c, Name: 'Holiday', Date__c: '2025-12-25', Hours__c: 0 },
      { WorkCalendar__c, Name: 'Half a day', Date__c: '2025-12-24', Hours__c: 3.5 },
      { WorkCalendar__c, Name: 'Stocktaking', Date__c: '2026-01-31', Hours__c: 6 },
    ]),
  );
}

/** Of three fiscal years; the first of them is entered as closed. */
async function addPeriods(connection: Connection): Promise<void> {
  const months = Array.from({ length: 24 }, (_, index) => firstOfMonth('2025-04-01', index));
  await insertAll(
    connection,
    'FiscalPeriod__c',
    months.map((StartDate__c, index) => ({
      Name: `FY${26 + Math.floor(index / 12)} P${String((index % 12) + 1).padStart(2, '0')}`,
      StartDate__c,
      EndDate__c: lastOfMonth(StartDate__c),
      Status__c: StartDate__c < FIRST_MONTH ? 'Closed' : 'Open',
      RevenueTarget__c: index % 5 === 4 ? null : 40_000 + 1000 * index,
    })),
  );
}

async function addRates(connection: Connection, ids: ReadonlyMap<string, string>, random: Random): Promise<void> {
  const cards: readonly Fields[] = [
    { Name: 'Dollars', CurrencyCode__c: 'USD' },
    { Name: 'Euros', CurrencyCode__c: 'EUR' },
    { Name: 'Yen', CurrencyCode__c: 'JPY' },
    { Name: 'Euros in DACH', CurrencyCode__c: 'EUR', Region__c: ids.get('DACH') },
    { Name: 'Borough, from the new year on', CurrencyCode__c: 'USD', Account__c: ids.get('Borough Council') },
  ];
  const added = await insertAll(
    connection,
    'RateCard__c',
    cards.map((card, index) => ({
      ...card,
      IsActive__c: true,
      StartDate__c: index === 4 ? '2026-01-01' : '2025-01-01',
    })),
  );
  await insertAll(
    connection,
    'RateCardLine__c',
    added.flatMap((RateCard__c, index) =>
      // Nobody has agreed what a trainer costs in yen.
      ROLES.slice(0, index === 2 ? 3 : 4).map((role) => ({
        RateCard__c,
        Role__c: ids.get(role),
        RateType__c: 'Standard',
        BillRate__c: index === 2 ? random.integer(9_000, 21_000) : random.integer(7_000, 21_000) / 100,
      })),
    ),
  );
  // What a trainer costs the firm is not known before the new year.
  await insertAll(
    connection,
    'CostRate__c',
    ROLES.map((role) => ({
      Role__c: ids.get(role),
      Rate__c: random.integer(3_000, 9_000) / 100,
      StartDate__c: role === 'Trainer' ? '2026-01-01' : '2025-01-01',
    })),
  );
  const days = Array.from({ length: 9 }, (_, index) => firstOfMonth('2025-07-15', index));
  await insertAll(
    connection,
    'ExchangeRate__c',
    days.flatMap((Date__c) =>
      [
        { code: 'EUR', rate: 1.08 + random.next() / 20 },
        { code: 'JPY', rate: 0.0066 + random.next() / 2000 },
      ].flatMap(({ code, rate }) => [
        { FromCurrency__c: code, ToCurrency__c: 'USD', Date__c, Rate__c: Number(rate.toFixed(6)) },
        { FromCurrency__c: 'USD', ToCurrency__c: code, Date__c, Rate__c: Number((1 / rate).toFixed(6)) },
      ]),
    ),
  );
}

async function addPeople(
  connection: Connection,
  users: DemoUserIds,
  ids: ReadonlyMap<string, string>,
): Promise<readonly Person[]> {
  const added = await insertAll(
    connection,
    'Resource__c',
    PEOPLE.map(({ name, role, practice, region, fields }, index) => ({
      Name: name,
      ResourceType__c: 'Employee',
      IsActive__c: true,
      StartDate__c: '2024-01-01',
      ...fields,
      Role__c: ids.get(role),
      Practice__c: ids.get(practice),
      Region__c: ids.get(region),
      Calendar__c: ids.get(String(fields?.['Calendar__c'])) ?? null,
      ...(index === 0 && { User__c: users.get('consultant'), Manager__c: users.get('pm') }),
    })),
  );
  await insertAll(connection, 'TimeOff__c', [
    { Resource__c: added[0], StartDate__c: '2025-10-13', EndDate__c: '2025-10-17', Status__c: 'Approved' },
    {
      Resource__c: added[1],
      StartDate__c: '2026-02-02',
      EndDate__c: '2026-02-06',
      HoursPerDay__c: 1.5,
      Status__c: 'Approved',
    },
    { Resource__c: added[2], StartDate__c: '2026-04-07', EndDate__c: '2026-04-20', Status__c: 'Approved' },
    { Resource__c: added[3], StartDate__c: '2026-03-24', EndDate__c: '2026-03-28', Status__c: 'Requested' },
  ]);
  return PEOPLE.flatMap(({ name, fields }, index) => {
    const isWorking = fields?.['ResourceType__c'] !== 'Placeholder' && name !== 'Hal';
    const from = String(fields?.['StartDate__c'] ?? '2024-01-01');
    const to = String(fields?.['EndDate__c'] ?? '9999-12-31');
    return isWorking ? [{ id: added[index] ?? '', name, from, to }] : [];
  });
}
