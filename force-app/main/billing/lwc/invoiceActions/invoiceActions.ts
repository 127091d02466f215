import { api, LightningElement, wire } from 'lwc';
import applyCredit from '@salesforce/apex/InvoiceActionsController.applyCredit';
import approve from '@salesforce/apex/InvoiceActionsController.approve';
import load from '@salesforce/apex/InvoiceActionsController.load';
import loadOpen from '@salesforce/apex/InvoiceActionsController.loadOpen';
import reversePayment from '@salesforce/apex/InvoiceActionsController.reversePayment';
import send from '@salesforce/apex/InvoiceActionsController.send';
import voidInvoice from '@salesforce/apex/InvoiceActionsController.voidInvoice';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { moneyText } from 'c/cents';
import { dateText } from 'c/dates';
import { errorMessages } from 'c/errorMessages';

interface Invoice {
  Id: string;
  Name: string;
  Number__c?: string;
  Type__c: string;
  Status__c: string;
  Account__c: string;
  CurrencyCode__c: string;
  DueDate__c?: string;
  Total__c: number;
  PaidAmount__c?: number;
  Balance__c: number;
  DeliveryStatus__c?: string;
  DeliveryMessage__c?: string;
  SentTo__c?: string;
}

interface Payment {
  Id: string;
  Name: string;
  Date__c: string;
  Amount__c: number;
  Method__c?: string;
}

interface View {
  invoice: Invoice;
  canApprove: boolean;
  canSend: boolean;
  canVoid: boolean;
  canCredit: boolean;
  canPay: boolean;
  canApply: boolean;
  payments: Payment[];
  pdfUrl: string;
}

type Panel = 'approve' | 'void' | 'credit' | 'pay' | 'apply' | 'reverse';

/**
 * What finance does with an invoice or a credit note, each step with a confirmation that says what it means. Only what is
 * possible now is offered; what is refused is said here, and nothing is lost.
 */
export default class InvoiceActions extends NavigationMixin(LightningElement) {
  @api recordId!: string;

  view?: View;
  panel?: Panel;
  reason = '';
  chosen = '';
  choices: { label: string; value: string }[] = [];
  loadErrors?: unknown;
  actionErrors?: unknown;
  isBusy = false;
  progress = '';

  /** Tells when the lines were changed elsewhere on the page: what is confirmed names the total. */
  @wire(getRecord, { recordId: '$recordId', fields: ['Invoice__c.Status__c', 'Invoice__c.Total__c'] })
  noticeChange(): void {
    if (this.view !== undefined && !this.isBusy) this.reload();
  }

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.view === undefined && this.loadErrors === undefined;
  }

  get invoice(): Invoice {
    return this.view!.invoice;
  }

  get title(): string {
    return this.invoice.Number__c ?? `${this.invoice.Type__c} (draft)`;
  }

  get facts(): string {
    const { Status__c, CurrencyCode__c, Balance__c } = this.invoice;
    if (Status__c === 'Draft') return 'Draft: its number is given when it is approved.';
    if (Balance__c === 0) return Status__c;
    return `${Status__c}, ${moneyText(Balance__c, CurrencyCode__c)} open`;
  }

  get deliveryProblem(): string | undefined {
    const { DeliveryStatus__c, DeliveryMessage__c } = this.invoice;
    return DeliveryStatus__c === undefined || DeliveryStatus__c === 'Delivered' ? undefined : DeliveryMessage__c;
  }

  get sendLabel(): string {
    return this.invoice.SentTo__c === undefined ? 'Send' : 'Send again';
  }

  /** What is to be done next stands out: send it first, then wait for the money. */
  get sendVariant(): string {
    return this.invoice.Status__c === 'Approved' ? 'brand' : 'neutral';
  }

  get payVariant(): string {
    return this.invoice.Status__c === 'Approved' ? 'neutral' : 'brand';
  }

  get canReverse(): boolean {
    return this.view!.payments.length > 0;
  }

  get offersNothing(): boolean {
    const { canApprove, canSend, canVoid, canCredit, canPay, canApply } = this.view!;
    return ![canApprove, canSend, canVoid, canCredit, canPay, canApply].includes(true) && this.panel === undefined;
  }

  get showsCredit(): boolean {
    return this.panel === 'credit';
  }

  get showsPayment(): boolean {
    return this.panel === 'pay';
  }

  /** The small confirmations; crediting and paying have panels of their own. */
  get confirmation(): { title: string; text: string; label: string; variant: string } | undefined {
    switch (this.panel) {
      case 'approve':
        return {
          title: 'Approve',
          text: `${moneyText(this.invoice.Total__c, this.invoice.CurrencyCode__c)} are booked, the ${this.invoice.Type__c.toLowerCase()} gets its number, and nothing on it can be changed any more.`,
          label: 'Approve',
          variant: 'brand',
        };
      case 'void':
        return {
          title: 'Void',
          text: 'The booking is taken back, and the work can be billed again. The number stays used.',
          label: 'Void',
          variant: 'destructive',
        };
      case 'apply':
        return {
          title: 'Apply credit',
          text: 'The credit settles as much of the invoice as it can.',
          label: 'Apply credit',
          variant: 'brand',
        };
      case 'reverse':
        return {
          title: 'Reverse a payment',
          text: 'The payment stays, and another row takes it back.',
          label: 'Reverse payment',
          variant: 'destructive',
        };
      default:
        return undefined;
    }
  }

  get asksReason(): boolean {
    return this.panel === 'void' || this.panel === 'reverse';
  }

  get asksChoice(): boolean {
    return this.panel === 'apply' || this.panel === 'reverse';
  }

  get choiceLabel(): string {
    return this.panel === 'apply' ? 'Invoice' : 'Payment';
  }

  get cannotConfirm(): boolean {
    return this.isBusy || (this.asksReason && this.reason.trim() === '') || (this.asksChoice && this.chosen === '');
  }

  handleOpen(event: Event): void {
    this.open((event.currentTarget as HTMLElement).dataset.panel as Panel);
  }

  handleOpenReverse(): void {
    this.open('reverse');
    this.choices = this.view!.payments.map((payment) => ({
      value: payment.Id,
      label:
        `${payment.Name}, ${dateText(payment.Date__c)}, ${moneyText(payment.Amount__c, this.invoice.CurrencyCode__c)} ${payment.Method__c ?? ''}`.trim(),
    }));
  }

  async handleOpenApply(): Promise<void> {
    this.open('apply');
    await this.attempt('Loading open invoices', async () => {
      const open = await loadOpen<Invoice[]>({
        accountId: this.invoice.Account__c,
        currencyCode: this.invoice.CurrencyCode__c,
      });
      this.choices = open.map((invoice) => ({
        value: invoice.Id,
        label: [
          invoice.Number__c,
          invoice.DueDate__c === undefined ? undefined : `due ${dateText(invoice.DueDate__c)}`,
          `${moneyText(invoice.Balance__c, invoice.CurrencyCode__c)} open`,
        ]
          .filter((part) => part !== undefined)
          .join(', '),
      }));
    });
  }

  handleClose(): void {
    this.panel = undefined;
    this.actionErrors = undefined;
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    this.chosen = event.detail.value;
  }

  async handleConfirm(): Promise<void> {
    const reason = this.reason.trim();
    switch (this.panel) {
      case 'approve':
        await this.change('Approving', () => approve<View>({ invoiceId: this.recordId }), 'Approved');
        break;
      case 'void':
        await this.change('Voiding', () => voidInvoice<View>({ invoiceId: this.recordId, reason }), 'Voided');
        break;
      case 'apply':
        await this.change(
          'Applying',
          () => applyCredit<View>({ noteId: this.recordId, invoiceId: this.chosen, amount: null }),
          'Credit applied',
        );
        break;
      default:
        await this.change(
          'Reversing',
          () => reversePayment<View>({ invoiceId: this.recordId, paymentId: this.chosen, reason }),
          'Payment reversed',
        );
    }
  }

  async handleSend(): Promise<void> {
    this.handleClose();
    await this.attempt('Making the PDF and sending it', async () => {
      this.take(await send<View>({ invoiceId: this.recordId }));
      if (this.deliveryProblem === undefined) this.toast('Sent', `to ${this.invoice.SentTo__c ?? ''}`);
    });
  }

  handlePreview(): void {
    this[NavigationMixin.Navigate]({ type: 'standard__webPage', attributes: { url: this.view!.pdfUrl } });
  }

  async handlePaid(event: CustomEvent<string>): Promise<void> {
    this.handleClose();
    this.toast('Payment recorded', event.detail);
    await this.reloadAll();
  }

  async handleCredited(event: CustomEvent<string>): Promise<void> {
    this.handleClose();
    this.toast('Credited', 'The credit note is approved and applied.');
    await this.reloadAll();
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: event.detail, objectApiName: 'Invoice__c', actionName: 'view' },
    });
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    try {
      this.view = await load<View>({ invoiceId: this.recordId });
    } catch (error) {
      this.loadErrors = error;
    }
  }

  private async reloadAll(): Promise<void> {
    await this.reload();
    if (this.view !== undefined) this.take(this.view);
  }

  private open(panel: Panel): void {
    this.panel = panel;
    this.reason = '';
    this.chosen = '';
    this.choices = [];
    this.actionErrors = undefined;
  }

  private async change(progress: string, action: () => Promise<View>, done: string): Promise<void> {
    await this.attempt(progress, async () => {
      this.take(await action());
      this.panel = undefined;
      this.toast(done, this.title);
    });
  }

  private async attempt(progress: string, action: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.progress = progress;
    this.actionErrors = undefined;
    try {
      await action();
    } catch (error) {
      this.actionErrors = errorMessages(error);
    } finally {
      this.isBusy = false;
      this.progress = '';
    }
  }

  /** Shows what an action has led to, here and in the fields and lists around. */
  private take(view: View): void {
    this.view = view;
    notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    this.dispatchEvent(new RefreshEvent());
  }

  private toast(title: string, message: string): void {
    this.dispatchEvent(new ShowToastEvent({ title, message, variant: 'success' }));
  }
}
