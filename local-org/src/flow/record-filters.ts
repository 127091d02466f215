import { NotSupported } from '../schema/errors.ts';
import type { FieldSchema, ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import type { FieldValue } from '../schema/values/index.ts';
import { holds, isTrue } from './comparison.ts';
import { evaluateLogic, formatLogic, parseConditionLogic, type ConditionLogic } from './condition-logic.ts';
import type { ComparisonOperator, RecordFilterSource } from './definition/parts.ts';
import type { FlowCompiler } from './flow-compiler.ts';
import { fromField, isCollection, toField, toText, type FlowValue } from './flow-value.ts';
import type { Interview } from './interview.ts';
import type { Reader } from './resource.ts';

/** The values that the filters of one interview compare with, by position. */
export type BoundValues = readonly FlowValue[];

/** Collects the bind values of a query. */
export class Binds {
  readonly #values = new Map<string, FieldValue | readonly FieldValue[]>();

  /** The bind expression for a value. */
  add(value: FieldValue | readonly FieldValue[]): string {
    const name = `b${this.#values.size}`;
    this.#values.set(name, value);
    return `:${name}`;
  }

  get(name: string): FieldValue | readonly FieldValue[] {
    return this.#values.get(name) ?? null;
  }
}

interface Filter {
  readonly field: FieldSchema;
  readonly operator: ComparisonOperator;
  readonly value: Reader;
}

const SQL_OPERATORS: Readonly<Partial<Record<ComparisonOperator, string>>> = {
  EqualTo: '=',
  NotEqualTo: '!=',
  GreaterThan: '>',
  GreaterThanOrEqualTo: '>=',
  LessThan: '<',
  LessThanOrEqualTo: '<=',
};

/** A condition that no record meets: order with a blank, a list that is missing. */
const NEVER = 'Id = null';

/** The filters of a data element, for SOQL and for records in memory. */
export class RecordFilters {
  readonly #filters: readonly Filter[];
  readonly #logic: ConditionLogic;

  constructor(
    object: ObjectSchema,
    sources: readonly RecordFilterSource[],
    logic: string | undefined,
    compiler: FlowCompiler,
  ) {
    this.#filters = sources.map(({ field: name, operator, value }) => {
      const field = object.field(name);
      if (field === undefined) throw compiler.error(`${object.name} has no field ${name}`);
      return { field, operator, value: compiler.value(value) };
    });
    const parsed = parseConditionLogic(logic === 'no_filter' ? 'and' : logic, sources.length);
    if (parsed === undefined) throw compiler.error(`filter logic ${logic} is malformed`);
    this.#logic = parsed;
  }

  get isEmpty(): boolean {
    return this.#filters.length === 0;
  }

  get fields(): readonly string[] {
    return this.#filters.map(({ field }) => field.name);
  }

  bind(interview: Interview): BoundValues {
    return this.#filters.map(({ value }) => value(interview));
  }

  matches(record: SObject, bound: BoundValues, timeZone: string): boolean {
    return evaluateLogic(this.#logic, (index) => {
      const { field, operator } = this.#filters[index];
      return holds(operator, fromField(record.get(field.name)), bound[index] ?? null, timeZone);
    });
  }

  /**
   * A SOQL condition that every record meets which matches one of the bound lists. For several lists it may let others
   * through as well, which `matches` then tells apart: `WHERE Parent = :b0 OR Parent = :b1` becomes `Parent IN :b0`.
   */
  condition(boundLists: readonly BoundValues[], binds: Binds, timeZone: string): string {
    const [first, ...others] = boundLists;
    if (first === undefined || this.isEmpty) return '';
    if (others.length === 0) return this.#format(first, binds, timeZone);
    const merged = this.#mergeEquals(boundLists, binds, timeZone);
    return merged ?? boundLists.map((bound) => `(${this.#format(bound, binds, timeZone)})`).join(' OR ');
  }

  #format(bound: BoundValues, binds: Binds, timeZone: string): string {
    return formatLogic(this.#logic, (index) =>
      formatFilter(this.#filters[index], bound[index] ?? null, binds, timeZone),
    );
  }

  /** Possible when all filters must hold and those whose values differ ask for equality. */
  #mergeEquals(boundLists: readonly BoundValues[], binds: Binds, timeZone: string): string | undefined {
    if (this.#logic.kind !== 'and') return undefined;
    const parts: string[] = [];
    for (const [index, filter] of this.#filters.entries()) {
      const values = boundLists.map((bound) => bound[index] ?? null);
      const same = values.every((value) => holds('EqualTo', value, values[0] ?? null, timeZone));
      if (same) parts.push(formatFilter(filter, values[0] ?? null, binds, timeZone));
      else if (filter.operator === 'EqualTo' && !values.includes(null)) {
        parts.push(
          `${filter.field.name} IN ${binds.add(values.map((value) => toField(value, filter.field, timeZone)))}`,
        );
      } else return undefined;
    }
    return parts.join(' AND ');
  }
}

function formatFilter({ field, operator }: Filter, value: FlowValue, binds: Binds, timeZone: string): string {
  const { name } = field;
  const sql = SQL_OPERATORS[operator];
  if (sql !== undefined) {
    if (value !== null) return `${name} ${sql} ${binds.add(toField(value, field, timeZone))}`;
    return operator === 'EqualTo' || operator === 'NotEqualTo' ? `${name} ${sql} null` : NEVER;
  }
  switch (operator) {
    case 'IsNull':
      return `${name} ${isTrue(value) ? '=' : '!='} null`;
    case 'In':
      return isCollection(value) ? `${name} IN ${binds.add(fieldList(value, field, timeZone))}` : NEVER;
    case 'NotIn':
      return isCollection(value) ? `${name} NOT IN ${binds.add(fieldList(value, field, timeZone))}` : `${name} != null`;
    case 'StartsWith':
    case 'EndsWith':
    case 'Contains':
      return value === null ? NEVER : `${name} LIKE ${binds.add(likePattern(operator, toText(value, timeZone)))}`;
    default:
      throw new NotSupported(`flow record filter operator ${operator}`);
  }
}

function fieldList(values: readonly FlowValue[], field: FieldSchema, timeZone: string): FieldValue[] {
  return values.map((value) => toField(value, field, timeZone));
}

function likePattern(operator: ComparisonOperator, part: string): string {
  const literal = part.replace(/[\\%_]/g, '\\$&');
  return `${operator === 'StartsWith' ? '' : '%'}${literal}${operator === 'EndsWith' ? '' : '%'}`;
}
