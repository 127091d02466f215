import { api, LightningElement } from 'lwc';
import close from '@salesforce/apex/PeriodCloseController.close';
import getChecks from '@salesforce/apex/PeriodCloseController.getChecks';
import getPeriod from '@salesforce/apex/PeriodCloseController.getPeriod';
import getRows from '@salesforce/apex/PeriodCloseController.getRows';
import recognize from '@salesforce/apex/PeriodCloseController.recognize';
import reopen from '@salesforce/apex/PeriodCloseController.reopen';
import resume from '@salesforce/apex/PeriodCloseController.resume';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { moneyText } from 'c/cents';
import type { Figure } from 'c/figureList';
import { daysText } from 'c/dates';

interface Period {
  Id: string;
  Name: string;
  StartDate__c: string;
  EndDate__c: string;
  Status__c: 'Open' | 'Closed';
  RecognizedRevenue__c?: number;
  DeferredRevenue__c?: number;
  UnbilledRevenue__c?: number;
  LossProvision__c?: number;
  ClosedAt__c?: string;
  ClosedBy__r?: { Name: string };
  ReopenedAt__c?: string;
  ReopenedBy__r?: { Name: string };
  ReopenReason__c?: string;
}

interface Run {
  Id: string;
  Name: string;
  Kind__c: 'Close' | 'Recognition';
  Status__c: string;
  ProjectsTotal__c?: number;
  ProjectsDone__c?: number;
  RowsAdded__c?: number;
  Problems__c?: string;
}

interface View {
  period: Period;
  currencyCode: string;
  run?: Run;
  canResume: boolean;
  mayClose: boolean;
  isLatestClosed: boolean;
}

interface Check {
  code: string;
  label: string;
  advice: string;
  severity: 'Blocker' | 'Warning' | 'OK';
  count: number;
  isMore: boolean;
}

interface Row {
  recordId: string;
  name?: string;
  detail?: string;
}

const BADGES = {
  Blocker: 'slds-badge slds-theme_error',
  Warning: 'slds-badge slds-theme_warning',
  OK: 'slds-badge slds-theme_success',
};
const ASK_AGAIN_AFTER = 1000;

/** The close of a fiscal period: what speaks against it, the run with its progress, and opening it again. */
export default class PeriodClose extends LightningElement {
  view?: View;
  loadErrors?: unknown;
  actionErrors?: unknown;
  actionSummary = '';
  isBusy = false;
  isConfirming = false;
  reason = '';

  private periodId?: string;
  private found: Check[] = [];
  private openCode?: string;
  private openRows: Row[] = [];
  private acknowledged: ReadonlySet<string> = new Set();
  private timer?: ReturnType<typeof setTimeout>;

  @api get recordId(): string | undefined {
    return this.periodId;
  }

  set recordId(id: string | undefined) {
    if (id === this.periodId) return;
    this.periodId = id;
    this.view = undefined;
    this.found = [];
    this.acknowledged = new Set();
    this.openCode = undefined;
    this.isConfirming = false;
    this.reason = '';
    if (this.isConnected) this.reload();
  }

  connectedCallback(): void {
    this.reload();
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  get isLoading(): boolean {
    return this.view === undefined && this.loadErrors === undefined;
  }

  get period(): Period {
    return this.view!.period;
  }

  get run(): Run | undefined {
    return this.view!.run;
  }

  get isClosed(): boolean {
    return this.period.Status__c === 'Closed';
  }

  get title(): string {
    return `Fiscal period ${this.period.Name}`;
  }

  get statusStyle(): string {
    return this.isClosed ? 'slds-badge slds-theme_success' : 'slds-badge';
  }

  get history(): string {
    const { ClosedAt__c, ClosedBy__r, ReopenedAt__c, ReopenedBy__r, ReopenReason__c, StartDate__c, EndDate__c } =
      this.period;
    const isReopened = !this.isClosed && ReopenedAt__c !== undefined;
    if (isReopened) return `Opened again by ${ReopenedBy__r?.Name ?? 'somebody'}: ${ReopenReason__c ?? ''}`;
    if (this.isClosed && ClosedAt__c !== undefined) {
      return `Closed on ${dayOf(ClosedAt__c)} by ${ClosedBy__r?.Name ?? 'somebody'}`;
    }
    return daysText(StartDate__c, EndDate__c);
  }

  get figures(): Figure[] {
    const { RecognizedRevenue__c, DeferredRevenue__c, UnbilledRevenue__c, LossProvision__c } = this.period;
    return [
      { label: 'Recognized', note: 'in the period', amount: RecognizedRevenue__c },
      { label: 'Deferred', note: 'billed, not earned', amount: DeferredRevenue__c },
      { label: 'Unbilled', note: 'earned, not billed', amount: UnbilledRevenue__c },
      { label: 'Loss provision', note: 'losses to come', amount: LossProvision__c },
    ].map(({ label, note, amount }) => ({
      label,
      note,
      value: amount === undefined || amount === null ? '–' : moneyText(amount, this.view!.currencyCode),
    }));
  }

  get isRunning(): boolean {
    return this.run !== undefined && !this.canResume && ['Queued', 'Running'].includes(this.run.Status__c);
  }

  get canResume(): boolean {
    return this.view!.canResume && this.view!.mayClose;
  }

  get runTitle(): string {
    const { Kind__c, Status__c } = this.run!;
    const what = Kind__c === 'Close' ? 'Close' : 'Recognition';
    if (this.view!.canResume) return Status__c === 'Failed' ? `${what}: some projects failed` : `${what}: interrupted`;
    return `${what}: ${Status__c.toLowerCase()}`;
  }

  get percent(): number {
    const total = this.run!.ProjectsTotal__c ?? 0;
    return total === 0 ? 100 : Math.floor((100 * (this.run!.ProjectsDone__c ?? 0)) / total);
  }

  get runText(): string {
    const { ProjectsDone__c, ProjectsTotal__c, RowsAdded__c } = this.run!;
    const rows = RowsAdded__c === 1 ? '1 row added' : `${RowsAdded__c ?? 0} rows added`;
    return `${ProjectsDone__c ?? 0} of ${ProjectsTotal__c ?? 0} projects, ${rows} to the ledger`;
  }

  get problems(): string[] {
    return (this.run!.Problems__c ?? '').split('\n').filter((line) => line.trim() !== '');
  }

  get hasProblems(): boolean {
    return this.problems.length > 0;
  }

  get showsChecks(): boolean {
    return !this.isClosed && this.view!.mayClose && !this.isRunning;
  }

  get checks(): object[] {
    return this.found
      .filter((check) => check.severity !== 'OK')
      .map((check) => ({
        ...check,
        count: check.isMore ? `${check.count}+` : String(check.count),
        state: check.severity === 'Blocker' ? 'Blocks' : 'Warning',
        badge: BADGES[check.severity],
        style: check.severity === 'Blocker' ? 'item item_blocking' : 'item',
        hasRows: check.count > 0,
        isWarning: check.severity === 'Warning',
        isAcknowledged: this.acknowledged.has(check.code),
        isOpen: this.openCode === check.code,
        showLabel: `${check.label}: show ${check.count}`,
        acknowledgeLabel: `${check.label}: acknowledged`,
        rows: this.openRows.map((row) => ({ ...row, url: `/${row.recordId}` })),
      }));
  }

  get checksText(): string {
    if (this.found.length === 0) return 'Looking for what is missing …';
    const fine = this.found.filter((check) => check.severity === 'OK').length;
    return `${fine} of ${this.found.length} checks have found nothing.`;
  }

  get allIsWell(): boolean {
    return this.found.length > 0 && this.found.every((check) => check.severity === 'OK');
  }

  get isBlocked(): boolean {
    return this.found.some((check) => check.severity === 'Blocker');
  }

  get cannotClose(): boolean {
    const isOpenQuestion = this.found.some(
      (check) => check.severity === 'Warning' && !this.acknowledged.has(check.code),
    );
    return this.isBusy || this.isBlocked || isOpenQuestion || this.found.length === 0;
  }

  get cannotRecognize(): boolean {
    return this.isBusy || this.period.StartDate__c > new Date().toISOString().slice(0, 10);
  }

  get closeLabel(): string {
    return `Close ${this.period.Name}`;
  }

  get confirmText(): string {
    return `Closing ${this.period.Name} recognizes its revenue, books it, and lets nothing in it change any more.`;
  }

  get canReopen(): boolean {
    return this.view!.isLatestClosed && this.view!.mayClose;
  }

  get reopenLabel(): string {
    return `Reopen ${this.period.Name}`;
  }

  get cannotReopen(): boolean {
    return this.isBusy || this.reason.trim() === '';
  }

  handleAcknowledge(event: Event): void {
    const box = event.target as HTMLInputElement;
    const codes = new Set(this.acknowledged);
    if (box.checked) codes.add(box.dataset.code!);
    else codes.delete(box.dataset.code!);
    this.acknowledged = codes;
  }

  async handleRows(event: Event): Promise<void> {
    const code = (event.currentTarget as HTMLElement).dataset.code!;
    if (this.openCode === code) {
      this.openCode = undefined;
      return;
    }
    await this.act('The rows could not be loaded.', async () => {
      this.openRows = await getRows<Row[]>({ periodId: this.periodId, code });
      this.openCode = code;
    });
  }

  handleAsk(): void {
    this.isConfirming = true;
  }

  handleCancel(): void {
    this.isConfirming = false;
  }

  async handleClose(): Promise<void> {
    this.isConfirming = false;
    await this.act('The period was not closed.', async () => {
      this.take(await close<View>({ periodId: this.periodId, acknowledged: [...this.acknowledged] }));
      this.found = [];
      this.acknowledged = new Set();
    });
  }

  async handleRecognize(): Promise<void> {
    await this.act('Nothing was recognized.', async () => {
      this.take(await recognize<View>({ periodId: this.periodId }));
      await this.reload();
    });
  }

  async handleResume(): Promise<void> {
    await this.act('The run was not resumed.', async () => {
      this.take(await resume<View>({ periodId: this.periodId, runId: this.run!.Id }));
    });
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }

  async handleReopen(): Promise<void> {
    await this.act('The period was not opened again.', async () => {
      this.take(await reopen<View>({ periodId: this.periodId, reason: this.reason }));
      this.reason = '';
      await this.reload();
    });
  }

  async reload(): Promise<void> {
    if (this.periodId === undefined) return;
    this.loadErrors = undefined;
    try {
      this.take(await getPeriod<View>({ periodId: this.periodId }));
      if (this.showsChecks) this.found = await getChecks<Check[]>({ periodId: this.periodId });
    } catch (error) {
      this.loadErrors = error;
    }
  }

  private async act(summary: string, action: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.actionErrors = undefined;
    try {
      await action();
    } catch (error) {
      this.actionSummary = summary;
      this.actionErrors = error;
    } finally {
      this.isBusy = false;
    }
  }

  /** Asks again while something works on the period; says that it has changed when that is through. */
  private take(view: View): void {
    const before = this.view?.period.Status__c;
    this.view = view;
    clearTimeout(this.timer);
    if (this.isRunning && this.isConnected) {
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- the next question; cleared when the component leaves
      this.timer = setTimeout(() => this.reload(), ASK_AGAIN_AFTER);
    }
    if (before !== undefined && before !== view.period.Status__c) {
      this.dispatchEvent(new CustomEvent('statuschange', { detail: view.period.Id }));
    }
  }
}

/** The user's day of a moment. */
function dayOf(moment: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: TIME_ZONE }).format(new Date(moment));
}
