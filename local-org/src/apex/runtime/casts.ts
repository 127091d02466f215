/** `instanceof`, casts and conversions that need the value. */
import { SObject } from '../../schema/sobject.ts';
import { DatetimeValue, DateValue, Decimal } from '../../schema/values/index.ts';
import { to18, isId } from '../../schema/ids.ts';
import { types, type ApexType } from '../types/apex-type.ts';
import { ApexObject } from './apex-object.ts';
import { hasMethod } from './call.ts';
import { ApexDouble } from './double.ts';
import { ApexList } from './list.ts';
import { ApexSet } from './set.ts';
import { nullPointer, throwApex } from './exception.ts';
import { machine } from './machine.ts';
import { runtimeClassOf } from './runtime-class.ts';
import { typeOf } from './type-of.ts';

/** Whether a (generic) value is an instance of the type; null never is. */
export function isInstance(value: unknown, type: ApexType): boolean {
  if (value === null || value === undefined) return false;
  if (type === types.Object) return true;
  if (value instanceof SObject) {
    return type === types.SObject || (type.kind === 'sobject' && type.name === value.schema.name);
  }
  const runtimeClass = runtimeClassOf(value);
  if (runtimeClass?.supertypes.has(type) === true) return true;
  if (typeof value === 'string' && type === types.Id) return isId(value);
  const actual = typeOf(value);
  if (actual === types.Date && type === types.Datetime) return true;
  return (
    actual === type ||
    isWiderNumber(actual, type) ||
    (!type.isLibrary('Set') && machine.program.isSubtype(actual, type)) ||
    isIterationOf(value, type) ||
    (value instanceof ApexList && type.isLibrary('List') && type.args[0] === types.String && isTextsFor(value, type))
  );
}

/** Iterators and iterables of anything are instances of those of anything else: elements show when they are handed out. */
function isIterationOf(value: unknown, type: ApexType): boolean {
  if (!(value instanceof ApexObject)) return false;
  if (type.isLibrary('System.Iterator')) return hasMethod(value, 'hasnext', 0) && hasMethod(value, 'next', 0);
  if (!type.isLibrary('System.Iterable')) return false;
  if (value instanceof ApexList || value instanceof ApexSet) return true;
  return [...(runtimeClassOf(value)?.supertypes ?? [])].some(({ name }) => name === type.name);
}

const numbers: readonly ApexType[] = [types.Integer, types.Long, types.Double, types.Decimal];

/**
 * "Variables of lower numeric types can always be assigned to higher types" (Rules of Conversion); Objects that hold numbers
 * are instances of the higher types too, and Decimals of Double.
 */
function isWiderNumber(from: ApexType, to: ApexType): boolean {
  if (from === types.Decimal && to === types.Double) return true;
  const [lower, higher] = [numbers.indexOf(from), numbers.indexOf(to)];
  return lower >= 0 && higher >= 0 && lower <= higher;
}

/** A checked cast of a generic value. */
export function castTo(value: unknown, type: ApexType): unknown {
  if (value === null) return null;
  if (type === types.Long || type === types.Double || type === types.Decimal) return castToNumber(value, type);
  if (type === types.Datetime && value instanceof DateValue) return dateToDatetime(value);
  if (isInstance(value, type)) return value;
  if (typeof value === 'string' && type === types.Id) return toId(value);
  if (isTextsFor(value, type)) return value;
  return invalidConversion(value, type);
}

/** Lists and sets of ids can be taken for those of texts, and the other way round. */
function isTextsFor(value: unknown, type: ApexType): boolean {
  if (!(value instanceof ApexList || value instanceof ApexSet)) return false;
  const { apexType } = value;
  return apexType.name === type.name && [apexType, type].every(({ args: [element] }) => isText(element));
}

function isText(type: ApexType | undefined): boolean {
  return type === types.String || type === types.Id;
}

function castToNumber(value: unknown, type: ApexType): unknown {
  const from = typeOf(value);
  if (from === type) return value;
  if (!isWiderNumber(from, type)) return invalidConversion(value, type);
  if (type === types.Long) return BigInt(value as number);
  if (type === types.Double) return new ApexDouble(unbox(value)!);
  return value instanceof ApexDouble ? Decimal.ofDouble(value.value) : Decimal.of(value as number | bigint);
}

function invalidConversion(value: unknown, type: ApexType): never {
  throwApex('System.TypeException', `Invalid conversion from runtime type ${shown(typeOf(value))} to ${shown(type)}`);
}

/** Elements typed Object are called ANY: `Map<String,ANY>`. */
function shown(type: ApexType): string {
  return type.toString().replaceAll(/([<,])Object\b/g, '$1ANY');
}

export function box(value: number | null): ApexDouble | null {
  return value === null ? null : new ApexDouble(value);
}

/** A generic value as a Double; other numbers held generically (by a wider declaration) convert. */
export function unbox(value: unknown): number | null {
  if (value instanceof ApexDouble) return value.value;
  if (value === null || typeof value === 'number') return value;
  return value instanceof Decimal ? value.toNumber() : Number(value);
}

/** String to Id: 15 characters become 18. Apex does not look at what the last three characters of 18 are. */
export function toId(value: string | null): string | null {
  if (value === null) return null;
  if (!/^[a-zA-Z\d]{15}(?:[a-zA-Z\d]{3})?$/.test(value)) throwApex('System.StringException', `Invalid id: ${value}`);
  return value.length === 18 ? value : to18(value);
}

export function integerToLong(value: number | null): bigint | null {
  return value === null ? null : BigInt(value);
}

export function integerToDecimal(value: number | bigint | null): Decimal | null {
  return value === null ? null : Decimal.of(value);
}

export function longToDouble(value: bigint | null): number | null {
  return value === null ? null : Number(value);
}

export function doubleToDecimal(value: number | null): Decimal | null {
  return value === null ? null : Decimal.ofDouble(value);
}

export function decimalToDouble(value: Decimal | null): number | null {
  return value === null ? null : value.toNumber();
}

/** Narrowing casts drop what is right of the point and wrap around, as in Java. */
export function decimalToInteger(value: Decimal | null): number | null {
  return value === null ? null : Number(BigInt.asIntN(32, value.toBigInt()));
}

export function decimalToLong(value: Decimal | null): bigint | null {
  return value === null ? null : BigInt.asIntN(64, value.toBigInt());
}

export function doubleToInteger(value: number | null): number | null {
  if (value === null) return null;
  return Math.max(-2147483648, Math.min(2147483647, Math.trunc(value))) + 0;
}

export function doubleToLong(value: number | null): bigint | null {
  return value === null ? null : BigInt.asIntN(64, BigInt(Math.trunc(value)));
}

export function longToInteger(value: bigint | null): number | null {
  return value === null ? null : Number(BigInt.asIntN(32, value));
}

/** Midnight GMT of the day. */
export function dateToDatetime(value: DateValue | null): DatetimeValue | null {
  return value === null ? null : new DatetimeValue(value.days * 86_400_000);
}

/** A condition must not be null. */
export function truth(value: boolean | null): boolean {
  return value ?? nullPointer();
}
