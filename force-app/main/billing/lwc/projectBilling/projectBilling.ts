import { api, LightningElement } from 'lwc';
import getBilling from '@salesforce/apex/ProjectBillingController.getBilling';
import { RefreshEvent } from 'lightning/refresh';
import { updateRecord } from 'lightning/uiRecordApi';
import { hoursText } from 'c/billingModel';
import { moneyText, sum } from 'c/cents';
import { errorMessages } from 'c/errorMessages';
import { withoutNulls } from 'c/withoutNulls';

interface Terms {
  record: {
    Id: string;
    Name: string;
    Type__c: string;
    CapBehavior__c?: string;
    IsDefault__c: boolean;
  };
  billed: number;
  ceiling?: number;
}

interface Milestone {
  Id: string;
  Name: string;
  Arrangement__r?: { Name: string };
  Amount__c?: number;
  DueDate__c?: string;
  Status__c: 'Planned' | 'Ready' | 'Approved' | 'Invoiced';
  Task__c?: string;
  Task__r?: { Name: string };
}

interface OpenWork {
  state: string;
  minutes: number;
  timeAmount: number;
  expenseAmount: number;
}

interface Invoice {
  Id: string;
  Name: string;
  Number__c?: string;
  Status__c: string;
  InvoiceDate__c?: string;
  Total__c?: number;
  Balance__c?: number;
  CurrencyCode__c: string;
}

interface View {
  currencyCode: string;
  arrangements: Terms[];
  milestones: Milestone[];
  openWork: OpenWork[];
  invoices: Invoice[];
  canEditMilestones: boolean;
}

/** Parts of a cap, in percent, at which the project manager is told. */
const MARKS = [75, 90, 100];

/** How a project is billed: arrangements and how far they are used, milestones, open work and invoices. */
export default class ProjectBilling extends LightningElement {
  @api recordId!: string;

  view?: View;
  loadErrors?: unknown;
  saveErrors?: unknown;
  isBusy = false;

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.view === undefined && this.loadErrors === undefined;
  }

  get hasNoTerms(): boolean {
    return this.view!.arrangements.length === 0;
  }

  get arrangements(): object[] {
    return this.view!.arrangements.map((terms) => this.termsView(terms));
  }

  get hasMilestones(): boolean {
    return this.view!.milestones.length > 0;
  }

  get milestones(): object[] {
    return this.view!.milestones.map((milestone) => {
      const next = this.view!.canEditMilestones ? nextStatusOf(milestone) : undefined;
      return {
        key: milestone.Id,
        url: `/${milestone.Id}`,
        name: milestone.Name,
        under: [milestone.Arrangement__r?.Name, milestone.Task__r?.Name]
          .filter((part) => part !== undefined)
          .join(', '),
        due: milestone.DueDate__c,
        amount: this.money(milestone.Amount__c ?? 0),
        status: milestone.Status__c,
        next,
        action: next === 'Approved' ? 'Approve' : 'Mark ready',
        label: `${next === 'Approved' ? 'Approve' : 'Mark ready:'} ${milestone.Name}`,
      };
    });
  }

  get openWork(): object[] {
    return this.view!.openWork.map((work) => ({
      key: work.state,
      state: work.state,
      hours: hoursText(work.minutes),
      time: this.money(work.timeAmount),
      expenses: this.money(work.expenseAmount),
      total: this.money(sum([work.timeAmount, work.expenseAmount])),
    }));
  }

  get hasInvoices(): boolean {
    return this.view!.invoices.length > 0;
  }

  get invoices(): object[] {
    return this.view!.invoices.map((invoice) => ({
      key: invoice.Id,
      url: `/${invoice.Id}`,
      name: invoice.Number__c ?? invoice.Name,
      day: invoice.InvoiceDate__c,
      status: invoice.Status__c,
      total: moneyText(invoice.Total__c ?? 0, invoice.CurrencyCode__c),
      open: moneyText(invoice.Status__c === 'Draft' ? 0 : (invoice.Balance__c ?? 0), invoice.CurrencyCode__c),
    }));
  }

  async handleMilestone(event: Event): Promise<void> {
    const { id, next } = (event.currentTarget as HTMLElement).dataset;
    this.isBusy = true;
    this.saveErrors = undefined;
    try {
      await updateRecord({ fields: { Id: id, Status__c: next } });
      this.dispatchEvent(new RefreshEvent());
      await this.reload();
    } catch (error) {
      this.saveErrors = errorMessages(error);
    } finally {
      this.isBusy = false;
    }
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    try {
      this.view = withoutNulls(await getBilling<View>({ projectId: this.recordId }));
    } catch (error) {
      this.loadErrors = error;
    }
  }

  private money(amount: number): string {
    return moneyText(amount, this.view!.currencyCode);
  }

  private termsView({ record, billed, ceiling }: Terms): object {
    const hasBar = ceiling !== undefined && ceiling > 0;
    const percent = hasBar ? Math.floor((billed * 100) / ceiling) : 0;
    const isCapped = record.Type__c === 'Capped T&M';
    const reached = MARKS.filter((mark) => percent >= mark).length;
    return {
      key: record.Id,
      url: `/${record.Id}`,
      name: record.Name,
      type: [record.Type__c, record.IsDefault__c ? 'default' : '', isCapped ? record.CapBehavior__c : '']
        .filter((part) => part !== undefined && part !== '')
        .join(', '),
      billed: this.money(billed),
      facts: hasBar
        ? `of ${this.money(ceiling)} ${isCapped ? 'cap' : 'fee'}; ${this.money(sum([ceiling, -billed]))} remaining`
        : 'billed, without a limit',
      hasBar,
      percent: Math.max(0, Math.min(percent, 100)),
      percentText: `${percent} % billed`,
      barLabel: `${record.Name} billed`,
      barWidth: `width: ${Math.max(0, Math.min(percent, 100))}%`,
      barStyle: isCapped ? `used used_${reached}` : 'used',
      marks: isCapped ? MARKS.map((mark) => ({ mark, position: `left: ${mark}%`, text: `${mark} %` })) : [],
    };
  }
}

/** What a person can do to the milestone now. One with a task becomes ready with it. */
function nextStatusOf(milestone: Milestone): 'Ready' | 'Approved' | undefined {
  if (milestone.Status__c === 'Ready') return 'Approved';
  return milestone.Status__c === 'Planned' && milestone.Task__c === undefined ? 'Ready' : undefined;
}
