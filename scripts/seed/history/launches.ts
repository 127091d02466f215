/**
 * The first weeks of the projects that were won lately: who works on them beside those whom winning has booked, and how far
 * they have come with the hours that were worked.
 */
import type { Connection } from 'jsforce';
import { addDays, mondayOf } from '../dates.ts';
import { courseOfLaunch, type Course } from '../firm/courses.ts';
import { insertAll, queryAll, updateAll, type Fields } from '../records.ts';
import { daysBetween, firstOpenWeek, workingMinutes, type Staff } from './staff.ts';
import type { WorkDone } from './work-done.ts';

/** Share of booked hours that is worked: people are away. */
const WORKED_SHARE = 0.88;
/** Share of the weeks that are approved by now, of the last one and of the one before. */
const APPROVED_OF_LAST_WEEKS = [0.6, 0.8];
/** Hours of a day that nobody is booked beyond. */
const MOST_BOOKED = 8;

interface TaskRow {
  readonly Id: string;
  readonly Project__c: string;
  readonly Type__c: string;
  readonly StartDate__c: string;
  readonly EndDate__c: string;
  readonly PlannedHours__c: number | null;
}

interface BookingRow {
  readonly Project__c: string;
  readonly Resource__c: string;
  readonly StartDate__c: string;
  readonly EndDate__c: string;
  readonly HoursPerDay__c: number | null;
}

export interface Launch {
  readonly id: string;
  readonly start: string;
  readonly budgetCost: number;
  readonly course: Course;
  /** Milestones too, in the order in which they end. */
  readonly tasks: readonly TaskRow[];
}

export async function loadLaunches(connection: Connection, today: string): Promise<Launch[]> {
  const projects = await queryAll<{
    Id: string;
    StartDate__c: string;
    BudgetCost__c: number | null;
    Account__r: { Name: string };
  }>(
    connection,
    'SELECT Id, StartDate__c, BudgetCost__c, Account__r.Name FROM Project__c ' +
      `WHERE Opportunity__c != null AND StartDate__c <= ${today} ORDER BY Name`,
  );
  const tasks = await queryAll<TaskRow>(
    connection,
    'SELECT Id, Project__c, Type__c, StartDate__c, EndDate__c, PlannedHours__c FROM ProjectTask__c ' +
      `WHERE Project__r.Opportunity__c != null AND Type__c != 'Phase' ORDER BY EndDate__c, StartDate__c, WbsCode__c`,
  );
  return projects.map((project) => ({
    id: project.Id,
    start: project.StartDate__c,
    budgetCost: project.BudgetCost__c ?? 0,
    course: courseOfLaunch(project.Account__r.Name),
    tasks: tasks.filter((task) => task.Project__c === project.Id),
  }));
}

/**
 * Books people who are free onto launches whose own team cannot have done what is done by now, from their start to the end of
 * last week.
 */
export async function bookLaunchTeams(
  connection: Connection,
  launches: readonly Launch[],
  staff: readonly Staff[],
  today: string,
): Promise<void> {
  const last = addDays(firstOpenWeek(today), -3);
  const running = launches.filter(({ start }) => start <= last);
  const earliest = running.map(({ start }) => start).sort()[0] ?? last;
  const booked = await queryAll<BookingRow>(
    connection,
    'SELECT Project__c, Resource__c, StartDate__c, EndDate__c, HoursPerDay__c FROM Assignment__c ' +
      `WHERE BookingType__c = 'Hard' AND Project__r.IsTemplate__c = false AND EndDate__c >= ${earliest} ` +
      `AND StartDate__c <= ${last}`,
  );
  /** From a day to the end of last week, as many as are worked and approved by now. */
  const daysOf = (first: string, end: string): number =>
    workdays(first, end < last ? end : last).reduce((sum, day) => sum + workedShare(day, today), 0);
  const hoursOf = (row: BookingRow, from: string): number =>
    daysOf(row.StartDate__c > from ? row.StartDate__c : from, row.EndDate__c) * (row.HoursPerDay__c ?? 0);
  const costOf = new Map(staff.map(({ id, cost }) => [id, cost]));
  const rows: (Fields & BookingRow)[] = [];
  for (const launch of running) {
    const days = daysOf(launch.start, last);
    const needed = (dueShare(launch, today) * launch.course.pace * launch.budgetCost) / launch.course.cpi;
    const own = booked.filter((row) => row.Project__c === launch.id);
    let missing =
      needed - own.reduce((sum, row) => sum + hoursOf(row, launch.start) * (costOf.get(row.Resource__c) ?? 0), 0);
    const team = staff
      .filter(({ start }) => start <= launch.start)
      .map((person) => {
        const busy = [...booked, ...rows].filter((row) => row.Resource__c === person.id);
        const free = MOST_BOOKED - busy.reduce((sum, row) => sum + hoursOf(row, launch.start), 0) / days;
        return { ...person, free };
      })
      .filter(({ free }) => free >= 1)
      .sort((left, right) => right.free - left.free);
    for (const person of team) {
      if (missing <= 0) break;
      const hours = Math.ceil(4 * Math.min(person.free, missing / (days * person.cost))) / 4;
      missing -= hours * days * person.cost;
      rows.push({
        Project__c: launch.id,
        Resource__c: person.id,
        Role__c: person.roleId,
        StartDate__c: launch.start,
        EndDate__c: last,
        HoursPerDay__c: hours,
        BookingType__c: 'Hard',
        Status__c: 'Completed',
        IsBillable__c: true,
      });
    }
  }
  await insertAll(connection, 'Assignment__c', rows);
}

/** Brings the plans to where the money spent so far has brought them, task after task as they were due. */
export async function progressLaunches(
  connection: Connection,
  launches: readonly Launch[],
  work: ReadonlyMap<string, WorkDone>,
  today: string,
): Promise<void> {
  await updateAll(
    connection,
    'ProjectTask__c',
    launches.flatMap((launch) => {
      const earned = ((work.get(launch.id)?.cost ?? 0) * launch.course.cpi) / launch.budgetCost;
      return progressOf(launch.tasks, earned * plannedHours(launch), today);
    }),
  );
}

/** `hours` of the plan are done: first what is due by today, then what comes next. */
function progressOf(tasks: readonly TaskRow[], hours: number, today: string): (Fields & { Id: string })[] {
  let left = hours;
  const take = (most: number): number => {
    const taken = Math.max(0, Math.min(most, left));
    left -= taken;
    return taken;
  };
  const due = tasks.map((task) => take((task.PlannedHours__c ?? 0) * elapsedShare(task, today)));
  const isBehind = left <= 0;
  const done = tasks.map((task, index) => (due[index] ?? 0) + take((task.PlannedHours__c ?? 0) - (due[index] ?? 0)));
  return tasks.flatMap((task, index) => {
    const planned = task.PlannedHours__c ?? 0;
    const isReached = task.EndDate__c < today && (!isBehind || (due[index + 1] ?? 0) > 0);
    const percent = planned === 0 ? (isReached ? 100 : 0) : Math.round((100 * (done[index] ?? 0)) / planned);
    if (percent === 0) return [];
    return [
      {
        Id: task.Id,
        Status__c: percent === 100 ? 'Completed' : 'In Progress',
        PercentComplete__c: percent,
        RemainingHours__c: Math.round((planned * (100 - percent)) / 100),
      },
    ];
  });
}

function plannedHours({ tasks }: Launch): number {
  return tasks.reduce((sum, task) => sum + (task.PlannedHours__c ?? 0), 0);
}

function dueShare(launch: Launch, today: string): number {
  const due = launch.tasks.reduce((sum, task) => sum + (task.PlannedHours__c ?? 0) * elapsedShare(task, today), 0);
  return due / plannedHours(launch);
}

/** Of the working days of a task. */
function elapsedShare(task: TaskRow, today: string): number {
  const all = workdays(task.StartDate__c, task.EndDate__c).length;
  return task.EndDate__c < today || all === 0
    ? Number(task.EndDate__c < today)
    : workdays(task.StartDate__c, today).length / all;
}

/** Of the hours booked on a day: what is worked, and approved by now. */
function workedShare(day: string, today: string): number {
  const weeksAgo = Math.round((Date.parse(firstOpenWeek(today)) - Date.parse(mondayOf(day))) / (7 * 86_400_000));
  return WORKED_SHARE * (APPROVED_OF_LAST_WEEKS[weeksAgo - 1] ?? 1);
}

function workdays(first: string, last: string): string[] {
  return daysBetween(first, last).filter((day) => workingMinutes('United States', day) > 0);
}
