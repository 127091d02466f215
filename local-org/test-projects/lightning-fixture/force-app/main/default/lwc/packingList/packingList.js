import { LightningElement, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import { MessageContext, publish, subscribe } from 'lightning/messageService';
import LightningAlert from 'lightning/alert';
import PACKED from '@salesforce/messageChannel/Packed__c';

export default class PackingList extends LightningElement {
  @wire(CurrentPageReference) page;
  @wire(MessageContext) context;
  heard = '';
  createdName = '';

  connectedCallback() {
    subscribe(this.context, PACKED, (message) => {
      this.heard = message.item;
    });
  }

  get pageName() {
    return this.page?.attributes?.apiName;
  }

  handlePublish() {
    publish(this.context, PACKED, { item: 'Rope' });
  }

  handleSuccess(event) {
    this.createdName = event.detail.id;
  }

  async handleAlert() {
    await LightningAlert.open({ message: 'Check the knots.', theme: 'warning', label: 'Careful' });
  }
}
