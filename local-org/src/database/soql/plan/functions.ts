/** Functions that stand for a value of one row; aggregates are elsewhere. */
import { hasSeveralCurrencies } from '../../../schema/currencies.ts';
import type { Expression, FunctionCall } from '../ast.ts';
import { malformed, QueryError } from '../errors.ts';
import { formatted } from '../format.ts';
import type { PlanContext } from './context.ts';
import { inUserCurrency } from './currency.ts';
import { dateFunction, isDateFunction } from './date-functions.ts';
import type { Scope } from './scope.ts';
import { computedValue, type SqlValue } from './sql-value.ts';

/** Finds the value of an expression: of one row here, of a group where aggregates are allowed. */
export type Resolve = (expression: Expression) => SqlValue;

/** The value of a field or function in a query without grouping, and of what is grouped by. */
export function rowValue(scope: Scope, expression: Expression): SqlValue {
  return expression.kind === 'field'
    ? scope.field(expression)
    : rowFunction(scope.context, expression, (argument) => rowValue(scope, argument));
}

/** The value of a function whose argument is found by `resolve`. */
export function rowFunction(context: PlanContext, call: FunctionCall, resolve: Resolve): SqlValue {
  const { name, argument } = call;
  if (isDateFunction(name)) return dateValue(context, call, resolve);
  switch (name) {
    case 'TOLABEL':
      return labelled(context, resolve(argument!));
    case 'FORMAT':
      return formatted(resolve(argument!));
    case 'CONVERTCURRENCY':
      return convertedByCall(context, call, resolve);
    case 'CONVERTTIMEZONE':
      throw malformed(
        'convertTimezone() can only be used inside a date function',
        context.settings.text,
        call.position,
      );
    default:
      throw malformed(`unexpected function: ${name}`, context.settings.text, call.position);
  }
}

/** "To convert currency fields to the user's currency … requires that the org has multiple currencies enabled" ("convertCurrency()"). */
function convertedByCall(context: PlanContext, { argument, position }: FunctionCall, resolve: Resolve): SqlValue {
  const { services, settings } = context;
  const value = resolve(argument!);
  const applies = value.type === 'currency' && argument!.kind === 'field';
  if (!applies || !hasSeveralCurrencies(services.store.schema)) {
    throw malformed(`convertCurrency() cannot be applied to '${value.name}'`, settings.text, position);
  }
  return inUserCurrency(context, value);
}

function dateValue(context: PlanContext, call: FunctionCall, resolve: Resolve): SqlValue {
  const argument = call.argument!;
  const zoned = argument.kind === 'function' && argument.name === 'CONVERTTIMEZONE';
  const value = zoned ? inUserTimeZone(context, resolve(argument.argument!)) : resolve(argument);
  const result = dateFunction(context, call.name, value);
  if (result === undefined) {
    const detail = `The function ${call.name} cannot be applied to field '${value.name}' of type ${value.type}`;
    throw new QueryError('INVALID_FIELD', detail, context.settings.text, call.position);
  }
  return computedValue(`(${result.sql})`, result.type, call.name);
}

/** Shifts a datetime so that its GMT parts are those on the running user's clock. */
function inUserTimeZone(context: PlanContext, value: SqlValue): SqlValue {
  if (value.encoding.kind !== 'datetime') return value;
  const zone = context.parameters.dynamic(({ tx }) => tx.user.timeZone);
  return { ...value, sql: `local_time(${value.sql},${zone})` };
}

/** The label of a picklist's value; other values are as they are. Labels of a multi-select picklist are not split by SQL. */
function labelled(context: PlanContext, value: SqlValue): SqlValue {
  const entries = value.field?.picklistValues ?? [];
  const renamed = entries.filter((entry) => entry.label !== entry.value);
  if (value.type === 'multipicklist') {
    const labels = new Map(renamed.map((entry) => [entry.value, entry.label]));
    const decode: SqlValue['decode'] = (raw) =>
      raw === null
        ? null
        : String(raw)
            .split(';')
            .map((item) => labels.get(item) ?? item)
            .join(';');
    return { ...value, decode };
  }
  if (renamed.length === 0) return value;
  const { parameters } = context;
  const cases = renamed.map(
    (entry) => `WHEN ${parameters.constant(entry.value)} THEN ${parameters.constant(entry.label)}`,
  );
  return { ...computedValue(`CASE ${value.sql} ${cases.join(' ')} ELSE ${value.sql} END`, 'string', value.name) };
}
