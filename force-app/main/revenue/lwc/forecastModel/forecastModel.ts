/** The revenue forecast in the browser: shapes of the server and pure functions over them. Sums are whole cents of the firm's currency. */
import LOCALE from '@salesforce/i18n/locale';

export type PartKey = 'recognized' | 'scheduled' | 'tentative' | 'unscheduled' | 'pipeline';

export interface Part {
  key: PartKey;
  label: string;
  /** Name of the field, as sources name their part. */
  field: string;
  hint: string;
}

export const PARTS: readonly Part[] = [
  { key: 'recognized', label: 'Recognized', field: 'Recognized__c', hint: 'In the revenue ledger' },
  { key: 'scheduled', label: 'Scheduled', field: 'Scheduled__c', hint: 'Hard-booked work' },
  { key: 'tentative', label: 'Tentative', field: 'Tentative__c', hint: 'Soft-booked work' },
  { key: 'unscheduled', label: 'Unscheduled', field: 'Unscheduled__c', hint: 'Contracted, not booked yet' },
  { key: 'pipeline', label: 'Pipeline', field: 'WeightedPipeline__c', hint: 'Open opportunities by probability' },
];

/** Amounts in the currency of the subject; fields without a value are not there. */
export interface Cell extends Record<PartKey, number> {
  rowId: string;
  /** Not there for backlog nobody can say a month of. */
  month?: string;
  /** What a manager expects instead of all parts together. */
  expected?: number;
  reason?: string;
  expectedBy?: string;
  expectedAt?: string;
  mayOverride: boolean;
  unratedHours?: number;
  remark?: string;
  /** In the currency of the firm, as the ledger stored it; not there in older frozen versions. */
  firmRecognized?: number;
  /** To the currency of the firm. */
  exchangeRate?: number;
}

export interface Subject {
  recordId: string;
  isOpportunity: boolean;
  name: string;
  client?: string;
  practice?: string;
  region?: string;
  currencyCode: string;
  cells: Cell[];
}

export interface Grid {
  months: { startDate: string; isOpen: boolean }[];
  subjects: Subject[];
  currencyCode: string;
  mayManage: boolean;
  /** Whether opportunities are kept from the user: then nothing is known of the pipeline. */
  hidesPipeline?: boolean;
  isCut: boolean;
}

export interface Version {
  versionId: string;
  name: string;
  isWorking: boolean;
  takenOn?: string;
  openFrom?: string;
  notes?: string;
  runStatus?: 'Queued' | 'Running' | 'Completed' | 'Interrupted';
  total: number;
  done: number;
  computedAt?: string;
  problems?: string;
  canResume: boolean;
}

export type Grouping = 'project' | 'client' | 'practice' | 'region';

/** Amounts of a subject, a group or everything in one column. */
export interface Tally {
  parts: Record<PartKey, number>;
  /** What counts: overrides where all parts are shown, else the parts shown. */
  value: number;
  isOverridden: boolean;
  unratedHours: number;
  remarks: string[];
}

export interface Row {
  key: string;
  name: string;
  /** null for a group or the total. */
  subject: Subject | null;
  tallies: Map<string, Tally>;
  children: Row[];
}

/** Columns beside the months. */
export const UNDATED = 'undated';
export const TOTAL = 'total';

const UNNAMED: Record<Grouping, string> = {
  project: '',
  client: 'Without a client',
  practice: 'Without a practice',
  region: 'Without a region',
};

export function columnOf(cell: Cell): string {
  return cell.month ?? UNDATED;
}

export function emptyTally(): Tally {
  const parts = { recognized: 0, scheduled: 0, tentative: 0, unscheduled: 0, pipeline: 0 };
  return { parts, value: 0, isOverridden: false, unratedHours: 0, remarks: [] };
}

/** Cents of the firm's currency, half-up; each amount is converted by itself, as the server does. */
function converted(amount: number, rate: number): number {
  return Math.round(Number((amount * rate * 100).toFixed(4)));
}

/** What is recognized is worth what the ledger stored: converting it again would give two revenues of one month. */
function firmCentsOf(cell: Cell, key: PartKey, rate: number): number {
  return key === 'recognized' && cell.firmRecognized !== undefined
    ? Math.round(cell.firmRecognized * 100)
    : converted(cell[key], rate);
}

/** undefined where no exchange rate is known: such amounts are listed and never added up. */
export function tallyOf(cell: Cell, shown: ReadonlySet<PartKey>): Tally | undefined {
  const rate = cell.exchangeRate;
  if (rate === undefined) return undefined;
  const tally = emptyTally();
  let computed = 0;
  for (const { key } of PARTS) {
    if (!shown.has(key)) continue;
    tally.parts[key] = firmCentsOf(cell, key, rate);
    computed += tally.parts[key];
  }
  tally.isOverridden = cell.expected !== undefined && shown.size === PARTS.length;
  tally.value = tally.isOverridden ? converted(cell.expected!, rate) : computed;
  tally.unratedHours = cell.unratedHours ?? 0;
  tally.remarks = cell.remark === undefined ? [] : [cell.remark];
  return tally;
}

function add(into: Map<string, Tally>, column: string, tally: Tally): void {
  const sum = into.get(column) ?? emptyTally();
  for (const { key } of PARTS) sum.parts[key] += tally.parts[key];
  sum.value += tally.value;
  sum.isOverridden ||= tally.isOverridden;
  sum.unratedHours += tally.unratedHours;
  sum.remarks = [...new Set([...sum.remarks, ...tally.remarks])];
  into.set(column, sum);
}

function rowOf(subject: Subject, shown: ReadonlySet<PartKey>): Row {
  const tallies = new Map<string, Tally>();
  for (const cell of subject.cells) {
    const tally = tallyOf(cell, shown);
    if (tally === undefined) continue;
    add(tallies, columnOf(cell), tally);
    add(tallies, TOTAL, tally);
  }
  return { key: subject.recordId, name: subject.name, subject, tallies, children: [] };
}

function groupOf(key: string, name: string, children: Row[]): Row {
  const tallies = new Map<string, Tally>();
  for (const child of children) for (const [column, tally] of child.tallies) add(tallies, column, tally);
  return { key, name, subject: null, tallies, children };
}

/** Everything as one row whose children are the groups, or the subjects themselves by project; the largest first. */
export function rowsBy(grouping: Grouping, subjects: readonly Subject[], shown: ReadonlySet<PartKey>): Row {
  const rows = subjects.map((subject) => rowOf(subject, shown)).sort(bySize);
  if (grouping === 'project') return groupOf(TOTAL, 'Total', rows);
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = row.subject![grouping] ?? UNNAMED[grouping];
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const children = [...groups].map(([name, members]) => groupOf(`${grouping} ${name}`, name, members));
  return groupOf(TOTAL, 'Total', children.sort(bySize));
}

function bySize(left: Row, right: Row): number {
  return (
    (right.tallies.get(TOTAL)?.value ?? 0) - (left.tallies.get(TOTAL)?.value ?? 0) ||
    left.name.localeCompare(right.name)
  );
}

/** Subjects of either version: those that only the other one has stand without amounts of this one. */
export function withSubjectsOf(subjects: readonly Subject[], others: readonly Subject[]): Subject[] {
  const known = new Set(subjects.map((subject) => subject.recordId));
  return [
    ...subjects,
    ...others.filter((other) => !known.has(other.recordId)).map((other) => ({ ...other, cells: [] })),
  ];
}

/** Currencies of amounts that are in no total, because no exchange rate is known. */
export function unconverted(subjects: readonly Subject[]): string[] {
  const codes = subjects
    .filter((subject) => subject.cells.some((cell) => cell.exchangeRate === undefined))
    .map((subject) => subject.currencyCode);
  return [...new Set(codes)].sort();
}

/** Mar 2026 */
export function monthLabel(startDate: string): string {
  return new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${startDate}T00:00:00Z`),
  );
}

/** The first day of the month so many months away. */
export function shifted(startDate: string, months: number): string {
  const day = new Date(`${startDate}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + months);
  return day.toISOString().slice(0, 10);
}

const WHOLE = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });

/** Cents as whole units of the currency, as a grid shows them. */
export function wholeText(cents: number): string {
  return WHOLE.format(cents / 100);
}

/** What a table head over a bar says: 1.2M, 340K. */
export function shortText(cents: number): string {
  return new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 1 }).format(cents / 100);
}

const CSV_COLUMNS = [
  'Client',
  'Practice',
  'Region',
  'Name',
  'Kind',
  'Month',
  'Currency',
  ...PARTS.map((part) => part.label),
  'Override',
  'Reason',
  'Forecast',
  'Exchange rate',
];

/** One line for each subject and month, in the subject's currency; text that a spreadsheet would run is defused. */
export function csvOf(subjects: readonly Subject[]): string {
  const lines = subjects.flatMap((subject) =>
    subject.cells.map((cell) => [
      subject.client,
      subject.practice,
      subject.region,
      subject.name,
      subject.isOpportunity ? 'Opportunity' : 'Project',
      cell.month,
      subject.currencyCode,
      ...PARTS.map(({ key }) => cell[key].toFixed(2)),
      cell.expected?.toFixed(2),
      cell.reason,
      forecastOf(cell).toFixed(2),
      cell.exchangeRate,
    ]),
  );
  return [CSV_COLUMNS, ...lines].map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
}

/** In the currency of the subject. */
export function forecastOf(cell: Cell): number {
  return cell.expected ?? computedOf(cell);
}

/** All parts together, in the currency of the subject. */
export function computedOf(cell: Cell): number {
  return PARTS.reduce((cents, { key }) => cents + Math.round(cell[key] * 100), 0) / 100;
}

function csvCell(value: string | number | undefined): string {
  if (value === undefined) return '';
  const text = String(value);
  const safe = typeof value === 'string' && /^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
