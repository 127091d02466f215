import { api, LightningElement } from 'lwc';
import sendOverdueStatements from '@salesforce/apex/ReceivablesController.sendOverdueStatements';
import sendStatement from '@salesforce/apex/ReceivablesController.sendStatement';
import LightningConfirm from 'lightning/confirm';

/** Emails statements of account: to one client on an account's page, else to every client with overdue invoices. */
export default class StatementSender extends LightningElement {
  /** Without it all who are overdue get one. */
  @api accountId?: string;

  isSending = false;
  message = '';
  errors?: unknown;

  get label(): string {
    return this.accountId === undefined ? 'Send statements to overdue clients' : 'Send statement';
  }

  async handleSend(): Promise<void> {
    if (this.accountId === undefined && !(await this.isConfirmed())) return;
    this.isSending = true;
    this.errors = undefined;
    this.message = '';
    try {
      this.message = this.accountId === undefined ? await this.sendToAll() : await this.sendToOne(this.accountId);
    } catch (error) {
      this.errors = error;
    } finally {
      this.isSending = false;
    }
  }

  private isConfirmed(): Promise<boolean> {
    return LightningConfirm.open({
      label: 'Send statements',
      message: 'Every client with overdue invoices gets a statement of account by email, now.',
    });
  }

  private async sendToOne(accountId: string): Promise<string> {
    const problem = await sendStatement<string | null>({ accountId });
    if (problem) throw new Error(problem);
    return 'The statement was sent to the billing contact.';
  }

  private async sendToAll(): Promise<string> {
    const count = await sendOverdueStatements<number>();
    if (count === 0) return 'No client has overdue invoices.';
    const clients = count === 1 ? '1 client' : `${count} clients`;
    return `Statements to ${clients} are on their way. What does not arrive is said on the account.`;
  }
}
