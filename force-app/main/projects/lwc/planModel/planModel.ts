/**
 * The plan of a project as the plan components see it: the shape that the server sends, the tree of rows, and dates on a
 * time line. Dates are ISO dates; no time zone moves them.
 */

export type TaskType = 'Phase' | 'Task' | 'Milestone';
export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';

export interface PlanTask {
  id: string;
  name: string;
  type: TaskType;
  parentId?: string;
  sequence: number;
  wbsCode: string;
  startDate?: string;
  endDate?: string;
  /** Working days of the project's calendar; 0 for a milestone. */
  durationDays?: number;
  plannedHours?: number;
  percentComplete?: number;
  status: 'Not Started' | 'In Progress' | 'Completed';
  isConstraintViolated: boolean;
  totalSlackDays?: number;
  isCritical: boolean;
  baselineStartDate?: string;
  baselineEndDate?: string;
}

export interface PlanLink {
  id: string;
  predecessorId: string;
  successorId: string;
  type: LinkType;
  lagDays: number;
}

export interface Plan {
  startDate?: string;
  endDate?: string;
  contractedEndDate?: string;
  baselineTakenOn?: string;
  canEdit: boolean;
  /** Hours of Monday to Sunday. */
  weekdayHours: number[];
  /** Hours of dates that differ from their weekday; 0 is a holiday. */
  exceptions: Record<string, number>;
  tasks: PlanTask[];
  links: PlanLink[];
}

/** Fields of a task as the server names them. */
export interface TaskFields {
  Id?: string;
  Name?: string;
  Project__c?: string;
  Type__c?: TaskType;
  Parent__c?: string | null;
  Sequence__c?: number;
  WbsCode__c?: string;
  StartDate__c?: string;
  EndDate__c?: string;
  DurationDays__c?: number;
  PlannedHours__c?: number;
  PercentComplete__c?: number;
  Status__c?: PlanTask['status'];
  ConstraintType__c?: string | null;
  ConstraintDate__c?: string | null;
  IsConstraintViolated__c?: boolean;
  TotalSlackDays__c?: number;
  IsCritical__c?: boolean;
  BaselineStartDate__c?: string;
  BaselineEndDate__c?: string;
}

export interface LinkFields {
  Id?: string;
  Predecessor__c?: string;
  Successor__c?: string;
  Type__c?: LinkType;
  LagDays__c?: number;
}

/** A set of changes that the server saves together, or not at all. */
export interface PlanChange {
  tasks?: TaskFields[];
  newTasks?: TaskFields[];
  removedTaskIds?: string[];
  links?: LinkFields[];
  newLinks?: LinkFields[];
  removedLinkIds?: string[];
  restoredIds?: string[];
}

/** A plan as the server sends it. */
export interface PlanView {
  project: { StartDate__c?: string; EndDate__c?: string; ContractedEndDate__c?: string; BaselineTakenOn__c?: string };
  tasks?: TaskFields[];
  links?: LinkFields[];
  weekdayHours: number[];
  exceptionHours?: Record<string, number>;
  isEditable: boolean;
  /** What takes the change that led here back. */
  undo?: PlanChange;
}

export function planOf(view: PlanView): Plan {
  return {
    startDate: view.project.StartDate__c,
    endDate: view.project.EndDate__c,
    contractedEndDate: view.project.ContractedEndDate__c,
    baselineTakenOn: view.project.BaselineTakenOn__c,
    canEdit: view.isEditable,
    weekdayHours: view.weekdayHours,
    exceptions: view.exceptionHours ?? {},
    tasks: (view.tasks ?? []).map(taskOf),
    links: (view.links ?? []).map((link) => ({
      id: link.Id ?? '',
      predecessorId: link.Predecessor__c ?? '',
      successorId: link.Successor__c ?? '',
      type: link.Type__c ?? 'FS',
      lagDays: link.LagDays__c ?? 0,
    })),
  };
}

function taskOf(fields: TaskFields, index: number): PlanTask {
  return {
    id: fields.Id ?? '',
    name: fields.Name ?? '',
    type: fields.Type__c ?? 'Task',
    parentId: fields.Parent__c ?? undefined,
    sequence: fields.Sequence__c ?? index,
    wbsCode: fields.WbsCode__c ?? '',
    startDate: fields.StartDate__c,
    endDate: fields.EndDate__c,
    durationDays: fields.DurationDays__c,
    plannedHours: fields.PlannedHours__c,
    percentComplete: fields.PercentComplete__c,
    status: fields.Status__c ?? 'Not Started',
    isConstraintViolated: fields.IsConstraintViolated__c === true,
    totalSlackDays: fields.TotalSlackDays__c,
    isCritical: fields.IsCritical__c === true,
    baselineStartDate: fields.BaselineStartDate__c,
    baselineEndDate: fields.BaselineEndDate__c,
  };
}

export interface PlanRow {
  task: PlanTask;
  /** 1 for the top level, as `aria-level` counts. */
  level: number;
  hasChildren: boolean;
  isExpanded: boolean;
}

const DAY = 86_400_000;

function time(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

export function addDays(date: string, days: number): string {
  return new Date(time(date) + days * DAY).toISOString().slice(0, 10);
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((time(to) - time(from)) / DAY);
}

export function isWorkingDay(plan: Plan, date: string): boolean {
  const hours = plan.exceptions[date] ?? plan.weekdayHours[(new Date(time(date)).getUTCDay() + 6) % 7] ?? 0;
  return hours > 0;
}

/** Days looked at before a calendar counts as one that never works. */
const HORIZON = 3660;

/** The date itself when it is worked, else the nearest worked date in that direction. */
export function toWorkingDay(plan: Plan, date: string, direction: 1 | -1): string {
  let day = date;
  for (let step = 0; step < HORIZON; step++) {
    if (isWorkingDay(plan, day)) return day;
    day = addDays(day, direction);
  }
  return date;
}

/** `date` moved by working days; 0 gives the date itself. */
export function addWorkingDays(plan: Plan, date: string, days: number): string {
  const direction = days < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(days); left > 0; left--) day = toWorkingDay(plan, addDays(day, direction), direction);
  return day;
}

/** Working days from `start` to `end`, both counted. */
export function workingDays(plan: Plan, start: string, end: string): number {
  let count = 0;
  for (let day = start; day <= end; day = addDays(day, 1)) if (isWorkingDay(plan, day)) count++;
  return count;
}

/** Tasks in outline order, without those below a collapsed phase. */
export function visibleRows(plan: Plan, collapsed: ReadonlySet<string>): PlanRow[] {
  const children = new Map<string | undefined, PlanTask[]>();
  const known = new Set(plan.tasks.map((task) => task.id));
  for (const task of plan.tasks) {
    const parent = task.parentId !== undefined && known.has(task.parentId) ? task.parentId : undefined;
    children.set(parent, [...(children.get(parent) ?? []), task]);
  }
  const rows: PlanRow[] = [];
  const visit = (parent: string | undefined, level: number): void => {
    const siblings = [...(children.get(parent) ?? [])].sort((a, b) => a.sequence - b.sequence);
    for (const task of siblings) {
      const hasChildren = children.has(task.id);
      const isExpanded = hasChildren && !collapsed.has(task.id);
      rows.push({ task, level, hasChildren, isExpanded });
      if (isExpanded) visit(task.id, level + 1);
    }
  };
  visit(undefined, 1);
  return rows;
}

/** Scale of the time line: pixels for a day, and how its head is divided. */
export interface Scale {
  name: 'day' | 'week' | 'month';
  pixelsPerDay: number;
}

export const SCALES: readonly Scale[] = [
  { name: 'day', pixelsPerDay: 28 },
  { name: 'week', pixelsPerDay: 11 },
  { name: 'month', pixelsPerDay: 4 },
];

export interface Span {
  start: string;
  end: string;
}

/** What the time line shows: all tasks and today, in whole weeks, with a margin of a week. */
export function planSpan(plan: Plan, today: string): Span {
  const dates = plan.tasks
    .flatMap((task) => [task.startDate, task.endDate])
    .concat(plan.startDate, plan.endDate)
    .filter((date): date is string => date !== undefined && date !== null)
    .sort();
  const first = dates[0] ?? today;
  const last = dates[dates.length - 1] ?? addDays(today, 28);
  const monday = addDays(first, -((new Date(time(first)).getUTCDay() + 6) % 7));
  return { start: addDays(monday, -7), end: addDays(last, 21) };
}

export interface Tick {
  key: string;
  x: number;
  label: string;
}

/** Heads of the time line: a coarse row (months) and a fine one (weeks or days). */
export function ticks(span: Span, scale: Scale, locale: string): { coarse: Tick[]; fine: Tick[] } {
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', timeZone: 'UTC' });
  const coarse: Tick[] = [];
  const fine: Tick[] = [];
  for (let date = span.start; date <= span.end; date = addDays(date, 1)) {
    const x = daysBetween(span.start, date) * scale.pixelsPerDay;
    const value = new Date(time(date));
    if (date.endsWith('-01') || date === span.start) coarse.push({ key: date, x, label: month.format(value) });
    const isMonday = value.getUTCDay() === 1;
    if (scale.name === 'day' || (isMonday && scale.name === 'week'))
      fine.push({ key: date, x, label: day.format(value) });
  }
  return { coarse: withoutCrowding(coarse, 64), fine };
}

/** Drops a first label that the next one would overlap. */
function withoutCrowding(list: Tick[], width: number): Tick[] {
  return list.filter((tick, index) => index !== 0 || list[1] === undefined || list[1].x - tick.x >= width);
}

export interface Bar {
  x: number;
  width: number;
}

/** Where a task's bar stands, or nothing when it has no dates. A milestone is a point at the end of its day. */
export function barOf(task: PlanTask, span: Span, scale: Scale): Bar | undefined {
  if (!task.startDate || !task.endDate) return undefined;
  const x = daysBetween(span.start, task.startDate) * scale.pixelsPerDay;
  if (task.type === 'Milestone') return { x: x + scale.pixelsPerDay / 2, width: 0 };
  return { x, width: (daysBetween(task.startDate, task.endDate) + 1) * scale.pixelsPerDay };
}

/** Path of a link's arrow between two bars, drawn with right angles. */
export function linkPath(type: LinkType, from: Bar, fromY: number, to: Bar, toY: number): string {
  const startsAtFinish = type === 'FS' || type === 'FF';
  const endsAtStart = type === 'FS' || type === 'SS';
  const x1 = startsAtFinish ? from.x + from.width : from.x;
  const x2 = endsAtStart ? to.x : to.x + to.width;
  const out = startsAtFinish ? x1 + 8 : x1 - 8;
  const back = endsAtStart ? x2 - 8 : x2 + 8;
  const between = toY > fromY ? toY - 14 : toY + 14;
  const straight = endsAtStart ? out <= back : out >= back;
  if (straight) return `M ${x1} ${fromY} H ${out} V ${toY} H ${x2}`;
  return `M ${x1} ${fromY} H ${out} V ${between} H ${back} V ${toY} H ${x2}`;
}

/** Outline of the head of a link's arrow, where it meets the successor's bar. */
export function linkHead(type: LinkType, to: Bar, toY: number): string {
  const endsAtStart = type === 'FS' || type === 'SS';
  const tip = endsAtStart ? to.x : to.x + to.width;
  return `M ${tip} ${toY} l ${endsAtStart ? -6 : 6} -4 v 8 z`;
}
