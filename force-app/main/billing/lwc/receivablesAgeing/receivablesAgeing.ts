import { api, LightningElement } from 'lwc';
import loadAgeing from '@salesforce/apex/ReceivablesController.loadAgeing';
import { NavigationMixin } from 'lightning/navigation';
import { sum } from 'c/cents';

interface Bucket {
  accountId: string;
  accountName: string;
  currencyCode: string;
  notDue: number;
  days0to30: number;
  days31to60: number;
  days61to90: number;
  over90: number;
  total: number;
}

interface View {
  buckets: Bucket[];
  isByInvoiceDate: boolean;
  canSend: boolean;
  statementUrl?: string;
}

interface Column {
  key: 'notDue' | 'days0to30' | 'days31to60' | 'days61to90' | 'over90' | 'total';
  label: string;
}

interface Cell {
  key: string;
  label: string;
  value: number;
  style: string;
}

const COLUMNS: readonly Column[] = [
  { key: 'notDue', label: 'Not due' },
  { key: 'days0to30', label: '0–30 days' },
  { key: 'days31to60', label: '31–60 days' },
  { key: 'days61to90', label: '61–90 days' },
  { key: 'over90', label: 'Over 90 days' },
  { key: 'total', label: 'Total' },
];

/**
 * What clients owe by age: of one client on an account's page, else of all whose invoices the user may see, with totals for
 * each currency. Currencies are never added up.
 */
export default class ReceivablesAgeing extends NavigationMixin(LightningElement) {
  /** The account whose page this is on; without it all accounts are shown. */
  @api recordId?: string;

  view?: View;
  errors?: unknown;

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.view === undefined && this.errors === undefined;
  }

  get isEmpty(): boolean {
    return this.view?.buckets.length === 0;
  }

  get basis(): string {
    return this.view?.isByInvoiceDate === true ? 'Days since the invoice date' : 'Days since the due date';
  }

  get showsAccounts(): boolean {
    return this.recordId === undefined;
  }

  get columns(): readonly Column[] {
    return this.view?.isByInvoiceDate === true ? COLUMNS.filter((column) => column.key !== 'notDue') : COLUMNS;
  }

  get rows(): { key: string; accountUrl: string; accountName: string; currencyCode: string; cells: Cell[] }[] {
    return (this.view?.buckets ?? []).map((bucket) => ({
      key: bucket.accountId + bucket.currencyCode,
      accountUrl: `/${bucket.accountId}`,
      accountName: bucket.accountName,
      currencyCode: bucket.currencyCode,
      cells: this.cellsOf(bucket),
    }));
  }

  /** One for each currency; on an account's page each row is its currency's total already. */
  get totals(): { key: string; cells: Cell[] }[] {
    if (!this.showsAccounts) return [];
    const codes = [...new Set((this.view?.buckets ?? []).map((bucket) => bucket.currencyCode))].sort();
    return codes.map((code) => {
      const ofCurrency = (this.view?.buckets ?? []).filter((bucket) => bucket.currencyCode === code);
      const total = { ...ofCurrency[0]! };
      for (const { key } of COLUMNS) total[key] = sum(ofCurrency.map((bucket) => bucket[key]));
      return { key: code, cells: this.cellsOf(total) };
    });
  }

  get statementUrl(): string | undefined {
    return this.view?.statementUrl;
  }

  get canSend(): boolean {
    return this.view?.canSend === true;
  }

  handleStatement(): void {
    this[NavigationMixin.Navigate]({ type: 'standard__webPage', attributes: { url: this.statementUrl! } });
  }

  async reload(): Promise<void> {
    this.errors = undefined;
    this.view = undefined;
    try {
      this.view = await loadAgeing<View>({ accountId: this.recordId ?? null });
    } catch (error) {
      this.errors = error;
    }
  }

  private cellsOf(bucket: Bucket): Cell[] {
    return this.columns.map(({ key, label }) => ({
      key,
      label,
      value: bucket[key],
      style: styleOf(key, bucket[key]),
    }));
  }
}

function styleOf(key: Column['key'], value: number): string {
  if (key === 'over90' && value > 0) return 'number late';
  return value === 0 && key !== 'total' ? 'number zero' : 'number';
}
