/** `flexipage:filterListCard`: the first records of a list view. */
import { LightningElement, api } from 'lwc';
import { messageOf } from '../errors/errors.ts';
import { text, type PageContext, type PageItem } from '../flexiPage/pageTypes.ts';
import { uiApi } from '../http/http.ts';
import { iconOfTheme } from '../icons/icons.ts';
import type { ListColumn } from '../listTable/listTable.ts';
import { objectInfo } from '../records/metadata.ts';
import type { ObjectInfo, RecordData } from '../records/types.ts';
import { onRefresh } from '../refresh/refresh.ts';
import { urlOf } from '../router/router.ts';

interface ListUi {
  readonly info: { readonly displayColumns: readonly ListColumn[]; readonly label: string };
  readonly records: { readonly records: readonly RecordData[] };
}

export default class ListCard extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;
  info: ObjectInfo | undefined;
  list: ListUi['info'] | undefined;
  records: readonly RecordData[] = [];
  problem: string | undefined;
  private end: (() => void) | undefined;

  connectedCallback(): void {
    this.end = onRefresh(() => this.load());
    void this.load();
  }

  disconnectedCallback(): void {
    this.end?.();
  }

  private get entity(): string {
    return text(this.item, 'entityName');
  }

  private get filter(): string {
    return text(this.item, 'filterName');
  }

  private async load(): Promise<void> {
    try {
      this.info = await objectInfo(this.entity);
      const pageSize = text(this.item, 'pageSize') || '5';
      const { info, records } = await uiApi<ListUi>('GET', `list-ui/${this.entity}/${this.filter}`, { pageSize });
      this.list = info;
      this.records = records.records;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get title(): string {
    return text(this.item, 'label') || (this.list?.label ?? '');
  }

  get iconName(): string {
    return iconOfTheme(this.info?.themeInfo.iconUrl);
  }

  get isEmpty(): boolean {
    return this.records.length === 0;
  }

  get url(): string {
    return urlOf({
      type: 'standard__objectPage',
      attributes: { objectApiName: this.entity, actionName: 'list' },
      state: { filterName: this.filter },
    });
  }
}
