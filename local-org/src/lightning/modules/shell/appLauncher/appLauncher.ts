/** The app launcher: all apps and all tabs of the user. Closes with the url of what was chosen. */
import LightningModal from 'lightning/modal';
import { loadApps, openApp, type AppInfo, type NavItem } from '../apps/apps.ts';
import { urlOf } from '../router/router.ts';

export default class AppLauncher extends LightningModal {
  private apps: readonly AppInfo[] = [];
  private tabs: readonly NavItem[] = [];
  private term = '';

  async connectedCallback(): Promise<void> {
    const { apps, tabs } = await loadApps();
    this.apps = apps;
    this.tabs = tabs;
  }

  private matches(...texts: readonly (string | null)[]): boolean {
    return texts.some((text) => text?.toLowerCase().includes(this.term.toLowerCase()) ?? false);
  }

  get appViews(): readonly object[] {
    return this.apps
      .filter((app) => this.matches(app.label, app.description))
      .map((app) => ({
        ...app,
        initials: app.label.slice(0, 2).toUpperCase(),
        color: `background-color: ${app.headerColor ?? '#0176d3'}`,
      }));
  }

  get tabViews(): readonly object[] {
    return this.tabs.filter((tab) => this.matches(tab.label)).map((tab) => ({ ...tab, url: urlOf(tab.page) }));
  }

  get isEmpty(): boolean {
    return this.appViews.length === 0 && this.tabViews.length === 0;
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.term = event.detail.value;
  }

  async handleApp(event: Event): Promise<void> {
    const app = await openApp((event.currentTarget as HTMLElement).dataset.name!);
    const first = app?.navItems[0];
    this.close(first === undefined ? '/lightning/page/home' : urlOf(first.page));
  }

  handleTab(event: Event): void {
    event.preventDefault();
    this.close((event.currentTarget as HTMLAnchorElement).getAttribute('href'));
  }
}
