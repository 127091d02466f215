/** Filters of roll-up summary fields as SOQL conditions. */
import { NotSupported } from '../../schema/errors.ts';
import type { FieldSchema, ObjectSchema, RollUp } from '../../schema/model.ts';
import { DatetimeValue, DateValue, Decimal, type FieldValue } from '../../schema/values/index.ts';

export interface FilterCondition {
  /** Conditions joined by AND, with `:name` for values; empty when there is no filter. */
  readonly text: string;
  readonly values: ReadonlyMap<string, FieldValue | readonly FieldValue[]>;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};

export function filterCondition(child: ObjectSchema, filters: RollUp['filters'], where: string): FilterCondition {
  const values = new Map<string, FieldValue | readonly FieldValue[]>();
  const conditions = filters.map(({ field: name, operation, value }, index) => {
    const field = child.field(name);
    if (field === undefined) throw new NotSupported(`roll-up filter on ${child.name}.${name}`, where);
    const bind = `filter${index}`;
    const list = value.split(',').map((part) => readValue(field, part.trim(), where));
    switch (operation) {
      case 'equals':
        values.set(bind, list);
        return `${field.name} IN :${bind}`;
      case 'notEqual':
        values.set(bind, list);
        return `${field.name} NOT IN :${bind}`;
      case 'contains':
      case 'notContain':
      case 'startsWith': {
        const patterns = value.split(',').map((part, at) => {
          values.set(`${bind}x${at}`, `${operation === 'startsWith' ? '' : '%'}${escapePattern(part.trim())}%`);
          return `${field.name} LIKE :${bind}x${at}`;
        });
        return operation === 'notContain' ? `(NOT (${patterns.join(' OR ')}))` : `(${patterns.join(' OR ')})`;
      }
      case 'includes':
      case 'excludes':
        values.set(bind, list);
        return `${field.name} ${operation.toUpperCase()} :${bind}`;
      default: {
        const comparison = COMPARISONS[operation];
        if (comparison === undefined) throw new NotSupported(`roll-up filter operation ${operation}`, where);
        values.set(bind, list[0]);
        return `${field.name} ${comparison} :${bind}`;
      }
    }
  });
  return { text: conditions.join(' AND '), values };
}

function readValue(field: FieldSchema, text: string, where: string): FieldValue {
  if (text === '') return null;
  switch (field.type) {
    case 'boolean':
      return /^(true|1)$/i.test(text);
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return known(Decimal.tryParse(text), field, text, where);
    case 'date':
      return known(DateValue.tryParse(text) ?? usDate(text), field, text, where);
    case 'datetime':
      return known(DatetimeValue.tryParse(text), field, text, where);
    default:
      return text;
  }
}

/** Filters written in Setup keep the date in the form of the US locale. */
function usDate(text: string): DateValue | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return match === null ? undefined : DateValue.of(Number(match[3]), Number(match[1]), Number(match[2]));
}

function known<T>(value: T | undefined, field: FieldSchema, text: string, where: string): T {
  if (value === undefined) throw new NotSupported(`roll-up filter value '${text}' for ${field.name}`, where);
  return value;
}

function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
