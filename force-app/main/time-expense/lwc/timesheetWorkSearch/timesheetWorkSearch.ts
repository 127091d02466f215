import { api, LightningElement } from 'lwc';
import searchWork from '@salesforce/apex/TimesheetController.searchWork';
import { errorMessages } from 'c/errorMessages';
import { rowOf, type WorkFound, type WorkRow } from 'c/timesheetModel';

interface Option {
  index: number;
  key: string;
  title: string;
  subtitle: string;
  cssClass: string;
  selected: string;
}

const PAUSE = 250;
const SHORTEST = 2;

/** Finds work to enter time on ("Combobox" of the ARIA Authoring Practices). Fires `workpick` ({ row }). */
export default class TimesheetWorkSearch extends LightningElement {
  @api weekStart!: string;
  @api resourceId!: string;

  term = '';
  message?: string;
  private found: WorkRow[] = [];
  private marked = 0;
  private isOpen = false;
  private asked = 0;
  private timer?: ReturnType<typeof setTimeout>;

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  get options(): Option[] {
    return this.found.map((row, index) => ({
      index,
      key: row.key,
      title: row.title,
      subtitle: row.subtitle,
      cssClass: index === this.marked ? 'option option_marked' : 'option',
      selected: String(index === this.marked),
    }));
  }

  get foundClass(): string {
    return this.isExpanded ? 'found' : 'found slds-hide';
  }

  private get isExpanded(): boolean {
    return this.isOpen && (this.found.length > 0 || this.message !== undefined);
  }

  get expanded(): string {
    return String(this.isExpanded && this.found.length > 0);
  }

  get hasOptions(): boolean {
    return this.isExpanded && this.found.length > 0;
  }

  renderedCallback(): void {
    const marked = this.template!.querySelector<HTMLElement>('.option_marked');
    const field = this.template!.querySelector<HTMLInputElement>('input');
    if (marked === null) field?.removeAttribute('aria-activedescendant');
    else field?.setAttribute('aria-activedescendant', marked.id);
  }

  handleInput(event: Event): void {
    this.term = (event.target as HTMLInputElement).value;
    this.isOpen = true;
    clearTimeout(this.timer);
    if (this.term.trim().length < SHORTEST) {
      this.close();
      return;
    }
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for a pause in typing; cleared when the component leaves
    this.timer = setTimeout(() => this.search(), PAUSE);
  }

  private async search(): Promise<void> {
    this.asked += 1;
    const question = this.asked;
    const { weekStart, resourceId } = this;
    try {
      const found = await searchWork<WorkFound>({ term: this.term.trim(), weekStart, resourceId });
      if (question !== this.asked) return;
      this.found = found.rows.map(rowOf);
      this.marked = 0;
      this.message = found.rows.length === 0 ? `No open work matches “${this.term.trim()}”.` : undefined;
      if (found.isCut) this.message = 'There is more: type on to narrow it down.';
    } catch (error) {
      if (question !== this.asked) return;
      this.found = [];
      this.message = errorMessages(error).join(' ');
    }
  }

  handleKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.term = '';
      this.close();
    } else if (this.found.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.marked = (this.marked + step + this.found.length) % this.found.length;
    } else if (event.key === 'Enter' && this.hasOptions) {
      this.pick(this.marked);
    } else {
      return;
    }
    event.preventDefault();
  }

  /** The pointer must not take the focus away from the field before the click counts. */
  handleMouseDown(event: MouseEvent): void {
    event.preventDefault();
    const option = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    if (option !== null) this.pick(Number(option.dataset.index));
  }

  handleBlur(): void {
    this.isOpen = false;
  }

  handleFocus(): void {
    this.isOpen = true;
  }

  private pick(index: number): void {
    const row = this.found[index];
    if (row === undefined) return;
    this.term = '';
    this.close();
    this.dispatchEvent(new CustomEvent('workpick', { detail: { row } }));
  }

  private close(): void {
    clearTimeout(this.timer);
    this.asked += 1;
    this.found = [];
    this.message = undefined;
  }
}
