/** The home of an object: its list views. */
import { LightningElement, api } from 'lwc';
import { confirmDelete } from '../actions/recordActions.ts';
import { openRecordForm } from '../actions/recordForms.ts';
import { uiApi } from '../http/http.ts';
import { iconOfTheme } from '../icons/icons.ts';
import type { ListColumn } from '../listTable/listTable.ts';
import { objectInfo } from '../records/metadata.ts';
import type { ObjectInfo, RecordData } from '../records/types.ts';
import { onRefresh } from '../refresh/refresh.ts';
import { navigate, type PageReference } from '../router/router.ts';
import { setTitle } from '../router/title.ts';

const PAUSE_MS = 300;

/** API name of the list that every object has first. */
const RECENTLY_VIEWED = '__Recent';

interface ListSummary {
  readonly apiName: string;
  readonly id: string;
  readonly label: string;
}

interface ListInfo {
  readonly displayColumns: readonly ListColumn[];
  readonly label: string;
  readonly orderedByInfo: readonly { readonly fieldApiName: string; readonly isAscending: boolean }[];
}

interface RecordPage {
  readonly nextPageToken: string | null;
  readonly records: readonly RecordData[];
}

export default class ObjectHome extends LightningElement {
  info: ObjectInfo | undefined;
  list: ListInfo | undefined;
  records: readonly RecordData[] = [];
  problem: unknown;
  isLoading = true;
  term = '';
  sortedBy: string | undefined;
  sortDirection = 'asc';
  private lists: readonly ListSummary[] = [];
  private listName = '';
  private next: string | null = null;
  private shown: PageReference | undefined;
  private loads = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
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
    clearTimeout(this.timer);
  }

  private get object(): string {
    return this.shown!.attributes.objectApiName!;
  }

  private async open(): Promise<void> {
    const { object } = this;
    if (this.info?.apiName !== object) {
      this.info = undefined;
      this.lists = [];
    }
    this.records = [];
    this.list = undefined;
    this.problem = undefined;
    this.term = '';
    try {
      this.info = await objectInfo(object);
      if (this.lists.length === 0)
        this.lists = (await uiApi<{ lists: readonly ListSummary[] }>('GET', `list-info/${object}`)).lists;
      this.listName = this.wantedList();
      this.list = await uiApi<ListInfo>('GET', `list-info/${object}/${this.listName}`);
      setTitle(this.list.label, this.info.labelPlural);
      const [order] = this.list.orderedByInfo;
      this.sortedBy = order?.fieldApiName;
      this.sortDirection = order?.isAscending === false ? 'desc' : 'asc';
      await this.load();
    } catch (error) {
      this.problem = error;
    }
  }

  /** The list the url names, else the one that was open last, else the recently viewed records. */
  private wantedList(): string {
    const wanted = this.shown!.state.filterName ?? localStorage.getItem(`list of ${this.object}`);
    const found = this.lists.find((list) => list.apiName === wanted || list.id === wanted);
    if (found === undefined && this.shown!.state.filterName !== undefined) return this.shown!.state.filterName;
    return (found ?? this.lists[0])!.apiName;
  }

  private async load(more = false): Promise<void> {
    const load = ++this.loads;
    if (this.list === undefined) return;
    this.isLoading = true;
    try {
      const page = await uiApi<RecordPage>(
        'POST',
        `list-records/${this.object}/${this.listName}`,
        {},
        {
          searchTerm: this.term,
          ...(this.sortedBy === undefined
            ? {}
            : { sortBy: [(this.sortDirection === 'desc' ? '-' : '') + this.sortedBy] }),
          ...(more && this.next !== null ? { pageToken: this.next } : {}),
        },
      );
      if (load !== this.loads) return;
      this.records = more ? [...this.records, ...page.records] : page.records;
      this.next = page.nextPageToken;
    } catch (error) {
      if (load === this.loads) this.problem = error;
    } finally {
      if (load === this.loads) this.isLoading = false;
    }
  }

  get iconName(): string {
    return iconOfTheme(this.info?.themeInfo.iconUrl);
  }

  get listItems(): readonly object[] {
    return this.lists.map((list) => ({ ...list, checked: list.apiName === this.listName }));
  }

  get summary(): string {
    const count = this.records.length;
    const column = this.list?.displayColumns.find((one) => one.fieldApiName === this.sortedBy);
    const sorted = column === undefined ? '' : ` • Sorted by ${column.label}`;
    return `${count}${this.hasMore ? '+' : ''} item${count === 1 && !this.hasMore ? '' : 's'}${sorted}`;
  }

  get hasMore(): boolean {
    return this.next !== null;
  }

  get isEmpty(): boolean {
    return !this.isLoading && this.records.length === 0;
  }

  get emptyText(): string {
    if (this.term !== '') return `No records in this list match “${this.term}”.`;
    if (this.listName !== RECENTLY_VIEWED) return 'There are no records in this list.';
    return `You haven't viewed any ${this.info?.labelPlural ?? 'records'} recently. Try switching list views.`;
  }

  get tableLabel(): string {
    return `${this.info?.labelPlural ?? ''}: ${this.list?.label ?? ''}`;
  }

  handleList(event: CustomEvent<{ value: string }>): void {
    localStorage.setItem(`list of ${this.object}`, event.detail.value);
    navigate({
      type: 'standard__objectPage',
      attributes: { objectApiName: this.object, actionName: 'list' },
      state: { filterName: event.detail.value },
    });
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.term = event.detail.value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(), PAUSE_MS);
  }

  handleRefresh(): void {
    void this.load();
  }

  handleSort(event: CustomEvent<{ path: string; direction: string }>): void {
    this.sortedBy = event.detail.path;
    this.sortDirection = event.detail.direction;
    void this.load();
  }

  handleMore(): void {
    if (!this.isLoading && this.hasMore) void this.load(true);
  }

  handleNew(): void {
    navigate({
      type: 'standard__objectPage',
      attributes: { objectApiName: this.object, actionName: 'new' },
      state: {},
    });
  }

  async handleRowAction(event: CustomEvent<{ action: string; record: RecordData }>): Promise<void> {
    const { action, record } = event.detail;
    if (action === 'edit') await openRecordForm({ objectApiName: this.object, recordId: record.id });
    else await confirmDelete(this.object, this.info!.label, record.id, true);
  }
}
