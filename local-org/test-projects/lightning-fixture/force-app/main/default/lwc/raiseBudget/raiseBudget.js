import { LightningElement, api } from 'lwc';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import raise from '@salesforce/apex/ExpeditionController.raiseBudget';

export default class RaiseBudget extends LightningElement {
  @api recordId;

  @api async invoke() {
    await raise({ expeditionId: this.recordId });
    await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
  }
}
