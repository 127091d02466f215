/** Filters that the database cannot decide, because they are about buckets, row formulas or two columns of a row. */
import type { SObject } from '../schema/sobject.ts';
import { DateValue, Decimal, type FieldValue } from '../schema/values/index.ts';
import { compareValues } from './accumulator.ts';
import { type FilterDefinition, ReportError } from './definition.ts';
import { valuesOf } from './filters.ts';
import type { Read } from './leg-query.ts';
import type { ReportField } from './report-fields.ts';

export type RowTest = (row: SObject) => boolean;

const NEGATED: Readonly<Record<string, string>> = { notEqual: 'equals', notContain: 'contains' };
const NUMBERS: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent']);

export function compareColumns(operator: string, left: Read, right: Read): RowTest {
  return (row) => inOrder(operator, compareValues(left(row), right(row)));
}

/** Holds for one of the filter's values; its negation for none of them. */
export function compareWithValues(filter: FilterDefinition, field: ReportField, read: Read): RowTest {
  const positive = NEGATED[filter.operator];
  const tests = valuesOf(filter.value).map((text) => valueTest(field, positive ?? filter.operator, text));
  return (row) => {
    const value = read(row);
    return tests.some((test) => test(value)) !== (positive !== undefined);
  };
}

function valueTest(field: ReportField, operator: string, text: string): (value: FieldValue) => boolean {
  if (operator === 'contains' || operator === 'startsWith') {
    const wanted = text.toLowerCase();
    return (value) => {
      const shown = String(value ?? '').toLowerCase();
      return operator === 'contains' ? shown.includes(wanted) : shown.startsWith(wanted);
    };
  }
  if (text === '') return (value) => (value === null || value === '') && inOrder(operator, 0);
  const wanted = comparable(field, text);
  return (value) => value !== null && inOrder(operator, compareValues(value, wanted));
}

function comparable({ label, type }: ReportField, text: string): FieldValue {
  if (type === 'boolean') return /^(?:1|true|yes)$/i.test(text);
  try {
    if (NUMBERS.has(type)) return Decimal.parse(text.replace(/%$/, ''));
    if (type === 'date') return DateValue.parse(text);
  } catch {
    throw new ReportError(`${label} is compared with "${text}", which is no ${type === 'date' ? 'date' : 'number'}.`);
  }
  if (type === 'datetime') throw new ReportError(`${label} cannot be filtered by.`);
  return text;
}

function inOrder(operator: string, difference: number): boolean {
  switch (operator) {
    case 'equals':
      return difference === 0;
    case 'notEqual':
      return difference !== 0;
    case 'lessThan':
      return difference < 0;
    case 'greaterThan':
      return difference > 0;
    case 'lessOrEqual':
      return difference <= 0;
    case 'greaterOrEqual':
      return difference >= 0;
    default:
      throw new ReportError(`Rows cannot be compared with the operator ${operator}.`);
  }
}
