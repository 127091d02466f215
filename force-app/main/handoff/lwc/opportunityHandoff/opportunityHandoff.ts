import { api, LightningElement, wire } from 'lwc';
import launch from '@salesforce/apex/OpportunityHandoffController.launch';
import load from '@salesforce/apex/OpportunityHandoffController.load';
import CURRENCY from '@salesforce/i18n/currency';
import LAST_MODIFIED_DATE from '@salesforce/schema/Opportunity.LastModifiedDate';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import {
  createRecord,
  deleteRecord,
  getRecord,
  notifyRecordUpdateAvailable,
  updateRecord,
} from 'lightning/uiRecordApi';
import { daysText } from 'c/dates';
import { errorMessages } from 'c/errorMessages';
import type { LineChange, PricedLine, Role } from 'c/estimateLines';
import type { Preview } from 'c/handoffPreview';

interface HandoffOpportunity {
  IsWon: boolean;
  IsClosed: boolean;
  Project__c?: string;
  Project__r?: {
    Name: string;
    Status__c?: string;
    StartDate__c?: string;
    EndDate__c?: string;
    ProjectManager__r?: { Name: string };
  };
  ProjectTemplate__c?: string;
  HandoffStatus__c?: 'Queued' | 'Launched' | 'Failed';
  HandoffMessage__c?: string;
}

interface Handoff {
  opportunity: HandoffOpportunity;
  sellsServices: boolean;
  roles?: Role[];
  isEditable: boolean;
  lines?: PricedLine[];
  /** A sum is absent while a part of it is not known. */
  totals: { hours: number; price?: number; marginPercent?: number };
  showsMargin: boolean;
  problem?: string;
  preview?: Preview;
}

const OBJECT = 'EstimateLine__c';

/**
 * Services of an opportunity. Before it is won: the estimate, priced and with its margin, and what winning would make. After:
 * the project it became, or why it could not be made and a way to try again.
 */
export default class OpportunityHandoff extends NavigationMixin(LightningElement) {
  @api recordId!: string;

  handoff?: Handoff;
  loadErrors?: unknown;
  saveErrors?: unknown;
  isBusy = false;

  readonly currencyCode = CURRENCY;

  private savedAt?: string;

  /** The opportunity was saved elsewhere on the page, such as won on the path. */
  @wire(getRecord, { recordId: '$recordId', fields: [LAST_MODIFIED_DATE] })
  handleRecord({ data }: { data?: { fields: { LastModifiedDate: { value: string } } } }): void {
    if (data === undefined) return;
    const before = this.savedAt;
    this.savedAt = data.fields.LastModifiedDate.value;
    if (before !== undefined && before !== this.savedAt && !this.isBusy) this.reload();
  }

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.handoff === undefined && this.loadErrors === undefined;
  }

  get opportunity(): HandoffOpportunity | undefined {
    return this.handoff?.opportunity;
  }

  get project(): { name: string; facts: string } | undefined {
    const project = this.opportunity?.Project__r;
    if (project === undefined) return undefined;
    const dates = project.StartDate__c && project.EndDate__c ? daysText(project.StartDate__c, project.EndDate__c) : '';
    const manager = project.ProjectManager__r === undefined ? '' : `managed by ${project.ProjectManager__r.Name}`;
    return { name: project.Name, facts: [project.Status__c, dates, manager].filter((part) => part).join(', ') };
  }

  /** The user may see that there is a project without being allowed to open it. */
  get isLaunchedElsewhere(): boolean {
    return this.opportunity?.HandoffStatus__c === 'Launched' && this.project === undefined;
  }

  get isQueued(): boolean {
    return this.opportunity?.HandoffStatus__c === 'Queued';
  }

  get isFailed(): boolean {
    return this.opportunity?.HandoffStatus__c === 'Failed' && this.project === undefined;
  }

  get lines(): PricedLine[] {
    return this.handoff?.lines ?? [];
  }

  get roles(): Role[] {
    return this.handoff?.roles ?? [];
  }

  /** Why no project could be made yet, while there is still something to do about it. */
  get problem(): string | undefined {
    const handoff = this.handoff;
    if (handoff === undefined || handoff.opportunity.Project__c !== undefined) return undefined;
    if (!handoff.sellsServices) return 'Estimate services or choose a project template to see what winning would make.';
    return handoff.problem;
  }

  get missingRates(): string | undefined {
    const missing = this.lines.filter((line) => line.isRateMissing).length;
    if (missing === 0) return undefined;
    const lines = missing === 1 ? '1 line has' : `${missing} lines have`;
    return `${lines} no rate, so there is no total. Give a rate on the line or on a rate card.`;
  }

  async handleSave(event: CustomEvent<LineChange>): Promise<void> {
    const { lineId, fields } = event.detail;
    await this.run(() => {
      if (lineId === undefined) {
        return createRecord({ apiName: OBJECT, fields: { ...fields, Opportunity__c: this.recordId } });
      }
      return updateRecord({ fields: { Id: lineId, ...fields } });
    });
  }

  async handleRemove(event: CustomEvent<{ lineId: string }>): Promise<void> {
    await this.run(() => deleteRecord(event.detail.lineId));
  }

  async handleTryAgain(): Promise<void> {
    await this.run(() => launch<Handoff>({ opportunityId: this.recordId }));
    if (this.project !== undefined) {
      this.dispatchEvent(new ShowToastEvent({ title: 'Project made', message: this.project.name, variant: 'success' }));
    }
  }

  handleOpenProject(): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: {
        recordId: this.opportunity?.Project__c ?? '',
        objectApiName: 'Project__c',
        actionName: 'view',
      },
    });
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    try {
      this.handoff = await load<Handoff>({ opportunityId: this.recordId });
    } catch (error) {
      this.loadErrors = error;
    }
  }

  /** Saves, then shows what the server makes of it; a refusal changes nothing and is shown where the work is. */
  private async run(save: () => Promise<unknown>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.saveErrors = undefined;
    try {
      await save();
      await this.reload();
      notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    } catch (error) {
      this.saveErrors = errorMessages(error);
    } finally {
      this.isBusy = false;
    }
  }
}
