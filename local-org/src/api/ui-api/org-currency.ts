/** The one currency of a single-currency org. */
import { querySystem, type UiApiContext } from './context.ts';

const CURRENCY = Symbol('org currency');

export function orgCurrency(context: UiApiContext): string {
  return context.tx.state(CURRENCY, () => {
    if (context.org.schema.object('Organization')?.field('DefaultCurrencyIsoCode') === undefined) return 'USD';
    const [row] = querySystem(context, 'SELECT DefaultCurrencyIsoCode FROM Organization LIMIT 1');
    return String(row?.get('DefaultCurrencyIsoCode') ?? 'USD');
  });
}
