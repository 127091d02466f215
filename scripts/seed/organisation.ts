/** Calendars, organisation units, roles, skills and fiscal periods of the demo firm. */
import type { Connection } from 'jsforce';
import { firstOfMonth, lastOfMonth, yearOf } from './dates.ts';
import { calendars, practices, regions, roles, skills, type UnitSeed } from './firm/organisation.ts';
import { MONTHS_OF_HISTORY } from './history/revenue.ts';
import { insertAll } from './records.ts';
import type { DemoUserIds } from './users.ts';

/** Ids by name. */
export type Ids = ReadonlyMap<string, string>;

export interface Organisation {
  readonly calendars: Ids;
  readonly practices: Ids;
  readonly regions: Ids;
  readonly roles: Ids;
  readonly skills: Ids;
}

const CERTIFICATIONS = new Set(['PMP', 'Application Architect', 'System Architect']);

export async function seedOrganisation(
  connection: Connection,
  users: DemoUserIds,
  today: string,
): Promise<Organisation> {
  const calendarIds = await seedCalendars(connection, today);
  const practiceIds = await seedUnits(connection, 'Practice__c', practices, {
    ResourceManager__c: users.get('resourcing'),
  });
  const regionIds = await seedUnits(connection, 'Region__c', regions, {});
  const roleIds = await insertAll(
    connection,
    'Role__c',
    roles.map((role, index) => ({ Name: role.name, IsActive__c: true, SortOrder__c: (index + 1) * 10 })),
  );
  const skillIds = await insertAll(
    connection,
    'Skill__c',
    skills.map((name) => ({
      Name: name,
      IsActive__c: true,
      Type__c: CERTIFICATIONS.has(name) ? 'Certification' : 'Skill',
    })),
  );
  await seedPeriods(connection, today);
  return {
    calendars: calendarIds,
    practices: practiceIds,
    regions: regionIds,
    roles: named(
      roles.map((role) => role.name),
      roleIds,
    ),
    skills: named(skills, skillIds),
  };
}

export function named(names: readonly string[], ids: readonly string[]): Ids {
  return new Map(names.map((name, index) => [name, ids[index] ?? '']));
}

/** The id of that name; throws when the seed's lists do not fit together. */
export function idOf(ids: Ids, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The demo data names "${name}", which it does not make.`);
  return id;
}

async function seedCalendars(connection: Connection, today: string): Promise<Ids> {
  const ids = await insertAll(
    connection,
    'WorkCalendar__c',
    calendars.map(({ name, isDefault, weekdays: [monday, tuesday, wednesday, thursday, friday] }) => ({
      Name: name,
      IsDefault__c: isDefault,
      HoursMonday__c: monday,
      HoursTuesday__c: tuesday,
      HoursWednesday__c: wednesday,
      HoursThursday__c: thursday,
      HoursFriday__c: friday,
      HoursSaturday__c: 0,
      HoursSunday__c: 0,
    })),
  );
  const years = [-1, 0, 1, 2].map((offset) => yearOf(today) + offset);
  const holidays = calendars.flatMap((calendar, index) =>
    calendar.holidays.flatMap(([name, day]) =>
      years.map((year) => ({ WorkCalendar__c: ids[index], Name: name, Date__c: `${year}-${day}`, Hours__c: 0 })),
    ),
  );
  await insertAll(connection, 'CalendarException__c', holidays);
  return named(
    calendars.map((calendar) => calendar.name),
    ids,
  );
}

/** Parents first: the lists stand in that order, and each unit's parent is known when its turn comes. */
async function seedUnits(
  connection: Connection,
  object: string,
  units: readonly UnitSeed[],
  common: Record<string, string | undefined>,
): Promise<Ids> {
  const roots = units.filter((unit) => unit.parent === undefined);
  const children = units.filter((unit) => unit.parent !== undefined);
  const record = (unit: UnitSeed, parent?: string) => ({
    Name: unit.name,
    IsActive__c: true,
    Parent__c: parent,
    ...common,
  });
  const rootIds = named(
    roots.map((unit) => unit.name),
    await insertAll(
      connection,
      object,
      roots.map((unit) => record(unit)),
    ),
  );
  const childIds = await insertAll(
    connection,
    object,
    children.map((unit) => record(unit, idOf(rootIds, unit.parent ?? ''))),
  );
  return new Map([
    ...rootIds,
    ...named(
      children.map((unit) => unit.name),
      childIds,
    ),
  ]);
}

/** What sixty people are to earn in the first of the months, in dollars, and how much more in each that follows. */
const REVENUE_TARGET = 900_000;
const TARGET_GROWTH = 10_000;

/**
 * The months of last year, this one and the next. Those from before the firm's history are entered as closed, as on going
 * live; the others are open, because what happened in them is still to be entered.
 */
async function seedPeriods(connection: Connection, today: string): Promise<void> {
  const first = `${yearOf(today) - 1}-01-01`;
  const history = firstOfMonth(today, -MONTHS_OF_HISTORY);
  const periods = Array.from({ length: 36 }, (_, index) => firstOfMonth(first, index)).map((start, index) => ({
    Name: start.slice(0, 7),
    StartDate__c: start,
    EndDate__c: lastOfMonth(start),
    Status__c: start < history ? 'Closed' : 'Open',
    RevenueTarget__c: REVENUE_TARGET + TARGET_GROWTH * index,
  }));
  await insertAll(connection, 'FiscalPeriod__c', periods);
}
