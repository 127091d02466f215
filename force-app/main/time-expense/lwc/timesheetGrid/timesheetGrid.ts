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
  formatDate,
  formatDuration,
  formatWeek,
  formatWorth,
  WeekSession,
  worthOf,
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

interface Focusable extends HTMLElement {
  focusCell(): void;
}

const PHONE = '(max-width: 640px)';
const POPOVER_WIDTH = 336;

const SAVE_TEXTS = {
  saved: 'Saved',
  waiting: 'Saving…',
  saving: 'Saving…',
  offline: 'Offline – kept on this device',
  failed: 'Not saved',
} as const;

const SHORTCUTS = [
  ['1:30, 1.5, 90m', 'Type a duration'],
  ['Enter, F2', 'Edit the cell; Enter again goes down'],
  ['Tab', 'Next cell; Esc and then Tab leaves the grid'],
  ['Shift + arrows', 'Select cells'],
  ['Delete', 'Clear'],
  ['Ctrl C, Ctrl V', 'Copy and paste, also from a spreadsheet'],
  ['Ctrl R', 'Fill to the right'],
  ['Ctrl Z, Ctrl Y', 'Undo and redo'],
  ['Shift Enter', 'Note and billing of the cell'],
].map(([keys, meaning]) => ({ keys, meaning }));

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
    return this.week === undefined && this.loadErrors === undefined;
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
    if (this.grid === undefined) return '';
    const billable = `${formatDuration(this.grid.billableMinutes)} billable`;
    const worth = this.week?.areAmountsVisible === true ? worthOf(this.grid) : undefined;
    const money = worth === undefined ? '' : formatWorth(worth, this.locale);
    const missing = worth !== undefined && worth.minutesWithoutRate > 0;
    const gap = missing ? `${formatDuration(worth.minutesWithoutRate)} without a rate` : '';
    return [billable, money, gap].filter((part) => part !== '').join(' · ');
  }

  get weekCapacity(): string {
    return `of ${formatDuration(this.grid?.capacityMinutes ?? 0)}`;
  }

  get progressStyle(): string {
    const capacity = this.grid?.capacityMinutes ?? 0;
    const share = capacity === 0 ? 0 : Math.min(1, (this.grid?.totalMinutes ?? 0) / capacity);
    return `width:${Math.round(share * 100)}%`;
  }

  get progressClass(): string {
    const total = this.grid?.totalMinutes ?? 0;
    const capacity = this.grid?.capacityMinutes ?? 0;
    if (total > capacity) return 'progress progress_over';
    return total === capacity ? 'progress progress_full' : 'progress';
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
    const marked = this.grid?.rows.some(({ key }) =>
      this.grid?.days.some((_, day) => this.grid?.cell({ rowKey: key, day }).stored?.rejection !== undefined),
    );
    const hint = marked ? 'Cells with a red corner say why. ' : '';
    return `${this.week?.rejectionReason ?? ''} ${hint}Correct it and submit it again.`.trim();
  }

  get waitingFor(): string | undefined {
    return this.status === 'Submitted' ? (this.week?.waitingFor ?? undefined) : undefined;
  }

  /** Cells that will not be saved before somebody has looked at them. */
  private get openCells(): number {
    const states = this.grid?.drafts.map((draft) => draft.state) ?? [];
    return states.filter((state) => state !== 'queued').length;
  }

  get saveText(): string {
    if (!this.isEditable) return '';
    if (this.session?.isKept === false) return 'Not saved yet: keep this page open';
    if (this.saveState === 'saved' && this.openCells > 0) {
      return this.openCells === 1 ? '1 cell needs you' : `${this.openCells} cells need you`;
    }
    return SAVE_TEXTS[this.saveState];
  }

  get saveClass(): string {
    const needsCare = this.openCells > 0 || this.saveState === 'offline' || this.saveState === 'failed';
    return needsCare ? 'save save_care' : 'save';
  }

  get failure(): unknown {
    return this.saveState === 'failed' ? this.session?.failure : undefined;
  }

  get hasRefused(): boolean {
    return this.grid?.drafts.some((draft) => draft.state === 'refused') === true;
  }

  /** What was refused or is no duration, by cell; not what is being typed just now. */
  get unsavedLines(): { key: string; text: string }[] {
    const drafts = this.session?.decided.drafts ?? [];
    const unsaved = drafts.filter(({ state }) => state === 'refused' || state === 'invalid');
    return unsaved.map((draft) => {
      const typed = draft.text === undefined ? '' : `“${draft.text}”: `;
      return { key: draft.id, text: `${this.nameOf(draft)}: ${typed}${this.grid?.cell(draft).problem ?? ''}` };
    });
  }

  get hasUnsaved(): boolean {
    return this.unsavedLines.length > 0;
  }

  get hasConflicts(): boolean {
    return (this.grid?.conflicts.length ?? 0) > 0;
  }

  get problemLines(): { key: number; text: string }[] {
    const lost = this.problems.filter(({ text, at }) => at === undefined || this.grid?.cell(at).draft?.text !== text);
    return lost.map(({ text, message, at }, key) => {
      const place = at === undefined ? '' : `${this.nameOf(at)}, `;
      return { key, text: `${place}“${text}”: ${message}` };
    });
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

  /** Row that the running clock belongs to; its work may stand in no row of this week. */
  get runningKey(): string | undefined {
    const clock = this.week?.clock;
    if (!clock) return undefined;
    const isClocks = (row: WorkRow): boolean =>
      row.projectId === (clock.projectId ?? undefined) &&
      row.taskId === (clock.taskId ?? undefined) &&
      row.assignmentId === (clock.assignmentId ?? undefined);
    return this.grid?.rows.find(isClocks)?.key;
  }

  get clockName(): string {
    const clock = this.week?.clock;
    return [clock?.taskName, clock?.projectName].filter((name) => name).join(' · ');
  }

  private nameOf({ rowKey, day }: Position): string {
    const date = this.grid?.days[day]?.date ?? '';
    return `${this.grid?.row(rowKey)?.title ?? ''}, ${formatDate(date, this.locale, { weekday: 'short' })}`;
  }

  /** Opens a week; without a date, the one of today. The week on the screen stays until the other one is there. */
  async load(weekStart: string | null = null): Promise<void> {
    this.asked += 1;
    const question = this.asked;
    this.loadErrors = undefined;
    this.actionErrors = undefined;
    try {
      const week = await getWeek<Week>({ weekStart, resourceId: this.resourceId });
      if (question === this.asked) this.open(week);
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

  /** All time of the row together: when some of it is billed, none of it is. */
  private switchBilling(row: WorkRow): void {
    const grid = this.grid;
    if (grid === undefined) return;
    const days = [...grid.days.keys()].filter((day) => grid.cell({ rowKey: row.key, day }).value.minutes !== 0);
    if (days.length === 0) {
      this.announcement = 'There is no time in this row yet.';
      return;
    }
    const isOn = days.some((day) => grid.cell({ rowKey: row.key, day }).value.isBillable);
    this.session?.edit(days.map((day) => ({ rowKey: row.key, day, isBillable: !isOn })));
    this.announcement = `${row.title} is ${isOn ? 'not billable' : 'billable'} now.`;
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

  /** The answer is the clock's week, which need not be the one on the screen. */
  private takeClock(week: Week): void {
    if (this.week === undefined) return;
    if (week.weekStart === this.week.weekStart) {
      this.week = week;
      this.session?.reload(week);
    } else {
      this.week = { ...this.week, clock: week.clock };
    }
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
    this.question = this.unusual();
    if (this.question === undefined) await this.submitNow();
  }

  /** What a person would want to be asked about before the week goes to the approver. */
  private unusual(): string | undefined {
    const grid = this.grid;
    if (grid === undefined) return undefined;
    const missing = grid.days.filter((day, index) => day.capacityMinutes > 0 && grid.dayMinutes(index) === 0);
    if (missing.length > 0) {
      const names = missing.map(({ date }) => formatDate(date, this.locale, { weekday: 'long' }));
      return `There is no time on ${new Intl.ListFormat(this.locale).format(names)}. Submit the week nevertheless?`;
    }
    const over = grid.totalMinutes - grid.capacityMinutes;
    if (over > 0)
      return `The week is ${formatDuration(over)} over your ${formatDuration(grid.capacityMinutes)}. Submit it?`;
    if (over < 0)
      return `${formatDuration(-over)} of your ${formatDuration(grid.capacityMinutes)} are missing. Submit it?`;
    return undefined;
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
