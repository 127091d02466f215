import { api, LightningElement } from 'lwc';
import approve from '@salesforce/apex/ExpenseReportController.approve';
import load from '@salesforce/apex/ExpenseReportController.load';
import quote from '@salesforce/apex/ExpenseReportController.quote';
import recall from '@salesforce/apex/ExpenseReportController.recall';
import reject from '@salesforce/apex/ExpenseReportController.reject';
import removeLine from '@salesforce/apex/ExpenseReportController.removeLine';
import saveLines from '@salesforce/apex/ExpenseReportController.saveLines';
import submit from '@salesforce/apex/ExpenseReportController.submit';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { errorMessages } from 'c/errorMessages';
import {
  ExpenseSheet,
  type Category,
  type ExpenseLine,
  type Project,
  type Quote,
  type RowChange,
  type SaveResult,
} from 'c/expenseModel';
import { lineViews, type LineView } from './lineViews';
import { withoutNulls } from 'c/withoutNulls';

interface Report {
  Id: string;
  Name: string;
  Purpose__c: string;
  Status__c: 'Draft' | 'Submitted' | 'Approved' | 'Rejected' | 'Reimbursed';
  CurrencyCode__c: string;
  RouteNote__c?: string;
  RejectionReason__c?: string;
  Resource__r?: { Name: string };
}

interface ReportView {
  report: Report;
  lines: ExpenseLine[];
  categories: Category[];
  projects: Project[];
  problems: { expenseId?: string; message: string }[];
  waitingFor: string[];
  today: string;
  isEditable: boolean;
  canRecall: boolean;
  canDecide: boolean;
  seesBilling: boolean;
  canSetMarkup: boolean;
}

interface SaveOutcome {
  results: SaveResult[];
  view: ReportView;
}

/** Columns one moves through with the keyboard, from left to right. */
const COLUMNS = ['day', 'category', 'project', 'entered', 'currency', 'billable'];

/**
 * An expense report as a grid. A line is saved as soon as one leaves a field and everything it needs is there; what the
 * server refuses stays on the screen with the reason. Enter and Shift+Enter move up and down; Enter in the last line makes
 * a new one. To an approver it is read-only, with a place for the reason beside each line.
 */
export default class ExpenseReportEditor extends LightningElement {
  @api recordId!: string;

  view?: ReportView;
  sheet = ExpenseSheet.of([], []);
  loadErrors?: unknown;
  actionErrors?: unknown;
  actionSummary = '';
  /** Whether the last save did not reach the server, so that trying again can help. */
  canRetry = false;
  isSaving = false;
  isBusy = false;
  openKey?: string;
  /** The line whose project list is filled: the others hold their own project alone, so that a long report stays light. */
  activeKey?: string;
  comment = '';

  private reasons: Record<string, string> = {};
  private keysMade = 0;
  private focusNext?: { key: string; column: string };

  connectedCallback(): void {
    this.reload();
  }

  renderedCallback(): void {
    if (this.focusNext === undefined) return;
    const { key, column } = this.focusNext;
    const target = this.cell(key, column);
    if (target === null) return;
    this.focusNext = undefined;
    target.focus();
  }

  get isLoading(): boolean {
    return this.view === undefined && this.loadErrors === undefined;
  }

  get routeNote(): string | undefined {
    return this.view?.report.RouteNote__c;
  }

  get firmCurrency(): string {
    return this.view?.report.CurrencyCode__c ?? '';
  }

  get isEditable(): boolean {
    return this.view?.isEditable === true && !this.isBusy;
  }

  get isReadOnly(): boolean {
    return !this.isEditable;
  }

  get isEmpty(): boolean {
    return this.sheet.rows.length === 0;
  }

  get emptyText(): string {
    return this.view?.isEditable
      ? 'Nothing is entered yet. Add the first expense; it is saved as you go.'
      : 'This report has no expenses.';
  }

  get statusText(): string {
    const view = this.view;
    if (view === undefined) return '';
    switch (view.report.Status__c) {
      case 'Submitted':
        return view.waitingFor.length > 0 ? `Waiting for ${view.waitingFor.join(', ')}` : 'Waiting for approval';
      case 'Approved':
        return 'Approved. Its lines are final; finance pays what is reimbursable.';
      case 'Reimbursed':
        return 'Approved and handed over for payment.';
      case 'Rejected':
        return view.report.RejectionReason__c ?? 'Rejected. See the reasons beside the lines.';
      default:
        return '';
    }
  }

  get statusClass(): string {
    const rejected = this.view?.report.Status__c === 'Rejected' ? 'slds-theme_warning' : '';
    return `slds-box slds-box_x-small slds-m-horizontal_small slds-m-bottom_x-small status ${rejected}`;
  }

  get saveText(): string {
    if (this.view?.isEditable !== true) return '';
    if (this.isSaving) return 'Saving…';
    const count = this.sheet.unsaved.length;
    if (count > 0) return count === 1 ? '1 line is not saved yet' : `${count} lines are not saved yet`;
    return this.isEmpty ? '' : 'All lines are saved';
  }

  get lines(): LineView[] {
    const view = this.view;
    if (view === undefined) return [];
    return lineViews(this.sheet, {
      firmCurrency: this.firmCurrency,
      categories: view.categories,
      projects: view.projects,
      openKey: this.openKey,
      activeKey: this.activeKey,
      seesBilling: view.seesBilling,
      reasons: this.reasons,
      isEditable: view.isEditable,
    });
  }

  get totals(): { total: string; reimbursable: string; missing: string | undefined; billed: string | undefined } {
    const { total, reimbursable, missing } = this.sheet.totals(this.firmCurrency);
    const money = (amount: number, code: string) =>
      `${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} ${code}`;
    const billed = this.sheet.billTotals.map(({ amount, currencyCode }) => money(amount, currencyCode)).join(' + ');
    return {
      total: money(total, this.firmCurrency),
      reimbursable: money(reimbursable, this.firmCurrency),
      missing: missing === 0 ? undefined : `${missing} without a rate, in no total`,
      billed: this.view?.seesBilling && billed !== '' ? billed : undefined,
    };
  }

  /** What is left to do before the report can be submitted, other than what the lines say themselves. */
  get problemSummary(): string | undefined {
    const view = this.view;
    if (!view?.isEditable || view.problems.length === 0 || this.isEmpty) return undefined;
    const lines = new Set(view.problems.map((problem) => problem.expenseId)).size;
    return lines === 1
      ? 'One line needs attention before you can submit.'
      : `${lines} lines need attention before you can submit.`;
  }

  get cannotSubmit(): boolean {
    return this.isBusy || this.isSaving || this.isEmpty || this.sheet.unsaved.length > 0;
  }

  get canDecide(): boolean {
    return this.view?.canDecide === true;
  }

  get canRecall(): boolean {
    return this.view?.canRecall === true;
  }

  get canSubmit(): boolean {
    return this.view?.isEditable === true;
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    try {
      const view = withoutNulls(await load<ReportView>({ reportId: this.recordId }));
      this.view = view;
      this.sheet = ExpenseSheet.of(view.lines, view.categories);
    } catch (error) {
      this.view = undefined;
      this.loadErrors = error;
    }
  }

  handleAdd(): void {
    const view = this.view;
    if (view === undefined) return;
    const last = this.sheet.rows.at(-1)?.line;
    this.keysMade += 1;
    const key = `new-${this.keysMade}`;
    const line: ExpenseLine = {
      day: last?.day ?? view.today,
      category: '',
      projectId: last?.projectId,
      projectName: last?.projectName,
      currencyCode: last?.currencyCode ?? view.report.CurrencyCode__c,
      isBillable: false,
      isReimbursable: last?.isReimbursable ?? true,
      isRefund: false,
    };
    this.sheet = this.sheet.add(key, line);
    this.activeKey = key;
    this.focusNext = { key, column: 'category' };
  }

  handleActivate(event: Event): void {
    this.activeKey = keyOf(event);
  }

  /** Each keystroke, so that amounts and warnings follow; saving waits for the field to be left. */
  handleType(event: Event): void {
    const key = keyOf(event);
    this.sheet = this.sheet.change(key, { entered: (event.currentTarget as HTMLInputElement).value });
  }

  handleField(event: Event): void {
    const input = event.currentTarget as HTMLInputElement;
    const key = keyOf(event);
    switch (input.dataset.column) {
      case 'day':
        this.change(key, { day: input.value });
        break;
      case 'category':
        this.change(key, { category: input.value });
        break;
      case 'project':
        this.change(key, this.projectChange(input.value));
        break;
      case 'currency':
        this.change(key, { currencyCode: input.value.trim().toUpperCase() });
        break;
      case 'billable':
        this.change(key, { isBillable: input.checked });
        break;
      default:
        this.change(key, { entered: input.value });
    }
  }

  handleDetail(event: CustomEvent<RowChange>): void {
    this.change(keyOf(event), event.detail);
  }

  handleToggle(event: Event): void {
    const key = keyOf(event);
    this.openKey = this.openKey === key ? undefined : key;
  }

  handleReason(event: Event): void {
    const input = event.currentTarget as HTMLInputElement;
    this.reasons = { ...this.reasons, [keyOf(event)]: input.value };
  }

  handleComment(event: CustomEvent<{ value: string }>): void {
    this.comment = event.detail.value;
  }

  handleKeyDown(event: KeyboardEvent): void {
    const input = event.currentTarget as HTMLElement;
    const column = input.dataset.column ?? '';
    const isText = column === 'entered' || column === 'currency';
    if (event.key === 'Enter') this.moveDown(event, column, event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown' && isText) this.moveDown(event, column, 1);
    else if (event.key === 'ArrowUp' && isText) this.moveDown(event, column, -1);
    else if (event.altKey && event.key === 'ArrowRight') this.moveAcross(event, column, 1);
    else if (event.altKey && event.key === 'ArrowLeft') this.moveAcross(event, column, -1);
  }

  async handleRemove(event: Event): Promise<void> {
    const key = keyOf(event);
    const expenseId = this.sheet.row(key)?.line.expenseId;
    if (expenseId === undefined) {
      this.sheet = this.sheet.remove(key);
      return;
    }
    await this.act('The line was not removed.', async () => {
      await removeLine<void>({ reportId: this.recordId, expenseId });
      this.sheet = this.sheet.remove(key);
    });
  }

  async handleReceipts(): Promise<void> {
    await this.showAgain();
  }

  async handleSubmit(): Promise<void> {
    const isDone = await this.act('The report was not submitted.', () =>
      submit<void>({ reportId: this.recordId, comment: null }),
    );
    if (isDone) this.tell('Submitted', this.statusText);
  }

  async handleRecall(): Promise<void> {
    const isDone = await this.act('The report was not recalled.', () => recall<void>({ reportId: this.recordId }));
    if (isDone) this.tell('Recalled', 'You can change the lines again.');
  }

  async handleApprove(): Promise<void> {
    const isDone = await this.act('The report was not approved.', () =>
      approve<void>({ reportId: this.recordId, comment: this.comment }),
    );
    if (isDone) this.tell('Approved', 'Your approval is noted.');
  }

  async handleReject(): Promise<void> {
    const reasons = Object.fromEntries(Object.entries(this.reasons).filter(([, reason]) => reason.trim() !== ''));
    const isDone = await this.act('The report was not rejected.', () =>
      reject<void>({ reportId: this.recordId, comment: this.comment, reasons }),
    );
    if (isDone) this.tell('Rejected', 'The report is back with its owner, with your reasons.');
  }

  private projectChange(projectId: string): RowChange {
    const project = this.view?.projects.find((candidate) => candidate.projectId === projectId);
    return { projectId: project?.projectId, projectName: project?.name };
  }

  private change(key: string, change: RowChange): void {
    this.sheet = this.sheet.change(key, change);
    this.save();
    this.askForRates(key);
  }

  /** One save at a time; what changes meanwhile goes with the next one. */
  private async save(): Promise<void> {
    const sent = this.sheet.toSave();
    if (this.isSaving || sent.length === 0) return;
    this.isSaving = true;
    this.canRetry = false;
    this.actionErrors = undefined;
    let isStored = false;
    try {
      const outcome = withoutNulls(await saveLines<SaveOutcome>({ reportId: this.recordId, lines: sent }));
      this.sheet = this.sheet.takeOutcome(sent, outcome.results, outcome.view.lines);
      this.view = outcome.view;
      isStored = true;
      notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    } catch (error) {
      this.fail('Your last changes are not saved yet; they are still here.', error);
      this.canRetry = true;
    } finally {
      this.isSaving = false;
    }
    if (isStored) await this.save();
  }

  /** Rates of the day for a line that cannot be saved yet. */
  private async askForRates(key: string): Promise<void> {
    const row = this.sheet.row(key);
    if (row === undefined || row.quote !== undefined || row.line.category === '' || row.line.day === '') return;
    const { category, currencyCode, day } = row.line;
    try {
      const found = withoutNulls(
        await quote<Quote>({ reportId: this.recordId, entry: { category, currencyCode, day } }),
      );
      const now = this.sheet.row(key)?.line;
      if (now?.category === category && now.currencyCode === currencyCode && now.day === day)
        this.sheet = this.sheet.setQuote(key, found);
    } catch (error) {
      this.fail('The rate of the day could not be read.', error);
    }
  }

  /** Whether it is done; what became of the report is shown then. */
  private async act(summary: string, action: () => Promise<void>): Promise<boolean> {
    this.isBusy = true;
    this.actionErrors = undefined;
    try {
      await action();
    } catch (error) {
      this.fail(summary, error);
      this.isBusy = false;
      return false;
    }
    notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    await this.showAgain();
    return true;
  }

  /** Reads the report again, and keeps what is not saved yet. */
  private async showAgain(): Promise<void> {
    this.isBusy = true;
    this.actionErrors = undefined;
    try {
      this.view = withoutNulls(await load<ReportView>({ reportId: this.recordId }));
      this.sheet = this.sheet.takeLines(this.view.lines);
    } catch (error) {
      this.fail('The report could not be read again. Reload the page to see how it stands.', error);
    } finally {
      this.isBusy = false;
    }
  }

  handleRetry(): void {
    this.save();
  }

  private fail(summary: string, error: unknown): void {
    this.actionSummary = summary;
    this.actionErrors = errorMessages(error);
    this.canRetry = false;
  }

  private tell(title: string, message: string): void {
    this.dispatchEvent(new ShowToastEvent({ title, message, variant: 'success' }));
  }

  private moveDown(event: Event, column: string, step: number): void {
    const rows = this.sheet.rows;
    const index = rows.findIndex((row) => row.key === keyOf(event)) + step;
    const target = rows[index];
    event.preventDefault();
    if (target !== undefined) this.cell(target.key, column)?.focus();
    else if (index === rows.length && this.isEditable && (event as KeyboardEvent).key === 'Enter') {
      (event.currentTarget as HTMLElement).blur();
      this.handleAdd();
    }
  }

  private moveAcross(event: Event, column: string, step: number): void {
    event.preventDefault();
    const target = COLUMNS[COLUMNS.indexOf(column) + step];
    if (target !== undefined) this.cell(keyOf(event), target)?.focus();
  }

  private cell(key: string, column: string): HTMLElement | null {
    return this.template!.querySelector<HTMLElement>(`[data-key="${key}"][data-column="${column}"]`);
  }
}

function keyOf(event: Event): string {
  return (event.currentTarget as HTMLElement).dataset.key ?? '';
}
