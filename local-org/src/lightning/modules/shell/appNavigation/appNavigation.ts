/** The app's navigation bar: app launcher, the app's name, its tabs. Tabs that do not fit are in a menu. */
import { LightningElement, api } from 'lwc';
import type { AppInfo, NavItem } from '../apps/apps.ts';
import { goTo, urlOf, type PageReference } from '../router/router.ts';
import AppLauncher from '../appLauncher/appLauncher.ts';

const MORE_WIDTH = 90;

export default class AppNavigation extends LightningElement {
  @api app!: AppInfo;
  @api page!: PageReference;
  @api isSetup = false;
  /** How many tabs fit; all until they have been measured. */
  private fitting = Infinity;
  private widths: readonly number[] = [];
  private measured: AppInfo | undefined;
  private observer: ResizeObserver | undefined;

  renderedCallback(): void {
    const list = this.template!.querySelector<HTMLElement>('.tabs');
    if (list === null) return;
    this.observer ??= new ResizeObserver(() => this.fit());
    this.observer.observe(list);
    if (this.measured !== this.app && this.fitting === Infinity) {
      this.measured = this.app;
      this.widths = [...list.querySelectorAll<HTMLElement>('.tab')].map((tab) => tab.offsetWidth);
      this.fit();
    } else if (this.measured !== this.app) {
      this.fitting = Infinity;
    }
  }

  disconnectedCallback(): void {
    this.observer?.disconnect();
  }

  private fit(): void {
    const room = this.template!.querySelector<HTMLElement>('.tabs')?.clientWidth ?? 0;
    const total = this.widths.reduce((sum, width) => sum + width, 0);
    if (total <= room) {
      this.fitting = this.widths.length;
      return;
    }
    let used = MORE_WIDTH;
    this.fitting = this.widths.findIndex((width) => (used += width) > room);
  }

  get title(): string {
    return this.isSetup ? 'Setup' : this.app.label;
  }

  private get tabs(): readonly NavItem[] {
    return this.isSetup ? SETUP_TABS : this.app.navItems;
  }

  get shownTabs(): readonly object[] {
    return this.tabs.slice(0, this.fitting).map((item) => this.tabView(item));
  }

  get hiddenTabs(): readonly object[] {
    return this.tabs.slice(this.fitting).map((item) => this.tabView(item));
  }

  get hasHiddenTabs(): boolean {
    return this.tabs.length > this.fitting;
  }

  private tabView(item: NavItem): object {
    const isCurrent = isOpen(item.page, this.page);
    return {
      name: item.name,
      label: item.label,
      url: urlOf(item.page),
      current: isCurrent ? 'page' : undefined,
      class: `slds-context-bar__item tab ${isCurrent ? 'slds-is-active' : ''}`,
    };
  }

  get barStyle(): string {
    return this.app.headerColor === null || this.isSetup ? '' : `border-bottom-color: ${this.app.headerColor}`;
  }

  async handleLauncher(): Promise<void> {
    const url = await AppLauncher.open({ label: 'App Launcher', size: 'medium' });
    if (typeof url === 'string') goTo(url);
  }

  handleMore(event: CustomEvent<{ value: string }>): void {
    goTo(event.detail.value);
  }
}

const SETUP_TABS: readonly NavItem[] = [
  {
    name: 'SetupHome',
    label: 'Home',
    iconName: 'standard:home',
    page: { type: 'shell__setup', attributes: { node: 'SetupOneHome' }, state: {} },
  },
  {
    name: 'ObjectManager',
    label: 'Object Manager',
    iconName: 'standard:home',
    page: { type: 'shell__setup', attributes: { node: 'ObjectManager' }, state: {} },
  },
];

/** A tab is open on its own page, and an object's tab on the pages of the object's records. */
function isOpen(tab: PageReference, page: PageReference): boolean {
  if (tab.type === 'standard__objectPage') return page.attributes.objectApiName === tab.attributes.objectApiName;
  return (
    tab.type === page.type && Object.entries(tab.attributes).every(([name, value]) => page.attributes[name] === value)
  );
}
