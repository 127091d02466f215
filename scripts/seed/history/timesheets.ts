/** A year of weeks: approved with their rates fixed, apart from the last two, of which some wait and some are drafts. */
import type { Connection } from 'jsforce';
import { runApex } from '../apex.ts';
import { addDays, mondayOf } from '../dates.ts';
import type { Random } from '../random.ts';
import { insertAll, queryAll, type Fields } from '../records.ts';
import type { Engagement } from './engagements.ts';
import { daysBetween, firstOpenWeek, workingMinutes, type Staff } from './staff.ts';

const WEEKS = 52;
/** Of the days on which somebody is booked full time. */
const MOST_ON_PROJECTS = 0.78;
const FULL_DAY = 8;
/** More hours than anybody is ever owed. */
const NEW_PROJECTS_FIRST = 10_000;
/** Of the days without a project, those with time on the firm's own work. */
const ON_INTERNAL_WORK = 0.6;
/** States of the last week and of the one before, person by person. */
const LAST_WEEKS: readonly Week['state'][] = ['Submitted', 'Approved', 'Draft', 'Approved', 'Approved'];
const WEEKS_BEFORE: readonly Week['state'][] = ['Approved', 'Submitted', 'Approved', 'Approved', 'Approved'];
/** Each submission takes a good part of the queries of one transaction. */
const SUBMISSIONS_AT_ONCE = 3;

const NOTES = [
  'Workshop with the client',
  'Build and unit test',
  'Design review',
  'Backlog refinement',
  'Data mapping',
];

interface Booking {
  readonly Id: string;
  readonly Resource__c: string;
  readonly Project__c: string;
  readonly StartDate__c: string;
  readonly EndDate__c: string;
  readonly HoursPerDay__c: number | null;
}

interface Absence {
  readonly Resource__c: string;
  readonly StartDate__c: string;
  readonly EndDate__c: string;
}

interface Week {
  readonly person: Staff;
  readonly monday: string;
  readonly state: 'Approved' | 'Submitted' | 'Draft';
  readonly entries: readonly Fields[];
}

export async function seedTimesheets(
  connection: Connection,
  staff: readonly Staff[],
  engagements: readonly Engagement[],
  internalProject: string,
  today: string,
  random: Random,
): Promise<void> {
  const bookings = groupBy(
    await queryAll<Booking>(
      connection,
      'SELECT Id, Resource__c, Project__c, StartDate__c, EndDate__c, HoursPerDay__c FROM Assignment__c ' +
        `WHERE BookingType__c = 'Hard' AND Status__c != 'Cancelled' AND Project__r.IsTemplate__c = false ` +
        `AND StartDate__c <= ${today} ORDER BY Project__r.Name, StartDate__c`,
    ),
  );
  const absences = groupBy(
    await queryAll<Absence>(connection, 'SELECT Resource__c, StartDate__c, EndDate__c FROM TimeOff__c'),
  );
  const tasks = new Map(engagements.map((engagement) => [engagement.id, engagement.tasks]));
  const chooseTask = (project: string): string | undefined => {
    let left = random.next();
    return tasks.get(project)?.find((task) => (left -= task.work) <= 0)?.id;
  };

  /** Hours booked so far and not worked yet, by booking. */
  const owed = new Map<string, number>();
  /** Whoever is booked twice works a day on what has waited longest; on new projects as soon as half a day is due. */
  const chooseBooking = (booked: readonly Booking[]): Booking | undefined => {
    const urgency = (booking: Booking): number => {
      const hours = owed.get(booking.Id) ?? 0;
      return hours + (!tasks.has(booking.Project__c) && 2 * hours >= FULL_DAY ? NEW_PROJECTS_FIRST : 0);
    };
    const chosen = [...booked].sort((left, right) => urgency(right) - urgency(left))[0];
    if (chosen !== undefined) owed.set(chosen.Id, (owed.get(chosen.Id) ?? 0) - FULL_DAY);
    return chosen;
  };

  const entryOf = (person: Staff, day: string): Fields | undefined => {
    const minutes = workingMinutes(person.calendar, day);
    const isAway = (absences.get(person.id) ?? []).some((away) => away.StartDate__c <= day && day <= away.EndDate__c);
    if (minutes === 0 || isAway || day < person.start) return undefined;
    const booked = (bookings.get(person.id) ?? []).filter((row) => row.StartDate__c <= day && day <= row.EndDate__c);
    for (const row of booked) owed.set(row.Id, (owed.get(row.Id) ?? 0) + hoursPerDay(row));
    const hours = booked.reduce((sum, row) => sum + hoursPerDay(row), 0);
    const booking = random.next() < Math.min(MOST_ON_PROJECTS, hours / FULL_DAY) ? chooseBooking(booked) : undefined;
    if (booking !== undefined) {
      return {
        Project__c: booking.Project__c,
        Task__c: chooseTask(booking.Project__c),
        Date__c: day,
        Minutes__c: minutes + random.pick([-30, 0, 0, 0, 30]),
        IsBillable__c: true,
        Notes__c: random.pick(NOTES),
      };
    }
    if (random.next() >= ON_INTERNAL_WORK) return undefined;
    return { Project__c: internalProject, Date__c: day, Minutes__c: minutes, IsBillable__c: false };
  };

  const openWeek = firstOpenWeek(today);
  const weeks = staff.flatMap((person, position) =>
    Array.from({ length: WEEKS }, (_, index): Week => {
      const monday = addDays(openWeek, 7 * (index - WEEKS));
      const days = daysBetween(monday, addDays(monday, 4));
      const entries = days.map((day) => entryOf(person, day)).filter((entry) => entry !== undefined);
      return { person, monday, state: stateOf(WEEKS - index, position, person), entries };
    }).filter(
      ({ person: { start, userId }, monday }) =>
        start <= addDays(monday, 4) && (userId === null || monday < mondayOf(today)),
    ),
  );
  const sheets = await insertAll(
    connection,
    'Timesheet__c',
    weeks.map(({ person, monday, state }) => ({
      Resource__c: person.id,
      WeekStart__c: monday,
      Status__c: state === 'Approved' ? state : 'Draft',
    })),
  );
  await insertAll(
    connection,
    'TimeEntry__c',
    weeks.flatMap(({ entries }, index) => entries.map((entry) => ({ Timesheet__c: sheets[index] ?? '', ...entry }))),
  );
  await submit(
    connection,
    weeks.filter(({ state }) => state === 'Submitted'),
  );
}

function hoursPerDay(booking: Booking): number {
  return booking.HoursPerDay__c ?? FULL_DAY / 2;
}

/** Of the last two weeks some wait for approval and some are drafts; whoever logs in is up to date before this week. */
function stateOf(weeksAgo: number, position: number, person: Staff): Week['state'] {
  if (weeksAgo > 2 || person.userId !== null) return 'Approved';
  const turn = position % LAST_WEEKS.length;
  return (weeksAgo === 2 ? WEEKS_BEFORE : LAST_WEEKS)[turn] ?? 'Draft';
}

async function submit(connection: Connection, weeks: readonly Week[]): Promise<void> {
  for (let start = 0; start < weeks.length; start += SUBMISSIONS_AT_ONCE) {
    const calls = weeks
      .slice(start, start + SUBMISSIONS_AT_ONCE)
      .map(({ person, monday }) => `TimesheetController.submit(Date.valueOf('${monday}'), '${person.id}');`);
    await runApex(connection, calls.join('\n'));
  }
}

function groupBy<Row extends { readonly Resource__c: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.Resource__c, [...(groups.get(row.Resource__c) ?? []), row]);
  return groups;
}
