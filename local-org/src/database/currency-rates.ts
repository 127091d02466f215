/** Converts amounts by the rates of the org's currencies. Rates without dates: advanced currency management is not built. */
import { CURRENCY_FIELD } from '../schema/currencies.ts';
import type { SObject } from '../schema/sobject.ts';
import { Decimal } from '../schema/values/index.ts';
import type { Store } from './store.ts';
import type { TableWatch } from './store/versions.ts';

const known = new WeakMap<Store, CurrencyRates>();

/** Of an org with several currencies. */
export function currencyRates(store: Store): CurrencyRates {
  let rates = known.get(store);
  if (rates === undefined) known.set(store, (rates = new CurrencyRates(store)));
  return rates;
}

export class CurrencyRates {
  readonly #store: Store;
  readonly #rows: TableWatch;
  #version: string | undefined;
  #corporate = '';
  #rates: ReadonlyMap<string, Decimal> = new Map();

  constructor(store: Store) {
    this.#store = store;
    this.#rows = store.versions.watch(['CurrencyType']);
  }

  get corporate(): string {
    this.#refresh();
    return this.#corporate;
  }

  /**
   * The amount in another currency, with the digits it has: each record's amount is rounded half-up by itself, which the
   * platform's documents leave open. A record without a currency has the corporate one.
   */
  convert(amount: Decimal, from: string | null, to: string | null): Decimal {
    this.#refresh();
    const source = from ?? this.#corporate;
    const target = to ?? this.#corporate;
    if (source === target) return amount;
    return amount.multiply(this.#rate(target)).divide(this.#rate(source), amount.scale);
  }

  #rate(code: string): Decimal {
    const rate = this.#rates.get(code);
    if (rate === undefined) throw new Error(`There is no rate of ${code}`);
    return rate;
  }

  #refresh(): void {
    const version = this.#rows.version();
    if (version === this.#version) return;
    const rows = this.#store.allRows(this.#store.schema.require('CurrencyType'));
    this.#rates = new Map(rows.map((row) => [row.get('IsoCode') as string, row.get('ConversionRate') as Decimal]));
    this.#corporate = rows.find((row) => row.get('IsCorporate') === true)?.get('IsoCode') as string;
    this.#version = version;
  }
}

/** The currency that a record's amounts are in; null is the corporate one. */
export function currencyOf(record: SObject): string | null {
  return (record.get(CURRENCY_FIELD) as string | null | undefined) ?? null;
}
