/** Base components that the app's scripts import, as far as it uses them. */

declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';
  export default class LightningModal extends LightningElement {
    static open(config: Record<string, unknown>): Promise<unknown>;
    label: string;
    size: string;
    description: string;
    disableClose: boolean;
    close(result?: unknown): void;
  }
}

declare module 'lightning/confirm' {
  const LightningConfirm: { open(config: Record<string, unknown>): Promise<boolean> };
  export default LightningConfirm;
}

declare module 'lightning/toast' {
  const Toast: { show(config: object, source?: EventTarget): void };
  export default Toast;
}

declare module 'lightning/toastContainer' {
  const ToastContainer: { instance(config: Record<string, unknown>): unknown };
  export default ToastContainer;
}

declare module '*.html' {
  const template: object;
  export default template;
}
