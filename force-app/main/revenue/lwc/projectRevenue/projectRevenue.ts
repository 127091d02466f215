import { api, LightningElement } from 'lwc';
import getEntries from '@salesforce/apex/ProjectRevenueController.getEntries';
import getRevenue from '@salesforce/apex/ProjectRevenueController.getRevenue';
import { groupedText, moneyText, sum } from 'c/cents';
import type { Figure } from 'c/figureList';

interface Balances {
  ContractRevenue__c?: number;
  RecognizedRevenue__c?: number;
  RemainingRevenue__c?: number;
  BilledRevenue__c?: number;
  DeferredRevenue__c?: number;
  UnbilledRevenue__c?: number;
}

interface Arrangement extends Balances {
  Id: string;
  Name: string;
  Type__c: string;
  RevenueMethod__c?: string;
  RevenueProgress__c?: number;
  RevenueProblem__c?: string;
}

interface Project extends Balances {
  CurrencyCode__c: string;
  LossProvision__c?: number;
}

interface Month {
  arrangementId?: string;
  stream: 'Services' | 'Expenses' | 'Loss Provision';
  periodId: string;
  periodName: string;
  isClosed: boolean;
  amount: number;
}

interface Entry {
  Id: string;
  Name: string;
  Arrangement__r?: { Name: string };
  EarnedPeriod__r?: { Name: string };
  Stream__c: string;
  Method__c: string;
  Type__c: string;
  Amount__c: number;
  Basis__c?: string;
}

interface View {
  project: Project;
  arrangements: Arrangement[];
  months: Month[];
}

/** What a project has earned: by arrangement, by month, and down to the rows of the ledger with their reasons. */
export default class ProjectRevenue extends LightningElement {
  @api recordId!: string;

  view?: View;
  loadErrors?: unknown;
  entryErrors?: unknown;

  private openMonth?: string;
  private found: Entry[] = [];

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.view === undefined && this.loadErrors === undefined;
  }

  get figures(): Figure[] {
    const { project } = this.view!;
    const money = (amount: number | undefined): string => moneyText(amount ?? 0, project.CurrencyCode__c);
    const figures = [
      { label: 'Contract', value: money(project.ContractRevenue__c), note: 'what the project brings' },
      { label: 'Recognized', value: money(project.RecognizedRevenue__c), note: 'earned so far' },
      { label: 'Remaining', value: money(project.RemainingRevenue__c), note: 'still to be earned' },
      { label: 'Billed', value: money(project.BilledRevenue__c), note: 'without tax and deposits' },
      { label: 'Deferred', value: money(project.DeferredRevenue__c), note: 'billed, not earned' },
      { label: 'Unbilled', value: money(project.UnbilledRevenue__c), note: 'earned, not billed' },
    ];
    const loss = { label: 'Loss provision', value: money(project.LossProvision__c), note: 'loss to come, booked' };
    return (project.LossProvision__c ?? 0) === 0 ? figures : [...figures, loss];
  }

  get hasNoArrangements(): boolean {
    return this.view!.arrangements.length === 0;
  }

  get arrangements(): object[] {
    return this.view!.arrangements.map((row) => ({
      id: row.Id,
      url: `/${row.Id}`,
      name: row.Name,
      method: [
        row.RevenueMethod__c,
        row.RevenueProgress__c === undefined || row.RevenueProgress__c === null
          ? undefined
          : `${row.RevenueProgress__c} %`,
      ]
        .filter((part) => part !== undefined)
        .join(', '),
      problem: row.RevenueProblem__c,
      contract: groupedText(row.ContractRevenue__c ?? 0),
      recognized: groupedText(row.RecognizedRevenue__c ?? 0),
      remaining: groupedText(row.RemainingRevenue__c ?? 0),
      billed: groupedText(row.BilledRevenue__c ?? 0),
      deferred: groupedText(row.DeferredRevenue__c ?? 0),
      unbilled: groupedText(row.UnbilledRevenue__c ?? 0),
    }));
  }

  get hasNoMonths(): boolean {
    return this.view!.months.length === 0;
  }

  /** The latest first. */
  get months(): object[] {
    const byPeriod = new Map<string, Month[]>();
    for (const month of this.view!.months) {
      byPeriod.set(month.periodId, [...(byPeriod.get(month.periodId) ?? []), month]);
    }
    return [...byPeriod.entries()].reverse().map(([id, parts]) => {
      const isOpen = id === this.openMonth;
      const losses = parts.filter((part) => part.stream === 'Loss Provision');
      const revenue = parts.filter((part) => part.stream !== 'Loss Provision');
      return {
        id,
        name: parts[0]!.periodName,
        status: parts[0]!.isClosed ? 'Closed' : 'Open',
        badge: parts[0]!.isClosed ? 'slds-badge slds-theme_success' : 'slds-badge',
        icon: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
        isOpen,
        amount: this.money(sum(revenue.map((part) => part.amount))),
        loss: losses.length === 0 ? '' : `provision ${this.money(sum(losses.map((part) => part.amount)))}`,
      };
    });
  }

  get entries(): object[] {
    return this.found.map((entry) => ({
      id: entry.Id,
      url: `/${entry.Id}`,
      name: entry.Name,
      what: [
        entry.Arrangement__r?.Name ?? (entry.Stream__c === 'Loss Provision' ? 'Project' : 'No arrangement'),
        entry.Stream__c,
        entry.Type__c,
        entry.EarnedPeriod__r === undefined ? undefined : `earned in ${entry.EarnedPeriod__r.Name}`,
      ]
        .filter((part) => part !== undefined)
        .join(' · '),
      amount: this.money(entry.Amount__c),
      basis: entry.Basis__c,
    }));
  }

  async handleMonth(event: Event): Promise<void> {
    const id = (event.currentTarget as HTMLElement).dataset.id!;
    if (id === this.openMonth) {
      this.openMonth = undefined;
      return;
    }
    this.entryErrors = undefined;
    try {
      this.found = await getEntries<Entry[]>({ projectId: this.recordId, periodId: id });
      this.openMonth = id;
    } catch (error) {
      this.entryErrors = error;
    }
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    try {
      this.view = await getRevenue<View>({ projectId: this.recordId });
    } catch (error) {
      this.loadErrors = error;
    }
  }

  private money(amount: number): string {
    return moneyText(amount, this.view!.project.CurrencyCode__c);
  }
}
