import { LightningElement } from 'lwc';
import exportJournal from '@salesforce/apex/ReceivablesController.exportJournal';
import loadExports from '@salesforce/apex/ReceivablesController.loadExports';
import retryExport from '@salesforce/apex/ReceivablesController.retryExport';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { moneyText } from 'c/cents';
import { errorMessages } from 'c/errorMessages';

interface JournalExport {
  Id: string;
  Name: string;
  Status__c: string;
  EntryCount__c: number;
  /** A line for each currency, such as "EUR 1190.00". */
  ControlSums__c?: string;
  FirstDate__c?: string;
  LastDate__c?: string;
  Message__c?: string;
  CreatedDate: string;
  CreatedBy?: { Name: string };
}

interface View {
  /** Everything else is absent for those who may not see the journal. */
  isReadable: boolean;
  waiting: number;
  canExport: boolean;
  exports: JournalExport[];
  fileIds: Record<string, string>;
}

/** Where the platform gives out a version of a file. */
const DOWNLOAD = '/sfc/servlet.shepherd/version/download/';

/**
 * Hands the journal over to accounting: what waits is exported once, and every earlier file can be fetched again as it was.
 */
export default class JournalExports extends LightningElement {
  view?: View;
  loadErrors?: unknown;
  exportErrors?: unknown;
  isBusy = false;

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.view === undefined && this.loadErrors === undefined;
  }

  get waitingText(): string {
    if (this.view?.isReadable === false) return 'Only finance sees what is handed over to accounting.';
    const count = this.view?.waiting ?? 0;
    if (count === 0) return 'All entries are handed over.';
    return count === 1 ? '1 entry waits to be handed over.' : `${count} entries wait to be handed over.`;
  }

  get canExport(): boolean {
    return this.view?.canExport === true;
  }

  get cannotExport(): boolean {
    return this.isBusy || this.view?.waiting === 0;
  }

  get hasExports(): boolean {
    return (this.view?.exports?.length ?? 0) > 0;
  }

  get rows(): (JournalExport & { url: string; fileUrl?: string; by: string; sums: string[]; canRetry: boolean })[] {
    return (this.view?.exports ?? []).map((row) => {
      const fileId = this.view!.fileIds[row.Id];
      return {
        ...row,
        url: `/${row.Id}`,
        fileUrl: fileId === undefined ? undefined : DOWNLOAD + fileId,
        by: row.CreatedBy?.Name ?? '',
        sums: (row.ControlSums__c ?? '').split('\n').map(sumText),
        canRetry: row.Status__c === 'Failed' && this.view!.canExport,
      };
    });
  }

  async handleExport(): Promise<void> {
    await this.attempt(() => exportJournal<View>(), 'The journal was exported.');
  }

  async handleRetry(event: Event): Promise<void> {
    const exportId = (event.currentTarget as HTMLElement).dataset.id;
    await this.attempt(() => retryExport<View>({ exportId }), 'The export was delivered again.');
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    try {
      this.view = await loadExports<View>();
    } catch (error) {
      this.loadErrors = error;
    }
  }

  private async attempt(action: () => Promise<View>, message: string): Promise<void> {
    this.isBusy = true;
    this.exportErrors = undefined;
    try {
      this.view = await action();
      this.dispatchEvent(new ShowToastEvent({ title: 'Journal', message, variant: 'success' }));
    } catch (error) {
      this.exportErrors = errorMessages(error);
    } finally {
      this.isBusy = false;
    }
  }
}

function sumText(line: string): string {
  const [currencyCode, amount] = line.split(' ');
  return amount === undefined ? line : moneyText(Number(amount), currencyCode);
}
