import { api, LightningElement } from 'lwc';
import type { Breakdown } from 'c/forecastView';

/** What a sum of the forecast is made of. Fires `opennumber` with the `row` and `column` of an item, and `close`. */
export default class ForecastBreakdown extends LightningElement {
  @api breakdown!: Breakdown;

  handleItem(event: Event): void {
    const { row, column } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('opennumber', { detail: { row, column } }));
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleClose();
  }
}
