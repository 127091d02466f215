/** `lightning/platformShowToastEvent`: a toast is an event that the app shows. */

export const ShowToastEventName = 'lightning__showtoast';

export interface ToastMessage {
  readonly title?: string;
  readonly message?: string;
  readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
  readonly variant?: 'info' | 'success' | 'warning' | 'error';
  readonly mode?: 'dismissible' | 'dismissable' | 'pester' | 'sticky';
}

export class ShowToastEvent extends CustomEvent<ToastMessage> {
  constructor(toast: ToastMessage) {
    super(ShowToastEventName, { composed: true, cancelable: true, bubbles: true, detail: toast });
  }
}
