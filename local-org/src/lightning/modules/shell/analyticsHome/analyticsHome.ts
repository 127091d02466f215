/** The lists of reports and of dashboards, by folder. */
import { LightningElement, api } from 'lwc';
import { NEW } from '../analytics/client.ts';
import { makeDashboard } from '../analytics/dashboardClient.ts';
import type { ListEntry } from '../analytics/types.ts';
import { messageOf } from '../errors/errors.ts';
import { appData } from '../http/http.ts';
import { navigate, urlOf, type PageReference } from '../router/router.ts';
import { setTitle } from '../router/title.ts';

const ALL = '';

interface ListData {
  readonly items: readonly ListEntry[];
  readonly types: readonly { readonly label: string; readonly value: string }[];
}

export default class AnalyticsHome extends LightningElement {
  data: ListData | undefined;
  problem: unknown;
  refused: string | undefined;
  term = '';
  folder = ALL;
  private shown: PageReference | undefined;

  @api get page(): PageReference {
    return this.shown!;
  }

  set page(page: PageReference) {
    this.shown = page;
    void this.open();
  }

  private async open(): Promise<void> {
    this.data = undefined;
    this.problem = undefined;
    this.term = '';
    this.folder = ALL;
    setTitle(this.plural);
    try {
      this.data = await appData<ListData>(`analytics/${this.plural.toLowerCase()}`);
    } catch (error) {
      this.problem = error;
    }
  }

  private get object(): string {
    return this.shown?.attributes.objectApiName ?? '';
  }

  get plural(): string {
    return `${this.object}s`;
  }

  get iconName(): string {
    return `standard:${this.object.toLowerCase()}`;
  }

  get folders(): readonly object[] {
    const names = [...new Set((this.data?.items ?? []).map(({ folderName }) => folderName))].sort();
    return [{ label: 'All Folders', value: ALL }, ...names.map((name) => ({ label: name, value: name }))];
  }

  get canAdd(): boolean {
    return (this.data?.types.length ?? 0) > 0;
  }

  get rows(): readonly object[] {
    const term = this.term.toLowerCase();
    return (this.data?.items ?? [])
      .filter(({ folderName }) => this.folder === ALL || folderName === this.folder)
      .filter(({ name, description }) => `${name} ${description ?? ''}`.toLowerCase().includes(term))
      .map((entry) => ({ ...entry, url: this.urlOf(entry.id), subscribedText: entry.subscribed ? 'Yes' : '' }));
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  get summary(): string {
    const count = this.rows.length;
    return `${count} ${count === 1 ? this.object.toLowerCase() : this.plural.toLowerCase()}`;
  }

  get emptyText(): string {
    const isFiltered = (this.data?.items.length ?? 0) > 0;
    return isFiltered
      ? `No ${this.plural.toLowerCase()} match. Change the search or the folder.`
      : `There are no ${this.plural.toLowerCase()} in the folders that you have access to.`;
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.term = event.detail.value;
  }

  handleFolder(event: CustomEvent<{ value: string }>): void {
    this.folder = event.detail.value;
  }

  get isOfDashboards(): boolean {
    return this.object === 'Dashboard';
  }

  async handleNewDashboard(): Promise<void> {
    this.refused = undefined;
    try {
      const recordId = await makeDashboard('New Dashboard');
      const attributes = { objectApiName: 'Dashboard', recordId, actionName: 'view' };
      navigate({ type: 'standard__recordPage', attributes, state: {} });
    } catch (error) {
      this.refused = messageOf(error);
    }
  }

  handleNew(event: CustomEvent<{ value: string }>): void {
    navigate({
      type: 'standard__recordPage',
      attributes: { objectApiName: 'Report', recordId: NEW, actionName: 'view' },
      state: { reportType: event.detail.value },
    });
  }

  private urlOf(recordId: string): string {
    const attributes = { objectApiName: this.object, recordId, actionName: 'view' };
    return urlOf({ type: 'standard__recordPage', attributes, state: {} });
  }
}
