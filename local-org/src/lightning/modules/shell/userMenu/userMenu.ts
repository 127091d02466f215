/** The menu of the logged-in user. */
import { LightningElement } from 'lwc';
import { request } from '../http/http.ts';
import { navigate } from '../router/router.ts';
import { user } from '../session/session.ts';

export default class UserMenu extends LightningElement {
  name = user.name;
  username = user.username;

  get buttonText(): string {
    return `View profile of ${user.name}`;
  }

  async handleSelect(event: CustomEvent<{ value: string }>): Promise<void> {
    if (event.detail.value === 'logout') {
      await request('POST', '/_app/logout', {});
      location.assign('/');
      return;
    }
    navigate({
      type: 'standard__recordPage',
      attributes: { objectApiName: 'User', recordId: user.id, actionName: 'view' },
      state: {},
    });
  }
}
