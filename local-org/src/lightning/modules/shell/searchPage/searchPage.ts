/** All results of a global search. */
import { LightningElement, api } from 'lwc';
import { appData } from '../http/http.ts';
import { urlOf, type PageReference } from '../router/router.ts';
import { setTitle } from '../router/title.ts';
import type { RecordData } from '../records/types.ts';

interface Group {
  readonly objectApiName: string;
  readonly label: string;
  readonly iconName: string;
  readonly nameField: string;
  readonly records: readonly RecordData[];
}

const PER_OBJECT = 25;

export default class SearchPage extends LightningElement {
  term = '';
  problem: unknown;
  private groups: readonly Group[] | undefined;

  @api get page(): PageReference {
    return { type: 'standard__search', attributes: {}, state: { term: this.term } };
  }

  set page(page: PageReference) {
    this.term = page.state.term ?? '';
    void this.search();
  }

  private async search(): Promise<void> {
    this.groups = undefined;
    setTitle(`${this.term} - Search`);
    try {
      this.groups = await appData<readonly Group[]>('search', { q: this.term, pageSize: PER_OBJECT });
    } catch (error) {
      this.problem = error;
    }
  }

  get views(): readonly object[] {
    return (this.groups ?? []).map((group) => ({
      ...group,
      records: group.records.map((record) => ({
        id: record.id,
        name: record.fields[group.nameField]?.value,
        details: Object.entries(record.fields)
          .filter(([name, { value }]) => name !== group.nameField && value !== null && typeof value !== 'object')
          .map(([, { displayValue, value }]) => displayValue ?? String(value))
          .slice(0, 2)
          .join(' • '),
        url: urlOf({
          type: 'standard__recordPage',
          attributes: { objectApiName: group.objectApiName, recordId: record.id, actionName: 'view' },
          state: {},
        }),
      })),
    }));
  }

  get isLoading(): boolean {
    return this.groups === undefined && this.problem === undefined;
  }

  get isEmpty(): boolean {
    return this.groups?.length === 0;
  }
}
