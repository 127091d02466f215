/**
 * A box to search in, with what was found below it. Asks for items with the event `search` (when it is opened, and when somebody
 * has paused typing; `typing` tells what is typed at once), and tells a choice with `choose`, `remove` or `filterchange`. Enter
 * while nothing below is highlighted tells what is typed with `enter`.
 */
import { LightningElement, api } from 'lwc';

const PAUSE_MS = 200;

interface Combobox extends HTMLElement {
  readonly validity: ValidityState;
  checkValidity(): boolean;
  reportValidity(): boolean;
  setCustomValidity(message: string): void;
  focusAndOpenDropdownIfNotEmpty(): void;
}

export default class SearchBox extends LightningElement {
  @api label = '';
  @api placeholder = '';
  @api variant: string | undefined;
  /** What is chosen: shown in place of the text. */
  @api pill: object | null = null;
  @api value: string | null | undefined;
  @api filterItems: readonly object[] | undefined;
  @api filterText: string | undefined;
  @api required = false;
  @api disabled = false;
  @api fieldLevelHelp: string | undefined;
  @api messageWhenValueMissing: string | undefined;
  @api isSearching = false;
  text = '';
  private found: readonly object[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private hasFocus = false;
  private hasNewItems = false;
  private watchesKeys = false;

  @api get items(): readonly object[] {
    return this.found;
  }

  set items(items: readonly object[]) {
    this.found = items;
    this.hasNewItems = true;
  }

  /** What was found is shown even when it arrives after the typing. */
  renderedCallback(): void {
    this.watchKeys();
    if (!this.hasNewItems) return;
    this.hasNewItems = false;
    if (this.hasFocus && this.found.length > 0) this.combobox?.focusAndOpenDropdownIfNotEmpty();
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  @api focus(): void {
    this.combobox?.focus();
  }

  @api get validity(): ValidityState | undefined {
    return this.combobox?.validity;
  }

  @api checkValidity(): boolean {
    return this.combobox?.checkValidity() ?? true;
  }

  @api reportValidity(): boolean {
    return this.combobox?.reportValidity() ?? true;
  }

  @api setCustomValidity(message: string): void {
    this.combobox?.setCustomValidity(message);
  }

  private get combobox(): Combobox | null {
    return this.template!.querySelector<Combobox>('lightning-grouped-combobox');
  }

  handleFocus(): void {
    this.hasFocus = true;
  }

  handleBlur(): void {
    this.hasFocus = false;
  }

  handleOpen(): void {
    this.ask();
  }

  handleText(event: CustomEvent<{ text: string }>): void {
    this.text = event.detail.text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE_MS);
    this.tell('typing');
  }

  /** The combobox keeps its keys to itself, so they are seen on their way down to it. */
  private watchKeys(): void {
    if (this.watchesKeys) return;
    this.watchesKeys = true;
    (this.refs!['box'] as HTMLElement).addEventListener('keydown', this.handleKey, { capture: true });
  }

  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || this.text.trim() === '') return;
    const typed = this.text;
    // By then the combobox has chosen what was highlighted, which empties the text, or nothing was.
    setTimeout(() => {
      if (this.text === typed) this.tell('enter');
    });
  };

  private ask(): void {
    this.tell('search');
  }

  private tell(name: 'search' | 'typing' | 'enter'): void {
    this.dispatchEvent(new CustomEvent(name, { detail: { term: this.text.trim() } }));
  }

  /** Forgets what is typed, and what was about to be searched for. */
  @api clear(): void {
    this.text = '';
    clearTimeout(this.timer);
    this.hasFocus = false;
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    this.clear();
    this.dispatchEvent(new CustomEvent('choose', { detail: { value: event.detail.value } }));
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('filterchange', { detail: { value: event.detail.value } }));
  }

  handleRemove(): void {
    this.dispatchEvent(new CustomEvent('remove'));
  }
}
