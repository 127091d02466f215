/** Exchange rates: the latest of the day or before it, to the firm's currency unless said otherwise. */
import { Decimal } from 'decimal.js';
import { number, text, type Raw } from './raw.ts';

export const FIRM = 'USD';

export class Exchange {
  readonly #raw: Raw;

  constructor(raw: Raw) {
    this.#raw = raw;
  }

  /** undefined when none is known. */
  rate(from: string, day: string, to = FIRM): Decimal | undefined {
    if (from === to) return new Decimal(1);
    const [latest] = this.#raw.ExchangeRate__c.filter(
      (row) =>
        text(row, 'FromCurrency__c') === from && text(row, 'ToCurrency__c') === to && text(row, 'Date__c') <= day,
    ).sort((left, right) => text(right, 'Date__c').localeCompare(text(left, 'Date__c')));
    return latest === undefined ? undefined : number(latest, 'Rate__c');
  }

  /** Rounded once. */
  inFirm(value: Decimal, from: string, day: string): Decimal | undefined {
    return this.rate(from, day)?.times(value).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  }
}
