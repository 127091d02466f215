/** Amounts of one currency in another, in SQL. */
import { Decimal } from '../../../schema/values/index.ts';
import { currencyRates } from '../../currency-rates.ts';
import type { Store } from '../../store.ts';
import type { PlanContext } from './context.ts';
import type { SqlValue } from './sql-value.ts';

const FUNCTION = 'convert_currency';

/** `convert_currency(stored amount, from, to)`; a currency that is null is the corporate one. */
export function registerConversion(store: Store): void {
  store.registerFunction(FUNCTION, (amount, from, to) => {
    if (amount === null) return null;
    const unscaled = Decimal.fromUnscaled(amount as bigint, 0);
    return currencyRates(store).convert(unscaled, from as string | null, to as string | null).unscaled;
  });
}

/** The amount in the currency that the SQL of `target` names. Amounts that are in no currency stay as they are. */
export function converted(value: SqlValue, target: string): SqlValue {
  if (value.currency === undefined || value.currency === target) return value;
  return { ...value, sql: `${FUNCTION}(${value.sql},${value.currency},${target})`, currency: target };
}

/** The amount in the corporate currency, to be compared and added up. */
export function inCorporateCurrency(value: SqlValue): SqlValue {
  return converted(value, 'NULL');
}

/** The amount in the currency of whoever asks. */
export function inUserCurrency({ parameters }: PlanContext, value: SqlValue): SqlValue {
  // A value that is bound must also stand in the statement.
  if (value.currency === undefined) return value;
  return converted(
    value,
    parameters.dynamic(({ tx }) => tx.user.currency ?? null),
  );
}
