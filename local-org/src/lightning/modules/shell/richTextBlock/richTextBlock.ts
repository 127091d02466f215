/** `flexipage:richText`. */
import { LightningElement, api } from 'lwc';
import { text, type PageContext, type PageItem } from '../flexiPage/pageTypes.ts';

export default class RichTextBlock extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;

  get html(): string {
    return text(this.item, 'richTextValue');
  }

  get boxClass(): string {
    return text(this.item, 'decorate') === 'true' ? 'slds-card slds-p-around_medium' : '';
  }
}
