/** The currencies in which amounts are shown. */
import { CURRENCY_FIELD, hasCurrency } from '../../schema/currencies.ts';
import type { SObject } from '../../schema/sobject.ts';
import { querySystem, type UiApiContext } from './context.ts';

const CURRENCY = Symbol('org currency');

/** Of the org, in one with several the user's own. */
export function orgCurrency(context: UiApiContext): string {
  if (context.user.currency !== undefined) return context.user.currency;
  return context.tx.state(CURRENCY, () => {
    if (context.org.schema.object('Organization')?.field('DefaultCurrencyIsoCode') === undefined) return 'USD';
    const [row] = querySystem(context, 'SELECT DefaultCurrencyIsoCode FROM Organization LIMIT 1');
    return String(row?.get('DefaultCurrencyIsoCode') ?? 'USD');
  });
}

/** The currency of the record's amounts. It is read anew where the record was read without it. */
export function recordCurrency(context: UiApiContext, record: SObject): string {
  if (context.user.currency === undefined || !hasCurrency(record.schema)) return orgCurrency(context);
  const stored = record.has(CURRENCY_FIELD)
    ? record
    : context.tx.store.getRows(record.schema, [record.id ?? '']).get(record.id ?? '');
  return (stored?.get(CURRENCY_FIELD) as string | null | undefined) ?? orgCurrency(context);
}
