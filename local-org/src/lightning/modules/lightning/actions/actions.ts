/** `lightning/actions`: what a quick action tells the page. */

export const CloseActionScreenEventName = 'lightning__actionsclosescreen';

/** Closes the window of a screen quick action. */
export class CloseActionScreenEvent extends CustomEvent<void> {
  constructor(options: EventInit = {}) {
    super(CloseActionScreenEventName, { bubbles: true, composed: true, cancelable: true, ...options });
  }
}
