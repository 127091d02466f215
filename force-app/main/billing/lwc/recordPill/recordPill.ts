import { api, LightningElement, wire } from 'lwc';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';

/** A chosen record by its name. Fires `drop` when the person takes it out of the choice. */
export default class RecordPill extends LightningElement {
  @api recordId!: string;
  @api objectApiName!: string;

  @wire(getRecord, { recordId: '$recordId', fields: '$nameFields' })
  record?: { data?: unknown };

  get nameFields(): string[] {
    return [`${this.objectApiName}.Name`];
  }

  /** The id, until the name is there or when the user may not see it. */
  get label(): string {
    const data = this.record?.data;
    const name = data === undefined ? undefined : getFieldValue(data, this.nameFields[0]);
    return typeof name === 'string' ? name : this.recordId;
  }

  get removeTitle(): string {
    return `Remove ${this.label}`;
  }

  handleRemove(): void {
    this.dispatchEvent(new CustomEvent('drop'));
  }
}
