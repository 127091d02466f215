/** The window of a screen quick action that is a component of the project. */
import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { CloseActionScreenEventName } from '../../lightning/actions/actions.ts';

export default class ActionModal extends LightningModal {
  @api name = '';
  @api recordId = '';
  @api objectApiName = '';

  get props(): object {
    return { recordId: this.recordId, objectApiName: this.objectApiName };
  }

  connectedCallback(): void {
    this.addEventListener(CloseActionScreenEventName, (event) => {
      event.stopPropagation();
      this.close();
    });
  }
}
