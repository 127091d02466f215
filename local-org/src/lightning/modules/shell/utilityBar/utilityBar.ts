/** The utility bar of an app: components at the foot of every page, each opened by its button. */
import { LightningElement, api } from 'lwc';
import type { AppInfo } from '../apps/apps.ts';
import { messageOf } from '../errors/errors.ts';
import { text, type PageContext, type PageItem, type PageView } from '../flexiPage/pageTypes.ts';
import { appData } from '../http/http.ts';

export default class UtilityBar extends LightningElement {
  context: PageContext | undefined;
  problem: string | undefined;
  private shownApp: AppInfo | undefined;
  private open: string | undefined;

  @api get app(): AppInfo | undefined {
    return this.shownApp;
  }

  set app(app: AppInfo | undefined) {
    this.shownApp = app;
    void this.load();
  }

  private async load(): Promise<void> {
    const name = this.shownApp?.utilityBar;
    this.context = undefined;
    this.open = undefined;
    if (!name) return;
    try {
      const page = await appData<PageView>(`flexi-page/${name}`);
      this.context = { page, record: undefined, editor: undefined };
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  private get pageItems(): readonly PageItem[] {
    return this.context?.page.regions.filter((region) => !region.isFacet).flatMap((region) => region.items) ?? [];
  }

  get items(): readonly object[] {
    return this.pageItems.map((item) => ({
      key: item.key,
      label: text(item, 'label') || item.name,
      icon: `utility:${text(item, 'icon') || 'apps'}`,
      isOpen: String(item.key === this.open),
    }));
  }

  get openItem(): PageItem | undefined {
    return this.pageItems.find((item) => item.key === this.open);
  }

  get openLabel(): string {
    const item = this.openItem;
    return item === undefined ? '' : text(item, 'label') || item.name;
  }

  handleToggle(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    this.open = this.open === key ? undefined : key;
  }

  handleClose(): void {
    this.open = undefined;
  }
}
