/** The page of a custom tab: a component of the project, a Lightning page, or a web page. */
import { LightningElement, api } from 'lwc';
import type { PageContext, PageView } from '../flexiPage/pageTypes.ts';
import { appData } from '../http/http.ts';
import type { PageReference } from '../router/router.ts';
import { setTitle } from '../router/title.ts';

interface TabContent {
  readonly label: string;
  readonly lwc: string | null;
  readonly flexiPage: string | null;
  readonly url: string | null;
  readonly notSupported: string | null;
}

export default class TabPage extends LightningElement {
  tab: TabContent | undefined;
  context: PageContext | undefined;
  problem: unknown;
  private shown: PageReference | undefined;

  @api get page(): PageReference {
    return this.shown!;
  }

  set page(page: PageReference) {
    const isOther = page.attributes.apiName !== this.shown?.attributes.apiName;
    this.shown = page;
    if (isOther) void this.open();
  }

  private async open(): Promise<void> {
    this.tab = undefined;
    this.context = undefined;
    this.problem = undefined;
    try {
      const tab = await appData<TabContent>(`tab/${this.shown!.attributes.apiName}`);
      setTitle(tab.label);
      if (tab.flexiPage !== null) {
        const page = await appData<PageView>(`flexi-page/${tab.flexiPage}`);
        this.context = { page, record: undefined, editor: undefined };
      }
      this.tab = tab;
    } catch (error) {
      this.problem = error;
    }
  }

  get componentName(): string | undefined {
    return this.tab?.lwc ? `c/${this.tab.lwc}` : undefined;
  }

  get notice(): string | undefined {
    return this.tab?.notSupported ? `Not supported: ${this.tab.notSupported}` : undefined;
  }
}
