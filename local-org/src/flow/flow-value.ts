/** Values inside a flow interview, and how they become fields, texts and what other layers take. */
import type { DataValue } from '../database/services.ts';
import type { FieldSchema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import {
  DateValue,
  DatetimeValue,
  Decimal,
  TimeValue,
  type BlobValue,
  type FieldValue,
} from '../schema/values/index.ts';
import { FlowFault } from './fault.ts';

/** What a resource that is neither a record nor a collection can hold; all numbers are Decimals. */
export type FlowScalar = Exclude<FieldValue, number>;

/** An Apex-defined value, or the outputs of an action or subflow: values by name in any case. */
export class FlowObject {
  readonly #values = new Map<string, { name: string; value: FlowValue }>();

  constructor(values: Readonly<Record<string, FlowValue>> = {}) {
    for (const [name, value] of Object.entries(values)) this.set(name, value);
  }

  get(name: string): FlowValue {
    return this.#values.get(name.toLowerCase())?.value ?? null;
  }

  set(name: string, value: FlowValue): void {
    this.#values.set(name.toLowerCase(), { name, value });
  }

  entries(): [string, FlowValue][] {
    return [...this.#values.values()].map(({ name, value }) => [name, value]);
  }
}

export type FlowValue = FlowScalar | SObject | FlowObject | readonly FlowValue[];

export function isCollection(value: FlowValue): value is readonly FlowValue[] {
  return Array.isArray(value);
}

export function isScalar(value: FlowValue): value is FlowScalar {
  return !isCollection(value) && !(value instanceof SObject) && !(value instanceof FlowObject);
}

export function fromField(value: FieldValue): FlowScalar {
  return typeof value === 'number' ? Decimal.of(value) : value;
}

/** A variable holds a copy: changing it leaves what it was assigned from as it is. */
export function copyOf(value: FlowValue): FlowValue {
  if (value instanceof SObject) return value.clone();
  return isCollection(value) ? value.map(copyOf) : value;
}

export function fromData(value: DataValue | undefined): FlowValue {
  if (value === null || value === undefined || typeof value !== 'object') return fromField(value ?? null);
  if (value instanceof SObject) return value;
  if (Array.isArray(value)) return value.map((item) => fromData(item as DataValue));
  if (isValueObject(value)) return value;
  return new FlowObject(
    Object.fromEntries(
      Object.entries(value as Record<string, DataValue>).map(([name, item]) => [name, fromData(item)]),
    ),
  );
}

export function toData(value: FlowValue): DataValue {
  if (isCollection(value)) return value.map(toData);
  if (value instanceof FlowObject) {
    return Object.fromEntries(value.entries().map(([name, item]) => [name, toData(item)]));
  }
  return value;
}

function isValueObject(value: object): value is Decimal | DateValue | DatetimeValue | TimeValue | BlobValue {
  return 'hashKey' in value;
}

/**
 * The value as the field stores it. Dates become the start of that day in the user's time zone and date/times the day
 * they fall on there; texts are read as what the field holds.
 */
export function toField(value: FlowValue, field: FieldSchema, timeZone: string): FieldValue {
  if (value === null || value === '') return null;
  if (!isScalar(value)) throw new FlowFault(`The flow tried to store a record or collection in ${field.name}.`);
  const converted = convert(value, field, timeZone);
  if (converted !== undefined) return converted;
  throw new FlowFault(`The value ${toText(value, timeZone)} isn't valid for the field ${field.name}.`);
}

function convert(value: NonNullable<FlowScalar>, field: FieldSchema, timeZone: string): FieldValue | undefined {
  switch (field.type) {
    case 'boolean':
      if (typeof value === 'string') return value.toLowerCase() === 'true';
      return typeof value === 'boolean' ? value : undefined;
    case 'int':
      return toNumber(value)?.setScale(0).toNumber();
    case 'double':
    case 'currency':
    case 'percent':
      return toNumber(value);
    case 'date':
      if (value instanceof DatetimeValue) return value.date(timeZone);
      return typeof value === 'string' ? DateValue.tryParse(value) : value;
    case 'datetime':
      if (value instanceof DateValue) return DatetimeValue.of(value, timeZone);
      return typeof value === 'string' ? DatetimeValue.tryParse(value) : value;
    case 'time':
      return typeof value === 'string' ? TimeValue.tryParse(value) : value;
    case 'base64':
      return value;
    default:
      return toText(value, timeZone);
  }
}

export function toNumber(value: FlowScalar): Decimal | undefined {
  if (value instanceof Decimal) return value;
  return typeof value === 'string' ? Decimal.tryParse(value.trim()) : undefined;
}

/** How a value reads inside a text: dates as `January 31, 2026`, date/times on the user's clock. */
export function toText(value: FlowValue, timeZone: string): string {
  if (value === null) return '';
  if (isCollection(value)) return `[${value.map((item) => toText(item, timeZone)).join(', ')}]`;
  if (value instanceof SObject || value instanceof FlowObject) return '';
  if (value instanceof Decimal) return value.stripTrailingZeros().toString();
  if (value instanceof DateValue) return longDate(value.days * 86_400_000, 'UTC');
  if (value instanceof DatetimeValue) return `${longDate(value.ms, timeZone)} ${clock(value.ms, timeZone)}`;
  if (value instanceof TimeValue) return clock(value.ms, 'UTC');
  return String(value);
}

function longDate(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone }).format(ms);
}

function clock(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone }).format(ms).replace('\u202f', ' ');
}
