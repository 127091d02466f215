import { api, LightningElement } from 'lwc';
import type { PartView } from 'c/forecastView';

/** The parts of the forecast with their sums. Fires `toggle` with the key of a part that is to be shown or left out. */
export default class ForecastLegend extends LightningElement {
  @api parts: PartView[] = [];
  /** What the first amount is the sum of. */
  @api totalLabel = '';
  @api totalText = '';

  handlePart(event: Event): void {
    const { part } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('toggle', { detail: part }));
  }
}
