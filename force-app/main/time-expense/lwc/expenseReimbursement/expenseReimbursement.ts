import { LightningElement } from 'lwc';
import download from '@salesforce/apex/ReimbursementController.download';
import load from '@salesforce/apex/ReimbursementController.load';
import run from '@salesforce/apex/ReimbursementController.run';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { errorMessages } from 'c/errorMessages';

interface Due {
  person: string;
  lines: number;
  amount: number;
  currencyCode: string;
}

interface Export {
  Id: string;
  Name: string;
  ExportedAt__c: string;
  LineCount__c: number;
  TotalAmount__c: number;
  CurrencyCode__c: string;
  CreatedBy?: { Name: string };
}

interface Page {
  due: Due[];
  exports: Export[];
  canExport: boolean;
}

interface CsvFile {
  name: string;
  content: string;
}

/** What the firm owes its people for approved expenses, its hand-over for payment, and the files of earlier ones. */
export default class ExpenseReimbursement extends LightningElement {
  page?: Page;
  loadErrors?: unknown;
  problems?: string[];
  isBusy = false;

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.page === undefined && this.loadErrors === undefined;
  }

  get due(): (Due & { key: string; text: string; linesText: string })[] {
    return (this.page?.due ?? []).map((due) => ({
      ...due,
      key: `${due.person} ${due.currencyCode}`,
      text: money(due.amount, due.currencyCode),
      linesText: countText(due.lines),
    }));
  }

  get hasDue(): boolean {
    return this.due.length > 0;
  }

  get hasExports(): boolean {
    return this.exports.length > 0;
  }

  /** One total for each currency. */
  get totalText(): string {
    const sums = new Map<string, number>();
    for (const { amount, currencyCode } of this.page?.due ?? [])
      sums.set(currencyCode, (sums.get(currencyCode) ?? 0) + amount);
    return [...sums].map(([code, amount]) => money(amount, code)).join(' + ');
  }

  get cannotExport(): boolean {
    return this.isBusy || !this.hasDue || this.page?.canExport !== true;
  }

  get exports(): (Export & { text: string; linesText: string; by: string; label: string })[] {
    return (this.page?.exports ?? []).map((done) => ({
      ...done,
      text: money(done.TotalAmount__c, done.CurrencyCode__c),
      linesText: countText(done.LineCount__c),
      by: done.CreatedBy?.Name ?? '',
      label: `Download ${done.Name}`,
    }));
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    try {
      this.page = await load<Page>();
    } catch (error) {
      this.page = undefined;
      this.loadErrors = error;
    }
  }

  async handleExport(): Promise<void> {
    await this.act(async () => {
      const done = await run<Export | null>();
      await this.reload();
      if (done === null) {
        this.tell('Nothing to hand over', 'Somebody else has exported everything that was due.', 'info');
        return;
      }
      await this.save(done.Id);
      const text = `${countText(done.LineCount__c)}, ${money(done.TotalAmount__c, done.CurrencyCode__c)}.`;
      this.tell('Handed over for payment', text, 'success');
    });
  }

  async handleDownload(event: Event): Promise<void> {
    const exportId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    await this.act(() => this.save(exportId));
  }

  private async save(exportId: string): Promise<void> {
    const file = await download<CsvFile>({ exportId });
    const link = document.createElement('a');
    link.href = `data:text/csv;charset=utf-8,%EF%BB%BF${encodeURIComponent(file.content)}`;
    link.download = file.name;
    link.click();
  }

  private async act(action: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.problems = undefined;
    try {
      await action();
    } catch (error) {
      this.problems = errorMessages(error);
    } finally {
      this.isBusy = false;
    }
  }

  private tell(title: string, message: string, variant: 'success' | 'info'): void {
    this.dispatchEvent(new ShowToastEvent({ title, message, variant }));
  }
}

function money(amount: number, code: string): string {
  return `${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} ${code}`;
}

function countText(lines: number): string {
  return lines === 1 ? '1 expense' : `${lines} expenses`;
}
