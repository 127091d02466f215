import { api, LightningElement, wire } from 'lwc';
import loadLines from '@salesforce/apex/InvoiceActionsController.loadLines';
import adjustLine from '@salesforce/apex/InvoiceEditController.adjustLine';
import hold from '@salesforce/apex/InvoiceEditController.hold';
import releaseHold from '@salesforce/apex/InvoiceEditController.releaseHold';
import removeLine from '@salesforce/apex/InvoiceEditController.removeLine';
import removeWork from '@salesforce/apex/InvoiceEditController.removeWork';
import { NavigationMixin } from 'lightning/navigation';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { RefreshEvent } from 'lightning/refresh';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { hoursText, withChoice } from 'c/billingModel';
import { groupedText, moneyText } from 'c/cents';
import { dateText } from 'c/dates';
import { errorMessages } from 'c/errorMessages';
import {
  adjustmentOf,
  amountOf,
  computedInput,
  inputOf,
  isAdjusted,
  isChanged,
  problemOf,
  totalsOf,
  type Adjustment,
  type Line,
  type LineInput,
} from 'c/invoiceLineModel';

interface Entry {
  Id: string;
  InvoiceLine__c: string;
  Date__c: string;
  Minutes__c: number;
  ChargeableMinutes__c?: number;
  Notes__c?: string;
  Timesheet__r?: { Resource__r?: { Name: string } };
}

interface View {
  invoice: {
    Id: string;
    Name: string;
    Number__c?: string;
    Type__c: string;
    Status__c: string;
    Project__c?: string;
    CurrencyCode__c: string;
  };
  lines: Line[];
  entries: Entry[];
  canEdit: boolean;
}

/** The way back from the last step, where there is one. */
interface Undo {
  text: string;
  run: () => Promise<unknown>;
}

/**
 * The lines of an invoice. While it is a draft, description, quantity and price are typed in place (Enter saves, Escape
 * takes back), lines and the time behind them are removed or held, and the totals follow. Later it only shows.
 */
export default class InvoiceDraftEditor extends NavigationMixin(LightningElement) {
  @api recordId!: string;

  view?: View;
  inputs: ReadonlyMap<string, LineInput> = new Map();
  openLines: string[] = [];
  picked: string[] = [];
  holdReason = '';
  isHolding = false;
  undo?: Undo;
  loadErrors?: unknown;
  actionErrors?: unknown;
  isBusy = false;

  /** Tells when the invoice was changed elsewhere on the page, such as approved. */
  @wire(getRecord, { recordId: '$recordId', fields: ['Invoice__c.Status__c', 'Invoice__c.Total__c'] })
  noticeChange(): void {
    if (this.view !== undefined && !this.isBusy) this.reload();
  }

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.view === undefined && this.loadErrors === undefined;
  }

  get isEditable(): boolean {
    return this.view?.invoice.Status__c === 'Draft' && this.view.canEdit;
  }

  get isEmpty(): boolean {
    return this.view?.lines.length === 0;
  }

  get lockedText(): string {
    const { Status__c, Type__c } = this.view!.invoice;
    if (Status__c === 'Draft') return 'It is a draft, which finance changes and approves.';
    const state = Status__c.toLowerCase();
    if (Status__c === 'Void' || Type__c === 'Credit Note') return `Locked: it is ${state}.`;
    const way = Status__c.endsWith('Paid') ? 'credit it' : 'void it or credit it';
    return `Locked: it is ${state}. To change what was billed, ${way}.`;
  }

  get rows(): object[] {
    return this.view!.lines.map((line) => this.rowOf(line));
  }

  get totals(): { subtotal: string; tax: string; total: string } {
    const { subtotal, tax, total } = totalsOf(this.view!.lines, this.inputs);
    const text = (amount: number): string => moneyText(amount, this.view!.invoice.CurrencyCode__c);
    return { subtotal: text(subtotal), tax: text(tax), total: text(total) };
  }

  get hasUnsaved(): boolean {
    return this.inputs.size > 0;
  }

  get unsavedText(): string {
    return this.inputs.size === 1 ? '1 line is not saved' : `${this.inputs.size} lines are not saved`;
  }

  get cannotSaveAll(): boolean {
    return this.isBusy || this.changedLines.some((line) => problemOf(line, this.inputs.get(line.Id)!) !== undefined);
  }

  get cannotHold(): boolean {
    return this.isBusy || this.holdReason.trim() === '';
  }

  get pickedText(): string {
    return this.picked.length === 1 ? '1 entry chosen' : `${this.picked.length} entries chosen`;
  }

  get hasPicked(): boolean {
    return this.picked.length > 0;
  }

  handleType(event: Event): void {
    const field = event.currentTarget as HTMLInputElement;
    const line = this.lineOf(field.dataset.id!);
    const input = { ...this.inputFor(line), [field.dataset.field!]: field.value };
    this.setInput(line, input);
  }

  async handleKey(event: KeyboardEvent): Promise<void> {
    const line = this.lineOf((event.currentTarget as HTMLElement).dataset.id!);
    if (event.key === 'Escape') {
      event.preventDefault();
      this.setInput(line, inputOf(line));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      await this.saveLines([line]);
    }
  }

  async handleSaveAll(): Promise<void> {
    await this.saveLines(this.changedLines);
  }

  handleRevertAll(): void {
    this.inputs = new Map();
    this.actionErrors = undefined;
  }

  handleBackToComputed(event: Event): void {
    const line = this.lineOf((event.currentTarget as HTMLElement).dataset.id!);
    this.setInput(line, computedInput(line)!);
  }

  handleExpand(event: Event): void {
    const id = (event.currentTarget as HTMLElement).dataset.id!;
    this.openLines = this.openLines.includes(id) ? this.openLines.filter((one) => one !== id) : [...this.openLines, id];
  }

  async handleRemoveLine(event: Event): Promise<void> {
    const line = this.lineOf((event.currentTarget as HTMLElement).dataset.id!);
    await this.attempt(async () => {
      await removeLine<void>({ lineId: line.Id });
      this.undo = undefined;
      this.take(await this.read());
    });
  }

  handlePick(event: Event): void {
    const box = event.currentTarget as HTMLInputElement;
    this.picked = withChoice(this.picked, [box.dataset.id!], box.checked);
  }

  async handleRemoveWork(): Promise<void> {
    await this.attempt(async () => {
      await removeWork<void>({ workIds: this.picked });
      this.undo = undefined;
      this.take(await this.read());
    });
  }

  handleAskHold(): void {
    this.isHolding = true;
    this.holdReason = '';
  }

  handleCancelHold(): void {
    this.isHolding = false;
  }

  handleHoldReason(event: CustomEvent<{ value: string }>): void {
    this.holdReason = event.detail.value;
  }

  async handleHold(): Promise<void> {
    const workIds = this.picked;
    await this.attempt(async () => {
      await hold<void>({ workIds, reason: this.holdReason.trim() });
      this.isHolding = false;
      this.undo = {
        text: 'The entries are off this invoice and on hold. Released, the next run bills them.',
        run: () => releaseHold<void>({ workIds }),
      };
      this.take(await this.read());
    });
  }

  async handleUndo(): Promise<void> {
    const undo = this.undo!;
    await this.attempt(async () => {
      await undo.run();
      this.undo = undefined;
      this.take(await this.read());
    });
  }

  /** A line beyond what the rules have computed, in the platform's own form. */
  handleAdd(): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__objectPage',
      attributes: { objectApiName: 'InvoiceLine__c', actionName: 'new' },
      state: {
        defaultFieldValues: encodeDefaultFieldValues({
          Invoice__c: this.recordId,
          Project__c: this.view!.invoice.Project__c ?? '',
          Type__c: 'Other',
          Quantity__c: '1',
        }),
        navigationLocation: 'RELATED_LIST',
      },
    });
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    try {
      this.view = await this.read();
      this.keepInputs();
    } catch (error) {
      this.loadErrors = error;
    }
  }

  private get changedLines(): Line[] {
    return (this.view?.lines ?? []).filter((line) => this.inputs.has(line.Id));
  }

  private read(): Promise<View> {
    return loadLines<View>({ invoiceId: this.recordId });
  }

  /** One after the other: each is checked against the totals that the one before has left. */
  private async saveLines(lines: readonly Line[]): Promise<void> {
    const wanted = lines.filter((line) => this.inputs.has(line.Id));
    if (wanted.length === 0 || wanted.some((line) => problemOf(line, this.inputs.get(line.Id)!) !== undefined)) return;
    await this.attempt(async () => {
      const before: Adjustment[] = [];
      for (const line of wanted) {
        const adjustment = adjustmentOf(line, this.inputs.get(line.Id)!);
        // eslint-disable-next-line no-await-in-loop
        const view = await adjustLine<View>({ adjustment });
        before.push(adjustmentOf(line, inputOf(line)));
        this.inputs = new Map([...this.inputs].filter(([id]) => id !== line.Id));
        this.take(view);
      }
      this.undo = {
        text: before.length === 1 ? 'The line is saved.' : `${before.length} lines are saved.`,
        run: async () => {
          for (const adjustment of before) {
            // eslint-disable-next-line no-await-in-loop
            await adjustLine<View>({ adjustment });
          }
        },
      };
    });
  }

  /** Shows what a step has led to, here and in the fields and lists around. */
  private take(view: View): void {
    this.view = view;
    this.keepInputs();
    notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    this.dispatchEvent(new RefreshEvent());
  }

  /** What was typed for a line outlives a step with another one; what belongs to lines that are gone does not. */
  private keepInputs(): void {
    const lines = this.isEditable ? this.view!.lines : [];
    this.inputs = new Map([...this.inputs].filter(([id]) => lines.some((line) => line.Id === id)));
    this.picked = this.picked.filter((id) => this.view!.entries.some((entry) => entry.Id === id));
  }

  private async attempt(action: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.actionErrors = undefined;
    try {
      await action();
    } catch (error) {
      this.actionErrors = errorMessages(error);
    } finally {
      this.isBusy = false;
    }
  }

  private lineOf(id: string): Line {
    return this.view!.lines.find((line) => line.Id === id)!;
  }

  private inputFor(line: Line): LineInput {
    return this.inputs.get(line.Id) ?? inputOf(line);
  }

  private setInput(line: Line, input: LineInput): void {
    const others = [...this.inputs].filter(([id]) => id !== line.Id);
    this.inputs = new Map(isChanged(line, input) ? [...others, [line.Id, input]] : others);
  }

  private rowOf(line: Line): object {
    const input = this.inputFor(line);
    const amount = amountOf(input);
    const currency = this.view!.invoice.CurrencyCode__c;
    const hasInput = this.inputs.has(line.Id);
    const entries = this.view!.entries.filter((entry) => entry.InvoiceLine__c === line.Id);
    const isOpen = this.openLines.includes(line.Id);
    const name = line.Description__c ?? line.Type__c ?? 'line';
    const adjusted = isAdjusted(line, amount);
    return {
      key: line.Id,
      entriesKey: `${line.Id} entries`,
      problemKey: `${line.Id} problem`,
      input,
      quantity: groupedText(line.Quantity__c),
      unitPrice: groupedText(line.UnitPrice__c),
      project: line.Project__r?.Name,
      amount: amount === undefined ? '–' : moneyText(amount, currency),
      tax: line.TaxPercent__c === undefined ? '' : `${line.TaxPercent__c} %`,
      style: hasInput ? 'line line_changed' : 'line',
      problem: hasInput ? problemOf(line, input) : undefined,
      asksReason: this.isEditable && adjusted,
      adjustment: adjusted ? `Computed: ${moneyText(line.ComputedAmount__c!, currency)}` : undefined,
      savedReason: this.isEditable ? undefined : line.AdjustmentReason__c,
      canGoBack: this.isEditable && !hasInput && computedInput(line) !== undefined,
      hasEntries: entries.length > 0,
      expandLabel: `Time behind ${name}`,
      expandIcon: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
      expanded: String(isOpen),
      isOpen: isOpen && entries.length > 0,
      entries: isOpen ? entries.map((entry) => this.entryRowOf(entry)) : [],
      descriptionLabel: `Description of ${name}`,
      quantityLabel: `Quantity of ${name}`,
      priceLabel: `Unit price of ${name}`,
      reasonLabel: `Reason for changing ${name}`,
      removeLabel: `Remove ${name}`,
      backLabel: `Back to the computed amount of ${name}`,
    };
  }

  private entryRowOf(entry: Entry): object {
    const who = entry.Timesheet__r?.Resource__r?.Name ?? '';
    return {
      key: entry.Id,
      url: `/${entry.Id}`,
      who,
      day: entry.Date__c,
      hours: hoursText(entry.ChargeableMinutes__c ?? entry.Minutes__c),
      notes: entry.Notes__c ?? '',
      isPicked: this.picked.includes(entry.Id),
      label: `Choose ${who} ${dateText(entry.Date__c)}`,
    };
  }
}
