/** A dashboard: its components on their grid, and its filters. */
import { LightningElement, api } from 'lwc';
import { dashboard, refreshDashboard, type DashboardData } from '../analytics/client.ts';
import { confirmDeletion } from '../analytics/confirmDeletion.ts';
import {
  changeDashboard,
  type DashboardChanges,
  dashboardRights,
  type DashboardRights,
  deleteDashboard,
  makeDashboard,
} from '../analytics/dashboardClient.ts';
import { ALL, asOf, choose, filterFields } from '../analytics/dashboardView.ts';
import { messageOf } from '../errors/errors.ts';
import { navigate, type PageReference } from '../router/router.ts';
import { setTitle } from '../router/title.ts';

export default class DashboardPage extends LightningElement {
  data: DashboardData | undefined;
  problem: unknown;
  refused: string | undefined;
  isLoading = false;
  isEditing = false;
  rights: DashboardRights | undefined;
  /** As it was when editing began, to go back to. */
  private before: DashboardData['dashboardMetadata'] | undefined;
  private shown: PageReference | undefined;
  chosen: readonly string[] = [];

  @api get page(): PageReference {
    return this.shown!;
  }

  set page(page: PageReference) {
    const isOther = page.attributes.recordId !== this.shown?.attributes.recordId;
    this.shown = page;
    this.chosen = chosenOf(page);
    if (isOther) {
      this.data = undefined;
      this.rights = undefined;
      this.isEditing = false;
    }
    void this.open();
  }

  private async open(): Promise<void> {
    await this.load();
    if (this.data === undefined || this.rights !== undefined) return;
    this.rights = await dashboardRights(this.dashboardId);
    if (this.rights.editable && this.isEmpty) this.handleEdit();
  }

  private async load(ask = dashboard): Promise<void> {
    this.isLoading = true;
    this.problem = undefined;
    this.refused = undefined;
    try {
      this.data = await ask(this.dashboardId, this.chosen);
      setTitle(this.data.dashboardMetadata.name, 'Dashboard');
    } catch (error) {
      if (this.data === undefined) this.problem = error;
      else this.refused = messageOf(error);
    } finally {
      this.isLoading = false;
    }
  }

  get dashboardId(): string {
    return this.shown?.attributes.recordId ?? '';
  }

  get asOf(): string {
    return asOf(this.data!);
  }

  get filters(): readonly object[] {
    return filterFields(this.data!.dashboardMetadata, this.chosen);
  }

  get isEmpty(): boolean {
    return this.data?.dashboardMetadata.components.length === 0;
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    const changed = Number((event.target as HTMLElement).dataset.index);
    const chosen = choose(this.data!.dashboardMetadata, this.chosen, changed, event.detail.value);
    const state = Object.fromEntries(
      chosen.flatMap((option, index) => (option === ALL ? [] : [[`fv${index + 1}`, option]])),
    );
    navigate({ ...this.shown!, state });
  }

  get canEdit(): boolean {
    return this.rights?.editable === true && !this.isEditing;
  }

  get canDelete(): boolean {
    return this.rights?.editable === true;
  }

  get bodyClass(): string {
    return this.isEditing ? 'body editing' : 'body';
  }

  handleEdit(): void {
    this.before = this.data?.dashboardMetadata;
    this.isEditing = true;
  }

  handleDone(): void {
    this.isEditing = false;
  }

  handleCancel(): void {
    this.isEditing = false;
    if (this.before !== undefined) void this.change(this.before);
  }

  handleChange(event: CustomEvent<DashboardChanges>): void {
    void this.change(event.detail);
  }

  private async change(changes: DashboardChanges): Promise<void> {
    await this.attempt(async () => {
      await changeDashboard(this.dashboardId, changes);
      await this.load();
    });
  }

  async handleSaveAs(): Promise<void> {
    await this.attempt(async () => {
      const name = `Copy of ${this.data!.dashboardMetadata.name}`.slice(0, 80);
      this.show(await makeDashboard(name, this.dashboardId));
    });
  }

  async handleDelete(): Promise<void> {
    if (!(await confirmDeletion('Dashboard', this.data!.dashboardMetadata.name))) return;
    await this.attempt(async () => {
      await deleteDashboard(this.dashboardId);
      navigate({
        type: 'standard__objectPage',
        attributes: { objectApiName: 'Dashboard', actionName: 'home' },
        state: {},
      });
    });
  }

  private show(recordId: string): void {
    const attributes = { objectApiName: 'Dashboard', recordId, actionName: 'view' };
    navigate({ type: 'standard__recordPage', attributes, state: {} });
  }

  private async attempt(action: () => Promise<void>): Promise<void> {
    this.refused = undefined;
    try {
      await action();
    } catch (error) {
      this.refused = messageOf(error);
    }
  }

  handleRefresh(): void {
    void this.load(refreshDashboard);
  }
}

/** The platform, too, keeps chosen filters in the url (`?fv1=…`). */
function chosenOf({ state }: PageReference): readonly string[] {
  return [1, 2, 3, 4, 5].map((position) => state[`fv${position}`] ?? ALL);
}
