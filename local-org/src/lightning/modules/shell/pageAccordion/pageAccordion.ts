/** `flexipage:accordion`: sections that open and close, each with components of its own. */
import { LightningElement, api } from 'lwc';
import { facet, text, type PageContext, type PageItem } from '../flexiPage/pageTypes.ts';
import { labelOf } from '../flexiPage/labels.ts';

export default class PageAccordion extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;

  get sections(): readonly { key: string; label: string; items: readonly PageItem[] }[] {
    return facet(this.context, text(this.item, 'sections')).map((section) => ({
      key: section.key,
      label: labelOf(text(section, 'label') || text(section, 'title')),
      items: facet(this.context, text(section, 'body')),
    }));
  }

  get active(): string | undefined {
    return this.sections[0]?.key;
  }

  get allowsMultiple(): boolean {
    return text(this.item, 'allowMultipleSectionsOpen') === 'true';
  }
}
