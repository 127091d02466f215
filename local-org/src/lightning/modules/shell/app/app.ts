/** The whole app: header, navigation, the page, and what lies over it. */
import { LightningElement } from 'lwc';
import { CloseActionScreenEventName } from '../../lightning/actions/actions.ts';
import { RefreshEventName } from '../../lightning/refresh/refresh.ts';
import { loadApps, onAppChange, type AppInfo } from '../apps/apps.ts';
import { messageOf } from '../errors/errors.ts';
import { onSessionOver } from '../http/http.ts';
import { refreshPage } from '../refresh/refresh.ts';
import { currentPage, onNavigate, type PageReference } from '../router/router.ts';
import SessionModal from '../sessionModal/sessionModal.ts';

export default class App extends LightningElement {
  page: PageReference = currentPage();
  app: AppInfo | undefined;
  error: string | undefined;

  async connectedCallback(): Promise<void> {
    onSessionOver(() => this.askToLogIn());
    onNavigate((page) => this.show(page));
    onAppChange((app) => (this.app = app));
    this.addEventListener(RefreshEventName, (event) => {
      event.stopPropagation();
      void refreshPage();
    });
    this.addEventListener(CloseActionScreenEventName, (event) => event.stopPropagation());
    try {
      const { apps } = await loadApps();
      this.app ??= apps[0];
    } catch (error) {
      this.error = messageOf(error);
    }
  }

  private show(page: PageReference): void {
    const isOtherPage = JSON.stringify(page) !== JSON.stringify(this.page);
    this.page = page;
    // Keyboard and screen reader go on from the new page, not from the link that led there.
    if (isOtherPage) this.template!.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  /** Spinners of the page, which wait for what needs a session, would lie above the window: the page keeps them to itself. */
  private async askToLogIn(): Promise<void> {
    const main = this.template!.querySelector<HTMLElement>('main')!;
    main.style.isolation = 'isolate';
    try {
      await SessionModal.open({ label: 'Log in again', size: 'small', disableClose: true });
    } finally {
      main.style.isolation = '';
    }
  }

  get isSetup(): boolean {
    return this.page.type === 'shell__setup';
  }

  handleSkip(event: Event): void {
    event.preventDefault();
    this.template!.querySelector<HTMLElement>('main')?.focus();
  }
}
