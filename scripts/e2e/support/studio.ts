/** A firm unlike the demo's, made through the public API: a design studio that bills in euros and works four days a week. */
import type { Connection } from 'jsforce';
import { insertAll } from '../../seed/records.ts';

/** Working days of the studio, as `Date.getUTCDay` counts them. */
const WORKDAYS = [1, 2, 3, 4];
const HOURS_PER_DAY = 9;
const DAY = 86_400_000;

/** A Monday on which everybody is free, and the Tuesday of the week after, on which the studio is closed. */
export const START = '2035-06-04';
export const HOLIDAY = '2035-06-12';

export interface Studio {
  readonly account: string;
  readonly calendar: string;
  /** Two people, with a rate. */
  readonly designer: string;
  /** One person, without a rate. */
  readonly engineer: string;
  /** One person who has left, with a rate. */
  readonly illustrator: string;
  /** Nobody, with a rate. */
  readonly copywriter: string;
}

export const DESIGNERS = ['Ada Designer', 'Bo Designer'];

export async function makeStudio(connection: Connection): Promise<Studio> {
  const [account = ''] = await insertAll(connection, 'Account', [{ Name: 'Hill Farm Dairy' }]);
  const [calendar = ''] = await insertAll(connection, 'WorkCalendar__c', [
    {
      Name: 'Four-day week',
      IsDefault__c: true,
      HoursMonday__c: HOURS_PER_DAY,
      HoursTuesday__c: HOURS_PER_DAY,
      HoursWednesday__c: HOURS_PER_DAY,
      HoursThursday__c: HOURS_PER_DAY,
      HoursFriday__c: 0,
      HoursSaturday__c: 0,
      HoursSunday__c: 0,
    },
  ]);
  await insertAll(connection, 'CalendarException__c', [
    { WorkCalendar__c: calendar, Name: 'Founders day', Date__c: HOLIDAY, Hours__c: 0 },
  ]);
  const names = ['Designer', 'Engineer', 'Illustrator', 'Copywriter'];
  const [designer = '', engineer = '', illustrator = '', copywriter = ''] = await insertAll(
    connection,
    'Role__c',
    names.map((Name) => ({ Name, IsActive__c: true })),
  );
  const person = (Name: string, Role__c: string) => ({
    Name,
    Role__c,
    ResourceType__c: 'Employee',
    StartDate__c: '2020-01-01',
    IsActive__c: true,
  });
  await insertAll(connection, 'Resource__c', [
    ...DESIGNERS.map((name) => person(name, designer)),
    person('Cleo Engineer', engineer),
    { ...person('Dan Illustrator', illustrator), IsActive__c: false, EndDate__c: '2024-12-31' },
  ]);
  const [card] = await insertAll(connection, 'RateCard__c', [
    { Name: 'Studio rates', CurrencyCode__c: 'EUR', StartDate__c: '2020-01-01', IsActive__c: true },
  ]);
  await insertAll(
    connection,
    'RateCardLine__c',
    [designer, illustrator, copywriter].map((Role__c) => ({
      RateCard__c: card,
      Role__c,
      RateType__c: 'Standard',
      BillRate__c: 120,
    })),
  );
  return { account, calendar, designer, engineer, illustrator, copywriter };
}

export interface PlanTask {
  readonly name: string;
  readonly days: number;
  /** Names of the tasks that must be finished before. */
  readonly after: readonly string[];
}

/** Adds tasks to a project and links them finish to start; their ids by name. */
export async function addTasks(
  connection: Connection,
  project: string,
  tasks: readonly PlanTask[],
): Promise<ReadonlyMap<string, string>> {
  const ids = await insertAll(
    connection,
    'ProjectTask__c',
    tasks.map((task, index) => ({
      Project__c: project,
      Name: task.name,
      Type__c: 'Task',
      Status__c: 'Not Started',
      Sequence__c: index + 1,
      DurationDays__c: task.days,
    })),
  );
  const byName = new Map(tasks.map((task, index) => [task.name, ids[index] ?? '']));
  await insertAll(
    connection,
    'TaskDependency__c',
    tasks.flatMap((task) => task.after.map((name) => link(byName.get(name) ?? '', byName.get(task.name) ?? ''))),
  );
  return byName;
}

/** A finish-to-start link without lag. */
export function link(predecessor: string, successor: string) {
  return { Predecessor__c: predecessor, Successor__c: successor, Type__c: 'FS', LagDays__c: 0 };
}

export async function makeProject(
  connection: Connection,
  name: string,
  fields: Record<string, string | boolean> = {},
): Promise<string> {
  const project = { Name: name, Status__c: 'Planned', CurrencyCode__c: 'EUR', StartDate__c: START, ...fields };
  const [id = ''] = await insertAll(connection, 'Project__c', [project]);
  return id;
}

/** A template with a plan, one arrangement, and a request of 36 hours in its first week for each role. */
export async function makeTemplate(
  connection: Connection,
  name: string,
  tasks: readonly PlanTask[],
  roles: readonly string[],
): Promise<string> {
  const template = await makeProject(connection, name, { IsTemplate__c: true, Status__c: 'Draft' });
  await addTasks(connection, template, tasks);
  await insertAll(
    connection,
    'ResourceRequest__c',
    roles.map((role) => ({
      Project__c: template,
      Role__c: role,
      StartDate__c: START,
      EndDate__c: addWorkdays(START, 3),
      RequestedHours__c: 4 * HOURS_PER_DAY,
      Status__c: 'Open',
    })),
  );
  await insertAll(connection, 'BillingArrangement__c', [
    { Project__c: template, Name: 'Fee', Type__c: 'Fixed Fee', IsDefault__c: true },
  ]);
  return template;
}

/** How many of the studio's working days lie between two dates, the first included and the last not; holidays apart. */
export function workdaysBetween(from: string, to: string): number {
  let days = 0;
  for (let day = Date.parse(from); day < Date.parse(to); day += DAY) {
    if (WORKDAYS.includes(new Date(day).getUTCDay()) && isoDate(day) !== HOLIDAY) days++;
  }
  return days;
}

/** The working day that is so many after one. */
export function addWorkdays(from: string, count: number): string {
  let day = Date.parse(from);
  while (workdaysBetween(from, isoDate(day)) < count || workdaysBetween(isoDate(day), isoDate(day + DAY)) === 0) {
    day += DAY;
  }
  return isoDate(day);
}

function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
