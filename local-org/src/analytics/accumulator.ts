/** Adds up one summary over rows, or over groups that the database has added up already. */
import { type DateValue, Decimal, type FieldValue } from '../schema/values/index.ts';
import type { SObject } from '../schema/sobject.ts';
import type { SummaryOperation } from './definition.ts';
import type { LegQuery, Read } from './leg-query.ts';
import { decimalOf, type ReportField } from './report-fields.ts';

/** What one row of a query adds. */
export interface Part {
  readonly sum?: Decimal;
  readonly count?: number;
  readonly least?: FieldValue;
  readonly greatest?: FieldValue;
  readonly distinct?: FieldValue;
}

export type ReadPart = (row: SObject) => Part;

/** Digits kept of an average beyond those of its field, until it is shown. */
const AVERAGE_DIGITS = 8;

export function readPart(query: LegQuery, field: ReportField, operation: SummaryOperation): ReadPart {
  if (operation === 'Unique') {
    const { value, id } = field.read(query);
    return (row) => ({ distinct: id?.(row) ?? value(row) });
  }
  if (!query.aggregated || field.column === undefined) {
    const { value } = field.read(query);
    return (row) => partOf(value(row));
  }
  const { column } = field;
  const read = (name: string): Read => query.aggregate(name, column);
  switch (operation) {
    case 'Sum': {
      const sum = read('SUM');
      return (row) => ({ sum: decimalOf(sum(row)) });
    }
    case 'Average': {
      const [sum, count] = [read('SUM'), read('COUNT')];
      return (row) => ({ sum: decimalOf(sum(row)), count: Number(count(row) ?? 0) });
    }
    case 'Minimum': {
      const least = read('MIN');
      return (row) => ({ least: least(row) });
    }
    default: {
      const greatest = read('MAX');
      return (row) => ({ greatest: greatest(row) });
    }
  }
}

function partOf(value: FieldValue): Part {
  const number = decimalOf(value);
  return { ...(number === undefined ? {} : { sum: number, count: 1 }), least: value, greatest: value };
}

export class Accumulator {
  readonly #operation: SummaryOperation;
  readonly #scale: number;
  #sum = Decimal.ZERO;
  #count = 0;
  #extreme: FieldValue = null;
  readonly #distinct = new Set<string>();

  constructor(operation: SummaryOperation, scale: number) {
    this.#operation = operation;
    this.#scale = scale;
  }

  add(part: Part): void {
    if (part.sum !== undefined) this.#sum = this.#sum.add(part.sum);
    this.#count += part.count ?? 0;
    const candidate = this.#operation === 'Minimum' ? part.least : part.greatest;
    if (candidate !== undefined && candidate !== null) this.#extreme = this.#moreExtreme(candidate);
    if (part.distinct !== undefined && part.distinct !== null) this.#distinct.add(keyOf(part.distinct));
  }

  /** Null for an average, a minimum or a maximum of nothing; 0 for a sum of nothing. */
  get value(): FieldValue {
    switch (this.#operation) {
      case 'Sum':
        return this.#sum;
      case 'Average':
        return this.#count === 0 ? null : this.#sum.divide(Decimal.of(this.#count), this.#scale + AVERAGE_DIGITS);
      case 'Unique':
        return Decimal.of(this.#distinct.size);
      default:
        return this.#extreme;
    }
  }

  #moreExtreme(candidate: FieldValue): FieldValue {
    if (this.#extreme === null) return candidate;
    const difference = compareValues(candidate, this.#extreme);
    return (this.#operation === 'Minimum' ? difference < 0 : difference > 0) ? candidate : this.#extreme;
  }
}

/** Order of two values of one field; empty ones first, texts without regard to case. */
export function compareValues(left: FieldValue, right: FieldValue): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  const [a, b] = [decimalOf(left), decimalOf(right)];
  if (a !== undefined && b !== undefined) return a.compare(b);
  if (typeof left === 'object' && typeof right === 'object') return (left as DateValue).compare(right as DateValue);
  return texts.compare(String(left), String(right));
}

const texts = new Intl.Collator('en', { sensitivity: 'accent' });

/** A text that is the same for equal values. */
export function keyOf(value: FieldValue): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.hashKey();
  return typeof value === 'string' ? `s${value.toLowerCase()}` : `p${String(value)}`;
}
