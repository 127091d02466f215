/** A message in place of content: an error, something not supported, or nothing to show. */
import { LightningElement, api } from 'lwc';

export default class Notice extends LightningElement {
  @api text = '';
  /** `error`, `warning` or `info`. */
  @api variant = 'info';

  get role(): string {
    return this.variant === 'error' ? 'alert' : 'status';
  }

  get boxClass(): string {
    return `slds-scoped-notification slds-media slds-media_center slds-scoped-notification_light notice ${this.variant}`;
  }

  get iconName(): string {
    return `utility:${this.variant}`;
  }
}
