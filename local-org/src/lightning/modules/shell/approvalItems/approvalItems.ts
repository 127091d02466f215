/** "Items to Approve": the requests that wait for the user, on the home page and as a list of its own. */
import { LightningElement, api } from 'lwc';
import { isApprovalAction, runApprovalAction } from '../actions/approvalActions.ts';
import { messageOf } from '../errors/errors.ts';
import type { PageContext, PageItem } from '../flexiPage/pageTypes.ts';
import { appData } from '../http/http.ts';
import { onRefresh } from '../refresh/refresh.ts';
import { urlOf } from '../router/router.ts';

export interface ApprovalItem {
  readonly id: string;
  readonly recordId: string;
  readonly recordName: string;
  readonly objectApiName: string;
  readonly objectLabel: string;
  readonly iconName: string;
  readonly submittedBy: string;
  readonly date: string;
}

export default class ApprovalItems extends LightningElement {
  @api item: PageItem | undefined;
  @api context: PageContext | undefined;
  private items: readonly ApprovalItem[] | undefined;
  problem: string | undefined;
  private end: (() => void) | undefined;

  connectedCallback(): void {
    this.end = onRefresh(() => this.load());
    void this.load();
  }

  disconnectedCallback(): void {
    this.end?.();
  }

  private async load(): Promise<void> {
    try {
      this.items = (await appData<{ items: readonly ApprovalItem[] }>('approvals/items')).items;
      this.problem = undefined;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get title(): string {
    return this.items === undefined ? 'Items to Approve' : `Items to Approve (${this.items.length})`;
  }

  get isEmpty(): boolean {
    return this.items?.length === 0;
  }

  get rows(): readonly object[] {
    return (this.items ?? []).map((item) => ({
      ...item,
      menuText: `Actions for ${item.recordName}`,
      url: urlOf({
        type: 'standard__recordPage',
        attributes: { objectApiName: 'ProcessInstanceWorkitem', recordId: item.id, actionName: 'view' },
        state: {},
      }),
    }));
  }

  handleAction(event: CustomEvent<{ value: string }>): void {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    const { value } = event.detail;
    if (isApprovalAction(value)) void runApprovalAction(value, id);
  }
}
