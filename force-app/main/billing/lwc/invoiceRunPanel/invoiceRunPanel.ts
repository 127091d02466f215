import { api, LightningElement } from 'lwc';
import getLatestRuns from '@salesforce/apex/InvoiceRunController.getLatestRuns';
import preview from '@salesforce/apex/InvoiceRunController.preview';
import start from '@salesforce/apex/InvoiceRunController.start';
import {
  isActive,
  totalsOf,
  totalsText,
  wholePreview,
  type Preview,
  type Run,
  type RunRequest,
  type Unbilled,
} from 'c/billingModel';
import { moneyText } from 'c/cents';
import { withoutNulls } from 'c/withoutNulls';

type Step = 'scope' | 'preview' | 'run' | 'drafts';

const STEPS: readonly { key: Step; label: string }[] = [
  { key: 'scope', label: 'Choose' },
  { key: 'preview', label: 'Preview' },
  { key: 'run', label: 'Run' },
  { key: 'drafts', label: 'Drafts' },
];

/**
 * From work in progress to drafts: what to bill, what will be drafted and what will not, the run, and its drafts. On the
 * page of a run it follows that run; elsewhere it takes up the latest run that is still at work, so that a reload loses
 * nothing.
 */
export default class InvoiceRunPanel extends LightningElement {
  /** The run whose page this is on. */
  @api recordId?: string;

  step: Step = 'scope';
  request?: RunRequest;
  found?: Preview;
  runId?: string;
  runs: Run[] = [];
  isBusy = false;
  errors?: unknown;
  message = '';

  /** The same for every press of the button, so that a second one finds the first one's run. */
  private runKey = '';

  connectedCallback(): void {
    if (this.recordId === undefined) {
      this.takeUp();
    } else {
      this.runId = this.recordId;
      this.step = 'run';
    }
  }

  get isOnRunPage(): boolean {
    return this.recordId !== undefined;
  }

  get steps(): { key: Step; label: string; current: 'step' | null; isDisabled: boolean; style: string }[] {
    const offered = this.isOnRunPage ? STEPS.slice(2) : STEPS;
    return offered.map(({ key, label }, index) => ({
      key,
      label: `${index + 1}. ${label}`,
      current: key === this.step ? 'step' : null,
      isDisabled: this.isBusy || !this.canShow(key),
      style: key === this.step ? 'step step_current' : 'step',
    }));
  }

  get showsScope(): boolean {
    return !this.isOnRunPage;
  }

  /** Hidden, not removed: what was chosen stays while the preview is looked at. */
  get scopeStyle(): string {
    return this.step === 'scope' ? '' : 'slds-hide';
  }

  get showsPreview(): boolean {
    return this.step === 'preview' && this.found !== undefined;
  }

  get showsRun(): boolean {
    return this.step === 'run' && this.runId !== undefined;
  }

  get showsDrafts(): boolean {
    return this.step === 'drafts' && this.runId !== undefined;
  }

  get showsRuns(): boolean {
    return !this.isOnRunPage && this.runs.length > 0 && (this.step === 'scope' || this.step === 'run');
  }

  get previewRows(): object[] {
    return (this.found?.projects ?? []).map((project) => ({
      ...project,
      url: `/${project.projectId}`,
      lines: project.lineCount === 1 ? '1 line' : `${project.lineCount} lines`,
      money: moneyText(project.amount, project.currencyCode),
    }));
  }

  get billsNothing(): boolean {
    return this.found?.projects.length === 0;
  }

  get billedText(): string {
    return totalsText(totalsOf(this.found?.projects ?? []));
  }

  get unbilled(): Unbilled[] {
    return this.found?.unbilled ?? [];
  }

  get unbilledText(): string {
    return totalsText(totalsOf(this.unbilled));
  }

  get runRows(): object[] {
    return this.runs.map((run) => ({
      ...run,
      url: `/${run.runId}`,
      label: `Show ${run.name}`,
      state: run.canResume ? 'Interrupted' : run.status,
      drafted: String(run.invoicesDrafted ?? 0),
    }));
  }

  get cannotStart(): boolean {
    return this.isBusy || this.billsNothing;
  }

  handleStep(event: Event): void {
    this.message = '';
    this.errors = undefined;
    this.step = (event.currentTarget as HTMLElement).dataset.step as Step;
  }

  async handlePreview(event: CustomEvent<RunRequest>): Promise<void> {
    this.request = event.detail;
    this.found = undefined;
    this.runKey = crypto.randomUUID();
    this.message = '';
    await this.readPreview();
  }

  async handleWorkChange(event: CustomEvent<string>): Promise<void> {
    await this.readPreview();
    this.message = event.detail;
  }

  async readPreview(): Promise<void> {
    await this.attempt(async () => {
      const { request } = this;
      this.found = await wholePreview(async (leftProjectIds) =>
        withoutNulls(await preview<Preview>({ request, leftProjectIds })),
      );
      this.step = 'preview';
    });
  }

  async handleStart(): Promise<void> {
    await this.attempt(async () => {
      const run = await start<Run>({ request: { ...this.request, runKey: this.runKey } });
      this.show(run.runId);
      this.found = undefined;
    });
  }

  handleShowRun(event: Event): void {
    this.show((event.currentTarget as HTMLElement).dataset.id!);
  }

  /** The drafts are what one wants to see of a run that is through. */
  async handleSettle(event: CustomEvent<Run>): Promise<void> {
    const { status, invoicesDrafted, problems } = event.detail;
    const isClean = status === 'Completed' && (problems ?? '') === '' && (invoicesDrafted ?? 0) > 0;
    if (isClean) this.step = 'drafts';
    await this.listRuns();
  }

  private canShow(step: Step): boolean {
    if (step === 'scope') return true;
    return step === 'preview' ? this.found !== undefined : this.runId !== undefined;
  }

  private show(runId: string): void {
    this.runId = runId;
    this.step = 'run';
    this.message = '';
  }

  private async takeUp(): Promise<void> {
    await this.listRuns();
    const active = this.runs.find(isActive);
    if (active !== undefined && this.step === 'scope') this.show(active.runId);
  }

  /** The list is a convenience: without it the rest works, and says itself what is wrong. */
  private async listRuns(): Promise<void> {
    if (this.isOnRunPage) return;
    try {
      this.runs = withoutNulls(await getLatestRuns<Run[]>());
    } catch {
      this.runs = [];
    }
  }

  private async attempt(action: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.errors = undefined;
    try {
      await action();
    } catch (error) {
      this.errors = error;
    } finally {
      this.isBusy = false;
    }
  }
}
