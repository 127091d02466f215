/** `flexipage:tabset`: tabs, each with components of its own. */
import { LightningElement, api } from 'lwc';
import { facet, text, type PageContext, type PageItem } from '../flexiPage/pageTypes.ts';
import { labelOf } from '../flexiPage/labels.ts';
import { isVisible, recordPaths } from '../flexiPage/visibility.ts';

export default class PageTabset extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;

  get tabs(): readonly object[] {
    return this.shown.map((tab) => ({
      key: tab.key,
      label: labelOf(text(tab, 'title')),
      items: facet(this.context, text(tab, 'body')),
    }));
  }

  /** The tab that is marked as the default one. */
  get active(): string | undefined {
    return this.shown.find((tab) => text(tab, 'active') === 'true')?.key;
  }

  /** Tabs that the user sees ("Dynamic Lightning Pages" in Salesforce Help: a tab has a visibility rule as a component has). */
  private get shown(): readonly PageItem[] {
    return facet(this.context, text(this.item, 'tabs')).filter(({ visibility }) => {
      if (recordPaths(visibility).length > 0)
        throw new Error('Not supported: a tab whose visibility depends on fields');
      return isVisible(visibility, undefined);
    });
  }
}
