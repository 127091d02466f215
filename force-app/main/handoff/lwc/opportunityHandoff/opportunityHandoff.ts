import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getHandoff from '@salesforce/apex/OpportunityHandoffController.getHandoff';
import removeLine from '@salesforce/apex/OpportunityHandoffController.removeLine';
import retry from '@salesforce/apex/OpportunityHandoffController.retry';
import saveLine from '@salesforce/apex/OpportunityHandoffController.saveLine';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { errorMessages } from 'c/errorMessages';
import type { EstimateLine, LineChange, Role } from 'c/estimateLines';
import type { Preview } from 'c/handoffPreview';

interface Handoff {
  opportunityId: string;
  status: 'Open' | 'Queued' | 'Launched' | 'Failed';
  message?: string;
  projectId?: string;
  projectName?: string;
  projectStatus?: string;
  projectManagerName?: string;
  projectStartDate?: string;
  projectEndDate?: string;
  isClosed: boolean;
  canEdit: boolean;
  canSeeMargin: boolean;
  currencyCode: string;
  roles: Role[];
  lines: EstimateLine[];
  totalHours: number;
  totalAmount: number;
  totalCost?: number | null;
  marginPercent?: number | null;
  missingRates: number;
  uncostedHours: number;
  preview?: Preview;
}

/**
 * Services of an opportunity. Before it is won: the estimate, priced and with its margin, and what winning would make. After:
 * the project it became, or why it could not be made and a way to try again.
 */
export default class OpportunityHandoff extends NavigationMixin(LightningElement) {
  @api recordId!: string;

  wired?: unknown;
  handoff?: Handoff;
  loadErrors?: unknown;
  saveErrors?: unknown;
  isBusy = false;

  @wire(getHandoff, { opportunityId: '$recordId' })
  receive(result: { data?: Handoff; error?: unknown }): void {
    this.wired = result;
    this.loadErrors = result.error;
    if (result.data !== undefined) this.handoff = result.data;
  }

  get isLoading(): boolean {
    return this.handoff === undefined && this.loadErrors === undefined;
  }

  get isLaunched(): boolean {
    return this.handoff?.status === 'Launched';
  }

  get isQueued(): boolean {
    return this.handoff?.status === 'Queued';
  }

  get isFailed(): boolean {
    return this.handoff?.status === 'Failed';
  }

  get canEditLines(): boolean {
    return this.handoff?.canEdit === true && !this.handoff.isClosed;
  }

  get hasPreview(): boolean {
    return this.handoff?.preview !== undefined && !this.isLaunched;
  }

  get needsTemplate(): boolean {
    return this.handoff !== undefined && this.handoff.preview === undefined && !this.handoff.isClosed;
  }

  /** What is missing stands beside the total instead of counting as zero. */
  get warnings(): { key: string; text: string }[] {
    const handoff = this.handoff;
    if (handoff === undefined) return [];
    const texts: string[] = [];
    if (handoff.missingRates > 0) texts.push(`${handoff.missingRates} lines have no rate and are not in the amount.`);
    if (handoff.canSeeMargin && handoff.uncostedHours > 0) {
      texts.push(`${handoff.uncostedHours} hours have no cost rate and are not in the margin.`);
    }
    return texts.map((text) => ({ key: text, text }));
  }

  handleSave(event: CustomEvent<LineChange>): void {
    this.run(() => saveLine<Handoff>({ opportunityId: this.recordId, line: event.detail }));
  }

  handleRemove(event: CustomEvent<{ lineId: string }>): void {
    this.run(() => removeLine<Handoff>({ lineId: event.detail.lineId }));
  }

  async handleTryAgain(): Promise<void> {
    await this.run(() => retry<Handoff>({ opportunityId: this.recordId }));
    if (this.isLaunched) {
      this.dispatchEvent(
        new ShowToastEvent({ title: 'Project made', message: this.handoff?.projectName, variant: 'success' }),
      );
    }
  }

  handleOpenProject(): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: this.handoff?.projectId ?? '', objectApiName: 'Project__c', actionName: 'view' },
    });
  }

  handleReload(): void {
    this.loadErrors = undefined;
    refreshApex(this.wired);
  }

  /** Saves and shows what comes back; a refusal changes nothing and is shown where the work is. */
  private async run(save: () => Promise<Handoff>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.saveErrors = undefined;
    try {
      this.handoff = await save();
      refreshApex(this.wired);
      notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    } catch (error) {
      this.saveErrors = errorMessages(error);
    } finally {
      this.isBusy = false;
    }
  }
}
