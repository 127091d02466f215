import { api, LightningElement } from 'lwc';
import loadRebuild from '@salesforce/apex/MeasuresController.loadRebuild';
import rebuild from '@salesforce/apex/MeasuresController.rebuild';
import type { Scope } from 'c/measureModel';

interface Run {
  Status__c: 'Running' | 'Completed' | 'Interrupted';
  Phase__c: string;
  RowsWritten__c: number;
  Problems__c?: string;
}

/** Milliseconds between two looks at a rebuild that is at work. */
const PAUSE = 2000;

/**
 * Lets who looks after the measures have months rebuilt from the work itself: after an import, say. Says how far that is; fires
 * `done` when the numbers are new.
 */
export default class MeasureRebuild extends LightningElement {
  /** Its months are rebuilt. */
  @api scope!: Scope;

  run?: Run;
  errors?: unknown;
  isBusy = false;

  private timer?: ReturnType<typeof setTimeout>;

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  get status(): string {
    switch (this.run?.Status__c) {
      case 'Running':
        return `Rebuilding: ${this.run.Phase__c.toLowerCase()}, ${this.rows} …`;
      case 'Completed':
        return `Rebuilt, ${this.rows}.`;
      case 'Interrupted':
        return 'The rebuild was interrupted. Rebuild again: what is done is not done twice.';
      default:
        return this.isBusy ? 'Rebuilding …' : '';
    }
  }

  private get rows(): string {
    const count = this.run?.RowsWritten__c ?? 0;
    if (count === 0) return 'nothing differs';
    return count === 1 ? '1 row written' : `${count} rows written`;
  }

  get problems(): string | undefined {
    return this.run?.Problems__c;
  }

  async handleRebuild(): Promise<void> {
    const { fromDay, toDay } = this.scope;
    this.isBusy = true;
    this.run = undefined;
    this.errors = undefined;
    try {
      await this.follow(await rebuild<string>({ fromDay, toDay }));
    } catch (error) {
      this.fail(error);
    }
  }

  private async follow(runId: string): Promise<void> {
    this.run = await loadRebuild<Run>({ runId });
    if (this.run.Status__c === 'Running') {
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- the next question; cleared when the component leaves
      this.timer = setTimeout(() => this.follow(runId).catch((error: unknown) => this.fail(error)), PAUSE);
      return;
    }
    this.isBusy = false;
    if (this.run.Status__c === 'Completed') this.dispatchEvent(new CustomEvent('done'));
  }

  private fail(error: unknown): void {
    this.isBusy = false;
    this.errors = error;
  }
}
