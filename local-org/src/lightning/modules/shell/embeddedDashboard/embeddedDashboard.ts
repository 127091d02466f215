/** `desktopDashboards:embeddedDashboard`: a dashboard on a Lightning page, with its filters. */
import { LightningElement, api } from 'lwc';
import { dashboard, type DashboardData, dashboards, refreshDashboard } from '../analytics/client.ts';
import { ALL, asOf, choose, filterFields } from '../analytics/dashboardView.ts';
import { messageOf } from '../errors/errors.ts';
import { text, type PageContext, type PageItem } from '../flexiPage/pageTypes.ts';
import { urlOf } from '../router/router.ts';

export default class EmbeddedDashboard extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;
  data: DashboardData | undefined;
  problem: string | undefined;
  isLoading = true;
  chosen: readonly string[] = [];
  private dashboardId = '';

  connectedCallback(): void {
    void this.attempt(async () => {
      this.dashboardId = await this.find();
      return dashboard(this.dashboardId, this.chosen);
    });
  }

  private async find(): Promise<string> {
    const name = text(this.item, 'dashboardName');
    const found = (await dashboards()).find(({ developerName }) => developerName === name);
    if (found === undefined) throw new Error(`You have no access to the dashboard ${name}, or there is none.`);
    return found.id;
  }

  private async attempt(ask: () => Promise<DashboardData>): Promise<void> {
    this.isLoading = true;
    this.problem = undefined;
    try {
      this.data = await ask();
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isLoading = false;
    }
  }

  /** The page asks for nothing in the place of a dashboard that cannot be shown. */
  get isHidden(): boolean {
    return this.problem !== undefined && this.data === undefined && text(this.item, 'hideOnError') === 'true';
  }

  get name(): string {
    return this.data?.dashboardMetadata.name ?? 'Dashboard';
  }

  get asOf(): string {
    return asOf(this.data!);
  }

  get filters(): readonly object[] {
    return filterFields(this.data!.dashboardMetadata, this.chosen);
  }

  get url(): string {
    const attributes = { objectApiName: 'Dashboard', recordId: this.dashboardId, actionName: 'view' };
    const state = Object.fromEntries(
      this.chosen.flatMap((option, index) => (option === ALL ? [] : [[`fv${index + 1}`, option]])),
    );
    return urlOf({ type: 'standard__recordPage', attributes, state });
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    const index = Number((event.target as HTMLElement).dataset.index);
    this.chosen = choose(this.data!.dashboardMetadata, this.chosen, index, event.detail.value);
    void this.attempt(() => dashboard(this.dashboardId, this.chosen));
  }

  handleRefresh(): void {
    void this.attempt(() => refreshDashboard(this.dashboardId, this.chosen));
  }
}
