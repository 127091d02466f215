import { api, LightningElement } from 'lwc';
import { deleteRecord } from 'lightning/uiRecordApi';
import { errorMessages } from 'c/errorMessages';
import type { Receipt } from 'c/expenseModel';

const IMAGES = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp']);

/**
 * Receipts of one expense: upload, preview, removal. Fires `receiptschange` when there are others than before.
 */
export default class ExpenseReceipts extends LightningElement {
  /** The expense the files are linked to; absent while it is not saved. */
  @api expenseId?: string;
  @api receipts: Receipt[] = [];
  @api canEdit = false;

  shownId?: string;
  problems?: string[];

  readonly accepted = ['.pdf', '.png', '.jpg', '.jpeg', '.gif', '.webp', '.heic'];

  get canUpload(): boolean {
    return this.canEdit && this.expenseId !== undefined;
  }

  get isWaitingForLine(): boolean {
    return this.canEdit && this.expenseId === undefined;
  }

  get isEmpty(): boolean {
    return this.receipts.length === 0 && !this.canEdit;
  }

  get files(): (Receipt & {
    name: string;
    url: string;
    isImage: boolean;
    isShown: boolean;
    toggleLabel: string;
    removeLabel: string;
  })[] {
    return this.receipts.map((receipt) => {
      const name = receipt.extension === undefined ? receipt.title : `${receipt.title}.${receipt.extension}`;
      const isShown = receipt.documentId === this.shownId;
      return {
        ...receipt,
        name,
        url: `/sfc/servlet.shepherd/version/download/${receipt.versionId}`,
        isImage: IMAGES.has(receipt.extension?.toLowerCase() ?? ''),
        isShown,
        toggleLabel: isShown ? `Hide ${name}` : `Show ${name}`,
        removeLabel: `Remove ${name}`,
      };
    });
  }

  handleToggle(event: Event): void {
    const id = (event.currentTarget as HTMLElement).dataset.id;
    this.shownId = this.shownId === id ? undefined : id;
  }

  async handleRemove(event: Event): Promise<void> {
    const id = (event.currentTarget as HTMLElement).dataset.id ?? '';
    this.problems = undefined;
    try {
      await deleteRecord(id);
      this.announce();
    } catch (error) {
      this.problems = errorMessages(error);
    }
  }

  announce(): void {
    this.dispatchEvent(new CustomEvent('receiptschange'));
  }
}
