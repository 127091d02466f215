/** The conditions of a list view as SOQL ("ListViewFilter" in the Metadata API Developer Guide). */
import { NotSupported, OrgError } from '../../schema/errors.ts';
import type { FieldSchema } from '../../schema/model.ts';
import { DateValue, DatetimeValue } from '../../schema/values/index.ts';
import { ApiError } from '../http/errors.ts';
import { canRead, querySystem, quoted, type UiApiContext } from './context.ts';
import { listColumn, type ListColumn } from './list-columns.ts';
import type { ListView } from './list-views.ts';

type Filter = ListView['filters'][number];

const OPERATORS: Readonly<Record<string, string>> = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};

/** The view's scope and filters as a WHERE condition; undefined when it shows every record. */
export function listCondition(context: UiApiContext, view: ListView): string | undefined {
  const conditions = [scopeCondition(context, view), filterCondition(context, view)].filter(
    (part) => part !== undefined,
  );
  return conditions.length === 0 ? undefined : conditions.join(' AND ');
}

function scopeCondition(context: UiApiContext, view: ListView): string | undefined {
  if (view.scope === 'mine') return `OwnerId = ${quoted(context.user.id)}`;
  if (typeof view.scope !== 'object') return undefined;
  const [queue] = querySystem(
    context,
    `SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = ${quoted(view.scope.queue)}`,
  );
  if (queue === undefined)
    throw new OrgError('INVALID_QUERY_SCOPE', `There is no queue ${view.scope.queue} (${view.where})`);
  return `OwnerId = ${quoted(queue.id!)}`;
}

function filterCondition(context: UiApiContext, view: ListView): string | undefined {
  if (view.filters.length === 0) return undefined;
  const parts = view.filters.map((filter) => `(${condition(context, view, filter)})`);
  if (view.booleanFilter === undefined) return `(${parts.join(' AND ')})`;
  return `(${view.booleanFilter.replace(/\d+/g, (number) => filterNumbered(parts, number, view))})`;
}

function filterNumbered(parts: readonly string[], number: string, view: ListView): string {
  const part = parts[Number(number) - 1];
  if (part === undefined)
    throw new OrgError(
      'INVALID_QUERY_FILTER',
      `The filter logic names filter ${number}, which does not exist (${view.where})`,
    );
  return part;
}

function condition(context: UiApiContext, view: ListView, filter: Filter): string {
  const where = `${filter.source.file}:${filter.source.line}`;
  const column = filterColumn(context, view, filter.field, where);
  const values = (filter.value ?? '').split(',').map((value) => value.trim());
  const { operation } = filter;
  if (operation === 'within') throw new NotSupported('the list view filter operation within', where);
  if (column.field.type === 'multipicklist' && (operation === 'includes' || operation === 'excludes')) {
    return `${column.path} ${operation.toUpperCase()} (${values.map(quoted).join(', ')})`;
  }
  const negative = operation === 'notEqual' || operation === 'notContain' || operation === 'excludes';
  const parts = values.map((value) => comparison(column, operation, value, where));
  return parts.join(negative ? ' AND ' : ' OR ');
}

/** Record types are compared by their developer name, other parents by the name of the record. */
function filterColumn(context: UiApiContext, view: ListView, name: string, where: string): ListColumn {
  const column = listColumn(context.org.schema, view.object, name, where);
  // A view that hid records by a field the user may not see would tell what the field says.
  if (!canRead(context, column.field)) {
    throw new ApiError(
      403,
      'INSUFFICIENT_ACCESS',
      `You don't have access to a field by which the list ${view.label} is filtered.`,
    );
  }
  return column.path === 'RecordType.Name'
    ? listColumn(context.org.schema, view.object, 'RecordType.DeveloperName', where)
    : column;
}

function comparison(column: ListColumn, operation: string, value: string, where: string): string {
  const { path, field } = column;
  const text = path.endsWith('DeveloperName') ? value.split('.').at(-1)! : value;
  if (operation === 'contains') return `${path} LIKE ${pattern('%', text, '%')}`;
  if (operation === 'notContain') return `(NOT ${path} LIKE ${pattern('%', text, '%')})`;
  if (operation === 'startsWith') return `${path} LIKE ${pattern('', text, '%')}`;
  const operator = OPERATORS[operation];
  if (operator === undefined) throw new NotSupported(`the list view filter operation ${operation}`, where);
  return `${path} ${operator} ${literal(field, text, where)}`;
}

function pattern(before: string, text: string, after: string): string {
  return quoted(`${before}${text.replace(/[%_\\]/g, '\\$&')}${after}`);
}

function literal(field: FieldSchema, value: string, where: string): string {
  if (value === '') return 'null';
  switch (field.type) {
    case 'boolean':
      return value === '1' || value.toLowerCase() === 'true' ? 'TRUE' : 'FALSE';
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return value;
    case 'date':
    case 'datetime':
      return dateLiteral(field, value, where);
    default:
      return quoted(value);
  }
}

/** A relative date literal as SOQL has it, or a date as `2026-01-31` or `1/31/2026`. */
function dateLiteral(field: FieldSchema, value: string, where: string): string {
  if (/^[A-Z_]+(:\d+)?$/.test(value)) return value;
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(value);
  const iso = american === null ? value.slice(0, 10) : isoDate(american);
  const date = DateValue.tryParse(iso);
  if (date === undefined) throw new NotSupported(`the date ${value} in a list view filter`, where);
  return field.type === 'date'
    ? date.toString()
    : new DatetimeValue(date.days * 86_400_000).toString().replace('+0000', 'Z');
}

function isoDate([, month, day, year]: RegExpExecArray): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
