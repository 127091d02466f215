import { api, LightningElement } from 'lwc';
import { monthLabel } from 'c/forecastModel';

/** Asks under which name the forecast is to be kept. Fires `freeze` with `name` and `notes`, or `cancel`. */
export default class ForecastFreeze extends LightningElement {
  @api isBusy = false;

  name = monthLabel(new Date().toISOString().slice(0, 10));
  notes = '';

  handleName(event: CustomEvent<{ value: string }>): void {
    this.name = event.detail.value;
  }

  handleNotes(event: CustomEvent<{ value: string }>): void {
    this.notes = event.detail.value;
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleFreeze(): void {
    const { name, notes } = this;
    this.dispatchEvent(new CustomEvent('freeze', { detail: { name, notes } }));
  }
}
