/** Values that cross between Apex and flows: field values, records, lists and plain objects. */
import type { DataValue } from '../../database/services.ts';
import { SObject } from '../../schema/sobject.ts';
import { BlobValue, DateValue, DatetimeValue, Decimal, TimeValue, type FieldValue } from '../../schema/values/index.ts';
import { toId } from '../runtime/casts.ts';
import { ApexDouble } from '../runtime/double.ts';
import { ApexEnumValue } from '../runtime/enum-value.ts';
import { throwApex } from '../runtime/exception.ts';
import { ApexList } from '../runtime/list.ts';
import { machine } from '../runtime/machine.ts';
import { runtimeClassOf, type RuntimeClass, type RuntimeField } from '../runtime/runtime-class.ts';
import { ApexSet } from '../runtime/set.ts';
import type { ApexObject } from '../runtime/apex-object.ts';
import { typeOf } from '../runtime/type-of.ts';
import { types, type ApexType } from '../types/apex-type.ts';

/** Public fields with this annotation, own and inherited. */
export function annotatedFields(runtimeClass: RuntimeClass, annotation: string): RuntimeField[] {
  const inherited = runtimeClass.superclass === null ? [] : annotatedFields(runtimeClass.superclass, annotation);
  const own = runtimeClass.fields.filter((field) => field.annotations.some(({ name }) => name === annotation));
  return [...inherited, ...own];
}

/** A value from outside as an Apex value (in generic form) of the declared type. */
export function toApex(value: DataValue | undefined, type: ApexType): unknown {
  if (value === null || value === undefined) return null;
  if (type.isLibrary('List') || type.isLibrary('Set')) {
    const items = (isList(value) ? value : [value]).map((item) => toApex(item, type.args[0]));
    return type.isLibrary('List') ? new ApexList(type.args[0], items) : new ApexSet(type.args[0], items);
  }
  const runtimeClass = machine.program.classOf(type);
  if (runtimeClass?.kind === 'class' && isPlainObject(value)) return instanceOf(runtimeClass, value);
  if (runtimeClass?.kind === 'enum') return enumConstant(runtimeClass, value as string);
  return primitive(value as FieldValue | SObject, type);
}

function isList(value: DataValue): value is readonly DataValue[] {
  return Array.isArray(value);
}

function isPlainObject(value: DataValue): value is { readonly [name: string]: DataValue } {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function enumConstant(runtimeClass: RuntimeClass, name: string): ApexEnumValue | null {
  return runtimeClass.constants.find((constant) => constant.name.toLowerCase() === name.toLowerCase()) ?? null;
}

/** An instance with its `@InvocableVariable` fields set; names are compared in lower case. */
export function instanceOf(runtimeClass: RuntimeClass, values: { readonly [name: string]: DataValue }): ApexObject {
  const create = runtimeClass.constructors.find(({ parameters }) => parameters.length === 0);
  if (create === undefined) {
    throwApex('System.TypeException', `Class ${runtimeClass.name} needs a constructor without parameters`);
  }
  const instance = create.create([]);
  const given = new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
  for (const field of annotatedFields(runtimeClass, 'invocablevariable')) {
    const value = given.get(field.name.toLowerCase());
    if (value !== undefined) field.write(instance, toApex(value, field.type));
  }
  return instance;
}

/** Numbers and dates that come as another type of number or date. */
function primitive(value: FieldValue | SObject, type: ApexType): unknown {
  if (value instanceof SObject) return value;
  switch (type) {
    case types.Decimal:
      return typeof value === 'number' ? Decimal.of(value) : value;
    case types.Double:
      return new ApexDouble(value instanceof Decimal ? value.toNumber() : Number(value));
    case types.Integer:
      return value instanceof Decimal ? Number(value.toBigInt()) : value;
    case types.Long:
      return value instanceof Decimal ? value.toBigInt() : BigInt(value as number);
    case types.Datetime:
      return value instanceof DateValue ? new DatetimeValue(value.days * 86_400_000) : value;
    case types.Date:
      return value instanceof DatetimeValue ? value.date() : value;
    case types.String:
      return typeof value === 'string' ? value : String(value);
    case types.Id:
      return toId(String(value));
    default:
      return value;
  }
}

/** An Apex value as flows and other layers take it. */
export function fromApex(value: unknown): DataValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Decimal.of(value);
  if (typeof value !== 'object') return value as DataValue;
  if (value instanceof ApexDouble) return Decimal.ofDouble(value.value);
  if (value instanceof ApexEnumValue) return value.name;
  if (value instanceof ApexList || value instanceof ApexSet) return Array.from(value, fromApex);
  if (isFieldValue(value) || value instanceof SObject) return value;
  const runtimeClass = runtimeClassOf(value);
  if (runtimeClass === undefined)
    throwApex('System.TypeException', `Not a value for a flow: ${typeOf(value).toString()}`);
  return valuesOf(value as ApexObject, runtimeClass);
}

/** The `@InvocableVariable` fields of an instance by name; for other classes the `@AuraEnabled` ones. */
export function valuesOf(instance: ApexObject, runtimeClass: RuntimeClass): { [name: string]: DataValue } {
  const invocable = annotatedFields(runtimeClass, 'invocablevariable');
  const fields = invocable.length > 0 ? invocable : annotatedFields(runtimeClass, 'auraenabled');
  return Object.fromEntries(fields.map((field) => [field.name, fromApex(field.read(instance))]));
}

function isFieldValue(value: object): value is Exclude<FieldValue, null | string | number | boolean> {
  return (
    value instanceof Decimal ||
    value instanceof DateValue ||
    value instanceof DatetimeValue ||
    value instanceof TimeValue ||
    value instanceof BlobValue
  );
}
