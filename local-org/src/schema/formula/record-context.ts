import type { FieldSchema, Schema } from '../model.ts';
import type { SObject } from '../sobject.ts';
import { type DateValue, type DatetimeValue, Decimal, type FieldValue, sameValue } from '../values/index.ts';
import type { FormulaContext } from './context.ts';
import { FormulaEvaluationError } from './errors.ts';
import { fieldFormula } from './field-formula.ts';

/** What the formulas of one save, query or request share. */
export interface FormulaEnvironment extends Pick<FormulaContext, 'global' | 'vlookup'> {
  readonly schema: Schema;
  readonly now: DatetimeValue;
  readonly today: DateValue;
  readonly timeZone: string;
  /** The record a reference field points at; null when it is empty or points nowhere. */
  parent(record: SObject, field: FieldSchema): SObject | null;
  /** What `path` of a parent reads, in the currency of the record; undefined in an org with one currency. */
  readonly convert?: (amount: Decimal, parent: SObject, path: string, record: SObject) => Decimal;
}

/** Gives formulas the values of a record in memory and of its parents; formula fields along the way are computed. */
export class RecordContext implements FormulaContext {
  readonly #record: SObject;
  readonly #before: SObject | null;
  readonly #environment: FormulaEnvironment;

  /** `before` is the record as it was before the save, null for a new one. */
  constructor(record: SObject, before: SObject | null, environment: FormulaEnvironment) {
    this.#record = record;
    this.#before = before;
    this.#environment = environment;
  }

  get isNew(): boolean {
    return this.#before === null;
  }

  get now(): DatetimeValue {
    return this.#environment.now;
  }

  get today(): DateValue {
    return this.#environment.today;
  }

  get timeZone(): string {
    return this.#environment.timeZone;
  }

  get prior(): FormulaContext['prior'] {
    const before = this.#before;
    return before === null ? undefined : (path) => valueAt(before, path, this.#environment);
  }

  get vlookup(): FormulaContext['vlookup'] {
    return this.#environment.vlookup?.bind(this.#environment);
  }

  value(path: string): FieldValue {
    return valueAt(this.#record, path, this.#environment);
  }

  /** `$RecordType` is that of the record, all others are the same for every record. */
  global(path: string): FieldValue {
    const recordType = /^\$RecordType\.(\w+)$/i.exec(path);
    if (recordType !== null) return valueAt(this.#record, `RecordType.${recordType[1]}`, this.#environment);
    return this.#environment.global(path);
  }

  isChanged(path: string): boolean {
    if (this.#before === null) return false;
    return !sameValue(this.value(path), valueAt(this.#before, path, this.#environment));
  }
}

/** The value at the end of a path from the record; null where a parent is missing. */
export function valueAt(record: SObject, path: string, environment: FormulaEnvironment): FieldValue {
  const dot = path.indexOf('.');
  if (dot < 0) return valueOf(record, path, environment);
  const reference = record.schema.relationship(path.slice(0, dot));
  const parent = reference === undefined ? null : environment.parent(record, reference);
  if (parent === null) return null;
  const rest = path.slice(dot + 1);
  const value = valueAt(parent, rest, environment);
  const { convert } = environment;
  return convert !== undefined && value instanceof Decimal ? convert(value, parent, rest, record) : value;
}

function valueOf(record: SObject, name: string, environment: FormulaEnvironment): FieldValue {
  const field = record.schema.field(name);
  // A path through a polymorphic reference may end at a record whose object lacks the field.
  if (field === undefined) return null;
  return field.formula === undefined ? record.get(field.name) : computeField(record, field, environment);
}

/** The value of a formula field of a record; null where the platform shows `#Error!`. */
export function computeField(record: SObject, field: FieldSchema, environment: FormulaEnvironment): FieldValue {
  try {
    return fieldFormula(field, environment.schema).evaluate(new RecordContext(record, null, environment));
  } catch (error) {
    if (error instanceof FormulaEvaluationError) return null;
    throw error;
  }
}
