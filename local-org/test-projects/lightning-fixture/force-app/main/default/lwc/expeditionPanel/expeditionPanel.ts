import { LightningElement, api, wire } from 'lwc';
import { getFieldDisplayValue, getFieldValue, getRecord, updateRecord } from 'lightning/uiRecordApi';
import { refreshApex } from '@salesforce/apex';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { NavigationMixin } from 'lightning/navigation';
import supplies from '@salesforce/apex/ExpeditionController.supplies';
import addSupply from '@salesforce/apex/ExpeditionController.addSupply';
import failPlainly from '@salesforce/apex/ExpeditionController.failPlainly';
import NAME from '@salesforce/schema/Expedition__c.Name';
import BUDGET from '@salesforce/schema/Expedition__c.Budget__c';
import STATUS from '@salesforce/schema/Expedition__c.Status__c';
import mayPlanRisky from '@salesforce/customPermission/Plan_Risky';

interface Supply {
  readonly Id: string;
  readonly Name: string;
}

export default class ExpeditionPanel extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;
  @api heading = '';
  @api limitTo = 0;
  wiredSupplies: { data?: Supply[]; error?: unknown } = {};
  failure = '';

  @wire(getRecord, { recordId: '$recordId', fields: [NAME, BUDGET], optionalFields: [STATUS] })
  record: { data?: unknown; error?: unknown } | undefined;

  @wire(supplies, { expeditionId: '$recordId', limitTo: '$limitTo' })
  handleSupplies(result: { data?: Supply[]; error?: unknown }) {
    this.wiredSupplies = result;
  }

  get title() {
    return `${this.heading}: ${getFieldValue(this.record?.data, NAME) ?? ''}`;
  }

  get budget() {
    return getFieldDisplayValue(this.record?.data, BUDGET) ?? 'none';
  }

  get risk() {
    return mayPlanRisky ? 'You may plan risky trips.' : 'No risky trips for you.';
  }

  get rows() {
    return this.wiredSupplies.data ?? [];
  }

  get isEmpty() {
    return this.wiredSupplies.data?.length === 0;
  }

  async handleAdd() {
    await addSupply({ expeditionId: this.recordId, name: `Supply ${this.rows.length + 1}` });
    await refreshApex(this.wiredSupplies);
    this.dispatchEvent(new ShowToastEvent({ title: 'Packed', message: 'One more thing.', variant: 'success' }));
  }

  async handleDouble() {
    const budget = Number(getFieldValue(this.record?.data, BUDGET) ?? 0);
    await updateRecord({ fields: { Id: this.recordId, Budget__c: budget * 2 } });
  }

  async handleFail() {
    try {
      await failPlainly({});
    } catch (error) {
      this.failure = (error as { body: { message: string } }).body.message;
    }
  }

  handleList() {
    this[NavigationMixin.Navigate]({
      type: 'standard__objectPage',
      attributes: { objectApiName: 'Expedition__c', actionName: 'list' },
      state: { filterName: 'Mine' },
    });
  }
}
