import { api, LightningElement } from 'lwc';
import drill from '@salesforce/apex/MeasuresController.drill';
import drillEntries from '@salesforce/apex/MeasuresController.drillEntries';
import { format, hours, type Scope, type Unit } from 'c/measureModel';

interface Row {
  recordId: string;
  name?: string;
  detail?: string;
  value?: number;
  numerator?: number;
  divisor?: number;
  currencyCode?: string;
}

interface Rows {
  label: string;
  unit: Unit;
  items: Row[];
  isCut: boolean;
}

interface ShownRow {
  key: string;
  name: string;
  url: string;
  detail?: string;
  value: string;
  numerator: string;
  divisor: string;
  canOpen: boolean;
  openLabel: string;
}

const NUMBER = (value: number | undefined): string => (value === undefined || value === null ? '' : hours(value));

/** Rows whose time entries can be looked at. */
const WITH_ENTRIES = new Set([
  'BillableUtilization',
  'Realization',
  'ProjectMargin',
  'Waiting',
  'Uncosted',
  'Unrated',
  'Unsubmitted',
]);

/** The rows a number is made of, each with a link, and below a person or project its time. Fires `close`. */
export default class MeasureDrill extends LightningElement {
  @api label = '';
  @api currencyCode = 'USD';

  rows?: Rows;
  errors?: unknown;
  /** The person or project whose time is shown. */
  inside?: { recordId: string; name: string };

  #key = '';
  #scope?: Scope;
  #asked = 0;

  @api
  get measureKey(): string {
    return this.#key;
  }
  set measureKey(value: string) {
    this.#key = value;
    this.inside = undefined;
    this.reload();
  }

  @api
  get scope(): Scope | undefined {
    return this.#scope;
  }
  set scope(value: Scope | undefined) {
    this.#scope = value;
    this.inside = undefined;
    this.reload();
  }

  get isLoading(): boolean {
    return this.rows === undefined && this.errors === undefined;
  }

  get isEmpty(): boolean {
    return this.rows?.items.length === 0;
  }

  get title(): string {
    return this.inside === undefined ? this.label : `Time of ${this.inside.name}`;
  }

  get isQuotient(): boolean {
    return this.rows?.items.some(({ divisor }) => divisor !== undefined && divisor !== null) === true;
  }

  get valueLabel(): string {
    return this.rows?.label ?? '';
  }

  get isCut(): boolean {
    return this.rows?.isCut === true;
  }

  get shown(): ShownRow[] {
    const { rows } = this;
    return (rows?.items ?? []).map((row, index) => ({
      key: `${index}`,
      name: row.name ?? 'Without a name',
      url: `/${row.recordId}`,
      detail: row.detail,
      value: this.valueOf(row),
      numerator: NUMBER(row.numerator),
      divisor: NUMBER(row.divisor),
      canOpen: this.inside === undefined && WITH_ENTRIES.has(this.#key),
      openLabel: `Time of ${row.name ?? ''}`,
    }));
  }

  handleInside(event: Event): void {
    const row = this.rows!.items[Number((event.currentTarget as HTMLElement).dataset.index)]!;
    this.inside = { recordId: row.recordId, name: row.name ?? '' };
    this.reload();
  }

  handleBack(): void {
    this.inside = undefined;
    this.reload();
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  async reload(): Promise<void> {
    if (this.#scope === undefined || this.#key === '') return;
    const turn = ++this.#asked;
    this.rows = undefined;
    this.errors = undefined;
    const { fromDay, toDay } = this.#scope;
    try {
      const rows =
        this.inside === undefined
          ? await drill<Rows>({ ...this.#scope, key: this.#key })
          : await drillEntries<Rows>({ subjectId: this.inside.recordId, fromDay, toDay });
      if (turn === this.#asked) this.rows = rows;
    } catch (error) {
      if (turn === this.#asked) this.errors = error;
    }
  }

  /** Sizes of gaps and times are plain numbers. */
  private valueOf(row: Row): string {
    const unit = this.rows!.unit;
    if (unit === 'times') return NUMBER(row.value);
    return format(row.value, unit, row.currencyCode ?? this.currencyCode);
  }
}
