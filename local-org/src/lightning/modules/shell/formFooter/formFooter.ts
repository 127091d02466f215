/** Save, Cancel, and what was wrong, under a record being edited in its page. */
import { LightningElement, api } from 'lwc';
import type { SaveProblems } from '../errors/errors.ts';

export default class FormFooter extends LightningElement {
  @api problems!: SaveProblems;
  @api isSaving = false;

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleSave(): void {
    this.dispatchEvent(new CustomEvent('save'));
  }
}
