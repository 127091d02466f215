import { api, LightningElement } from 'lwc';
import getProgress from '@salesforce/apex/InvoiceRunController.getProgress';
import resume from '@salesforce/apex/InvoiceRunController.resume';
import { isActive, pauseAfter, percentOf, type Run } from 'c/billingModel';
import { withoutNulls } from 'c/withoutNulls';

/**
 * How far a run is, asked again until it is through; the run goes on without this page. Fires `settle` with the run when it
 * is through or interrupted.
 */
export default class InvoiceRunStatus extends LightningElement {
  run?: Run;
  errors?: unknown;
  isBusy = false;

  private followed?: string;
  private pause = 0;
  private timer?: ReturnType<typeof setTimeout>;

  @api get runId(): string | undefined {
    return this.followed;
  }

  set runId(id: string | undefined) {
    if (id === this.followed) return;
    this.followed = id;
    this.run = undefined;
    this.pause = 0;
    if (this.isConnected) this.follow();
  }

  connectedCallback(): void {
    this.follow();
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  get isLoading(): boolean {
    return this.run === undefined && this.errors === undefined;
  }

  get headline(): string {
    const { status, name } = this.run!;
    if (this.run!.canResume) return `${name} was interrupted`;
    return status === 'Completed' ? `${name} is through` : `${name} is ${status.toLowerCase()}`;
  }

  get percent(): number {
    return percentOf(this.run!);
  }

  get progressText(): string {
    const { projectsDone, projectsTotal, entriesBilled, invoicesDrafted } = this.run!;
    const invoices = invoicesDrafted === 1 ? '1 invoice' : `${invoicesDrafted ?? 0} invoices`;
    return `${projectsDone ?? 0} of ${projectsTotal ?? 0} projects, ${entriesBilled ?? 0} entries billed, ${invoices} drafted`;
  }

  get isEmptyRun(): boolean {
    return this.run!.status === 'Completed' && (this.run!.invoicesDrafted ?? 0) === 0;
  }

  get problems(): string[] {
    return (this.run!.problems ?? '').split('\n').filter((line) => line.trim() !== '');
  }

  get hasProblems(): boolean {
    return this.problems.length > 0;
  }

  /** Asks now, and again while something works on the run. */
  async follow(): Promise<void> {
    clearTimeout(this.timer);
    const runId = this.followed;
    if (runId === undefined) return;
    this.errors = undefined;
    try {
      const run = withoutNulls(await getProgress<Run>({ runId }));
      if (runId === this.followed) this.take(run);
    } catch (error) {
      if (runId === this.followed) this.errors = error;
    }
  }

  async handleResume(): Promise<void> {
    this.isBusy = true;
    this.errors = undefined;
    try {
      this.pause = 0;
      this.take(withoutNulls(await resume<Run>({ runId: this.followed })));
    } catch (error) {
      this.errors = error;
    } finally {
      this.isBusy = false;
    }
  }

  private take(run: Run): void {
    this.pause = pauseAfter(this.run, run, this.pause);
    this.run = run;
    if (isActive(run) && this.isConnected) {
      clearTimeout(this.timer);
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- the next question; cleared when the component leaves
      this.timer = setTimeout(() => this.follow(), this.pause);
    } else {
      this.dispatchEvent(new CustomEvent('settle', { detail: run }));
    }
  }
}
