/** `flexipage:recentItems`: the records the user looked at last. */
import { LightningElement, api } from 'lwc';
import { list, type PageContext, type PageItem } from '../flexiPage/pageTypes.ts';
import { appData } from '../http/http.ts';
import { urlOf } from '../router/router.ts';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly objectApiName: string;
  readonly label: string;
  readonly iconName: string;
}

export default class RecentItems extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;
  private items: readonly Item[] | undefined;

  async connectedCallback(): Promise<void> {
    const objects = list(this.item, 'entityNames')
      .flatMap((names) => names.split(','))
      .filter((name) => name !== '');
    const items = await appData<readonly Item[]>('recent-items', { count: 20 });
    this.items = items.filter((one) => objects.length === 0 || objects.includes(one.objectApiName)).slice(0, 10);
  }

  get views(): readonly object[] {
    return (this.items ?? []).map((one) => ({
      ...one,
      url: urlOf({
        type: 'standard__recordPage',
        attributes: { objectApiName: one.objectApiName, recordId: one.id, actionName: 'view' },
        state: {},
      }),
    }));
  }

  get isEmpty(): boolean {
    return this.items?.length === 0;
  }
}
