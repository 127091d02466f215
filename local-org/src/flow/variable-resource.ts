import { SObject } from '../schema/sobject.ts';
import type { FieldType } from '../schema/model.ts';
import { DateValue, DatetimeValue, TimeValue } from '../schema/values/index.ts';
import { isTrue } from './comparison.ts';
import type { VariableSource } from './definition/resources.ts';
import { FlowFault } from './fault.ts';
import type { FlowCompiler } from './flow-compiler.ts';
import { fieldTypeOf, scalar, type FlowType } from './flow-type.ts';
import { isCollection, isScalar, toNumber, toText, type FlowValue } from './flow-value.ts';
import type { Resource } from './resource.ts';

/** A variable: what is assigned becomes a value of its type, and records are copied. */
export function variableResource(source: VariableSource, compiler: FlowCompiler): Resource {
  const { name, isCollection: collection, dataType } = source;
  const fieldType = fieldTypeOf(dataType);
  return {
    get type() {
      return variableType(source, compiler);
    },
    read: (interview) => interview.get(name),
    fieldsAssignable: dataType === 'SObject' || dataType === 'Apex',
    write: (interview, value) => {
      const convert = (item: FlowValue): FlowValue => converted(item, fieldType, name, interview.run.timeZone);
      const copy = interview.run.records.copy(value);
      if (collection && !isCollection(copy) && copy !== null) {
        throw new FlowFault(`The flow tried to assign a single value to the collection ${name}.`);
      }
      interview.set(name, isCollection(copy) ? copy.map(convert) : convert(copy));
    },
  };
}

export function variableType(source: VariableSource, compiler: FlowCompiler): FlowType | undefined {
  const { dataType, objectType, isCollection: collection } = source;
  const fieldType = fieldTypeOf(dataType);
  const item: FlowType | undefined =
    fieldType !== undefined
      ? scalar(fieldType)
      : dataType === 'SObject'
        ? { kind: 'record', object: compiler.object(objectType) }
        : { kind: 'object', attribute: () => undefined };
  return collection ? { kind: 'collection', item } : item;
}

function converted(value: FlowValue, type: FieldType | undefined, name: string, timeZone: string): FlowValue {
  if (type === undefined || value === null) return value;
  const result = isScalar(value) ? convertScalar(value, type, timeZone) : undefined;
  if (result !== undefined) return result;
  const shown = value instanceof SObject ? value.schema.name : toText(value, timeZone);
  throw new FlowFault(`The flow tried to assign ${shown} to ${name}, which holds another type of value.`);
}

function convertScalar(value: FlowValue, type: FieldType, timeZone: string): FlowValue | undefined {
  if (!isScalar(value)) return undefined;
  switch (type) {
    case 'double':
    case 'currency':
      return value === '' ? null : toNumber(value);
    case 'boolean':
      return typeof value === 'boolean' || typeof value === 'string' ? isTrue(value) : undefined;
    case 'date':
      if (value instanceof DatetimeValue) return value.date(timeZone);
      return value instanceof DateValue ? value : undefined;
    case 'datetime':
      if (value instanceof DateValue) return DatetimeValue.of(value, timeZone);
      return value instanceof DatetimeValue ? value : undefined;
    case 'time':
      return value instanceof TimeValue ? value : undefined;
    default:
      return toText(value, timeZone);
  }
}
