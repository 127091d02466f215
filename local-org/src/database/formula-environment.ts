/** What formulas see inside a transaction: the running user's day and time zone, globals, and stored parents. */
import { hasCurrency, hasSeveralCurrencies } from '../schema/currencies.ts';
import { type FormulaEnvironment, resolveField } from '../schema/formula/index.ts';
import { DatetimeValue, type FieldValue } from '../schema/values/index.ts';
import { currencyOf, currencyRates } from './currency-rates.ts';
import type { RecordGraph } from './record-graph.ts';
import type { Transaction } from './transaction.ts';

/** For the records that `graph` knows, so that their parents are read in bulk. Globals are read once. */
export function formulaEnvironment(tx: Transaction, graph: RecordGraph): FormulaEnvironment {
  const { org, user } = tx;
  const now = new DatetimeValue(org.clock.now());
  const globals = new Map<string, FieldValue>();
  return {
    schema: org.schema,
    now,
    today: now.date(user.timeZone),
    timeZone: user.timeZone,
    parent: (record, field) => graph.parent(record, field),
    global: (path) => {
      let value = globals.get(path);
      if (value === undefined) globals.set(path, (value = org.formulaGlobal(tx, path)));
      return value;
    },
    ...(hasSeveralCurrencies(org.schema) && { convert: converter(tx) }),
    vlookup: (object, field, lookupField, value) =>
      tx.store.findRows(org.schema.require(object), lookupField, [value])[0]?.get(field) ?? null,
  };
}

/**
 * "Salesforce converts the value of the merge field to the currency of the record that contains the formula" ("Tips for
 * Working with Cross-Object Formulas", Salesforce Help).
 */
function converter(tx: Transaction): NonNullable<FormulaEnvironment['convert']> {
  const rates = currencyRates(tx.store);
  return (amount, parent, path, record) => {
    if (!hasCurrency(parent.schema) || !hasCurrency(record.schema)) return amount;
    if (resolveField(path, parent.schema, tx.org.schema)?.fieldType !== 'currency') return amount;
    return rates.convert(amount, currencyOf(parent), currencyOf(record));
  };
}
