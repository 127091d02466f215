import { api, LightningElement } from 'lwc';
import findRates from '@salesforce/apex/InvoiceEditController.findRates';
import hold from '@salesforce/apex/InvoiceEditController.hold';
import releaseHold from '@salesforce/apex/InvoiceEditController.releaseHold';
import writeOff from '@salesforce/apex/InvoiceEditController.writeOff';
import canDecide from '@salesforce/customPermission/ApproveInvoices';
import { groupByReason, hoursText, totalsText, withChoice, type ReasonGroup, type Unbilled } from 'c/billingModel';
import { moneyText } from 'c/cents';
import { dateText } from 'c/dates';
import { errorMessages } from 'c/errorMessages';

type Action = 'hold' | 'release' | 'writeOff';

const ON_HOLD = 'On hold';
const MISSING_RATE = 'Missing rate';

/** Rows of a group that are drawn before the person asks for more. */
const SHOWN = 50;

/** Entries without a rate that a message names. */
const NAMED = 5;

const ACTIONS: Record<
  Action,
  { label: string; done: string; run: (workIds: string[], reason: string) => Promise<unknown> }
> = {
  hold: { label: 'Hold', done: 'held', run: (workIds, reason) => hold({ workIds, reason }) },
  release: { label: 'Release', done: 'released', run: (workIds) => releaseHold({ workIds }) },
  writeOff: { label: 'Write off', done: 'written off', run: (workIds, reason) => writeOff({ workIds, reason }) },
};

/**
 * Everything that a run leaves out, grouped by its reason. Time and expenses can be held, released and written off. Fires
 * `workchange` when something was done, with what to tell the person.
 */
export default class UnbilledWork extends LightningElement {
  openReasons: string[] = [];
  expandedReasons: string[] = [];
  picked: string[] = [];
  action?: Action;
  reason = '';
  errors?: unknown;
  isBusy = false;

  private found: Unbilled[] = [];

  @api get works(): Unbilled[] {
    return this.found;
  }

  set works(works: Unbilled[]) {
    this.found = works;
    this.picked = this.picked.filter((id) => works.some((work) => work.recordId === id));
  }

  get isEmpty(): boolean {
    return this.found.length === 0;
  }

  get groups(): object[] {
    return groupByReason(this.found).map((group) => this.viewOf(group));
  }

  get pickedText(): string {
    return this.picked.length === 1 ? '1 chosen' : `${this.picked.length} chosen`;
  }

  get hasPicked(): boolean {
    return this.picked.length > 0;
  }

  private get pickedWorks(): Unbilled[] {
    return this.found.filter((work) => this.picked.includes(work.recordId));
  }

  get cannotHold(): boolean {
    return this.isBusy || this.pickedWorks.some((work) => work.reason === ON_HOLD);
  }

  get cannotRelease(): boolean {
    return this.isBusy || this.pickedWorks.some((work) => work.reason !== ON_HOLD);
  }

  /** Rates of time that were missing at its approval may be on a card by now. */
  get mayFindRates(): boolean {
    return this.pickedWorks.every((work) => work.reason === MISSING_RATE && work.kind === 'Time');
  }

  get mayWriteOff(): boolean {
    return canDecide === true;
  }

  get asksReason(): boolean {
    return this.action !== undefined;
  }

  get actionLabel(): string {
    return this.action === undefined ? '' : ACTIONS[this.action].label;
  }

  get cannotConfirm(): boolean {
    return this.isBusy || this.reason.trim() === '';
  }

  handleOpen(event: Event): void {
    const reason = reasonOf(event);
    this.openReasons = this.openReasons.includes(reason)
      ? this.openReasons.filter((one) => one !== reason)
      : [...this.openReasons, reason];
  }

  handleMore(event: Event): void {
    this.expandedReasons = [...this.expandedReasons, reasonOf(event)];
  }

  handlePick(event: Event): void {
    const box = event.currentTarget as HTMLInputElement;
    this.picked = withChoice(this.picked, [box.dataset.id!], box.checked);
  }

  handlePickAll(event: Event): void {
    const box = event.currentTarget as HTMLInputElement;
    const ids = this.found.filter((work) => work.reason === box.dataset.reason && isWork(work)).map((w) => w.recordId);
    this.picked = withChoice(this.picked, ids, box.checked);
  }

  handleAsk(event: Event): void {
    this.action = (event.currentTarget as HTMLElement).dataset.action as Action;
    this.reason = '';
    this.errors = undefined;
  }

  handleCancel(): void {
    this.action = undefined;
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }

  async handleConfirm(): Promise<void> {
    await this.perform(this.action!);
  }

  /** For what needs no reason. */
  async handleDo(event: Event): Promise<void> {
    await this.perform((event.currentTarget as HTMLElement).dataset.action as Action);
  }

  async handleFindRates(): Promise<void> {
    const asked = this.pickedWorks;
    await this.attempt(async () => ratesText(asked, await findRates<string[]>({ workIds: this.picked })));
  }

  private async perform(action: Action): Promise<void> {
    const ids = this.picked;
    await this.attempt(async () => {
      await ACTIONS[action].run(ids, this.reason.trim());
      return `${ids.length === 1 ? '1 record was' : `${ids.length} records were`} ${ACTIONS[action].done}.`;
    });
  }

  /** Does what gives the text to tell. */
  private async attempt(change: () => Promise<string>): Promise<void> {
    this.isBusy = true;
    this.errors = undefined;
    try {
      const detail = await change();
      this.action = undefined;
      this.picked = [];
      this.dispatchEvent(new CustomEvent('workchange', { detail }));
    } catch (error) {
      this.errors = errorMessages(error);
    } finally {
      this.isBusy = false;
    }
  }

  private viewOf(group: ReasonGroup): object {
    const { reason, works, totals, unknownCount } = group;
    const isOpen = this.openReasons.includes(reason);
    const shown = this.expandedReasons.includes(reason) ? works : works.slice(0, SHOWN);
    const pickable = works.filter(isWork);
    return {
      reason,
      isOpen,
      expanded: String(isOpen),
      icon: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
      count: works.length === 1 ? '1 record' : `${works.length} records`,
      sums: [totalsText(totals), unknownCount > 0 ? `${unknownCount} of unknown worth` : '']
        .filter((text) => text !== '')
        .join(' · '),
      rows: isOpen ? shown.map((work) => this.rowOf(work)) : [],
      hidden: shown.length < works.length ? `Show ${works.length - shown.length} more` : undefined,
      canPick: pickable.length > 0,
      allPicked: pickable.every((work) => this.picked.includes(work.recordId)),
      pickLabel: `Choose all of ${reason}`,
      tableLabel: `Not billed: ${reason}`,
    };
  }

  private rowOf(work: Unbilled): object {
    const name = [work.kind, work.label, dayOf(work)].filter((part) => part !== undefined).join(' ');
    return {
      ...work,
      key: work.recordId + work.reason,
      url: `/${work.recordId}`,
      projectUrl: `/${work.projectId}`,
      name: work.label ?? work.kind,
      isWork: isWork(work),
      isPicked: this.picked.includes(work.recordId),
      pickLabel: `Choose ${name}`,
      hours: work.minutes === undefined ? '' : hoursText(work.minutes),
      money: work.amount === undefined ? 'Unknown' : moneyText(work.amount, work.currencyCode),
    };
  }
}

/** Fees and milestones are changed on their arrangement. */
function isWork(work: Unbilled): boolean {
  return work.kind !== 'Arrangement';
}

function dayOf({ workDate }: Unbilled): string | undefined {
  return workDate === undefined ? undefined : dateText(workDate);
}

function reasonOf(event: Event): string {
  return (event.currentTarget as HTMLElement).dataset.reason!;
}

/** How many rates were found, which work has none still, and what helps. */
function ratesText(asked: Unbilled[], missingIds: string[]): string {
  const missing = asked.filter((work) => missingIds.includes(work.recordId));
  const found = `${asked.length - missing.length} of ${asked.length} ${asked.length === 1 ? 'rate' : 'rates'} found.`;
  if (missing.length === 0) return found;
  const names = missing
    .slice(0, NAMED)
    .map((work) => [work.label, dayOf(work), work.projectName].filter(Boolean).join(', '));
  const rest = missing.length > NAMED ? [`${missing.length - NAMED} more`] : [];
  const currencies = [...new Set(missing.map((work) => work.currencyCode))].join(' and ');
  return (
    `${found} Still without one: ${[...names, ...rest].join('; ')}. ` +
    `Add the role or the person to a rate card in ${currencies} that is valid on the day, then find rates again.`
  );
}
