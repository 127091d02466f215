import { LightningElement } from 'lwc';
import load from '@salesforce/apex/ScheduledJobsController.load';
import turn from '@salesforce/apex/ScheduledJobsController.turn';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

interface Job {
  name: string;
  label: string;
  purpose: string;
  /** When it runs, in words. */
  times: string;
  isOn: boolean;
  nextRun?: string;
  lastRun?: string;
  runsAs?: string;
}

/** What Keelson does by itself at set times, turned on and off by an administrator. */
export default class ScheduledJobs extends LightningElement {
  jobs?: Job[];
  loadErrors?: unknown;
  turnErrors?: unknown;
  isBusy = false;

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.jobs === undefined && this.loadErrors === undefined;
  }

  get summary(): string {
    const jobs = this.jobs ?? [];
    return `${jobs.filter((job) => job.isOn).length} of ${jobs.length} jobs are on. They run as whoever turns them on.`;
  }

  get cannotTurnAllOn(): boolean {
    return this.isBusy || this.namesOff.length === 0;
  }

  get rows(): object[] {
    return (this.jobs ?? []).map((job) => ({
      ...job,
      action: job.isOn ? 'Turn off' : 'Turn on',
      actionTitle: `${job.isOn ? 'Turn off' : 'Turn on'} ${job.label}`,
      pill: job.isOn ? 'slds-badge slds-theme_success' : 'slds-badge',
      state: job.isOn ? 'On' : 'Off',
      as: job.runsAs === undefined ? '' : `as ${job.runsAs}`,
    }));
  }

  private get namesOff(): string[] {
    return (this.jobs ?? []).filter((job) => !job.isOn).map((job) => job.name);
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    try {
      this.jobs = await load<Job[]>();
    } catch (error) {
      this.loadErrors = error;
    }
  }

  async handleTurn(event: Event): Promise<void> {
    const name = (event.currentTarget as HTMLElement).dataset.name!;
    const job = this.jobs!.find((one) => one.name === name)!;
    await this.turnTo([name], !job.isOn, `${job.label}: ${job.isOn ? 'off' : 'on'}.`);
  }

  async handleTurnAllOn(): Promise<void> {
    await this.turnTo(this.namesOff, true, 'All jobs are on.');
  }

  private async turnTo(names: string[], isOn: boolean, message: string): Promise<void> {
    this.isBusy = true;
    this.turnErrors = undefined;
    try {
      this.jobs = await turn<Job[]>({ names, isOn });
      this.dispatchEvent(new ShowToastEvent({ title: 'Scheduled jobs', message, variant: 'success' }));
    } catch (error) {
      this.turnErrors = error;
    } finally {
      this.isBusy = false;
    }
  }
}
