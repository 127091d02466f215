/** Global search: what is typed is looked up in the names of all records; without a term the recent ones are offered. */
import { LightningElement } from 'lwc';
import { appData } from '../http/http.ts';
import { goTo, urlOf } from '../router/router.ts';

interface Found {
  readonly objectApiName: string;
  readonly label: string;
  readonly iconName: string;
  readonly nameField: string;
  readonly records: readonly {
    readonly id: string;
    readonly fields: Readonly<Record<string, { readonly value: unknown }>>;
  }[];
}

interface Recent {
  readonly id: string;
  readonly name: string;
  readonly objectApiName: string;
  readonly label: string;
  readonly iconName: string;
}

const SEARCH_ALL = 'search:';

export default class GlobalSearch extends LightningElement {
  items: readonly object[] = [];
  isSearching = false;
  private term = '';
  private readonly objects = new Map<string, string>();

  /** What was found for less is not offered any more, so that Enter looks for what is typed, however fast it was. */
  handleTyping(event: CustomEvent<{ term: string }>): void {
    const { term } = event.detail;
    this.term = term;
    this.items = term === '' ? [] : [{ items: [showAllItem(term)] }];
  }

  async handleSearch(event: CustomEvent<{ term: string }>): Promise<void> {
    const { term } = event.detail;
    this.term = term;
    this.isSearching = true;
    try {
      const items = term === '' ? await this.recent() : await this.search(term);
      if (term === this.term) this.items = items;
    } catch {
      this.items = [];
    } finally {
      this.isSearching = false;
    }
  }

  private async recent(): Promise<readonly object[]> {
    const recent = await appData<readonly Recent[]>('recent-items', { count: 5 });
    for (const { id, objectApiName } of recent) this.objects.set(id, objectApiName);
    const items = recent.map(({ id, name, label, iconName }) => ({
      type: 'option-card',
      iconName,
      text: name,
      subText: label,
      value: id,
    }));
    return items.length === 0 ? [] : [{ label: 'Recent Items', items }];
  }

  private async search(term: string): Promise<readonly object[]> {
    const groups = await appData<readonly Found[]>('search', { q: term });
    const found = groups.map(({ label, iconName, objectApiName, nameField, records }) => ({
      label,
      items: records.map((record) => {
        this.objects.set(record.id, objectApiName);
        return {
          type: 'option-card',
          iconName,
          text: String(record.fields[nameField]?.value ?? ''),
          subText: label,
          value: record.id,
        };
      }),
    }));
    return [{ items: [showAllItem(term)] }, ...found];
  }

  handleEnter(event: CustomEvent<{ term: string }>): void {
    (event.currentTarget as HTMLElement & { clear(): void }).clear();
    this.showAll(event.detail.term);
  }

  private showAll(term: string): void {
    this.forget();
    goTo(urlOf({ type: 'standard__search', attributes: {}, state: { term } }));
  }

  private forget(): void {
    this.term = '';
    this.items = [];
  }

  handleChoose(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    if (value.startsWith(SEARCH_ALL)) {
      this.showAll(value.slice(SEARCH_ALL.length));
      return;
    }
    this.forget();
    const attributes = { objectApiName: this.objects.get(value), recordId: value, actionName: 'view' };
    goTo(urlOf({ type: 'standard__recordPage', attributes, state: {} }));
  }
}

function showAllItem(term: string): object {
  return {
    type: 'option-inline',
    iconName: 'utility:search',
    text: `Show all results for “${term}”`,
    value: SEARCH_ALL + term,
  };
}
