import { api, LightningElement } from 'lwc';
import explain from '@salesforce/apex/ForecastController.explain';
import saveOverride from '@salesforce/apex/ForecastController.saveOverride';
import { groupedText, moneyText, parseAmount, amountText } from 'c/cents';
import { errorMessages } from 'c/errorMessages';
import { computedOf, forecastOf, monthLabel, PARTS, type Cell, type Subject } from 'c/forecastModel';
import { withoutNulls } from 'c/withoutNulls';

interface Source {
  kind: string;
  part: string;
  recordId?: string;
  label: string;
  hours?: number;
  rate?: number;
  amount: number;
  note?: string;
}

interface PartView {
  key: string;
  label: string;
  swatch: string;
  amount: string;
  sources: { key: string; url?: string; label: string; kind: string; how?: string; note?: string; amount: string }[];
}

/**
 * One number of the forecast: the rows it is made of, and a manager's own number instead. Fires `override` with the cell
 * when that is saved or cleared and `close` when it is left.
 */
export default class ForecastDetail extends LightningElement {
  @api subject!: Subject;

  sources?: Source[];
  errors?: unknown;
  problem = '';
  isSaving = false;
  amount = '';
  reason = '';

  private shown!: Cell;
  private isFocused = false;

  @api get cell(): Cell {
    return this.shown;
  }

  set cell(cell: Cell) {
    const before = this.shown as Cell | undefined;
    const isOther = cell.rowId !== before?.rowId;
    this.shown = cell;
    if (!isOther && cell.expected === before.expected) return;
    this.amount = cell.expected === undefined ? '' : amountText(cell.expected);
    this.reason = cell.reason ?? '';
    this.problem = '';
    if (isOther) {
      this.isFocused = false;
      this.reload();
    }
  }

  renderedCallback(): void {
    if (this.isFocused) return;
    this.isFocused = true;
    this.template!.querySelector<HTMLElement>(this.shown.mayOverride ? '[data-field="amount"]' : 'h3')?.focus();
  }

  get title(): string {
    return this.shown.month === undefined ? 'Without a month' : monthLabel(this.shown.month);
  }

  get subjectUrl(): string {
    return `/${this.subject.recordId}`;
  }

  get forecast(): string {
    return moneyText(forecastOf(this.shown), this.subject.currencyCode);
  }

  get computed(): string {
    return moneyText(computedOf(this.shown), this.subject.currencyCode);
  }

  get isOverridden(): boolean {
    return this.shown.expected !== undefined;
  }

  get rateText(): string | undefined {
    const { exchangeRate } = this.shown;
    if (exchangeRate === undefined) return 'No exchange rate is known, so this is in no total.';
    return exchangeRate === 1 ? undefined : `Counts in totals at the exchange rate ${exchangeRate}.`;
  }

  get unratedText(): string | undefined {
    const { unratedHours = 0 } = this.shown;
    return unratedHours > 0 ? `${groupedText(unratedHours)} hours have no bill rate and are in no amount.` : undefined;
  }

  get isLoading(): boolean {
    return this.sources === undefined && this.errors === undefined;
  }

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }

  get parts(): PartView[] {
    return PARTS.flatMap(({ key, label, field }) => {
      const sources = (this.sources ?? []).filter((source) => source.part === field);
      if (sources.length === 0 && this.shown[key] === 0) return [];
      const views = sources.map((source, index) => viewOf(source, `${key} ${index}`));
      return [{ key, label, swatch: `swatch ${key}`, amount: groupedText(this.shown[key]), sources: views }];
    });
  }

  handleAmount(event: CustomEvent<{ value: string }>): void {
    this.amount = event.detail.value;
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.handleClose();
    } else if (event.key === 'Enter' && (event.target as HTMLElement).dataset.field !== undefined) {
      event.preventDefault();
      this.handleSave();
    }
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  handleSave(): void {
    const amount = parseAmount(this.amount);
    if (amount === undefined) {
      this.problem = 'Enter an amount, such as 12,500.';
    } else if (this.reason.trim() === '') {
      this.problem = 'Say why you expect another amount.';
    } else {
      this.save(amount, this.reason.trim());
    }
  }

  handleClear(): void {
    this.save(null, null);
  }

  async reload(): Promise<void> {
    this.sources = undefined;
    this.errors = undefined;
    try {
      this.sources = withoutNulls(await explain<Source[]>({ rowId: this.shown.rowId }));
    } catch (error) {
      this.errors = error;
    }
  }

  private async save(amount: number | null, reason: string | null): Promise<void> {
    this.isSaving = true;
    this.problem = '';
    try {
      const cell = await saveOverride<Cell>({ rowId: this.shown.rowId, amount, reason });
      this.dispatchEvent(new CustomEvent('override', { detail: withoutNulls(cell) }));
    } catch (error) {
      this.problem = errorMessages(error).join(' ');
    } finally {
      this.isSaving = false;
    }
  }
}

function viewOf(source: Source, key: string): PartView['sources'][number] {
  const { recordId, label, kind, hours, rate, note, amount } = source;
  const worth = rate === undefined ? '' : ` × ${groupedText(rate)}`;
  return {
    key,
    url: recordId === undefined ? undefined : `/${recordId}`,
    label,
    kind,
    how: hours === undefined ? undefined : `${groupedText(hours)} h${worth}`,
    note,
    amount: groupedText(amount),
  };
}
