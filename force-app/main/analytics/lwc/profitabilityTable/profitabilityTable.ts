import { api, LightningElement } from 'lwc';
import loadProfit from '@salesforce/apex/MeasuresController.loadProfit';
import { amount, format, hours, type Scope } from 'c/measureModel';

interface Row {
  recordId?: string;
  name?: string;
  hours: number;
  revenue: number;
  cost: number;
  margin: number;
  marginPercent?: number;
  uncostedHours: number;
}

type Column = 'name' | 'hours' | 'revenue' | 'cost' | 'margin' | 'marginPercent';

const COLUMNS: readonly { key: Column; label: string }[] = [
  { key: 'name', label: 'Name' },
  { key: 'hours', label: 'Hours' },
  { key: 'revenue', label: 'Revenue' },
  { key: 'cost', label: 'Cost' },
  { key: 'margin', label: 'Margin' },
  { key: 'marginPercent', label: 'Margin %' },
];
const GROUPS = ['Project', 'Client', 'Practice'];

/** Revenue, cost and margin by project, client or practice; each head sorts, each name opens its record. */
export default class ProfitabilityTable extends LightningElement {
  @api currencyCode = 'USD';

  rows?: Row[];
  errors?: unknown;
  groupBy = 'Project';
  sortBy: Column = 'revenue';
  isAscending = false;

  #scope?: Scope;
  #asked = 0;

  @api
  get scope(): Scope | undefined {
    return this.#scope;
  }
  set scope(value: Scope | undefined) {
    this.#scope = value;
    this.reload();
  }

  get isLoading(): boolean {
    return this.rows === undefined && this.errors === undefined;
  }

  get isEmpty(): boolean {
    return this.rows?.length === 0;
  }

  get groups(): { value: string; label: string; style: string; pressed: string }[] {
    return GROUPS.map((value) => ({
      value,
      label: `By ${value.toLowerCase()}`,
      style: `choice${value === this.groupBy ? ' on' : ''}`,
      pressed: String(value === this.groupBy),
    }));
  }

  get columns(): { key: Column; label: string; style: string; sort: string; mark: string }[] {
    return COLUMNS.map(({ key, label }) => {
      const isSorted = key === this.sortBy;
      return {
        key,
        label,
        style: key === 'name' ? '' : 'number',
        sort: isSorted ? (this.isAscending ? 'ascending' : 'descending') : 'none',
        mark: isSorted ? (this.isAscending ? ' ▲' : ' ▼') : '',
      };
    });
  }

  get shown(): object[] {
    const sign = this.isAscending ? 1 : -1;
    const { sortBy } = this;
    return [...(this.rows ?? [])]
      .sort((left, right) => sign * compare(left[sortBy], right[sortBy]))
      .map((row, index) => ({
        key: row.recordId ?? `none-${index}`,
        ...this.texts(row),
        name: row.name ?? 'None',
        url: row.recordId === undefined ? undefined : `/${row.recordId}`,
        gap: row.uncostedHours > 0 ? `${hours(row.uncostedHours)} h without cost` : undefined,
      }));
  }

  get total(): object {
    const sum = (key: 'hours' | 'revenue' | 'cost' | 'margin'): number =>
      (this.rows ?? []).reduce((before, row) => before + row[key], 0);
    const revenue = sum('revenue');
    const margin = sum('margin');
    const marginPercent = revenue === 0 ? undefined : (100 * margin) / revenue;
    return this.texts({ hours: sum('hours'), revenue, cost: sum('cost'), margin, marginPercent, uncostedHours: 0 });
  }

  handleGroup(event: Event): void {
    this.groupBy = (event.currentTarget as HTMLElement).dataset.value!;
    this.reload();
  }

  handleSort(event: Event): void {
    const column = (event.currentTarget as HTMLElement).dataset.key as Column;
    this.isAscending = column === this.sortBy ? !this.isAscending : column === 'name';
    this.sortBy = column;
  }

  async reload(): Promise<void> {
    if (this.#scope === undefined) return;
    const turn = ++this.#asked;
    this.errors = undefined;
    this.rows = undefined;
    try {
      const rows = await loadProfit<Row[]>({ ...this.#scope, groupBy: this.groupBy });
      if (turn === this.#asked) this.rows = rows;
    } catch (error) {
      if (turn === this.#asked) this.errors = error;
    }
  }

  private texts(row: Row): object {
    const percent = row.marginPercent;
    return {
      hours: hours(row.hours),
      revenue: amount(row.revenue, this.currencyCode),
      cost: amount(row.cost, this.currencyCode),
      margin: amount(row.margin, this.currencyCode),
      marginPercent: format(percent, 'percent', this.currencyCode),
      percentStyle: `number${(percent ?? 0) < 0 || (percent === undefined && row.margin < 0) ? ' loss' : ''}`,
      bar: `width: ${Math.max(0, Math.min(100, percent ?? 0)).toFixed(0)}%`,
    };
  }
}

/** Blanks come last, whichever way. */
function compare(left: string | number | undefined, right: string | number | undefined): number {
  if (left === undefined || left === null) return -1;
  if (right === undefined || right === null) return 1;
  return typeof left === 'string' ? left.localeCompare(String(right)) : left - Number(right);
}
