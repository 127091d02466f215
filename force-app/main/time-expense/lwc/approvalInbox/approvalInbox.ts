import { LightningElement } from 'lwc';
import approve from '@salesforce/apex/TimesheetController.approve';
import getInbox from '@salesforce/apex/TimesheetController.getInbox';
import reject from '@salesforce/apex/TimesheetController.reject';
import LOCALE from '@salesforce/i18n/locale';
import { errorMessages } from 'c/errorMessages';
import { formatDuration, formatWeek, formatWorth } from 'c/timesheetModel';
import {
  amountsOf,
  decideAll,
  filtered,
  type Decision,
  type EntryReason,
  type Filter,
  type Inbox,
  type InboxItem,
} from 'c/approvalModel';

interface ItemView {
  key: string;
  item: InboxItem;
  who: string;
  onBehalf?: string;
  week: string;
  time: string;
  capacity: string;
  billable: string;
  amount: string;
  flags: { key: string; text: string; title: string }[];
  isUsual: boolean;
  isSelected: boolean;
  selectLabel: string;
  isOpen: boolean;
  expanded: string;
  toggleLabel: string;
  rowClass: string;
  problem?: string;
}

/** Timesheets that wait for the user. Many are approved in one go; each is opened to see its entries or to send it back. */
export default class ApprovalInbox extends LightningElement {
  inbox?: Inbox;
  loadErrors?: unknown;
  actionErrors?: string[];
  filter: Filter = 'all';
  selected: ReadonlySet<string> = new Set();
  openId?: string;
  /** Why a timesheet could not be decided on, by its id. */
  refused: ReadonlyMap<string, string> = new Map();
  progress?: { done: number; total: number };
  announcement = '';
  isBusy = false;

  readonly locale = LOCALE;

  connectedCallback(): void {
    this.load();
  }

  get isLoading(): boolean {
    return this.inbox === undefined && this.loadErrors === undefined;
  }

  private get items(): readonly InboxItem[] {
    return this.inbox?.items ?? [];
  }

  private get shown(): InboxItem[] {
    return filtered(this.items, this.filter);
  }

  get isEmpty(): boolean {
    return this.inbox !== undefined && this.items.length === 0;
  }

  get hasItems(): boolean {
    return this.items.length > 0;
  }

  get isFilteredOut(): boolean {
    return this.hasItems && this.shown.length === 0;
  }

  get summary(): string {
    const count = this.items.length;
    const unusual = filtered(this.items, 'unusual').length;
    const waiting = count === 1 ? '1 timesheet waits for you' : `${count} timesheets wait for you`;
    const more = this.inbox?.isCut === true ? '; there are more than are listed' : '';
    return `${waiting}, ${unusual === 0 ? 'none' : unusual} with something unusual${more}.`;
  }

  get filters(): { label: string; value: Filter }[] {
    return [
      { label: `All (${this.items.length})`, value: 'all' },
      { label: `Unusual (${filtered(this.items, 'unusual').length})`, value: 'unusual' },
      { label: `As usual (${filtered(this.items, 'usual').length})`, value: 'usual' },
    ];
  }

  get showsAmounts(): boolean {
    return this.inbox?.areAmountsVisible === true;
  }

  get columnCount(): number {
    return this.showsAmounts ? 8 : 7;
  }

  get rows(): ItemView[] {
    return this.shown.map((item) => this.viewOf(item));
  }

  private viewOf(item: InboxItem): ItemView {
    const { timesheetId, resourceName, weekStart, totalMinutes, capacityMinutes } = item;
    const week = formatWeek(weekStart, this.locale);
    const isSelected = this.selected.has(timesheetId);
    const isOpen = this.openId === timesheetId;
    return {
      key: timesheetId,
      item,
      who: resourceName,
      onBehalf: item.onBehalfOf ? `for ${item.onBehalfOf}` : undefined,
      week,
      time: formatDuration(totalMinutes),
      capacity: `of ${formatDuration(capacityMinutes)}`,
      billable: formatDuration(item.billableMinutes),
      amount: formatWorth({ amounts: amountsOf(item.entries) }, this.locale),
      flags: item.warnings.map(({ kind, message }) => ({ key: kind + message, text: kind, title: message })),
      isUsual: item.warnings.length === 0,
      isSelected,
      selectLabel: `Select ${resourceName}, ${week}`,
      isOpen,
      expanded: String(isOpen),
      toggleLabel: `Entries of ${resourceName}, ${week}`,
      rowClass: isSelected ? 'item item_selected' : 'item',
      problem: this.refused.get(timesheetId),
    };
  }

  get selectedShown(): string[] {
    return this.shown.map((item) => item.timesheetId).filter((id) => this.selected.has(id));
  }

  get areAllSelected(): boolean {
    return this.shown.length > 0 && this.selectedShown.length === this.shown.length;
  }

  get approveLabel(): string {
    const count = this.selectedShown.length;
    return count === 0 ? 'Approve' : `Approve ${count}`;
  }

  get cannotApprove(): boolean {
    return this.isBusy || this.selectedShown.length === 0;
  }

  get progressValue(): number {
    const { done, total } = this.progress ?? { done: 0, total: 1 };
    return Math.round((100 * done) / total);
  }

  get progressText(): string {
    return this.progress === undefined ? '' : `Approving: ${this.progress.done} of ${this.progress.total}`;
  }

  renderedCallback(): void {
    const box = this.template!.querySelector<HTMLInputElement>('[data-all]');
    if (box !== null) box.indeterminate = this.selectedShown.length > 0 && !this.areAllSelected;
  }

  async load(): Promise<void> {
    this.loadErrors = undefined;
    try {
      this.inbox = await getInbox<Inbox>();
    } catch (error) {
      this.loadErrors = error;
    }
  }

  handleFilter(event: CustomEvent<{ value: Filter }>): void {
    this.filter = event.detail.value;
  }

  handleSelect(event: Event): void {
    const box = event.currentTarget as HTMLInputElement;
    const selected = new Set(this.selected);
    if (box.checked) selected.add(box.dataset.id ?? '');
    else selected.delete(box.dataset.id ?? '');
    this.selected = selected;
  }

  handleSelectAll(event: Event): void {
    const { checked } = event.currentTarget as HTMLInputElement;
    this.selected = new Set(checked ? this.shown.map((item) => item.timesheetId) : []);
  }

  handleToggle(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.openId = this.openId === id ? undefined : id;
  }

  handleApproveSelected(): Promise<void> {
    return this.approveAll(this.selectedShown);
  }

  handleApproveOne(event: CustomEvent<{ timesheetId: string }>): Promise<void> {
    return this.approveAll([event.detail.timesheetId]);
  }

  private async approveAll(ids: readonly string[]): Promise<void> {
    let approved = 0;
    this.progress = { done: 0, total: ids.length };
    await this.act(() =>
      decideAll(
        ids,
        (timesheetIds) => approve<Decision[]>({ timesheetIds, comment: null }),
        (decisions) => {
          approved += this.take(decisions);
          this.progress = { done: (this.progress?.done ?? 0) + decisions.length, total: ids.length };
        },
      ),
    );
    this.progress = undefined;
    const left = ids.length - approved;
    const rest = left === 0 ? '' : ` ${left} ${left === 1 ? 'was' : 'were'} not.`;
    this.announcement = `${approved} ${approved === 1 ? 'timesheet was' : 'timesheets were'} approved.${rest}`;
  }

  async handleSendBack(
    event: CustomEvent<{ timesheetId: string; comment: string; reasons: EntryReason[] }>,
  ): Promise<void> {
    await this.act(async () => {
      const decision = await reject<Decision>(event.detail);
      if (this.take([decision]) === 1) this.announcement = 'The timesheet was sent back.';
    });
  }

  /** Takes what is done off the list and notes why the rest is not; answers how many are done. */
  private take(decisions: readonly Decision[]): number {
    const done = new Set(decisions.filter(({ isDone }) => isDone).map(({ timesheetId }) => timesheetId));
    const refused = new Map(this.refused);
    for (const { timesheetId, isDone, message } of decisions) {
      if (isDone) refused.delete(timesheetId);
      else refused.set(timesheetId, message ?? 'This could not be done.');
    }
    this.refused = refused;
    this.selected = new Set([...this.selected].filter((id) => !done.has(id)));
    if (this.openId !== undefined && done.has(this.openId)) this.openId = undefined;
    if (this.inbox !== undefined) {
      this.inbox = { ...this.inbox, items: this.items.filter((item) => !done.has(item.timesheetId)) };
    }
    return done.size;
  }

  private async act(work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.actionErrors = undefined;
    this.announcement = '';
    try {
      await work();
    } catch (error) {
      this.actionErrors = errorMessages(error);
    } finally {
      this.isBusy = false;
    }
  }
}
