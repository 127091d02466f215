import { LightningElement } from 'lwc';
import create from '@salesforce/apex/ExpenseReportController.create';
import myReports from '@salesforce/apex/ExpenseReportController.myReports';
import { NavigationMixin } from 'lightning/navigation';
import { errorMessages } from 'c/errorMessages';
import { withoutNulls } from 'c/withoutNulls';

interface Report {
  Id: string;
  Name: string;
  Purpose__c: string;
  Status__c: string;
  TotalAmount__c?: number;
  CurrencyCode__c: string;
  LineCount__c?: number;
  Resource__r?: { Name: string };
}

interface MyReports {
  resourceId?: string;
  reports: Report[];
  toDecide: Report[];
}

interface ReportItem {
  id: string;
  title: string;
  facts: string;
  status: string;
  statusClass: string;
  total: string;
}

const THEMES: Record<string, string> = {
  Draft: 'slds-badge',
  Submitted: 'slds-badge slds-theme_info',
  Approved: 'slds-badge slds-theme_success',
  Rejected: 'slds-badge slds-theme_warning',
  Reimbursed: 'slds-badge slds-theme_success',
};

/** The user's expense reports, those that wait for the user, and a new one from its purpose alone. */
export default class ExpenseReports extends NavigationMixin(LightningElement) {
  mine?: MyReports;
  loadErrors?: unknown;
  problems?: string[];
  purpose = '';
  isBusy = false;

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.mine === undefined && this.loadErrors === undefined;
  }

  get canCreate(): boolean {
    return this.mine?.resourceId !== undefined;
  }

  get cannotAdd(): boolean {
    return this.isBusy || this.purpose.trim() === '';
  }

  get reports(): ReportItem[] {
    return (this.mine?.reports ?? []).map(toItem);
  }

  get toDecide(): ReportItem[] {
    return (this.mine?.toDecide ?? []).map(toItem);
  }

  get hasDecisions(): boolean {
    return this.toDecide.length > 0;
  }

  get hasReports(): boolean {
    return this.reports.length > 0;
  }

  get emptyText(): string {
    return this.canCreate
      ? 'You have no expense reports yet. Say what the money was for, and add the expenses.'
      : 'You are not set up as a resource, so there is nothing to enter here. Ask your resource manager.';
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    try {
      this.mine = withoutNulls(await myReports<MyReports>());
    } catch (error) {
      this.mine = undefined;
      this.loadErrors = error;
    }
  }

  handlePurpose(event: CustomEvent<{ value: string }>): void {
    this.purpose = event.detail.value;
  }

  handleKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !this.cannotAdd) this.handleCreate();
  }

  async handleCreate(): Promise<void> {
    this.isBusy = true;
    this.problems = undefined;
    try {
      this.open(await create<string>({ purpose: this.purpose.trim() }));
      this.purpose = '';
    } catch (error) {
      this.problems = errorMessages(error);
    } finally {
      this.isBusy = false;
    }
  }

  handleOpen(event: Event): void {
    event.preventDefault();
    this.open((event.currentTarget as HTMLElement).dataset.id ?? '');
  }

  private open(recordId: string): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: 'ExpenseReport__c', actionName: 'view' },
    });
  }
}

function toItem(report: Report): ReportItem {
  const count = report.LineCount__c ?? 0;
  const lines = count === 1 ? '1 expense' : `${count} expenses`;
  const total = (report.TotalAmount__c ?? 0).toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return {
    id: report.Id,
    title: report.Purpose__c,
    facts: [report.Resource__r?.Name, report.Name, lines].filter((part) => part !== undefined).join(' · '),
    status: report.Status__c,
    statusClass: THEMES[report.Status__c] ?? 'slds-badge',
    total: `${total} ${report.CurrencyCode__c}`,
  };
}
