import { api, LightningElement } from 'lwc';

/** What a row can get, and what was typed for it. */
export interface AmountRow {
  key: string;
  name: string;
  /** Where rows have a due date. */
  due?: string;
  /** The most that it can get. */
  left: number;
  text: string;
  label: string;
  problem?: string;
}

/**
 * Spreads a sum over rows. The parent keeps what was typed and judges it: fires `amount` ({ key, text }) with each keystroke,
 * `save` and `cancel`.
 */
export default class AmountTable extends LightningElement {
  @api caption = '';
  @api nameTitle = '';
  @api leftTitle = '';
  @api amountTitle = '';
  @api showsDue = false;
  @api rows: AmountRow[] = [];
  /** What stands between the input and a save; empty when nothing does. */
  @api hint = '';
  @api saveLabel = '';
  @api isSaving = false;
  /** Says what was not done, above the errors. */
  @api refusal = '';
  @api errors?: unknown;

  get cannotSave(): boolean {
    return this.hint !== '' || this.isSaving;
  }

  handleInput(event: Event): void {
    const field = event.currentTarget as HTMLInputElement;
    const detail = { key: field.dataset.id!, text: field.value };
    this.dispatchEvent(new CustomEvent('amount', { detail }));
  }

  handleSave(): void {
    this.dispatchEvent(new CustomEvent('save'));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}
