import { api, LightningElement } from 'lwc';
import { formatDate, formatDuration, formatMoney } from 'c/timesheetModel';
import type { EntryReason, InboxEntry, InboxItem } from 'c/approvalModel';

interface Line {
  key: string;
  day: string;
  work: string;
  context: string;
  time: string;
  billing: string;
  amount: string;
  notes: string;
  adjustment?: string;
  isRateMissing: boolean;
  reasonLabel: string;
}

/**
 * The entries of one timesheet that waits for a decision. Fires `approve` ({ timesheetId }) and `sendback` ({ timesheetId,
 * comment, reasons }).
 */
export default class ApprovalSheet extends LightningElement {
  @api item!: InboxItem;
  @api locale = 'en-US';
  @api showsAmounts = false;
  @api isBusy = false;

  isSendingBack = false;
  problem?: string;

  get lines(): Line[] {
    const entries = [...this.item.entries].sort((one, other) => one.day.localeCompare(other.day));
    return entries.map((entry, index) => this.lineOf(entry, entries[index - 1]));
  }

  /** A day is named once, at its first entry. */
  private lineOf(entry: InboxEntry, before: InboxEntry | undefined): Line {
    const day = formatDate(entry.day, this.locale, { weekday: 'short', month: 'short', day: 'numeric' });
    const work = entry.taskName ?? entry.projectName ?? '';
    return {
      key: entry.entryId,
      day: before?.day === entry.day ? '' : day,
      work,
      context: entry.taskName ? (entry.projectName ?? '') : '',
      time: formatDuration(entry.minutes),
      billing: billingOf(entry),
      amount: this.amountOf(entry),
      notes: entry.notes ?? '',
      adjustment: entry.adjustmentReason ?? undefined,
      isRateMissing: entry.rateStatus === 'Missing',
      reasonLabel: `Why send back ${work}, ${day}`,
    };
  }

  private amountOf({ billAmount, currencyCode }: InboxEntry): string {
    const currency = currencyCode ?? '';
    return billAmount === undefined || billAmount === null ? '' : formatMoney(billAmount, currency, this.locale);
  }

  get isDeciding(): boolean {
    return !this.isSendingBack;
  }

  get total(): string {
    return formatDuration(this.item.totalMinutes);
  }

  handleApprove(): void {
    this.dispatchEvent(new CustomEvent('approve', { detail: { timesheetId: this.item.timesheetId } }));
  }

  startSendingBack(): void {
    this.isSendingBack = true;
  }

  cancelSendingBack(): void {
    this.isSendingBack = false;
    this.problem = undefined;
  }

  handleSendBack(): void {
    const valueOf = (field: HTMLInputElement | null): string => field?.value.trim() ?? '';
    const comment = valueOf(this.template!.querySelector('[data-comment]'));
    const fields = [...this.template!.querySelectorAll<HTMLInputElement>('[data-entry]')];
    const reasons: EntryReason[] = fields
      .map((field) => ({ entryId: field.dataset.entry ?? '', reason: valueOf(field) }))
      .filter(({ reason }) => reason !== '');
    if (comment === '' && reasons.length === 0) {
      this.problem = 'Say what has to be corrected: beside an entry, or for the week as a whole.';
      return;
    }
    this.problem = undefined;
    const { timesheetId } = this.item;
    this.dispatchEvent(new CustomEvent('sendback', { detail: { timesheetId, comment, reasons } }));
  }
}

function billingOf({ isBillable, billableMinutes, minutes }: InboxEntry): string {
  if (!isBillable) return 'not billable';
  const isPart = billableMinutes !== undefined && billableMinutes !== null && billableMinutes !== minutes;
  return isPart ? `${formatDuration(billableMinutes)} billable` : 'billable';
}
