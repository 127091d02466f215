/** Filter items of rules and processes (`<criteriaItems>`), evaluated on a record in memory. */
import { holds } from '../../flow/comparison.ts';
import { evaluateLogic, parseConditionLogic } from '../../flow/condition-logic.ts';
import type { FilterItemSource } from '../../metadata/readers/custom-field.ts';
import { NotSupported } from '../../schema/errors.ts';
import { type FormulaEnvironment, valueAt } from '../../schema/formula/index.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import { Decimal, type FieldValue } from '../../schema/values/index.ts';
import { filterValues } from './filter-value.ts';

export type RecordTest = (record: SObject, environment: FormulaEnvironment) => boolean;

/** All items, or combined as the filter logic says (`1 AND (2 OR 3)`). Throws `NotSupported` for what cannot be evaluated. */
export function compileFilter(
  object: ObjectSchema,
  items: readonly FilterItemSource[],
  booleanFilter: string | undefined,
  where: string,
): RecordTest {
  const tests = items.map((item) => compileItem(object, item, where));
  const logic = parseConditionLogic(booleanFilter, tests.length);
  if (logic === undefined) throw new NotSupported(`filter logic ${booleanFilter}`, where);
  return (record, environment) => evaluateLogic(logic, (index) => tests[index](record, environment));
}

function compileItem(object: ObjectSchema, item: FilterItemSource, where: string): RecordTest {
  const { field, read } = fieldOf(object, item.field, where);
  const test = compileOperation(item.operation, where);
  if (item.valueField !== undefined) {
    const other = fieldOf(object, item.valueField, where);
    return (record, environment) =>
      test(read(record, environment), [other.read(record, environment)], environment.timeZone);
  }
  const operands = filterValues(field, item.value ?? '', where).map(comparable);
  return (record, environment) => test(read(record, environment), operands, environment.timeZone);
}

type Comparable = Exclude<FieldValue, number>;
type Operation = (value: Comparable, operands: readonly Comparable[], timeZone: string) => boolean;

interface FilteredField {
  readonly field: FieldSchema;
  readonly read: (record: SObject, environment: FormulaEnvironment) => Comparable;
}

/**
 * Fields are named `Object.Field`; `Object.RecordType` is the record type's name.
 */
function fieldOf(object: ObjectSchema, name: string, where: string): FilteredField {
  const prefix = `${object.name.toLowerCase()}.`;
  const path = name.toLowerCase().startsWith(prefix) ? name.slice(prefix.length) : name;
  if (path.toLowerCase() === 'recordtype') {
    const recordType = object.field('RecordTypeId');
    if (recordType !== undefined)
      return {
        field: { ...recordType, type: 'string' },
        read: (record, environment) => comparable(valueAt(record, 'RecordType.Name', environment)),
      };
  }
  const field = object.field(path);
  if (field === undefined) throw new NotSupported(`criteria on ${name}`, where);
  return { field, read: (record, environment) => comparable(valueAt(record, field.name, environment)) };
}

/** Whole numbers compare as others do. */
function comparable(value: FieldValue): Comparable {
  return typeof value === 'number' ? Decimal.of(value) : value;
}

const OPERATORS = {
  equals: 'EqualTo',
  notEqual: 'NotEqualTo',
  lessThan: 'LessThan',
  greaterThan: 'GreaterThan',
  lessOrEqual: 'LessThanOrEqualTo',
  greaterOrEqual: 'GreaterThanOrEqualTo',
  contains: 'Contains',
  notContain: 'Contains',
  startsWith: 'StartsWith',
} as const;

/** A value with commas means any of its parts, and none of them where the operation denies. */
function compileOperation(operation: FilterItemSource['operation'], where: string): Operation {
  switch (operation) {
    case 'notEqual':
      return (value, operands, timeZone) => operands.every((operand) => holds('NotEqualTo', value, operand, timeZone));
    case 'notContain':
      return (value, operands, timeZone) => !operands.some((operand) => holds('Contains', value, operand, timeZone));
    case 'includes':
      return (value, operands) => operands.some((operand) => chosen(value).includes(operand));
    case 'excludes':
      return (value, operands) => !operands.some((operand) => chosen(value).includes(operand));
    case 'within':
      throw new NotSupported(`filter operation ${operation}`, where);
    default: {
      const operator = OPERATORS[operation];
      return (value, operands, timeZone) => operands.some((operand) => holds(operator, value, operand, timeZone));
    }
  }
}

function chosen(value: Comparable): Comparable[] {
  return typeof value === 'string' ? value.split(';') : [];
}
