/** `force:relatedListContainer`: all related lists of the page layout. */
import { LightningElement, api } from 'lwc';
import { messageOf } from '../errors/errors.ts';
import type { PageContext, PageItem } from '../flexiPage/pageTypes.ts';
import { uiApi } from '../http/http.ts';

interface Summary {
  readonly relatedListId: string;
  readonly notSupported?: string;
}

export default class RelatedLists extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;
  private lists: readonly Summary[] | undefined;
  problem: string | undefined;

  async connectedCallback(): Promise<void> {
    const { record, editor } = this.context;
    if (record === undefined) return;
    try {
      await editor?.want([]);
      const path = `related-list-info/${record.objectApiName}`;
      this.lists = (
        await uiApi<{ relatedLists: readonly Summary[] }>('GET', path, { recordTypeId: editor?.record?.recordTypeId })
      ).relatedLists;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get views(): readonly object[] {
    return (this.lists ?? []).map((list) => ({
      key: list.relatedListId,
      isApprovals: list.relatedListId === 'ProcessInstances',
      notice: list.notSupported === undefined ? undefined : `Not supported: ${list.notSupported}`,
      item: { ...this.item, key: list.relatedListId, properties: { relatedListApiName: list.relatedListId } },
    }));
  }

  get isEmpty(): boolean {
    return this.lists?.length === 0;
  }

  get isLoading(): boolean {
    return this.lists === undefined && this.problem === undefined;
  }
}
