/** The home page of the open app. */
import { LightningElement } from 'lwc';
import { currentAppName, onAppChange } from '../apps/apps.ts';
import type { PageContext, PageView } from '../flexiPage/pageTypes.ts';
import { appData } from '../http/http.ts';
import { setTitle } from '../router/title.ts';
import { user } from '../session/session.ts';

export default class HomePage extends LightningElement {
  context: PageContext | undefined;
  problem: unknown;
  private end: (() => void) | undefined;

  connectedCallback(): void {
    this.end = onAppChange(() => void this.open());
    void this.open();
  }

  disconnectedCallback(): void {
    this.end?.();
  }

  private async open(): Promise<void> {
    setTitle('Home');
    try {
      const { page } = await appData<{ page: PageView | null }>('home-page', { app: await currentAppName() });
      this.context = { page: page ?? STANDARD_HOME, record: undefined, editor: undefined };
    } catch (error) {
      this.problem = error;
    }
  }

  get greeting(): string {
    return `Welcome, ${user.name}`;
  }
}

/** What a home page shows as long as the app has none of its own. */
const STANDARD_HOME: PageView = {
  name: '',
  label: 'Home',
  type: 'HomePage',
  template: 'home:desktopTemplate',
  regions: [
    {
      name: 'main',
      isFacet: false,
      items: ['flexipage:recentItems', 'shell:itemsToApprove'].map((name) => ({
        key: name,
        kind: 'component',
        name,
        properties: {},
        visibility: null,
        where: 'default home page',
      })),
    },
  ],
};
