/** The window in which a user whose session is over logs in again, above the page as they left it. */
import LightningModal from 'lightning/modal';
import { leaveForLogin } from '../http/http.ts';
import { user } from '../session/session.ts';

export default class SessionModal extends LightningModal {
  username = user.username;
  problem: string | undefined;
  isBusy = false;
  private password = '';

  handlePassword(event: CustomEvent<{ value: string }>): void {
    this.password = event.detail.value;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') void this.handleLogIn();
  }

  async handleLogIn(): Promise<void> {
    this.isBusy = true;
    this.problem = undefined;
    try {
      const body = new URLSearchParams({ username: this.username, password: this.password });
      const { status } = await fetch('/login', { method: 'POST', body, redirect: 'manual' });
      if (status === 401) this.problem = 'That did not work. Check your password, or ask your administrator.';
      else this.finish();
    } catch {
      this.problem = 'The org does not answer. Try again in a moment.';
    } finally {
      this.isBusy = false;
    }
  }

  /** A modal that its user may not close is not closed by code either. */
  private finish(): void {
    this.disableClose = false;
    this.close();
  }

  handleLeave(): void {
    void leaveForLogin();
  }
}
