import { LightningElement } from 'lwc';
import getWorkInProgress from '@salesforce/apex/InvoiceRunController.getWorkInProgress';
import { hoursText, isInScope, lastMonthEnd, totalsOf, type RunRequest, type WorkRow } from 'c/billingModel';
import { groupedText, sum } from 'c/cents';
import { withoutNulls } from 'c/withoutNulls';

interface Choice {
  id: string;
  objectApiName: 'Account' | 'Project__c';
}

/** What the server gives at a time; lastId: the project after which there is more. */
interface WorkPart {
  rows: WorkRow[];
  lastId?: string;
  nextAge?: number;
}

interface Cell {
  key: string;
  label: string;
  value: number;
  style: string;
}

const AGES = ['Up to 30 days', '31–60 days', '61–90 days', 'Older'];

/**
 * Chooses what a run bills: accounts, projects, the cut-off and how invoices are cut, beside the work in progress by age.
 * Fires `preview` with a RunRequest.
 */
export default class InvoiceRunScope extends LightningElement {
  rows?: WorkRow[];
  errors?: unknown;
  cutOffDate = lastMonthEnd(new Date());
  invoiceDate = '';
  invoicePer: RunRequest['invoicePer'] = 'Project';
  choices: Choice[] = [];

  readonly ages = AGES;
  readonly perOptions = [
    { label: 'Project', value: 'Project' },
    { label: 'Account and currency', value: 'Account' },
  ];

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.rows === undefined && this.errors === undefined;
  }

  get isEmpty(): boolean {
    return this.rows?.length === 0;
  }

  get pickedAccounts(): string[] {
    return this.idsOf('Account');
  }

  get pickedProjects(): string[] {
    return this.idsOf('Project__c');
  }

  get hasChoices(): boolean {
    return this.choices.length > 0;
  }

  get scopeText(): string {
    if (!this.hasChoices) return 'All projects with a billing arrangement are billed.';
    const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
    const parts = [
      [this.pickedAccounts.length, 'account'],
      [this.pickedProjects.length, 'project'],
    ] as const;
    const named = parts.filter(([number]) => number > 0).map(([number, word]) => count(number, word));
    return `Only ${named.join(' and ')} ${this.choices.length === 1 ? 'is' : 'are'} billed.`;
  }

  get tableRows(): {
    row: WorkRow;
    projectUrl: string;
    accountUrl?: string;
    isChosen: boolean;
    isDisabled: boolean;
    label: string;
    cells: Cell[];
    note: string;
    style: string;
  }[] {
    return (this.rows ?? []).map((row) => ({
      row,
      projectUrl: `/${row.projectId}`,
      accountUrl: row.accountId === undefined ? undefined : `/${row.accountId}`,
      isChosen: this.hasChoices && this.isBilled(row),
      isDisabled: row.accountId !== undefined && this.pickedAccounts.includes(row.accountId),
      label: `Bill ${row.projectName}`,
      cells: cellsOf([...row.amountsByAge, row.total]),
      note: noteOf(row),
      style: this.isBilled(row) ? '' : 'out',
    }));
  }

  /** Of the projects that the run bills, for each currency. */
  get totals(): { key: string; cells: Cell[] }[] {
    const billed = (this.rows ?? []).filter((row) => this.isBilled(row));
    const codes = totalsOf(billed.map(({ currencyCode, total }) => ({ currencyCode, amount: total })));
    return codes.map(({ currencyCode, amount }) => {
      const ofCurrency = billed.filter((row) => row.currencyCode === currencyCode);
      const ages = AGES.map((_, age) => sum(ofCurrency.map((row) => row.amountsByAge[age] ?? 0)));
      return { key: currencyCode, cells: cellsOf([...ages, amount]) };
    });
  }

  get cannotPreview(): boolean {
    return this.cutOffDate === '';
  }

  handleCutOff(event: CustomEvent<{ value: string | null }>): void {
    this.cutOffDate = event.detail.value ?? '';
  }

  handleInvoiceDate(event: CustomEvent<{ value: string | null }>): void {
    this.invoiceDate = event.detail.value ?? '';
  }

  handlePer(event: CustomEvent<{ value: RunRequest['invoicePer'] }>): void {
    this.invoicePer = event.detail.value;
  }

  /** Takes the chosen record into the list and empties the picker for the next one. */
  handlePick(event: CustomEvent<{ recordId: string | null }>): void {
    const picker = event.currentTarget as HTMLElement & { clearSelection(): void };
    const { recordId } = event.detail;
    if (recordId === null || recordId === undefined || recordId === '') return;
    picker.clearSelection();
    this.add({ id: recordId, objectApiName: picker.dataset.object as Choice['objectApiName'] });
  }

  handleToggle(event: Event): void {
    const box = event.currentTarget as HTMLInputElement;
    const id = box.dataset.id!;
    if (box.checked) this.add({ id, objectApiName: 'Project__c' });
    else this.drop(id);
  }

  handleDrop(event: Event): void {
    this.drop((event.currentTarget as HTMLElement).dataset.id!);
  }

  handleDropAll(): void {
    this.choices = [];
  }

  handlePreview(): void {
    const request: RunRequest = {
      cutOffDate: this.cutOffDate,
      invoiceDate: this.invoiceDate === '' ? null : this.invoiceDate,
      accountIds: this.pickedAccounts,
      projectIds: this.pickedProjects,
      invoicePer: this.invoicePer,
    };
    this.dispatchEvent(new CustomEvent('preview', { detail: request }));
  }

  async reload(): Promise<void> {
    this.errors = undefined;
    this.rows = undefined;
    try {
      this.rows = [...(await readWork())].sort(byName);
    } catch (error) {
      this.errors = error;
    }
  }

  private idsOf(object: Choice['objectApiName']): string[] {
    return this.choices.filter((choice) => choice.objectApiName === object).map((choice) => choice.id);
  }

  private isBilled(row: WorkRow): boolean {
    return isInScope(row, this.pickedAccounts, this.pickedProjects);
  }

  private add(choice: Choice): void {
    if (this.choices.every(({ id }) => id !== choice.id)) this.choices = [...this.choices, choice];
  }

  private drop(id: string): void {
    this.choices = this.choices.filter((choice) => choice.id !== id);
  }
}

/** All parts, one after the other: each says where the next one begins. */
async function readWork(next: Omit<WorkPart, 'rows'> = {}): Promise<WorkRow[]> {
  const part = withoutNulls(await getWorkInProgress<WorkPart>({ afterId: next.lastId, age: next.nextAge }));
  const more = part.lastId || part.nextAge ? await readWork(part) : [];
  const rows = new Map(part.rows.map((row) => [row.projectId, row]));
  for (const row of more) rows.set(row.projectId, together(rows.get(row.projectId), row));
  return [...rows.values()];
}

/** A project whose work comes in several parts. */
function together(before: WorkRow | undefined, row: WorkRow): WorkRow {
  if (!before) return row;
  return {
    ...row,
    amountsByAge: row.amountsByAge.map((amount, age) => amount + (before.amountsByAge[age] ?? 0)),
    total: row.total + before.total,
    onHold: row.onHold + before.onHold,
    notApproved: row.notApproved + before.notApproved,
    minutesWithoutRate: row.minutesWithoutRate + before.minutesWithoutRate,
  };
}

/** By account and project; what has no account comes last. */
function byName(left: WorkRow, right: WorkRow): number {
  const last = '\uffff';
  return (
    (left.accountName ?? last).localeCompare(right.accountName ?? last) ||
    left.projectName.localeCompare(right.projectName)
  );
}

/** By age, and the total last. */
function cellsOf(values: readonly number[]): Cell[] {
  return values.map((value, index) => ({
    key: String(index),
    label: AGES[index] ?? 'Total',
    value,
    style: value === 0 && index < AGES.length ? 'number zero' : 'number',
  }));
}

/** What of the project's work a run cannot bill yet. */
function noteOf(row: WorkRow): string {
  const notes: string[] = [];
  if (row.notApproved !== 0) notes.push(`${groupedText(row.notApproved)} not approved`);
  if (row.onHold !== 0) notes.push(`${groupedText(row.onHold)} on hold`);
  if (row.minutesWithoutRate !== 0) notes.push(`${hoursText(row.minutesWithoutRate)} without a rate`);
  return notes.join(', ');
}
