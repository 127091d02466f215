import { api, LightningElement } from 'lwc';
import approve from '@salesforce/apex/InvoiceEditController.approve';
import deleteDrafts from '@salesforce/apex/InvoiceEditController.deleteDrafts';
import getInvoices from '@salesforce/apex/InvoiceRunController.getInvoices';
import canDecide from '@salesforce/customPermission/ApproveInvoices';
import { totalsOf, totalsText, withChoice } from 'c/billingModel';
import { moneyText } from 'c/cents';
import { errorMessages } from 'c/errorMessages';

interface Invoice {
  Id: string;
  Name: string;
  Number__c?: string;
  Status__c: string;
  Account__r?: { Name: string };
  Project__r?: { Name: string };
  CurrencyCode__c: string;
  Subtotal__c?: number;
  Total__c?: number;
}

type Action = 'approve' | 'delete';

/** Invoices decided in one call: their numbering and booking have to fit one transaction. */
const AT_ONCE = 50;

/** The invoices of a run: drafts can be approved or deleted together, and each opened. */
export default class InvoiceRunDrafts extends LightningElement {
  invoices?: Invoice[];
  picked: string[] = [];
  action?: Action;
  progress = '';
  loadErrors?: unknown;
  actionErrors?: unknown;

  private shownRun?: string;

  @api get runId(): string | undefined {
    return this.shownRun;
  }

  set runId(id: string | undefined) {
    this.shownRun = id;
    if (this.isConnected) this.reload();
  }

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.invoices === undefined && this.loadErrors === undefined;
  }

  get isEmpty(): boolean {
    return this.invoices?.length === 0;
  }

  get rows(): object[] {
    return (this.invoices ?? []).map((invoice) => ({
      key: invoice.Id,
      url: `/${invoice.Id}`,
      name: invoice.Number__c ?? invoice.Name,
      account: invoice.Account__r?.Name ?? '',
      project: invoice.Project__r?.Name ?? 'Several projects',
      status: invoice.Status__c,
      isDraft: isDraft(invoice),
      isPicked: this.picked.includes(invoice.Id),
      label: `Choose ${invoice.Name}`,
      net: moneyText(invoice.Subtotal__c ?? 0, invoice.CurrencyCode__c),
      total: moneyText(invoice.Total__c ?? 0, invoice.CurrencyCode__c),
    }));
  }

  get netText(): string {
    return totalsText(
      totalsOf(this.standing.map((one) => ({ currencyCode: one.CurrencyCode__c, amount: one.Subtotal__c }))),
    );
  }

  get totalText(): string {
    return totalsText(
      totalsOf(this.standing.map((one) => ({ currencyCode: one.CurrencyCode__c, amount: one.Total__c }))),
    );
  }

  get drafts(): Invoice[] {
    return (this.invoices ?? []).filter(isDraft);
  }

  get hasDrafts(): boolean {
    return this.drafts.length > 0;
  }

  get allPicked(): boolean {
    return this.hasDrafts && this.drafts.every((draft) => this.picked.includes(draft.Id));
  }

  get approveLabel(): string {
    return labelOf('Approve', this.picked.length);
  }

  get deleteLabel(): string {
    return labelOf('Delete', this.picked.length);
  }

  get mayApprove(): boolean {
    return canDecide === true;
  }

  get isBusy(): boolean {
    return this.progress !== '';
  }

  get cannotAct(): boolean {
    return this.isBusy || this.picked.length === 0;
  }

  get isAsking(): boolean {
    return this.action !== undefined;
  }

  get question(): string {
    return this.action === 'approve'
      ? `${countText(this.picked.length)} will be booked and numbered. Nothing on them can be changed any more.`
      : `${countText(this.picked.length)} will be deleted. What they bill can be billed again.`;
  }

  get confirmLabel(): string {
    return this.action === 'approve' ? 'Yes, approve' : 'Yes, delete';
  }

  get confirmVariant(): string {
    return this.action === 'approve' ? 'brand' : 'destructive';
  }

  handlePick(event: Event): void {
    const box = event.currentTarget as HTMLInputElement;
    this.picked = withChoice(this.picked, [box.dataset.id!], box.checked);
  }

  handlePickAll(event: Event): void {
    const { checked } = event.currentTarget as HTMLInputElement;
    this.picked = checked ? this.drafts.map((draft) => draft.Id) : [];
  }

  handleAsk(event: Event): void {
    this.action = (event.currentTarget as HTMLElement).dataset.action as Action;
    this.actionErrors = undefined;
  }

  handleCancel(): void {
    this.action = undefined;
  }

  /** In parts, each all or none; what was done before a part failed stands and is shown. */
  async handleConfirm(): Promise<void> {
    const ids = this.picked;
    const decide = this.action === 'approve' ? approve : deleteDrafts;
    const verb = this.action === 'approve' ? 'Approved' : 'Deleted';
    this.action = undefined;
    this.actionErrors = undefined;
    try {
      for (let start = 0; start < ids.length; start += AT_ONCE) {
        this.progress = `${verb} ${start} of ${ids.length}`;
        // One part after the other: numbers are given in order, and two at a time would wait for each other.
        // eslint-disable-next-line no-await-in-loop
        await decide<void>({ invoiceIds: ids.slice(start, start + AT_ONCE) });
      }
    } catch (error) {
      this.actionErrors = errorMessages(error);
    } finally {
      this.progress = '';
    }
    await this.reload();
  }

  @api async reload(): Promise<void> {
    const runId = this.shownRun;
    if (runId === undefined) return;
    this.loadErrors = undefined;
    try {
      const invoices = await getInvoices<Invoice[]>({ runId });
      if (runId !== this.shownRun) return;
      this.invoices = invoices;
      this.picked = this.picked.filter((id) => this.drafts.some((draft) => draft.Id === id));
    } catch (error) {
      if (runId === this.shownRun) this.loadErrors = error;
    }
  }

  /** What is void asks the client for nothing. */
  private get standing(): Invoice[] {
    return (this.invoices ?? []).filter((invoice) => invoice.Status__c !== 'Void');
  }
}

function isDraft(invoice: Invoice): boolean {
  return invoice.Status__c === 'Draft';
}

function labelOf(verb: string, count: number): string {
  return count === 0 ? verb : `${verb} ${countText(count)}`;
}

function countText(count: number): string {
  return count === 1 ? '1 invoice' : `${count} invoices`;
}
