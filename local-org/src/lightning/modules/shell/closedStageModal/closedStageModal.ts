/** Asks which of the closing stages a record ends in. Closes with the chosen one. */
import { api } from 'lwc';
import LightningModal from 'lightning/modal';

export default class ClosedStageModal extends LightningModal {
  @api fieldLabel = '';
  @api options: readonly { label: string; value: string }[] = [];
  @api value = '';

  handleChange(event: CustomEvent<{ value: string }>): void {
    this.value = event.detail.value;
  }

  handleCancel(): void {
    this.close();
  }

  handleSave(): void {
    this.close(this.value);
  }
}
