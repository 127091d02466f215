/** Equality and hash codes of values, as collections and `equals` / `hashCode` see them. */
import { SObject } from '../../schema/sobject.ts';
import { DateValue, DatetimeValue, Decimal, TimeValue } from '../../schema/values/index.ts';
import { ApexObject } from './apex-object.ts';
import { callMethod, hasMethod } from './call.ts';
import { ApexDouble } from './double.ts';
import { ApexEnumValue } from './enum-value.ts';
import { identityOf, structuralKey } from './keys.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';
import { ApexSet } from './set.ts';

/** Value equality; strings with regard to case, numbers of different types by value, records by their fields. */
export function equalsOf(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || right === null || left === undefined || right === undefined) return false;
  if (isNumber(left)) return isNumber(right) && equalNumbers(left, right);
  if (typeof left !== 'object' || typeof right !== 'object') return false;
  if (left instanceof ApexObject) return right instanceof ApexObject && equalObjects(left, right);
  if (left instanceof SObject && !(right instanceof SObject)) return false;
  return structuralKey(left) === structuralKey(right);
}

/**
 * The `==` of operands typed Object: strings without regard to case (Apex Developer Guide, "Expression Operators"),
 * otherwise as `equalsOf`.
 */
export function looselyEqual(left: unknown, right: unknown): boolean {
  if (typeof left === 'string' && typeof right === 'string') {
    return left === right || left.toLowerCase() === right.toLowerCase();
  }
  return equalsOf(left, right);
}

type AnyNumber = number | bigint | Decimal | ApexDouble;

function isNumber(value: unknown): value is AnyNumber {
  return (
    typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal || value instanceof ApexDouble
  );
}

function equalNumbers(left: AnyNumber, right: AnyNumber): boolean {
  if (left instanceof ApexDouble || right instanceof ApexDouble) return toNumber(left) === toNumber(right);
  return toDecimal(left).equals(toDecimal(right));
}

function toNumber(value: AnyNumber): number {
  if (value instanceof ApexDouble) return value.value;
  return value instanceof Decimal ? value.toNumber() : Number(value);
}

function toDecimal(value: number | bigint | Decimal): Decimal {
  return value instanceof Decimal ? value : Decimal.of(value);
}

function equalObjects(left: ApexObject, right: ApexObject): boolean {
  if (left instanceof ApexList) {
    return (
      right instanceof ApexList &&
      left.items.length === right.items.length &&
      left.items.every((item, index) => equalsOf(item, right.items[index]))
    );
  }
  if (left instanceof ApexSet) {
    return right instanceof ApexSet && left.size === right.size && [...left].every((item) => right.has(item));
  }
  if (left instanceof ApexMap) {
    return (
      right instanceof ApexMap &&
      left.size === right.size &&
      [...left.entries()].every(([key, value]) => right.has(key) && equalsOf(value, right.get(key)))
    );
  }
  if (hasMethod(left, 'equals', 1)) return callMethod(left, 'equals', right) === true;
  const key = structuralKey(left);
  return typeof key === 'string' && key === structuralKey(right);
}

/** `hashCode()`: Java's for strings and whole numbers; elsewhere any number that equal values share. */
export function hashOf(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'string') return textHash(value);
  if (typeof value === 'number') return value | 0;
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
  if (value instanceof ApexEnumValue) return textHash(value.name);
  if (value instanceof Decimal || value instanceof DateValue) return textHash(value.hashKey());
  if (value instanceof DatetimeValue || value instanceof TimeValue) return textHash(value.hashKey());
  if (value instanceof ApexObject && hasMethod(value, 'hashcode', 0)) return callMethod(value, 'hashcode') as number;
  if (value instanceof ApexList)
    return value.items.reduce<number>((hash, item) => (Math.imul(31, hash) + hashOf(item)) | 0, 1);
  if (value instanceof ApexSet) return [...value].reduce<number>((hash, item) => (hash + hashOf(item)) | 0, 0);
  if (value instanceof ApexMap) {
    return [...value.entries()].reduce<number>((hash, [key, item]) => (hash + (hashOf(key) ^ hashOf(item))) | 0, 0);
  }
  const key = structuralKey(value);
  return typeof key === 'string' ? textHash(key) : identityOf(value);
}

function textHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  return hash;
}
