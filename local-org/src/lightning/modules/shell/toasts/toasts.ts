/** Shows toasts with the base component. */
import Toast from 'lightning/toast';
import ToastContainer from 'lightning/toastContainer';
import {
  ShowToastEvent,
  ShowToastEventName,
  type ToastMessage,
} from '../../lightning/platformShowToastEvent/platformShowToastEvent.ts';

/** What `lightning/toast` takes: its label is the platform event's title, or its message where there is no title. */
interface BaseToast {
  readonly label: string;
  readonly labelLinks: readonly unknown[];
  readonly message: string;
  readonly messageLinks: readonly unknown[];
  readonly variant: string;
  readonly mode: string;
}

export function showToasts(): void {
  ToastContainer.instance({ maxToasts: 3, toastPosition: 'top-center' });
  window.addEventListener(ShowToastEventName, translate, true);
}

/** The platform's toast event and the base component's have one name and different details: the base one has a label. */
function translate(event: Event): void {
  const { detail } = event as CustomEvent<ToastMessage | BaseToast>;
  if (detail !== null && 'label' in detail) return;
  event.stopImmediatePropagation();
  Toast.show(baseToast(detail ?? {}));
}

function baseToast({ title, message, messageData, variant, mode }: ToastMessage): BaseToast {
  const links = messageData ?? [];
  const pester = mode === undefined || mode === 'pester' || mode.startsWith('dismiss');
  return {
    label: title || message || ' ',
    labelLinks: title ? [] : links,
    message: title ? (message ?? '') : '',
    messageLinks: title ? links : [],
    variant: variant ?? 'info',
    mode:
      mode === 'sticky' || (variant === 'error' && mode !== 'pester') ? 'sticky' : pester ? 'dismissible' : 'sticky',
  };
}

export function toast(message: ToastMessage): void {
  document.body.dispatchEvent(new ShowToastEvent(message));
}
