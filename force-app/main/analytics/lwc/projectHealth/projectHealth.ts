import { api, LightningElement } from 'lwc';
import load from '@salesforce/apex/ProjectHealthController.load';
import recompute from '@salesforce/apex/ProjectHealthController.recompute';
import type { Figure } from 'c/figureList';
import {
  chartLines,
  dayText,
  dragsOf,
  hoursText,
  linesOf,
  NOT_KNOWN,
  ratioText,
  showsAmounts,
  wholeText,
  type ChartLine,
  type HealthView,
  type Snapshot,
} from 'c/healthModel';
import { withoutNulls } from 'c/withoutNulls';

interface Burn {
  key: string;
  label: string;
  used: number;
  done: number;
  usedWidth: string;
  doneStyle: string;
  style: string;
  text: string;
  note: string;
}

/** How a project stands: its score and what drags it down, earned value, schedule, budget, margin, and what is missing. */
export default class ProjectHealth extends LightningElement {
  @api recordId!: string;

  view?: HealthView;
  loadErrors?: unknown;
  recomputeErrors?: unknown;
  isBusy = false;
  /** What screen readers are told after recomputing. */
  announcement = '';

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.view === undefined && this.loadErrors === undefined;
  }

  get isEmpty(): boolean {
    return this.view?.snapshots.length === 0;
  }

  get canRecompute(): boolean {
    return this.view?.canRecompute === true;
  }

  get asOf(): string {
    return `As of ${dayText(this.now.Date__c)}`;
  }

  get rating(): string {
    return this.now.Rating__c ?? 'Unknown';
  }

  get ratingStyle(): string {
    return `rating rating_${this.rating.toLowerCase()}`;
  }

  get isRated(): boolean {
    return this.now.Score__c !== undefined;
  }

  get score(): number {
    return this.now.Score__c ?? 0;
  }

  get ratingText(): string {
    return this.isRated ? this.rating : 'Unknown: too little is known to rate the project.';
  }

  get drags(): object[] {
    return dragsOf(this.now).map(({ text, points }) => {
      const [name = '', ...rest] = text.split(': ');
      return {
        key: text,
        name,
        text: rest.join(': '),
        hasPoints: points > 0,
        points: `−${points}`,
        width: `width: ${Math.min(100, points * 4)}%`,
      };
    });
  }

  get hasNoDrags(): boolean {
    return this.drags.length === 0;
  }

  get missing(): string[] {
    return [...linesOf(this.now.Missing__c), ...linesOf(this.now.CostMissing__c)];
  }

  get isAnythingMissing(): boolean {
    return this.missing.length > 0;
  }

  get figures(): Figure[] {
    const { now } = this;
    const schedule: Figure[] = [
      {
        label: 'Complete',
        value: wholeText(now.PercentComplete__c, '%'),
        note: `${wholeText(now.PlannedPercent__c, '%')} due`,
      },
      { label: 'SPI (time)', value: ratioText(now.SPITime__c), note: this.lateness },
      {
        label: 'Schedule adherence',
        value: wholeText(now.ScheduleAdherence__c, '%'),
        note: this.tasksNote,
      },
      {
        label: 'Forecast end',
        value: dayText(this.view?.forecastEnd),
        note: `Baseline ${dayText(this.view?.plannedEnd)}`,
      },
    ];
    return this.view?.showsCost === true ? [...this.costFigures, ...schedule] : schedule;
  }

  get burns(): Burn[] {
    const { now } = this;
    const done = now.PercentComplete__c;
    const burns: Burn[] = [];
    if (now.BudgetHoursUsed__c !== undefined) {
      const hours = `${hoursText(now.ActualHours__c ?? 0)} of ${hoursText(now.BudgetHours__c)}`;
      burns.push(
        burn(
          'hours',
          'Hours',
          now.BudgetHoursUsed__c,
          done,
          `${hours}, ${hoursText(now.RemainingHours__c)} left to do`,
        ),
      );
    }
    if (now.BudgetAtCompletion__c !== undefined && now.ActualCost__c !== undefined) {
      const used = (now.ActualCost__c * 100) / now.BudgetAtCompletion__c;
      burns.push(
        burn(
          'cost',
          'Cost budget',
          used,
          done,
          `${this.money(now.ActualCost__c)} of ${this.money(now.BudgetAtCompletion__c)}`,
        ),
      );
    }
    return burns;
  }

  get hasNoBurn(): boolean {
    return this.burns.length === 0;
  }

  get lines(): ChartLine[] {
    return chartLines(this.view!);
  }

  get hasChart(): boolean {
    return this.lines.some(({ points }) => points.length > 1);
  }

  get chartTitle(): string {
    return showsAmounts(this.view!) ? 'Earned value' : 'Work due and done';
  }

  get chartUnit(): string {
    return showsAmounts(this.view!) ? this.currency : '%';
  }

  get chartSummary(): string {
    const { now } = this;
    return showsAmounts(this.view!)
      ? `${this.asOf}, planned value is ${this.money(now.PlannedValue__c)}, earned value ${this.money(now.EarnedValue__c)} and actual cost ${this.money(now.ActualCost__c)} of a budget of ${this.money(now.BudgetAtCompletion__c)}.`
      : `${this.asOf}, ${wholeText(now.PercentComplete__c, '%')} of the work is done and ${wholeText(now.PlannedPercent__c, '%')} is due.`;
  }

  get today(): string {
    return this.now.Date__c;
  }

  get estimates(): object[] {
    const { now } = this;
    if (!showsAmounts(this.view!)) return [];
    const row = (key: string, label: string, rule: string, value: string): object => ({ key, label, rule, value });
    return [
      row('bac', 'Budget at completion', 'BAC', this.money(now.BudgetAtCompletion__c)),
      row('eac', 'If the rest costs as the past did', 'EAC = BAC / CPI', this.money(now.EAC__c)),
      row('plan', 'If the rest costs what was planned', 'AC + BAC − EV', this.money(now.EACAtPlannedRate__c)),
      row('both', 'If delay costs as well', 'AC + (BAC − EV) / (CPI × SPI)', this.money(now.EACAtCostAndSchedule__c)),
      row('etc', 'Still to be spent', 'ETC = EAC − AC', this.money(now.EstimateToComplete__c)),
      row('vac', 'Left of the budget at the end', 'VAC = BAC − EAC', this.money(now.VarianceAtCompletion__c)),
      row('cv', 'Cost variance', 'CV = EV − AC', this.money(now.CostVariance__c)),
      row('sv', 'Schedule variance', 'SV = EV − PV', this.money(now.ScheduleVariance__c)),
      row('tcpi', 'Efficiency the rest needs to keep the budget', 'TCPI', ratioText(now.TCPI__c)),
    ];
  }

  get hasEstimates(): boolean {
    return this.estimates.length > 0;
  }

  get showsPhaseAmounts(): boolean {
    return showsAmounts(this.view!);
  }

  get hasPhases(): boolean {
    return this.view!.phases.length > 0;
  }

  get phases(): object[] {
    return this.view!.phases.map((phase) => ({
      key: phase.taskId ?? 'outside',
      name: phase.name,
      url: phase.taskId === undefined ? undefined : `/${phase.taskId}`,
      due: wholeText(phase.plannedPercent, '%'),
      done: wholeText(phase.donePercent, '%'),
      budget: this.money(phase.budget),
      planned: this.money(phase.planned),
      earned: this.money(phase.earned),
    }));
  }

  get hasIssues(): boolean {
    return this.view!.issues.length > 0;
  }

  get issues(): object[] {
    return this.view!.issues.map((issue) => ({
      key: issue.Id,
      url: `/${issue.Id}`,
      name: issue.Name,
      style: issue.Type__c === 'Blocker' ? 'kind kind_blocker' : 'kind',
      kind: issue.Type__c,
      facts: [
        issue.Severity__c,
        issue.DueDate__c === undefined ? '' : `due ${dayText(issue.DueDate__c)}`,
        issue.Owner__r?.Name ?? '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    }));
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    try {
      this.view = withoutNulls(await load<HealthView>({ projectId: this.recordId }));
    } catch (error) {
      this.loadErrors = error;
    }
  }

  async handleRecompute(): Promise<void> {
    this.isBusy = true;
    this.recomputeErrors = undefined;
    try {
      this.view = withoutNulls(await recompute<HealthView>({ projectId: this.recordId }));
      this.announcement = 'The health of the project is worked out anew.';
    } catch (error) {
      this.recomputeErrors = error;
    } finally {
      this.isBusy = false;
    }
  }

  private get now(): Snapshot {
    return this.view!.snapshots.at(-1)!;
  }

  private get currency(): string {
    return this.now.CurrencyCode__c ?? '';
  }

  private get costFigures(): Figure[] {
    const { now } = this;
    return [
      { label: 'CPI', value: ratioText(now.CPI__c), note: this.overrun },
      {
        label: 'Margin to date',
        value: wholeText(now.MarginToDate__c, '%'),
        note: 'of recognized revenue',
      },
      {
        label: 'Margin at completion',
        value: wholeText(now.MarginAtCompletion__c, '%'),
        note: 'of the contract value',
      },
      { label: 'SPI', value: ratioText(now.SPI__c), note: 'earned ÷ planned value' },
    ];
  }

  private get overrun(): string {
    const left = this.now.VarianceAtCompletion__c;
    if (left === undefined) return 'earned value ÷ cost';
    return left < 0 ? `${this.money(-left)} over budget at the end` : `${this.money(left)} left at the end`;
  }

  private get lateness(): string {
    const days = this.now.ScheduleVarianceDays__c;
    if (days === undefined) return 'no baseline';
    if (Math.abs(days) < 0.5) return 'on schedule';
    return `${wholeText(Math.abs(days), 'working days')} ${days < 0 ? 'late' : 'ahead'}`;
  }

  private get tasksNote(): string {
    return this.now.TasksDue__c
      ? `${this.now.TasksDone__c} of ${this.now.TasksDue__c} due are done`
      : 'nothing due yet';
  }

  private money(amount: number | undefined): string {
    return wholeText(amount, this.currency);
  }
}

/** A bar of what is used, with a mark where the work stands. */
function burn(key: string, label: string, used: number, done: number | undefined, note: string): Burn {
  const isOver = done !== undefined && used > done + 5;
  return {
    key,
    label,
    used: Math.round(used),
    done: done ?? 0,
    usedWidth: `width: ${Math.min(100, used)}%`,
    doneStyle: `left: ${Math.min(100, done ?? 0)}%`,
    style: isOver ? 'used used_over' : 'used',
    text: `${wholeText(used, '%')} used at ${done === undefined ? NOT_KNOWN : wholeText(done, '%')} complete`,
    note,
  };
}
