/** Shows toasts with the base component. */
import ToastContainer from 'lightning/toastContainer';
import {
  ShowToastEvent,
  ShowToastEventName,
  type ToastMessage,
} from '../../lightning/platformShowToastEvent/platformShowToastEvent.ts';

/** What `lightning/toast` takes: its label is the platform event's title. */
interface BaseToast {
  readonly label: string;
  readonly message: string;
  readonly messageLinks: readonly unknown[];
  readonly variant: string;
  readonly mode: string;
}

export function showToasts(): void {
  ToastContainer.instance({ maxToasts: 3, toastPosition: 'top-center' });
  window.addEventListener(ShowToastEventName, translate, true);
}

/** The platform's toast event and the base component's have one name and different details. */
function translate(event: Event): void {
  const toast = (event as CustomEvent<ToastMessage & Partial<BaseToast>>).detail;
  if (toast?.label !== undefined) return;
  event.stopImmediatePropagation();
  document.body.dispatchEvent(
    new CustomEvent(ShowToastEventName, { bubbles: true, composed: true, cancelable: true, detail: baseToast(toast) }),
  );
}

function baseToast({ title, message, messageData, variant, mode }: ToastMessage): BaseToast {
  const pester = mode === undefined || mode === 'pester' || mode.startsWith('dismiss');
  return {
    label: title || message || ' ',
    message: title ? (message ?? '') : '',
    messageLinks: messageData ?? [],
    variant: variant ?? 'info',
    mode:
      mode === 'sticky' || (variant === 'error' && mode !== 'pester') ? 'sticky' : pester ? 'dismissible' : 'sticky',
  };
}

export function toast(message: ToastMessage): void {
  document.body.dispatchEvent(new ShowToastEvent(message));
}
