import { api, LightningElement } from 'lwc';
import { parseNumber, type ExpenseLine, type Receipt, type RowChange } from 'c/expenseModel';

/**
 * What an expense has besides its amount: words, receipts, markup, kind of payment. Fires `linechange` (a RowChange) and
 * `receiptschange`.
 */
export default class ExpenseLineDetail extends LightningElement {
  @api line!: ExpenseLine;
  @api canEdit = false;
  /** Whether the user may see what the client is charged. */
  @api seesBilling = false;
  @api canSetMarkup = false;

  get isReadOnly(): boolean {
    return !this.canEdit;
  }

  get isMarkupReadOnly(): boolean {
    return !this.canEdit || !this.canSetMarkup;
  }

  get showsMarkup(): boolean {
    return this.seesBilling && this.line.isBillable;
  }

  get receipts(): Receipt[] {
    return this.line.receipts ?? [];
  }

  get billText(): string {
    const { billAmount, billCurrencyCode } = this.line;
    if (billAmount === undefined) return 'Not known yet';
    return `${billAmount.toFixed(2)} ${billCurrencyCode}`;
  }

  handleText(event: CustomEvent): void {
    const input = event.currentTarget as HTMLInputElement;
    const value = input.value.trim() === '' ? undefined : input.value.trim();
    this.announce({ [input.name]: value });
  }

  handleCheck(event: CustomEvent<{ checked: boolean }>): void {
    this.announce({ [(event.currentTarget as HTMLInputElement).name]: event.detail.checked });
  }

  handleMarkup(event: CustomEvent): void {
    this.announce({ markupPercent: parseNumber((event.currentTarget as HTMLInputElement).value) });
  }

  handleReceipts(): void {
    this.dispatchEvent(new CustomEvent('receiptschange'));
  }

  private announce(change: RowChange): void {
    this.dispatchEvent(new CustomEvent('linechange', { detail: change }));
  }
}
