import { api, LightningElement, wire } from 'lwc';
import adjust from '@salesforce/apex/TimesheetController.adjust';
import copyLastWeek from '@salesforce/apex/TimesheetController.copyLastWeek';
import getWeek from '@salesforce/apex/TimesheetController.getWeek';
import prefillFromBookings from '@salesforce/apex/TimesheetController.prefillFromBookings';
import recall from '@salesforce/apex/TimesheetController.recall';
import saveWeek from '@salesforce/apex/TimesheetController.saveWeek';
import startTimer from '@salesforce/apex/TimesheetController.startTimer';
import stopTimer from '@salesforce/apex/TimesheetController.stopTimer';
import submit from '@salesforce/apex/TimesheetController.submit';
import MAY_ADJUST from '@salesforce/customPermission/AdjustApprovedTime';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import RESOURCE from '@salesforce/schema/Timesheet__c.Resource__c';
import WEEK_START from '@salesforce/schema/Timesheet__c.WeekStart__c';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import { errorMessages } from 'c/errorMessages';
import {
  addDays,
  browserDevice,
  dateAt,
  formatDuration,
  formatWeek,
  WeekSession,
  type CellEdit,
  type PasteProblem,
  type Position,
  type SheetGrid,
  type Source,
  type Week,
  type WeekSaveResult,
  type WorkFound,
  type WorkRow,
} from 'c/timesheetModel';
import { SHORTCUTS } from './shortcuts';
import { clockName, runningKey, withClock } from './weekClock';
import { billingEdits } from './weekEdits';
import { problemLines, rejectionText, unsavedLines, unusual, type NoticeLine } from './weekNotices';
import { openCells, progressClass, progressStyle, saveText, weekFacts } from './weekSummary';

interface Focusable extends HTMLElement {
  focusCell(): void;
}

const PHONE = '(max-width: 640px)';
const POPOVER_WIDTH = 336;

/**
 * The week of the person who looks at it; on the page of a timesheet, that one. What is typed is kept on the device at once and saved a moment later; a conflict is shown and
 * never decided here.
 */
export default class TimesheetGrid extends LightningElement {
  /** The timesheet whose page this is on. */
  @api recordId?: string;

  week?: Week;
  grid?: SheetGrid;
  saveState: WeekSession['saveState'] = 'saved';
  loadErrors?: unknown;
  /** The user is no resource, and has no weeks. */
  hasNoWeeks = false;
  actionErrors?: unknown;
  isBusy = false;
  isPhone = false;
  showsShortcuts = false;
  announcement = '';
  question?: string;
  problems: readonly PasteProblem[] = [];
  details?: { position: Position; style: string };

  readonly locale = LOCALE;
  readonly today = dateAt(Date.now(), TIME_ZONE);
  readonly shortcuts = SHORTCUTS;

  private session?: WeekSession;
  /** Whose weeks are shown; null for those of the user. */
  private resourceId: string | null = null;
  /** Tells this page apart from other tabs and devices of the same person. */
  private readonly sessionId = crypto.randomUUID();
  private asked = 0;
  private media?: MediaQueryList;
  private readonly handleMedia = (event: { matches: boolean }): void => {
    this.isPhone = event.matches;
    this.details = undefined;
  };

  connectedCallback(): void {
    this.media = window.matchMedia?.(PHONE);
    this.isPhone = this.media?.matches === true;
    this.media?.addEventListener('change', this.handleMedia);
    if (this.recordId === undefined) this.load();
  }

  @wire(getRecord, { recordId: '$recordId', fields: [RESOURCE, WEEK_START] })
  handleRecord({ data, error }: { data?: unknown; error?: unknown }): void {
    if (error !== undefined) this.loadErrors = error;
    if (data === undefined || this.week !== undefined) return;
    this.resourceId = getFieldValue(data, RESOURCE) as string;
    this.load(getFieldValue(data, WEEK_START) as string);
  }

  disconnectedCallback(): void {
    this.media?.removeEventListener('change', this.handleMedia);
    this.session?.close();
  }

  get isLoading(): boolean {
    return this.week === undefined && this.loadErrors === undefined && !this.hasNoWeeks;
  }

  get isEmpty(): boolean {
    return this.grid?.rows.length === 0;
  }

  get title(): string {
    return this.week?.isOwn === false ? `Timesheet of ${this.week.resourceName}` : 'Timesheet';
  }

  get weekName(): string {
    return this.week === undefined ? '' : formatWeek(this.week.weekStart, this.locale);
  }

  get isThisWeek(): boolean {
    return this.week?.days.some(({ day }) => day === this.today) === true;
  }

  get weekTotal(): string {
    return formatDuration(this.grid?.totalMinutes ?? 0);
  }

  get weekFacts(): string {
    return this.grid === undefined ? '' : weekFacts(this.grid, this.week?.areAmountsVisible === true, this.locale);
  }

  get weekCapacity(): string {
    return `of ${formatDuration(this.grid?.capacityMinutes ?? 0)}`;
  }

  get progressStyle(): string {
    return this.grid === undefined ? '' : progressStyle(this.grid);
  }

  get progressClass(): string {
    return this.grid === undefined ? 'progress' : progressClass(this.grid);
  }

  get status(): string {
    return this.week?.status ?? '';
  }

  get statusClass(): string {
    return `status status_${this.status.toLowerCase()}`;
  }

  get isEditable(): boolean {
    return this.week?.isEditable === true;
  }

  get isRecallable(): boolean {
    return this.week?.isRecallable === true;
  }

  get isRejected(): boolean {
    return this.status === 'Rejected';
  }

  get rejectionText(): string {
    return this.grid === undefined ? '' : rejectionText(this.grid, this.week?.rejectionReason ?? '');
  }

  get waitingFor(): string | undefined {
    return this.status === 'Submitted' ? (this.week?.waitingFor ?? undefined) : undefined;
  }

  get saveText(): string {
    if (!this.isEditable || this.grid === undefined) return '';
    return saveText(this.grid, this.saveState, this.session?.isKept !== false);
  }

  get saveClass(): string {
    const isOpen = this.grid !== undefined && openCells(this.grid) > 0;
    const needsCare = isOpen || this.saveState === 'offline' || this.saveState === 'failed';
    return needsCare ? 'save save_care' : 'save';
  }

  get failure(): unknown {
    return this.saveState === 'failed' ? this.session?.failure : undefined;
  }

  get hasRefused(): boolean {
    return this.grid?.drafts.some((draft) => draft.state === 'refused') === true;
  }

  /** Not what is being typed just now. */
  get unsavedLines(): NoticeLine[] {
    return this.grid === undefined ? [] : unsavedLines(this.grid, this.session?.decided.drafts ?? [], this.locale);
  }

  get hasUnsaved(): boolean {
    return this.unsavedLines.length > 0;
  }

  get hasConflicts(): boolean {
    return (this.grid?.conflicts.length ?? 0) > 0;
  }

  get problemLines(): NoticeLine[] {
    return this.grid === undefined ? [] : problemLines(this.grid, this.problems, this.locale);
  }

  get hasProblems(): boolean {
    return this.problemLines.length > 0;
  }

  get cannotUndo(): boolean {
    return this.grid?.canUndo !== true || !this.isEditable;
  }

  get cannotRedo(): boolean {
    return this.grid?.canRedo !== true || !this.isEditable;
  }

  get cannotSubmit(): boolean {
    return this.isBusy || (this.grid?.totalMinutes ?? 0) === 0;
  }

  get runningKey(): string | undefined {
    const clock = this.week?.clock;
    return clock && this.grid !== undefined ? runningKey(clock, this.grid) : undefined;
  }

  get clockName(): string {
    return this.week?.clock ? clockName(this.week.clock) : '';
  }

  /** Opens a week; without a date, the one of today. The week on the screen stays until the other one is there. */
  async load(weekStart: string | null = null): Promise<void> {
    this.asked += 1;
    const question = this.asked;
    this.loadErrors = undefined;
    this.actionErrors = undefined;
    try {
      const week = await getWeek<Week | null>({ weekStart, resourceId: this.resourceId });
      if (question !== this.asked) return;
      this.hasNoWeeks = week === null;
      if (week !== null) this.open(week);
    } catch (error) {
      if (question === this.asked) this.loadErrors = error;
    }
  }

  private open(week: Week): void {
    this.session?.close();
    this.details = undefined;
    this.question = undefined;
    this.problems = [];
    this.week = week;
    const { weekStart, resourceId } = week;
    const session: WeekSession = new WeekSession({
      week,
      userId: USER_ID,
      device: browserDevice(),
      save: (cells) => saveWeek<WeekSaveResult>({ weekStart, resourceId, session: this.sessionId, cells }),
      onChange: () => this.show(session),
    });
    this.session = session;
    this.show(session);
  }

  private show(session: WeekSession): void {
    if (session !== this.session) return;
    this.grid = session.grid;
    this.saveState = session.saveState;
  }

  reload(): void {
    this.load(this.week?.weekStart ?? null);
  }

  handleThisWeek(): void {
    this.load();
  }

  handlePrevious(): void {
    this.goWeeks(-1);
  }

  handleNext(): void {
    this.goWeeks(1);
  }

  private goWeeks(weeks: number): void {
    if (this.week !== undefined) this.load(addDays(this.week.weekStart, 7 * weeks));
  }

  handleEdit(event: CustomEvent<{ edits: readonly CellEdit[] }>): void {
    this.problems = [];
    this.session?.edit(event.detail.edits);
  }

  handleType(event: CustomEvent<{ edit: CellEdit }>): void {
    this.session?.type(event.detail.edit);
  }

  handleCancel(): void {
    this.session?.cancelTyping();
  }

  handleUndo(): void {
    this.session?.undo();
  }

  handleRedo(): void {
    this.session?.redo();
  }

  handleProblems(event: CustomEvent<{ problems: readonly PasteProblem[] }>): void {
    this.problems = event.detail.problems;
  }

  closeProblems(): void {
    this.problems = [];
  }

  handleResolve(event: CustomEvent<{ position: Position; choice: 'mine' | 'theirs' }>): void {
    this.session?.resolve(event.detail.position, event.detail.choice);
  }

  handleRetry(): void {
    this.session?.retry();
  }

  handleWork(event: CustomEvent<{ row: WorkRow }>): void {
    this.session?.addRows([event.detail.row]);
    this.announcement = `${event.detail.row.title} was added to the week.`;
  }

  toggleShortcuts(): void {
    this.showsShortcuts = !this.showsShortcuts;
  }

  handleDetails(event: CustomEvent<{ position: Position; rect?: DOMRect }>): void {
    const { position, rect } = event.detail;
    this.details = { position, style: this.besideCell(rect) };
  }

  /** Below the cell, within the card. */
  private besideCell(rect: DOMRect | undefined): string {
    const card = this.template!.querySelector('.sheet')?.getBoundingClientRect();
    if (rect === undefined || card === undefined) return '';
    const left = Math.max(8, Math.min(rect.right - card.left - POPOVER_WIDTH, card.width - POPOVER_WIDTH - 8));
    return `left:${Math.round(left)}px;top:${Math.round(rect.bottom - card.top + 4)}px`;
  }

  /** Others' time is corrected in the approved week, one's own in the week of today, where it is approved. */
  get canAdjust(): boolean {
    return this.status === 'Approved' && (this.week?.isOwn === true || MAY_ADJUST === true);
  }

  handleAdjust(event: CustomEvent<{ entryId: string; minutes: number; reason: string }>): Promise<void> {
    return this.act(async () => {
      const week = await adjust<Week>(event.detail);
      const isHere = week.weekStart === this.week?.weekStart;
      if (isHere) this.open(week);
      this.closeDetails();
      const place = `the week of ${formatWeek(week.weekStart, this.locale)}, to be approved with it`;
      this.tell(`The correction was saved${isHere ? '' : ` in ${place}`}.`);
    });
  }

  closeDetails(): void {
    this.details = undefined;
    this.template!.querySelector<Focusable>('c-timesheet-table')?.focusCell();
  }

  handleRowAction(event: CustomEvent<{ rowKey: string; action: string }>): void {
    const { rowKey, action } = event.detail;
    const row = this.grid?.row(rowKey);
    if (row === undefined) return;
    if (action === 'remove') this.session?.removeRow(rowKey);
    else if (action === 'billing') this.switchBilling(row);
    else if (rowKey === this.runningKey) this.handleStopTimer();
    else this.startTimerOn(row);
  }

  private switchBilling(row: WorkRow): void {
    const edits = this.grid === undefined ? [] : billingEdits(this.grid, row);
    if (edits[0] === undefined) {
      this.announcement = 'There is no time in this row yet.';
      return;
    }
    this.session?.edit(edits);
    this.announcement = `${row.title} is ${edits[0].isBillable ? 'billable' : 'not billable'} now.`;
  }

  handleCopyLastWeek(): Promise<void> {
    return this.propose((parameters) => copyLastWeek<WorkFound>(parameters), 'Copied', 'last week');
  }

  handlePrefill(): Promise<void> {
    return this.propose((parameters) => prefillFromBookings<WorkFound>(parameters), 'Booking', 'your bookings');
  }

  private propose(read: (parameters: object) => Promise<WorkFound>, source: Source, from: string): Promise<void> {
    return this.act(async () => {
      const { session, week } = this;
      if (session === undefined || week === undefined) return;
      const found = await read({ weekStart: week.weekStart, resourceId: week.resourceId });
      const count = session.propose(found, source);
      const cells = count === 1 ? '1 cell was' : `${count} cells were`;
      this.tell(count === 0 ? `Nothing to take over from ${from}.` : `${cells} filled from ${from}.`);
    });
  }

  private startTimerOn(row: WorkRow): Promise<void> {
    const { projectId = null, taskId = null, assignmentId = null, key: rowKey } = row;
    const work = { rowKey, projectId, taskId, assignmentId, day: this.today };
    return this.act(async () => this.takeClock(await startTimer<Week>({ work })));
  }

  handleStopTimer(): Promise<void> {
    return this.act(async () => this.takeClock(await stopTimer<Week>()));
  }

  private takeClock(answer: Week): void {
    if (this.week === undefined) return;
    this.week = withClock(this.week, answer);
    if (this.week === answer) this.session?.reload(answer);
  }

  /** Submits at once when the week is as usual, else asks first. */
  async handleSubmit(): Promise<void> {
    await this.session?.flush();
    if (this.grid !== undefined && this.grid.drafts.length > 0) {
      this.actionErrors = [
        this.saveState === 'offline'
          ? 'You are offline. Everything typed is kept on this device; submit when you are connected again.'
          : 'Some cells are not saved yet. Settle them first, then submit.',
      ];
      return;
    }
    this.question = this.grid === undefined ? undefined : unusual(this.grid, this.locale);
    if (this.question === undefined) await this.submitNow();
  }

  cancelSubmit(): void {
    this.question = undefined;
  }

  submitNow(): Promise<void> {
    this.question = undefined;
    return this.change((parameters) => submit<Week>(parameters), 'The week was submitted.');
  }

  handleRecall(): Promise<void> {
    return this.change((parameters) => recall<Week>(parameters), 'The week was recalled. You can change it again.');
  }

  private change(call: (parameters: object) => Promise<Week>, done: string): Promise<void> {
    return this.act(async () => {
      if (this.week === undefined) return;
      const { weekStart, resourceId } = this.week;
      this.open(await call({ weekStart, resourceId }));
      this.tell(done);
    });
  }

  /** Runs one thing at a time, after what was typed is saved, and shows what went wrong. */
  private async act(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.actionErrors = undefined;
    this.announcement = '';
    try {
      await this.session?.flush();
      await work();
    } catch (error) {
      this.actionErrors = errorMessages(error);
    } finally {
      this.isBusy = false;
    }
  }

  /** For everybody to see, and for screen readers. */
  private tell(text: string): void {
    this.dispatchEvent(new ShowToastEvent({ title: text, variant: 'success' }));
  }

  closeActionErrors(): void {
    this.actionErrors = undefined;
  }
}
