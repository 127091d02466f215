/** `COUNT`, `SUM` and the others, over the rows of a group ("Aggregate Functions", SOQL and SOSL Reference). */
import { Decimal } from '../../../schema/values/index.ts';
import type { FunctionCall } from '../ast.ts';
import { QueryError } from '../errors.ts';
import type { PlanContext } from './context.ts';
import { orderKey } from './order.ts';
import { comparisonKey, computedValue, isNumeric, type SqlValue } from './sql-value.ts';

const AGGREGATES = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);

/** Types that MIN and MAX do not take. */
const UNORDERED = new Set(['boolean', 'multipicklist', 'base64', 'address', 'location']);

export function isAggregate(name: string): boolean {
  return AGGREGATES.has(name);
}

/** The function over the values of `argument`, undefined for `COUNT()`. */
export function aggregateValue(context: PlanContext, call: FunctionCall, argument: SqlValue | undefined): SqlValue {
  if (argument === undefined) return computedValue('COUNT(*)', 'int', call.name);
  switch (call.name) {
    case 'COUNT':
      return computedValue(`COUNT(${argument.sql})`, 'int', call.name);
    case 'COUNT_DISTINCT':
      return computedValue(`COUNT(DISTINCT ${comparisonKey(argument)})`, 'int', call.name);
    case 'SUM':
      return { ...numeric(context, call, argument), sql: `SUM(${argument.sql})` };
    case 'AVG':
      return average(numeric(context, call, argument));
    default:
      return extreme(context, call, argument);
  }
}

function numeric(context: PlanContext, call: FunctionCall, argument: SqlValue): SqlValue {
  if (!isNumeric(argument)) throw unsupported(context, call, argument);
  return argument;
}

/** A double, as on the platform; the sum it is made of is exact. */
function average(argument: SqlValue): SqlValue {
  const sql = `SUM(${argument.sql})*1.0/(COUNT(${argument.sql})*${10 ** argument.encoding.scale})`;
  const decode: SqlValue['decode'] = (raw) => (raw === null ? null : Decimal.of(Number(raw)));
  return { sql, type: 'double', encoding: { kind: 'decimal', scale: 0 }, decode, name: argument.name };
}

/** Text goes by the order it is sorted in, without regard to case; a picklist by the position of its values. */
function extreme(context: PlanContext, call: FunctionCall, argument: SqlValue): SqlValue {
  if (UNORDERED.has(argument.type)) throw unsupported(context, call, argument);
  const entries = argument.type === 'picklist' ? (argument.field?.picklistValues ?? []) : [];
  if (entries.length > 0) {
    const ranked = `printf('%06d',${orderKey(context, argument)})||${argument.sql}`;
    return { ...argument, sql: `substr(${call.name}(iif(${argument.sql} IS NULL,NULL,${ranked})),7)` };
  }
  const collation = argument.encoding.kind === 'text' ? ' COLLATE NOCASE' : '';
  return { ...argument, sql: `${call.name}(${argument.sql}${collation})` };
}

function unsupported(context: PlanContext, call: FunctionCall, argument: SqlValue): QueryError {
  const detail = `field ${argument.name} does not support aggregate operator ${call.name}`;
  return new QueryError('MALFORMED_QUERY', detail, context.settings.text, call.position);
}
