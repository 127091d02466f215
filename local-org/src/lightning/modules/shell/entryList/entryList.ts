/** What a report or dashboard has of a kind, each to be edited or removed: fires `editentry` and `removeentry` with its key. */
import { LightningElement, api } from 'lwc';

export interface Entry {
  readonly key: string;
  readonly text: string;
  /** What the buttons do, in full; without the first the entry cannot be edited. */
  readonly editLabel?: string;
  readonly removeLabel: string;
}

export default class EntryList extends LightningElement {
  @api entries: readonly Entry[] = [];

  handleEdit(event: Event): void {
    this.tell('editentry', event);
  }

  handleRemove(event: Event): void {
    this.tell('removeentry', event);
  }

  private tell(name: string, event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent(name, { detail: key }));
  }
}
