/** What finance sees of work that is to be billed: shapes of the server and pure functions over them. */
import { moneyText, sum } from 'c/cents';

/** Work that is on no invoice yet, of one project. */
export interface WorkRow {
  projectId: string;
  projectName: string;
  accountId?: string;
  accountName?: string;
  currencyCode: string;
  /** Up to 30 days, up to 60, up to 90, older. */
  amountsByAge: number[];
  total: number;
  onHold: number;
  notApproved: number;
  minutesWithoutRate: number;
}

export interface ProjectPreview {
  projectId: string;
  projectName: string;
  accountId?: string;
  accountName?: string;
  currencyCode: string;
  amount: number;
  lineCount: number;
}

export interface Unbilled {
  recordId: string;
  projectId: string;
  projectName: string;
  currencyCode: string;
  kind: 'Time' | 'Expense' | 'Arrangement';
  label?: string;
  workDate?: string;
  minutes?: number;
  /** Not given when nobody knows what the work is worth. */
  amount?: number;
  reason: string;
  detail?: string;
}

export interface Preview {
  projects: ProjectPreview[];
  unbilled: Unbilled[];
  /** Whether one project alone has more open work than is read. */
  isCut: boolean;
  /** What the next part is to be of. */
  leftProjectIds: string[];
}

export interface Run {
  runId: string;
  name: string;
  status: 'Queued' | 'Running' | 'Completed' | 'Interrupted';
  cutOffDate: string;
  projectsTotal?: number;
  projectsDone?: number;
  entriesBilled?: number;
  invoicesDrafted?: number;
  amount?: number;
  problems?: string;
  canResume: boolean;
  startedAt: string;
}

/** What a run is asked to bill; without accounts and projects, everything. */
export interface RunRequest {
  cutOffDate: string;
  invoiceDate: string | null;
  accountIds: string[];
  projectIds: string[];
  invoicePer: 'Project' | 'Account';
}

export interface Total {
  currencyCode: string;
  amount: number;
}

/** Everything that stays out for one reason. */
export interface ReasonGroup {
  reason: string;
  works: Unbilled[];
  totals: Total[];
  /** Work whose worth is not known. */
  unknownCount: number;
}

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15_000;

/** All parts of a preview as one, read one after the other; by client and project, as each part is. */
export async function wholePreview(read: (leftProjectIds: string[] | null) => Promise<Preview>): Promise<Preview> {
  let whole = await read(null);
  while (whole.leftProjectIds.length > 0) {
    // eslint-disable-next-line no-await-in-loop -- each part says what is left
    const part = await read(whole.leftProjectIds);
    whole = {
      projects: [...whole.projects, ...part.projects].sort(byClient),
      unbilled: [...whole.unbilled, ...part.unbilled],
      isCut: whole.isCut || part.isCut,
      leftProjectIds: part.leftProjectIds,
    };
  }
  return whole;
}

function byClient(a: ProjectPreview, b: ProjectPreview): number {
  return (a.accountName ?? '').localeCompare(b.accountName ?? '') || a.projectName.localeCompare(b.projectName);
}

/** One total for each currency, in their order; currencies are never added up. */
export function totalsOf(rows: readonly { currencyCode: string; amount?: number }[]): Total[] {
  const byCode = new Map<string, number[]>();
  for (const { currencyCode, amount } of rows) {
    if (amount !== undefined) byCode.set(currencyCode, [...(byCode.get(currencyCode) ?? []), amount]);
  }
  return [...byCode]
    .map(([currencyCode, amounts]) => ({ currencyCode, amount: sum(amounts) }))
    .sort((a, b) => a.currencyCode.localeCompare(b.currencyCode));
}

export function totalsText(totals: readonly Total[]): string {
  return totals.map(({ amount, currencyCode }) => moneyText(amount, currencyCode)).join(' · ');
}

/** The reasons in the order in which they come up, each with all its work. */
export function groupByReason(works: readonly Unbilled[]): ReasonGroup[] {
  const byReason = new Map<string, Unbilled[]>();
  for (const work of works) byReason.set(work.reason, [...(byReason.get(work.reason) ?? []), work]);
  return [...byReason].map(([reason, ofReason]) => ({
    reason,
    works: ofReason,
    totals: totalsOf(ofReason),
    unknownCount: ofReason.filter((work) => work.amount === undefined).length,
  }));
}

/** Whether a run bills the project: its own choice, its account's, or nothing was chosen. */
export function isInScope(
  row: { projectId: string; accountId?: string },
  accountIds: readonly string[],
  projectIds: readonly string[],
): boolean {
  if (accountIds.length === 0 && projectIds.length === 0) return true;
  return projectIds.includes(row.projectId) || (row.accountId !== undefined && accountIds.includes(row.accountId));
}

/** What is chosen once some of it was ticked or cleared. */
export function withChoice(chosen: readonly string[], ids: readonly string[], isChosen: boolean): string[] {
  const others = chosen.filter((id) => !ids.includes(id));
  return isChosen ? [...others, ...ids] : others;
}

/** Hours and minutes, as a timesheet shows them. */
export function hoursText(minutes: number): string {
  const whole = Math.abs(minutes);
  return `${minutes < 0 ? '-' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Whether a job still works on the run, or is about to. */
export function isActive(run: Run): boolean {
  return (run.status === 'Queued' || run.status === 'Running') && !run.canResume;
}

/** Milliseconds until a run is asked again: at once after progress, then ever later. */
export function pauseAfter(before: Run | undefined, now: Run, pause: number): number {
  const hasMoved = before?.projectsDone !== now.projectsDone || before?.status !== now.status;
  return hasMoved || pause === 0 ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
}

/** Finished part of a run in percent. */
export function percentOf(run: Run): number {
  if (run.status === 'Completed') return 100;
  const total = run.projectsTotal ?? 0;
  return total === 0 ? 0 : Math.min(100, Math.floor(((run.projectsDone ?? 0) * 100) / total));
}

/** Last day of the month before, in which most runs end. */
export function lastMonthEnd(today: Date): string {
  return new Date(Date.UTC(today.getFullYear(), today.getMonth(), 0)).toISOString().slice(0, 10);
}
