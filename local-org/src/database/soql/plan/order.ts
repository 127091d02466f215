import type { OrderItem } from '../ast.ts';
import { QueryError } from '../errors.ts';
import type { PlanContext } from './context.ts';
import { inCorporateCurrency } from './currency.ts';
import type { Resolve } from './functions.ts';
import { comparisonKey, type SqlValue } from './sql-value.ts';

export interface OrderTerm {
  /** What is sorted by, with its collation. */
  readonly key: string;
  /** `DESC NULLS LAST`. */
  readonly direction: string;
}

/** "By default, null values are sorted first", in both directions ("ORDER BY", SOQL and SOSL Reference). */
export function orderTerms(context: PlanContext, items: readonly OrderItem[], resolve: Resolve): OrderTerm[] {
  return items.flatMap((item) => {
    // "Ordering is always by the converted currency value, just like in reports" ("convertCurrency()").
    const value = inCorporateCurrency(resolve(item.expression));
    if (value.field?.sortable === false) {
      const detail = `field '${value.name}' can not be sorted in a query call`;
      throw new QueryError('INVALID_FIELD', detail, context.settings.text, item.expression.position);
    }
    const direction = `${item.descending ? 'DESC' : 'ASC'} NULLS ${item.nulls ?? 'FIRST'}`;
    const terms = [{ key: orderKey(context, value), direction }];
    if (isRanked(value)) terms.push({ key: comparisonKey(value), direction });
    return terms;
  });
}

function isRanked(value: SqlValue): boolean {
  return value.type === 'picklist' && (value.field?.picklistValues ?? []).length > 0;
}

/**
 * "Picklist sorting is defined by the picklist sort determined during setup": by the position of the value, values that are
 * not in the list after them (and by their text among each other).
 */
export function orderKey(context: PlanContext, value: SqlValue): string {
  if (!isRanked(value)) return comparisonKey(value);
  const entries = value.field?.picklistValues ?? [];
  const { parameters } = context;
  const cases = entries.map((entry, rank) => `WHEN ${parameters.constant(entry.value)} THEN ${rank}`);
  return `CASE ${value.sql} ${cases.join(' ')} ELSE iif(${value.sql} IS NULL,NULL,${entries.length}) END`;
}
