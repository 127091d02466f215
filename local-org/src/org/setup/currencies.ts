/** Rows of the org's currencies. */
import { CURRENCY_FIELD, decimalPlaces, type OrgCurrencies } from '../../schema/currencies.ts';
import type { RowSync } from './sync-rows.ts';

/**
 * Adds the currencies that are new; rates that were changed since stay. "Upon enablement, all existing records are stamped
 * with a default currency code" ("Implications of Enabling Multiple Currencies", Salesforce Help).
 */
export function setUpCurrencies(rows: RowSync, currencies: OrgCurrencies | undefined): void {
  if (currencies === undefined) return;
  const { store } = rows;
  const { schema } = store;
  const known = new Set(store.allRows(schema.require('CurrencyType')).map((row) => row.get('IsoCode')));
  for (const [code, rate] of currencies.rates) {
    if (known.has(code)) continue;
    rows.add('CurrencyType', {
      IsoCode: code,
      ConversionRate: rate,
      DecimalPlaces: decimalPlaces(code),
      IsActive: true,
      IsCorporate: code === currencies.corporate,
    });
  }
  if (known.size > 0) return;
  for (const object of schema.objects.values()) {
    for (const field of [CURRENCY_FIELD, 'DefaultCurrencyIsoCode']) {
      if (object.field(field) !== undefined) store.fillEmpty(object, field, currencies.corporate);
    }
  }
}
