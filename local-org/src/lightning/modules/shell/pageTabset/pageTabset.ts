/** `flexipage:tabset`: tabs, each with components of its own. */
import { LightningElement, api } from 'lwc';
import { facet, text, type PageContext, type PageItem } from '../flexiPage/pageTypes.ts';
import { labelOf } from '../flexiPage/labels.ts';

export default class PageTabset extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;

  get tabs(): readonly object[] {
    return facet(this.context, text(this.item, 'tabs')).map((tab) => ({
      key: tab.key,
      label: labelOf(text(tab, 'title')),
      items: facet(this.context, text(tab, 'body')),
    }));
  }

  /** The tab that is marked as the default one. */
  get active(): string | undefined {
    return facet(this.context, text(this.item, 'tabs')).find((tab) => text(tab, 'active') === 'true')?.key;
  }
}
