/** `flexipage:reportChart`: the chart of a report on a Lightning page, with its numbers as a table and the way to the report. */
import { LightningElement, api } from 'lwc';
import type { ChartSpec } from '../analytics/chartModel.ts';
import { reports, runReport } from '../analytics/client.ts';
import { ownChart } from '../analytics/ownChart.ts';
import type { ReportRun } from '../analytics/types.ts';
import { messageOf } from '../errors/errors.ts';
import { text, type PageContext, type PageItem } from '../flexiPage/pageTypes.ts';
import { urlOf } from '../router/router.ts';

/** What a page may say of the chart. A chart is always as of now, so how long one may be kept means nothing. */
const KNOWN: ReadonlySet<string> = new Set([
  'cacheAge',
  'hideOnError',
  'label',
  'openLinksInNewWindow',
  'reportName',
  'showRefreshButton',
]);

export default class PageReportChart extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;
  run: ReportRun | undefined;
  problem: string | undefined;
  isLoading = true;
  private reportId = '';

  connectedCallback(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    this.isLoading = true;
    this.problem = undefined;
    try {
      const unknown = Object.keys(this.item.properties).find((name) => !KNOWN.has(name));
      if (unknown !== undefined) throw new Error(`Not supported: ${unknown} of report charts (${this.item.where})`);
      this.reportId = await this.find();
      this.run = await runReport(this.reportId, {}, false);
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isLoading = false;
    }
  }

  private async find(): Promise<string> {
    const name = text(this.item, 'reportName');
    const found = (await reports()).find(({ developerName }) => developerName === name);
    if (found === undefined) throw new Error(`You have no access to the report ${name}, or there is none.`);
    return found.id;
  }

  get isHidden(): boolean {
    return this.problem !== undefined && text(this.item, 'hideOnError') === 'true';
  }

  get hasRefresh(): boolean {
    return text(this.item, 'showRefreshButton') === 'true';
  }

  get label(): string {
    const { chart, name } = this.run?.reportMetadata ?? {};
    return text(this.item, 'label') || chart?.title || (name ?? 'Report Chart');
  }

  get chart(): ChartSpec | undefined {
    return this.run && ownChart(this.run);
  }

  get emptyText(): string {
    const { chart, name } = this.run!.reportMetadata;
    return chart === null ? `The report ${name} has no chart.` : 'No records were found.';
  }

  get url(): string {
    const attributes = { objectApiName: 'Report', recordId: this.reportId, actionName: 'view' };
    return urlOf({ type: 'standard__recordPage', attributes, state: {} });
  }

  get target(): string {
    return text(this.item, 'openLinksInNewWindow') === 'true' ? '_blank' : '_self';
  }

  handleRefresh(): void {
    void this.load();
  }
}
