/** One related list as a card: the first records, New, and View All. */
import { LightningElement, api } from 'lwc';
import { confirmDelete } from '../actions/recordActions.ts';
import { openRecordForm } from '../actions/recordForms.ts';
import { messageOf } from '../errors/errors.ts';
import { list, text, type PageContext, type PageItem } from '../flexiPage/pageTypes.ts';
import { ServerError, uiApi } from '../http/http.ts';
import { iconOfTheme } from '../icons/icons.ts';
import { objectInfo } from '../records/metadata.ts';
import type { ObjectInfo, RecordData } from '../records/types.ts';
import { onRefresh } from '../refresh/refresh.ts';
import { urlOf } from '../router/router.ts';
import { offersNew, relatedListInfo, relatedRecords, type RelatedListInfo } from './relatedListData.ts';

const SHOWN = 6;
const FILE_LISTS = new Set(['AttachedContentDocuments', 'CombinedAttachments', 'ContentDocumentLinks']);

export default class RelatedList extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;
  list: RelatedListInfo | undefined;
  info: ObjectInfo | undefined;
  records: readonly RecordData[] = [];
  canAdd = false;
  problem: string | undefined;
  private count: { readonly count: number; readonly hasMore: boolean } | undefined;
  private end: (() => void) | undefined;

  connectedCallback(): void {
    if (this.isFiles) return;
    this.end = onRefresh(() => this.load());
    void this.open();
  }

  disconnectedCallback(): void {
    this.end?.();
  }

  private get listId(): string {
    return text(this.item, 'relatedListApiName');
  }

  /** Files are attached through links, and have a list of their own. */
  get isFiles(): boolean {
    return FILE_LISTS.has(this.listId);
  }

  get parentId(): string {
    return this.context.record!.recordId;
  }

  private get shown(): number {
    return Number(text(this.item, 'maxRecordsToDisplay') || SHOWN);
  }

  private async open(): Promise<void> {
    try {
      this.list = await relatedListInfo(
        this.context.record!.objectApiName,
        this.listId,
        list(this.item, 'relatedListFieldAliases'),
      );
      [this.info, this.canAdd] = await Promise.all([
        objectInfo(this.list.objectApiNames[0]!),
        offersNew(this.parentId, this.listId),
      ]);
      await this.load();
    } catch (error) {
      // A list of an object that the user may not see is not on the page at all.
      const isHidden = error instanceof ServerError && error.status === 403;
      if (!isHidden) this.problem = messageOf(error);
    }
  }

  private async load(): Promise<void> {
    if (this.list === undefined) return;
    try {
      const [page, count] = await Promise.all([
        relatedRecords(this.parentId, this.listId, {
          columns: this.list.displayColumns,
          sortBy: this.sortBy,
          pageSize: this.shown,
        }),
        uiApi<{ count: number; hasMore: boolean }>('GET', `related-list-count/${this.parentId}/${this.listId}`),
      ]);
      this.records = page.records;
      this.count = count;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  private get sortBy(): string | undefined {
    const alias = text(this.item, 'sortFieldAlias');
    if (alias !== '' && alias !== '__DEFAULT__')
      return (text(this.item, 'sortFieldOrder') === 'Descending' ? '-' : '') + alias;
    const [order] = this.list?.orderedByInfo ?? [];
    return order === undefined ? undefined : (order.isAscending ? '' : '-') + order.fieldApiName;
  }

  get title(): string {
    const count = this.count === undefined ? '' : ` (${this.count.count}${this.count.hasMore ? '+' : ''})`;
    return `${text(this.item, 'relatedListLabel') || (this.list?.label ?? '')}${count}`;
  }

  get iconName(): string {
    return iconOfTheme(this.info?.themeInfo.iconUrl);
  }

  get hasRecords(): boolean {
    return this.records.length > 0;
  }

  get allUrl(): string {
    const { objectApiName } = this.context.record!;
    const attributes = { objectApiName, recordId: this.parentId, relationshipApiName: this.listId, actionName: 'view' };
    return urlOf({ type: 'standard__recordRelationshipPage', attributes, state: {} });
  }

  handleNew(): void {
    void openRecordForm({ objectApiName: this.info!.apiName, defaults: { [this.list!.fieldApiName]: this.parentId } });
  }

  async handleRowAction(event: CustomEvent<{ action: string; record: RecordData }>): Promise<void> {
    const { action, record } = event.detail;
    if (action === 'edit') await openRecordForm({ objectApiName: this.info!.apiName, recordId: record.id });
    else await confirmDelete(this.info!.apiName, this.info!.label, record.id, true);
  }
}
