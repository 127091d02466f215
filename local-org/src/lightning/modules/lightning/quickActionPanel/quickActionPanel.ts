/** `lightning-quick-action-panel`: header, body and footer of a screen quick action. */
import { LightningElement, api } from 'lwc';

export default class QuickActionPanel extends LightningElement {
  /** The heading; without one the panel has no header. */
  @api header: string | undefined;
}
