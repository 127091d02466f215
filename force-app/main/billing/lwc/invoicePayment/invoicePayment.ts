import { api, LightningElement } from 'lwc';
import loadOpen from '@salesforce/apex/InvoiceActionsController.loadOpen';
import pay from '@salesforce/apex/InvoiceActionsController.pay';
import type { AmountRow } from 'c/amountTable';
import { allocate, amountText, moneyText, parseAmount, sum } from 'c/cents';
import { errorMessages } from 'c/errorMessages';

interface OpenInvoice {
  Id: string;
  Name: string;
  Number__c: string;
  DueDate__c?: string;
  Balance__c: number;
}

interface Share {
  invoice: OpenInvoice;
  text: string;
}

const METHODS = ['Bank Transfer', 'Check', 'Card', 'Direct Debit', 'Cash', 'Write-off', 'Other'];

/**
 * Records a sum that has come in, over any number of open invoices of one client. The invoice whose page this is on comes
 * first, then the oldest due; the split can be changed. Fires `done` with what was recorded, and `cancel`.
 */
export default class InvoicePayment extends LightningElement {
  @api accountId!: string;
  @api currencyCode!: string;
  /** The invoice that is paid first. */
  @api invoiceId!: string;

  shares?: Share[];
  amountText = '';
  day = today();
  method = METHODS[0]!;
  reference = '';
  loadErrors?: unknown;
  saveErrors?: unknown;
  isSaving = false;

  readonly methods = METHODS.map((value) => ({ label: value, value }));

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.shares === undefined && this.loadErrors === undefined;
  }

  get rows(): AmountRow[] {
    return (this.shares ?? []).map(({ invoice, text }) => ({
      key: invoice.Id,
      name: invoice.Number__c,
      due: invoice.DueDate__c ?? '',
      left: invoice.Balance__c,
      text,
      label: `Amount for ${invoice.Number__c}`,
      problem: problemOf(text, invoice.Balance__c),
    }));
  }

  get amount(): number | undefined {
    return parseAmount(this.amountText);
  }

  get left(): number {
    return sum([this.amount ?? 0, ...this.parsedShares.map((share) => -share)]);
  }

  /** What stands between the input and a payment that can be recorded; empty when nothing does. */
  get hint(): string {
    if (this.amount === undefined || this.amount <= 0) return 'Enter the amount that was received.';
    if (this.day === '') return 'Enter the day on which it was received.';
    if (this.rows.some((row) => row.problem !== undefined)) return 'Correct the amounts of the invoices.';
    if (this.left > 0)
      return `${moneyText(this.left, this.currencyCode)} are on no invoice. Put them on one, or pay them back and enter only what you keep.`;
    if (this.left < 0) return `The invoices get ${moneyText(-this.left, this.currencyCode)} more than was received.`;
    return '';
  }

  get summary(): string {
    const count = this.parsedShares.filter((share) => share > 0).length;
    return `Record ${moneyText(this.amount ?? 0, this.currencyCode)} on ${count === 1 ? '1 invoice' : `${count} invoices`}`;
  }

  handleAmount(event: CustomEvent<{ value: string }>): void {
    this.amountText = event.detail.value;
    const shares = this.shares ?? [];
    const split = allocate(
      this.amount ?? 0,
      shares.map((share) => share.invoice.Balance__c),
    );
    this.shares = shares.map(({ invoice }, index) => ({ invoice, text: textOf(split[index] ?? 0) }));
  }

  handleDay(event: CustomEvent<{ value: string | null }>): void {
    this.day = event.detail.value ?? '';
  }

  handleMethod(event: CustomEvent<{ value: string }>): void {
    this.method = event.detail.value;
  }

  handleReference(event: CustomEvent<{ value: string }>): void {
    this.reference = event.detail.value;
  }

  handleShare(event: CustomEvent<{ key: string; text: string }>): void {
    const { key, text } = event.detail;
    this.shares = (this.shares ?? []).map((share) => {
      return share.invoice.Id === key ? { invoice: share.invoice, text } : share;
    });
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async handleSave(): Promise<void> {
    this.isSaving = true;
    this.saveErrors = undefined;
    try {
      const shares = this.rows
        .map((row) => ({ invoiceId: row.key, amount: parseAmount(row.text) ?? 0 }))
        .filter((share) => share.amount > 0);
      const receipt = {
        amount: this.amount,
        day: this.day,
        method: this.method,
        reference: this.reference.trim() === '' ? null : this.reference.trim(),
        shares,
      };
      await pay<number>({ receipt });
      this.dispatchEvent(
        new CustomEvent('done', { detail: `${moneyText(this.amount ?? 0, this.currencyCode)} were recorded.` }),
      );
    } catch (error) {
      this.saveErrors = errorMessages(error);
    } finally {
      this.isSaving = false;
    }
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    try {
      const open = await loadOpen<OpenInvoice[]>({ accountId: this.accountId, currencyCode: this.currencyCode });
      const first = open.filter((invoice) => invoice.Id === this.invoiceId);
      const ordered = [...first, ...open.filter((invoice) => invoice.Id !== this.invoiceId)];
      this.amountText = first[0] === undefined ? '' : amountText(first[0].Balance__c);
      this.shares = ordered.map((invoice, index) => ({
        invoice,
        text: textOf(index < first.length ? invoice.Balance__c : 0),
      }));
    } catch (error) {
      this.loadErrors = error;
    }
  }

  private get parsedShares(): number[] {
    return this.rows.map((row) => parseAmount(row.text) ?? 0);
  }
}

function textOf(amount: number): string {
  return amount === 0 ? '' : amountText(amount);
}

function problemOf(text: string, balance: number): string | undefined {
  if (text.trim() === '') return undefined;
  const amount = parseAmount(text);
  if (amount === undefined || amount < 0) return 'Enter an amount with at most two decimals.';
  return amount > balance ? `Only ${amountText(balance)} is open.` : undefined;
}

/** Today in the time zone of the browser. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
