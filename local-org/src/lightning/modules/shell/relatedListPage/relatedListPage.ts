/** A related list on a page of its own. */
import { LightningElement, api } from 'lwc';
import { confirmDelete } from '../actions/recordActions.ts';
import { openRecordForm } from '../actions/recordForms.ts';
import { uiApi } from '../http/http.ts';
import { objectInfo } from '../records/metadata.ts';
import type { ObjectInfo, RecordData } from '../records/types.ts';
import { onRefresh } from '../refresh/refresh.ts';
import { offersNew, relatedListInfo, relatedRecords, type RelatedListInfo } from '../relatedList/relatedListData.ts';
import { urlOf, type PageReference } from '../router/router.ts';
import { setTitle } from '../router/title.ts';

const PAGE_SIZE = 50;

export default class RelatedListPage extends LightningElement {
  list: RelatedListInfo | undefined;
  info: ObjectInfo | undefined;
  parentInfo: ObjectInfo | undefined;
  parentName = '';
  canAdd = false;
  records: readonly RecordData[] = [];
  problem: unknown;
  isLoading = true;
  sortedBy: string | undefined;
  sortDirection = 'asc';
  private next: string | null = null;
  private shown: PageReference | undefined;
  private end: (() => void) | undefined;

  @api get page(): PageReference {
    return this.shown!;
  }

  set page(page: PageReference) {
    this.shown = page;
    void this.open();
  }

  connectedCallback(): void {
    this.end = onRefresh(() => this.load());
  }

  disconnectedCallback(): void {
    this.end?.();
  }

  private get attributes(): {
    readonly objectApiName: string;
    readonly recordId: string;
    readonly relationshipApiName: string;
  } {
    const { objectApiName, recordId, relationshipApiName } = this.shown!.attributes;
    return { objectApiName: objectApiName!, recordId: recordId!, relationshipApiName: relationshipApiName! };
  }

  private async open(): Promise<void> {
    const { objectApiName, recordId, relationshipApiName } = this.attributes;
    try {
      this.parentInfo = await objectInfo(objectApiName);
      const nameField = Object.values(this.parentInfo.fields).find((field) => field.nameField)?.apiName ?? 'Id';
      const parent = await uiApi<RecordData>('GET', `records/${recordId}`, {
        optionalFields: `${objectApiName}.${nameField}`,
      });
      this.parentName = String(parent.fields[nameField]?.value ?? recordId);
      this.list = await relatedListInfo(objectApiName, relationshipApiName);
      this.canAdd = await offersNew(recordId, relationshipApiName);
      this.info = await objectInfo(this.list.objectApiNames[0]!);
      const [order] = this.list.orderedByInfo;
      this.sortedBy = order?.fieldApiName;
      this.sortDirection = order?.isAscending === false ? 'desc' : 'asc';
      setTitle(this.list.label, this.parentName);
      await this.load();
    } catch (error) {
      this.problem = error;
    }
  }

  private async load(more = false): Promise<void> {
    if (this.list === undefined) return;
    const { recordId, relationshipApiName } = this.attributes;
    this.isLoading = true;
    const page = await relatedRecords(recordId, relationshipApiName, {
      columns: this.list.displayColumns,
      sortBy: this.sortedBy === undefined ? undefined : (this.sortDirection === 'desc' ? '-' : '') + this.sortedBy,
      pageSize: PAGE_SIZE,
      ...(more && this.next !== null ? { pageToken: this.next } : {}),
    });
    this.records = more ? [...this.records, ...page.records] : page.records;
    this.next = page.nextPageToken;
    this.isLoading = false;
  }

  get hasMore(): boolean {
    return this.next !== null;
  }

  get listUrl(): string {
    const { objectApiName } = this.attributes;
    return urlOf({ type: 'standard__objectPage', attributes: { objectApiName, actionName: 'home' }, state: {} });
  }

  get parentUrl(): string {
    const { objectApiName, recordId } = this.attributes;
    return urlOf({
      type: 'standard__recordPage',
      attributes: { objectApiName, recordId, actionName: 'view' },
      state: {},
    });
  }

  get summary(): string {
    return `${this.records.length}${this.hasMore ? '+' : ''} item${this.records.length === 1 ? '' : 's'}`;
  }

  handleNew(): void {
    void openRecordForm({
      objectApiName: this.info!.apiName,
      defaults: { [this.list!.fieldApiName]: this.attributes.recordId },
    });
  }

  handleSort(event: CustomEvent<{ path: string; direction: string }>): void {
    this.sortedBy = event.detail.path;
    this.sortDirection = event.detail.direction;
    void this.load();
  }

  handleMore(): void {
    if (!this.isLoading && this.hasMore) void this.load(true);
  }

  async handleRowAction(event: CustomEvent<{ action: string; record: RecordData }>): Promise<void> {
    const { action, record } = event.detail;
    if (action === 'edit') await openRecordForm({ objectApiName: this.info!.apiName, recordId: record.id });
    else await confirmDelete(this.info!.apiName, this.info!.label, record.id, true);
  }
}
