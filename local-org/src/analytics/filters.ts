/** Filters of a report as conditions of SOQL ("Filter Operators Reference" in Salesforce Help). */
import { type ConditionLogic, formatLogic, parseConditionLogic } from '../flow/condition-logic.ts';
import type { FieldSchema } from '../schema/model.ts';
import { DateValue } from '../schema/values/index.ts';
import { zoneOffset } from '../schema/values/time-zone.ts';
import { literalsOf } from './date-intervals.ts';
import { type DateFilterDefinition, type FilterDefinition, ReportError } from './definition.ts';

/** Always and never true, for columns that a row does not have. */
const ALWAYS = 'Id != NULL';
const NEVER = 'Id = NULL';

const ORDER: Readonly<Record<string, string>> = {
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};

export interface FilteredColumn {
  readonly label: string;
  readonly field: FieldSchema;
  /** Undefined where the rows have no such column: it counts as empty. */
  readonly path: string | undefined;
}

/** Values of a filter are separated by commas; one that has a comma stands in quotes. */
export function valuesOf(text: string): string[] {
  const values = [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)]
    .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain?.trim() ?? '')
    .slice(0, -1);
  return values.length === 0 ? [''] : values;
}

export function condition(column: FilteredColumn, filter: FilterDefinition, timeZone: string): string {
  const values = valuesOf(filter.value);
  const { path } = column;
  if (path === undefined) return holdsForEmpty(filter.operator, values) ? ALWAYS : NEVER;
  const each = values.map((value) => comparison({ ...column, path }, filter.operator, value, timeZone));
  const isNegative =
    filter.operator === 'notEqual' || filter.operator === 'notContain' || filter.operator === 'excludes';
  return each.length === 1 ? each[0] : `(${each.join(isNegative ? ' AND ' : ' OR ')})`;
}

function holdsForEmpty(operator: string, values: readonly string[]): boolean {
  if (operator === 'equals') return values.includes('');
  if (operator === 'notEqual') return !values.includes('');
  return operator === 'notContain' || operator === 'excludes';
}

type PresentColumn = FilteredColumn & { readonly path: string };

function comparison(column: PresentColumn, operator: string, value: string, timeZone: string): string {
  const { path, field } = column;
  if (operator === 'contains' || operator === 'notContain' || operator === 'startsWith') {
    const pattern = `${operator === 'startsWith' ? '' : '%'}${likeText(value)}%`;
    return operator === 'notContain' ? `(NOT ${path} LIKE '${pattern}')` : `${path} LIKE '${pattern}'`;
  }
  if (operator === 'includes' || operator === 'excludes') {
    if (field.type === 'multipicklist') return `${path} ${operator.toUpperCase()} (${text(value)})`;
    return `${path} ${operator === 'includes' ? '=' : '!='} ${text(value)}`;
  }
  if (value === '' && (operator === 'equals' || operator === 'notEqual')) {
    return `${path} ${operator === 'equals' ? '=' : '!='} NULL`;
  }
  if (field.type === 'date' || field.type === 'datetime') return dateComparison(column, operator, value, timeZone);
  const sign = operator === 'equals' ? '=' : operator === 'notEqual' ? '!=' : ORDER[operator];
  if (sign === undefined) throw new ReportError(`${column.label} cannot be filtered with the operator ${operator}.`);
  return `${path} ${sign} ${literal(column, value)}`;
}

function literal({ field, label }: FilteredColumn, value: string): string {
  switch (field.type) {
    case 'boolean':
      return /^(?:1|true|yes)$/i.test(value) ? 'TRUE' : 'FALSE';
    case 'int':
    case 'double':
    case 'currency':
    case 'percent': {
      const number = value.replace(/^[A-Z]{3}\s*/, '').replace(/%$/, '');
      if (!/^-?\d+(?:\.\d+)?$/.test(number))
        throw new ReportError(`${label} is compared with "${value}", which is no number.`);
      return number;
    }
    default:
      return text(value);
  }
}

const RELATIVE = /^(?:(?:LAST|THIS|NEXT)_|YESTERDAY$|TODAY$|TOMORROW$|N_)/;

function dateComparison(column: PresentColumn, operator: string, value: string, timeZone: string): string {
  const { path, field } = column;
  const sign = operator === 'equals' ? '=' : operator === 'notEqual' ? '!=' : ORDER[operator];
  if (sign === undefined) throw new ReportError(`${column.label} cannot be filtered with the operator ${operator}.`);
  const relative = relativeLiteral(value);
  if (relative !== undefined) return `${path} ${sign} ${relative}`;
  const day = dayOf(column, value);
  if (field.type === 'date') return `${path} ${sign} ${day.toString()}`;
  const [start, end] = [startOfDay(day, timeZone), startOfDay(day.addDays(1), timeZone)];
  switch (operator) {
    case 'equals':
      return `(${path} >= ${start} AND ${path} < ${end})`;
    case 'notEqual':
      return `(${path} < ${start} OR ${path} >= ${end})`;
    case 'lessThan':
      return `${path} < ${start}`;
    case 'lessOrEqual':
      return `${path} < ${end}`;
    case 'greaterThan':
      return `${path} >= ${end}`;
    default:
      return `${path} >= ${start}`;
  }
}

/** `LAST 30 DAYS`, `LAST_N_DAYS:30` and `THIS MONTH` as literals of SOQL; undefined for anything else. */
function relativeLiteral(value: string): string | undefined {
  const upper = value.trim().toUpperCase();
  const counted = /^(LAST|NEXT) (\d+) (DAY|WEEK|MONTH|QUARTER|YEAR)S?$/.exec(upper);
  if (counted !== null) return `${counted[1]}_N_${counted[3]}S:${counted[2]}`;
  const ago = /^(\d+) (DAY|WEEK|MONTH|QUARTER|YEAR)S? AGO$/.exec(upper);
  if (ago !== null) return `N_${ago[2]}S_AGO:${ago[1]}`;
  const joined = upper.replaceAll(' ', '_');
  return RELATIVE.test(joined) ? joined : undefined;
}

function dayOf({ label }: FilteredColumn, value: string): DateValue {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(value);
  const iso =
    american === null
      ? value.slice(0, 10)
      : `${american[3]}-${american[1].padStart(2, '0')}-${american[2].padStart(2, '0')}`;
  try {
    return DateValue.parse(iso);
  } catch {
    throw new ReportError(`${label} is compared with "${value}", which is no date. Write 2026-01-31 or LAST 30 DAYS.`);
  }
}

function startOfDay(day: DateValue, timeZone: string): string {
  const midnight = day.days * 86_400_000;
  return new Date(midnight - zoneOffset(timeZone, midnight)).toISOString();
}

export function text(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function likeText(value: string): string {
  return text(value).slice(1, -1).replaceAll('%', '\\%').replaceAll('_', '\\_');
}

/** The standard date filter. */
export function dateCondition(
  column: FilteredColumn,
  filter: DateFilterDefinition,
  timeZone: string,
): string | undefined {
  const { path } = column;
  const literals = literalsOf(filter);
  if (literals !== undefined) {
    return path === undefined ? NEVER : `(${literals.map((one) => `${path} = ${one}`).join(' OR ')})`;
  }
  const bounds = [
    ...(filter.start === null ? [] : [['greaterOrEqual', filter.start] as const]),
    ...(filter.end === null ? [] : [['lessOrEqual', filter.end] as const]),
  ];
  if (bounds.length === 0) return undefined;
  if (path === undefined) return NEVER;
  return bounds
    .map(([operator, day]) => dateComparison({ ...column, path }, operator, day.toString(), timeZone))
    .join(' AND ');
}

/** Conditions joined by a filter logic such as `1 AND (2 OR 3)`; by AND without one. */
export function joinConditions(conditions: readonly string[], logic: string | null): string[] {
  if (logic === null || logic.trim() === '') return [...conditions];
  return [formatLogic(filterLogic(logic, conditions.length), (index) => `(${conditions[index]})`)];
}

/** Throws `ReportError` for a logic that cannot be read, or names filters that are not there. */
export function filterLogic(logic: string, count: number): ConditionLogic {
  const parsed = parseConditionLogic(logic, count);
  if (parsed === undefined) {
    throw new ReportError(`The filter logic ${logic} cannot be used for ${count} filters. Write 1 AND (2 OR 3).`);
  }
  return parsed;
}
