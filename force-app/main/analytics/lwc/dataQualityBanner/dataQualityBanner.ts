import { api, LightningElement } from 'lwc';
import loadGaps from '@salesforce/apex/MeasuresController.loadGaps';
import { hours, monthFrom, todayIn, type Finding, type Gap, type Scope, type Sight } from 'c/measureModel';

const KINDS: Readonly<Record<string, string>> = { Project__c: 'Project', Resource__c: 'Resource' };
const MONTHS_BACK = 2;

/** What is said instead of vouching for rows that the user may not see, or that are not there. */
const UNVOUCHED: Readonly<Record<string, string>> = {
  some: 'Nothing is missing in what you may see. Other parts of these numbers are not shared with you.',
  none: 'You may not see the rows that would tell whether something is missing.',
  empty: 'Nothing is measured in these months yet.',
};

/**
 * What is missing in the numbers: a banner instead of a wrong number. Each count opens its rows. On a page of its own it
 * looks at the running month and the two before: of the record whose page it is on, else of the firm. A page that has
 * loaded the gaps already hands them over.
 */
export default class DataQualityBanner extends LightningElement {
  @api recordId?: string;
  @api objectApiName?: string;
  @api currencyCode = 'USD';
  /** How much of what tells the gaps the user may see; comes with `gaps`. */
  @api sight?: Sight;
  /** Updates that failed; comes with `gaps`. */
  @api failures?: number;

  errors?: unknown;
  opened?: Gap;

  private loaded?: Finding;
  #scope?: Scope;
  #gaps?: Gap[];

  /** Of another page; without it the banner has its own. */
  @api
  get scope(): Scope | undefined {
    return this.#scope;
  }
  set scope(value: Scope | undefined) {
    this.#scope = value;
    this.opened = undefined;
  }

  /** Loaded by another page for the scope. */
  @api
  get gaps(): Gap[] | undefined {
    return this.#gaps;
  }
  set gaps(value: Gap[] | undefined) {
    this.#gaps = value;
    this.opened = undefined;
  }

  connectedCallback(): void {
    if (this.#gaps === undefined) this.reload();
  }

  get ownScope(): Scope {
    const today = todayIn(new Date());
    return {
      kind: KINDS[this.objectApiName ?? ''] ?? 'Firm',
      recordId: this.recordId ?? null,
      fromDay: monthFrom(today, -MONTHS_BACK),
      toDay: today,
    };
  }

  get drillScope(): Scope {
    return this.#scope ?? this.ownScope;
  }

  get known(): Gap[] | undefined {
    return this.#gaps ?? this.loaded?.gaps;
  }

  get hasGaps(): boolean {
    return (this.known ?? []).length > 0;
  }

  get failed(): string | undefined {
    const count = (this.#gaps === undefined ? this.loaded?.failures : this.failures) ?? 0;
    if (count === 0) return undefined;
    const updates = count === 1 ? 'An update of the measures' : `${count} updates of the measures`;
    return `${updates} failed, so these numbers may not be current. An administrator finds the reason in the log.`;
  }

  get isComplete(): boolean {
    return this.known?.length === 0 && this.failed === undefined && this.unvouched === undefined;
  }

  get unvouched(): string | undefined {
    if (this.known?.length !== 0 || this.failed !== undefined) return undefined;
    return UNVOUCHED[(this.#gaps === undefined ? this.loaded?.sight : this.sight) ?? ''];
  }

  /** Who has to submit is known of people and not of projects. */
  get complete(): string {
    return this.drillScope.kind === 'Project'
      ? 'Nothing is missing in what was submitted: it is approved, with cost and rate.'
      : 'Nothing is missing: all time is submitted and approved, with cost and rate.';
  }

  get items(): { key: string; text: string; label: string; style: string; pressed: string }[] {
    return (this.known ?? []).map(({ key, label, size }) => ({
      key,
      text: `${hours(size)} ${label}`,
      label: `${hours(size)} ${label}. Show the rows`,
      style: `gap${this.opened?.key === key ? ' on' : ''}`,
      pressed: String(this.opened?.key === key),
    }));
  }

  handleOpen(event: Event): void {
    const key = (event.currentTarget as HTMLElement).dataset.key;
    this.opened = this.opened?.key === key ? undefined : this.known?.find((gap) => gap.key === key);
  }

  handleClose(): void {
    this.opened = undefined;
  }

  async reload(): Promise<void> {
    this.errors = undefined;
    this.loaded = undefined;
    try {
      this.loaded = await loadGaps<Finding>({ ...this.ownScope });
    } catch (error) {
      this.errors = error;
    }
  }
}
