import { api, LightningElement } from 'lwc';
import {
  amountOf,
  billedMinutes,
  cellAmount,
  formatDate,
  formatDuration,
  formatMoney,
  parseDuration,
  type CellEdit,
  type Position,
  type SheetGrid,
} from 'c/timesheetModel';

/**
 * One cell in full: its note, how it is billed and what that is worth, and what was said about it. Fires `weektype` ({ edit }) while one
 * types, `weekedit` ({ edits }) when done, `adjust` ({ entryId, minutes, reason }) and `close`.
 */
export default class TimesheetDetails extends LightningElement {
  @api grid!: SheetGrid;
  @api position!: Position;
  @api locale = 'en-US';
  @api showsAmounts = false;
  /** Whether this approved time may be corrected. */
  @api canAdjust = false;
  @api isBusy = false;

  billedProblem?: string;
  adjustProblem?: string;
  isAdjusting = false;

  private isOpened = false;
  private typedNotes?: string;

  private get row() {
    return this.grid.row(this.position.rowKey);
  }

  private get cell() {
    return this.grid.cell(this.position);
  }

  get heading(): string {
    return this.row?.title ?? '';
  }

  get dayName(): string {
    const date = this.grid.days[this.position.day]?.date ?? '';
    return formatDate(date, this.locale, { weekday: 'long', month: 'long', day: 'numeric' });
  }

  get time(): string {
    return formatDuration(this.cell.value.minutes);
  }

  get notes(): string {
    return this.cell.value.notes;
  }

  get lock(): string | undefined {
    return this.grid.lock(this.position);
  }

  get isLocked(): boolean {
    return this.lock !== undefined;
  }

  get problem(): string | undefined {
    return this.cell.problem;
  }

  get rejection(): string | undefined {
    return this.cell.stored?.rejection;
  }

  get canBeBillable(): boolean {
    return this.row?.canBeBillable === true;
  }

  get isBillable(): boolean {
    return this.cell.value.isBillable;
  }

  get billedText(): string {
    const { billableMinutes } = this.cell.value;
    return billableMinutes === undefined ? '' : formatDuration(billableMinutes);
  }

  get billedHint(): string {
    return `All ${this.time}`;
  }

  /** `4:00 × $210.00 = $840.00`, or why there is no amount. */
  get worth(): string | undefined {
    const minutes = billedMinutes(this.cell.value);
    if (!this.showsAmounts || minutes === 0) return undefined;
    const rate = this.row?.rates[this.position.day];
    const currency = this.row?.currency ?? '';
    const amount = cellAmount(this.cell, rate, currency);
    if (amount === undefined) return 'There is no rate for this work on this day.';
    const isByRate = rate !== undefined && amountOf(minutes, rate, currency) === amount;
    const sum = formatMoney(amount, currency, this.locale);
    return isByRate ? `${formatDuration(minutes)} × ${formatMoney(rate, currency, this.locale)} = ${sum}` : sum;
  }

  get offersAdjusting(): boolean {
    return this.canAdjust && this.cell.stored !== undefined && this.cell.stored.adjustment === undefined;
  }

  get notAdjusting(): boolean {
    return !this.isAdjusting;
  }

  renderedCallback(): void {
    if (this.isOpened) return;
    this.isOpened = true;
    const first = this.isLocked ? '[data-close]' : 'lightning-textarea';
    this.template!.querySelector<HTMLElement>(first)?.focus();
  }

  handleKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (event.key !== 'Escape' && !isDone) return;
    event.preventDefault();
    this.close();
  }

  handleNotes(event: CustomEvent<{ value: string }>): void {
    this.typedNotes = event.detail.value;
    const edit = { ...this.position, notes: this.typedNotes };
    this.dispatchEvent(new CustomEvent('weektype', { detail: { edit } }));
  }

  keepNotes(): void {
    if (this.typedNotes === undefined) return;
    this.edit({ notes: this.typedNotes });
    this.typedNotes = undefined;
  }

  handleBillable(event: Event): void {
    this.edit({ isBillable: (event.target as HTMLInputElement).checked });
  }

  handleBilled(event: Event): void {
    this.takeBilled((event.target as HTMLInputElement).value);
  }

  private takeBilled(value: string): void {
    const parsed = parseDuration(value);
    this.billedProblem = 'problem' in parsed ? parsed.problem : undefined;
    if ('minutes' in parsed) this.edit({ billableMinutes: value.trim() === '' ? null : parsed.minutes });
  }

  startAdjusting(): void {
    this.isAdjusting = true;
  }

  handleAdjust(): void {
    const field = (name: string): string =>
      this.template!.querySelector<HTMLInputElement>(`[data-adjust="${name}"]`)?.value.trim() ?? '';
    const parsed = parseDuration(field('minutes'));
    const reason = field('reason');
    if ('problem' in parsed) this.adjustProblem = parsed.problem;
    else if (reason === '') this.adjustProblem = 'Say why: the reason stays with the correction.';
    else {
      this.adjustProblem = undefined;
      const detail = { entryId: this.cell.stored?.entryId, minutes: parsed.minutes, reason };
      this.dispatchEvent(new CustomEvent('adjust', { detail }));
    }
  }

  /** What was typed last is kept too: Escape leaves a field without telling it. What cannot be read is shown once. */
  close(): void {
    this.keepNotes();
    const wasShown = this.billedProblem !== undefined;
    const billed = this.template!.querySelector<HTMLInputElement>('[data-billed]');
    if (billed !== null && !billed.disabled && billed.value.trim() !== this.billedText) this.takeBilled(billed.value);
    if (this.billedProblem !== undefined && !wasShown) return;
    this.dispatchEvent(new CustomEvent('close'));
  }

  private edit(change: Partial<CellEdit>): void {
    const edits = [{ ...this.position, ...change }];
    this.dispatchEvent(new CustomEvent('weekedit', { detail: { edits } }));
  }
}
