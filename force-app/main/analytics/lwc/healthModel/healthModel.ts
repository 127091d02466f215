/** How a project stands, as the server gives it, and what of it is said and drawn. Pure functions without state. */
import LOCALE from '@salesforce/i18n/locale';

/** Fields that the user may not see are missing, as are those that nobody knows. */
export interface Snapshot {
  Date__c: string;
  CurrencyCode__c?: string;
  IsReconstructed__c?: boolean;
  Score__c?: number;
  Rating__c?: 'Green' | 'Amber' | 'Red' | 'Unknown';
  Reasons__c?: string;
  CostReasons__c?: string;
  Missing__c?: string;
  CostMissing__c?: string;
  BudgetAtCompletion__c?: number;
  PlannedValue__c?: number;
  EarnedValue__c?: number;
  ActualCost__c?: number;
  CostVariance__c?: number;
  ScheduleVariance__c?: number;
  CPI__c?: number;
  SPI__c?: number;
  EAC__c?: number;
  EACAtPlannedRate__c?: number;
  EACAtCostAndSchedule__c?: number;
  EstimateToComplete__c?: number;
  VarianceAtCompletion__c?: number;
  TCPI__c?: number;
  EarnedScheduleDays__c?: number;
  ElapsedDays__c?: number;
  PlannedDays__c?: number;
  ScheduleVarianceDays__c?: number;
  SPITime__c?: number;
  MarginToDate__c?: number;
  MarginAtCompletion__c?: number;
  PercentComplete__c?: number;
  PlannedPercent__c?: number;
  ScheduleAdherence__c?: number;
  TasksDue__c?: number;
  TasksDone__c?: number;
  BudgetHours__c?: number;
  ActualHours__c?: number;
  RemainingHours__c?: number;
  BudgetHoursUsed__c?: number;
}

export interface PlanPoint {
  day: string;
  percent: number;
  amount?: number;
}

export interface Phase {
  name: string;
  taskId?: string;
  plannedPercent?: number;
  donePercent?: number;
  budget?: number;
  planned?: number;
  earned?: number;
}

export interface Issue {
  Id: string;
  Name: string;
  Type__c: string;
  Severity__c: string;
  DueDate__c?: string;
  Owner__r?: { Name: string };
}

export interface HealthView {
  /** Oldest first; the last one is how the project stands now. */
  snapshots: Snapshot[];
  showsCost: boolean;
  canRecompute: boolean;
  plan: PlanPoint[];
  phases: Phase[];
  plannedEnd?: string;
  forecastEnd?: string;
  issues: Issue[];
}

export interface ChartPoint {
  /** ISO date. */
  day: string;
  value: number;
}

export interface ChartLine {
  key: 'planned' | 'earned' | 'cost' | 'projection';
  label: string;
  points: ChartPoint[];
}

export interface Drag {
  text: string;
  /** 0 where the project is not rated. */
  points: number;
}

const WHOLE = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const RATIO = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const HOURS = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const DAY = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** What stands where nothing is known. */
export const NOT_KNOWN = '–';

/** More snapshots than this are drawn by week. */
const MOST_POINTS = 60;
const DAY_MS = 86_400_000;

export function wholeText(value: number | undefined, unit: string): string {
  return value === undefined ? NOT_KNOWN : `${WHOLE.format(value)} ${unit}`;
}

export function ratioText(value: number | undefined): string {
  return value === undefined ? NOT_KNOWN : RATIO.format(value);
}

export function hoursText(value: number | undefined): string {
  return value === undefined ? NOT_KNOWN : `${HOURS.format(value)} h`;
}

export function dayText(day: string | undefined): string {
  return day === undefined ? NOT_KNOWN : DAY.format(new Date(`${day}T00:00:00Z`));
}

/** Days since 1970, so that days can be placed on a line. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

export function linesOf(text: string | undefined): string[] {
  return (text ?? '').split('\n').filter((line) => line !== '');
}

/** What drags the score down, the heaviest first; the points stand in brackets at the end of each line. */
export function dragsOf(snapshot: Snapshot): Drag[] {
  return [...linesOf(snapshot.Reasons__c), ...linesOf(snapshot.CostReasons__c)]
    .map((line) => {
      const [, text = line, points = '0'] = /^(.*) \(−(\d+)\)$/.exec(line) ?? [];
      return { text, points: Number(points) };
    })
    .sort((left, right) => right.points - left.points);
}

/** By week, the last of each, where there are many; the newest is always among them. */
export function thinned(snapshots: readonly Snapshot[]): Snapshot[] {
  if (snapshots.length <= MOST_POINTS) return [...snapshots];
  const byWeek = new Map(snapshots.map((snapshot) => [Math.floor((dayNumber(snapshot.Date__c) + 3) / 7), snapshot]));
  return [...byWeek.values()];
}

/** Amounts for those who may see costs and where there is a budget; else percent of the work. */
export function showsAmounts(view: HealthView): boolean {
  return view.showsCost && view.snapshots.at(-1)?.BudgetAtCompletion__c !== undefined;
}

/** Lines of the earned-value chart. */
export function chartLines(view: HealthView): ChartLine[] {
  const snapshots = thinned(view.snapshots);
  const line = (key: ChartLine['key'], label: string, points: ChartPoint[]): ChartLine => ({ key, label, points });
  if (!showsAmounts(view)) {
    return [
      line(
        'planned',
        'Due',
        pointsOf(
          view.plan,
          ({ day }) => day,
          ({ percent }) => percent,
        ),
      ),
      line(
        'earned',
        'Done',
        pointsOf(
          snapshots,
          ({ Date__c }) => Date__c,
          (snapshot) => snapshot.PercentComplete__c,
        ),
      ),
    ];
  }
  return [
    line(
      'planned',
      'Planned value (PV)',
      pointsOf(
        view.plan,
        ({ day }) => day,
        ({ amount }) => amount,
      ),
    ),
    line(
      'earned',
      'Earned value (EV)',
      pointsOf(
        snapshots,
        ({ Date__c }) => Date__c,
        (one) => one.EarnedValue__c,
      ),
    ),
    line(
      'cost',
      'Actual cost (AC)',
      pointsOf(
        snapshots,
        ({ Date__c }) => Date__c,
        (one) => one.ActualCost__c,
      ),
    ),
    line('projection', 'Estimate at completion (EAC)', projection(view)),
  ];
}

/** From the cost now to the estimate at the end, while there is anything left to do. */
function projection(view: HealthView): ChartPoint[] {
  const now = view.snapshots.at(-1);
  const end = view.forecastEnd ?? view.plannedEnd;
  if (now?.EAC__c === undefined || now.ActualCost__c === undefined || end === undefined || end <= now.Date__c)
    return [];
  return [
    { day: now.Date__c, value: now.ActualCost__c },
    { day: end, value: now.EAC__c },
  ];
}

function pointsOf<T>(
  rows: readonly T[],
  dayOf: (row: T) => string,
  valueOf: (row: T) => number | undefined,
): ChartPoint[] {
  return rows.flatMap((row) => {
    const value = valueOf(row);
    return value === undefined ? [] : [{ day: dayOf(row), value }];
  });
}

/** Round numbers from 0 to what holds the highest value, about four steps. */
export function valueTicks(highest: number): number[] {
  if (highest <= 0) return [0, 1];
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => index * step);
}

/** First days of months within the days, so far apart that no more than the given number is shown. */
export function monthTicks(first: string, last: string, most: number): string[] {
  const months: string[] = [];
  const start = new Date(`${first.slice(0, 7)}-01T00:00:00Z`);
  for (let index = 1; ; index++) {
    const month = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index, 1)).toISOString().slice(0, 10);
    if (month > last) break;
    months.push(month);
  }
  const apart = Math.max(1, Math.ceil(months.length / most));
  return months.filter((_, index) => index % apart === 0);
}

/** The value of a line on a day: between two points it runs straight; none before the first and after the last. */
export function valueOn(points: readonly ChartPoint[], day: string): number | undefined {
  const next = points.findIndex((point) => point.day >= day);
  if (next === -1) return undefined;
  const right = points[next]!;
  if (right.day === day) return right.value;
  const left = points[next - 1];
  if (left === undefined) return undefined;
  const share = (dayNumber(day) - dayNumber(left.day)) / (dayNumber(right.day) - dayNumber(left.day));
  return left.value + (right.value - left.value) * share;
}
