import { api, LightningElement } from 'lwc';
import credit from '@salesforce/apex/InvoiceActionsController.credit';
import loadCreditable from '@salesforce/apex/InvoiceActionsController.loadCreditable';
import type { AmountRow } from 'c/amountTable';
import { amountText, moneyText, parseAmount, sum } from 'c/cents';
import { errorMessages } from 'c/errorMessages';

interface Line {
  Id: string;
  Description__c?: string;
  /** What is left to credit, before tax. */
  Amount__c: number;
}

/**
 * Credits an invoice, as a whole or line by line, and never more than is left. Fires `done` with the id of the credit note,
 * and `cancel`.
 */
export default class InvoiceCredit extends LightningElement {
  @api invoiceId!: string;
  @api currencyCode!: string;

  lines?: { line: Line; text: string }[];
  reason = '';
  isReleased = false;
  loadErrors?: unknown;
  saveErrors?: unknown;
  isSaving = false;

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.lines === undefined && this.loadErrors === undefined;
  }

  get isEmpty(): boolean {
    return this.lines?.length === 0;
  }

  get rows(): AmountRow[] {
    return (this.lines ?? []).map(({ line, text }) => ({
      key: line.Id,
      name: line.Description__c ?? '',
      left: line.Amount__c,
      text,
      label: `Credit for ${line.Description__c ?? 'the line'}`,
      problem: problemOf(text, line.Amount__c),
    }));
  }

  get total(): number {
    return sum(this.rows.map((row) => parseAmount(row.text) ?? 0));
  }

  get hint(): string {
    if (this.reason.trim() === '') return 'Say why the client gets money back; it is printed on the credit note.';
    if (this.rows.some((row) => row.problem !== undefined)) return 'Correct the amounts.';
    return this.total > 0 ? '' : 'Enter what is credited.';
  }

  get summary(): string {
    return `Credit ${moneyText(this.total, this.currencyCode)} and tax`;
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }

  handleRelease(event: CustomEvent<{ checked: boolean }>): void {
    this.isReleased = event.detail.checked;
  }

  handleAmount(event: CustomEvent<{ key: string; text: string }>): void {
    const { key, text } = event.detail;
    this.lines = (this.lines ?? []).map((entry) => (entry.line.Id === key ? { line: entry.line, text } : entry));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async handleSave(): Promise<void> {
    this.isSaving = true;
    this.saveErrors = undefined;
    try {
      const parts = this.rows
        .map((row) => ({ lineId: row.key, amount: parseAmount(row.text) ?? 0 }))
        .filter((part) => part.amount !== 0);
      const request = { invoiceId: this.invoiceId, reason: this.reason.trim(), isReleased: this.isReleased, parts };
      const noteId = await credit<string>({ request });
      this.dispatchEvent(new CustomEvent('done', { detail: noteId }));
    } catch (error) {
      this.saveErrors = errorMessages(error);
    } finally {
      this.isSaving = false;
    }
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    try {
      const lines = await loadCreditable<Line[]>({ invoiceId: this.invoiceId });
      this.lines = lines.map((line) => ({ line, text: amountText(line.Amount__c) }));
    } catch (error) {
      this.loadErrors = error;
    }
  }
}

function problemOf(text: string, left: number): string | undefined {
  if (text.trim() === '') return undefined;
  const amount = parseAmount(text);
  if (amount === undefined) return 'Enter an amount with at most two decimals.';
  if (amount === 0) return undefined;
  const isTooMuch = Math.abs(amount) > Math.abs(left) || Math.sign(amount) !== Math.sign(left);
  return isTooMuch ? `Only ${amountText(left)} can be credited.` : undefined;
}
