import { LightningElement } from 'lwc';
import getPeriods from '@salesforce/apex/PeriodCloseController.getPeriods';
import { groupedText } from 'c/cents';

interface Period {
  Id: string;
  Name: string;
  StartDate__c: string;
  Status__c: 'Open' | 'Closed';
  RecognizedRevenue__c?: number;
  DeferredRevenue__c?: number;
  UnbilledRevenue__c?: number;
}

/** Fiscal periods that have begun, the latest first, and beside them the close of the chosen one: the first that is open. */
export default class PeriodList extends LightningElement {
  periods?: Period[];
  errors?: unknown;
  chosen?: string;

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.periods === undefined && this.errors === undefined;
  }

  get isEmpty(): boolean {
    return this.periods!.length === 0;
  }

  get rows(): object[] {
    return this.periods!.map((period) => ({
      id: period.Id,
      name: period.Name,
      status: period.Status__c,
      badge: period.Status__c === 'Closed' ? 'slds-badge slds-theme_success' : 'slds-badge',
      isChosen: String(period.Id === this.chosen),
      style: period.Id === this.chosen ? 'slds-is-selected' : '',
      recognized: text(period.RecognizedRevenue__c),
      deferred: text(period.DeferredRevenue__c),
      unbilled: text(period.UnbilledRevenue__c),
    }));
  }

  handleChoose(event: Event): void {
    this.chosen = (event.currentTarget as HTMLElement).dataset.id;
  }

  async reload(): Promise<void> {
    this.errors = undefined;
    try {
      const today = new Date().toISOString().slice(0, 10);
      const all = await getPeriods<Period[]>();
      this.periods = all.filter((period) => period.StartDate__c <= today);
      this.chosen ??= this.periods.filter((period) => period.Status__c === 'Open').at(-1)?.Id ?? this.periods[0]?.Id;
    } catch (error) {
      this.errors = error;
    }
  }
}

function text(amount: number | undefined): string {
  return amount === undefined || amount === null ? '–' : groupedText(amount);
}
