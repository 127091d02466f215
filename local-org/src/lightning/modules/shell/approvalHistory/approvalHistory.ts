/** The related list "Approval History": what became of the record's approvals, and what can be done now. */
import { LightningElement, api } from 'lwc';
import { isApprovalAction } from '../actions/approvalActions.ts';
import { runApproval } from '../actions/recordActions.ts';
import { messageOf } from '../errors/errors.ts';
import type { PageContext, PageItem } from '../flexiPage/pageTypes.ts';
import { appData } from '../http/http.ts';
import { onRefresh } from '../refresh/refresh.ts';

interface Entry {
  readonly id: string;
  readonly step: string;
  readonly date: string;
  readonly status: string;
  readonly assignedTo: string;
  readonly actualApprover: string;
  readonly comments: string;
}

export default class ApprovalHistory extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;
  entries: readonly Entry[] = [];
  problem: string | undefined;
  isShown = false;
  private end: (() => void) | undefined;

  connectedCallback(): void {
    this.end = onRefresh(() => this.load());
    void this.load();
  }

  disconnectedCallback(): void {
    this.end?.();
  }

  private async load(): Promise<void> {
    const { record } = this.context;
    if (record === undefined) return;
    try {
      const history = await appData<{ hasProcess: boolean; entries: readonly Entry[] }>(
        `approvals/history/${record.recordId}`,
      );
      this.entries = history.entries;
      this.isShown = history.hasProcess;
      this.problem = undefined;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get title(): string {
    return `Approval History (${this.entries.length})`;
  }

  get buttons(): readonly { name: string; label: string }[] {
    const actions = this.context.record?.actions ?? [];
    return actions
      .filter(({ apiName, type }) => type === 'StandardButton' && isApprovalAction(apiName))
      .map(({ apiName, label }) => ({ name: apiName, label: apiName === 'Recall' ? 'Recall' : label }));
  }

  handleButton(event: Event): void {
    const { name = '' } = (event.currentTarget as HTMLElement).dataset;
    if (isApprovalAction(name)) void runApproval(this.context.record!, name);
  }
}
