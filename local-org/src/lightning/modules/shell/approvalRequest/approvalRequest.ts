/** The page of one approval request: what it is about, and the decision. */
import { LightningElement, api } from 'lwc';
import { isApprovalAction, runApprovalAction } from '../actions/approvalActions.ts';
import type { ApprovalItem } from '../approvalItems/approvalItems.ts';
import { appData } from '../http/http.ts';
import { goTo, urlOf } from '../router/router.ts';
import { setTitle } from '../router/title.ts';

export default class ApprovalRequest extends LightningElement {
  item: ApprovalItem | undefined;
  problem: unknown;
  readonly buttons = ['Approve', 'Reject', 'Reassign'];
  private shownId = '';

  @api get recordId(): string {
    return this.shownId;
  }

  set recordId(id: string) {
    if (id === this.shownId) return;
    this.shownId = id;
    void this.load();
  }

  private async load(): Promise<void> {
    this.item = undefined;
    this.problem = undefined;
    try {
      this.item = await appData<ApprovalItem>(`approvals/request/${this.shownId}`);
      setTitle(this.heading);
    } catch (error) {
      this.problem = error;
    }
  }

  get heading(): string {
    return `Approval Request: ${this.item?.recordName ?? ''}`;
  }

  get recordUrl(): string {
    const { objectApiName, recordId } = this.item!;
    return urlOf({
      type: 'standard__recordPage',
      attributes: { objectApiName, recordId, actionName: 'view' },
      state: {},
    });
  }

  /** After the decision the request is gone: the record says what became of it. */
  async handleButton(event: Event): Promise<void> {
    const { name = '' } = (event.currentTarget as HTMLElement).dataset;
    if (isApprovalAction(name) && (await runApprovalAction(name, this.shownId))) goTo(this.recordUrl);
  }
}
