/** Operators of numbers, texts and dates that need more than JavaScript's own. */
import { DateValue, Decimal, DatetimeValue, TimeValue } from '../../schema/values/index.ts';
import { collate } from './collation.ts';
import { ApexDouble } from './double.ts';
import { throwApex } from './exception.ts';
import { equalsOf } from './equality.ts';
import { SObject } from '../../schema/sobject.ts';
import { ApexCollection } from './collection.ts';

function divideByZero(): never {
  throwApex('System.MathException', 'Divide by 0');
}

export function divideIntegers(left: number, right: number): number {
  return right === 0 ? divideByZero() : (left / right) | 0;
}

export function divideLongs(left: bigint, right: bigint): bigint {
  return right === 0n ? divideByZero() : BigInt.asIntN(64, left / right);
}

export function divideDoubles(left: number, right: number): number {
  return right === 0 ? divideByZero() : left / right;
}

export function divideDecimals(left: Decimal, right: Decimal): Decimal {
  return right.signum() === 0 ? divideByZero() : left.divide(right);
}

export function shiftLong(value: bigint, operator: string, count: number): bigint {
  const places = BigInt(count & 63);
  if (operator === '<<') return BigInt.asIntN(64, value << places);
  return operator === '>>' ? value >> places : BigInt.asIntN(64, BigInt.asUintN(64, value) >> places);
}

const millisecondsPerDay = 86_400_000;

export function addDays(value: DatetimeValue, days: number): DatetimeValue {
  return new DatetimeValue(value.ms + Math.round(days * millisecondsPerDay));
}

type Comparison = '<' | '>' | '<=' | '>=';

function holds(order: number, operator: Comparison): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
  }
}

/** "If x or y equal null and are Integers, Longs, Doubles, Dates or Datetimes, the expression is false" (Expression Operators). */
export function compareNumbers(
  left: number | bigint | null,
  right: number | bigint | null,
  operator: Comparison,
): boolean {
  if (left === null || right === null) return false;
  return holds(left < right ? -1 : left > right ? 1 : 0, operator);
}

export function compareDecimals(left: Decimal | null, right: Decimal | null, operator: Comparison): boolean {
  return left !== null && right !== null && holds(left.compare(right), operator);
}

interface Comparable {
  compare(other: unknown): number;
}

/** Dates, datetimes and times. */
export function compareValues(left: Comparable | null, right: Comparable | null, operator: Comparison): boolean {
  return left !== null && right !== null && holds(left.compare(right), operator);
}

/** "A non-null String or ID value is always greater than a null value" (Expression Operators); case does not count. */
export function compareTexts(left: string | null, right: string | null, operator: Comparison): boolean {
  if (left === null || right === null) return holds(Number(left !== null) - Number(right !== null), operator);
  return holds(collate(left, right), operator);
}

/** Texts are equal without regard to case. */
export function equalTexts(left: string | null, right: string | null): boolean {
  if (left === right) return true;
  if (left === null || right === null || left.length !== right.length) return false;
  return left.toLowerCase() === right.toLowerCase();
}

/** Ids of 15 and 18 characters are equal when they name the same record; what is no id is compared as a text. */
export function equalIds(left: string | null, right: string | null): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (left.length === right.length && left.length === 18) return left.slice(0, 15) === right.slice(0, 15);
  const shorter = Math.min(left.length, right.length);
  return shorter === 15 ? left.slice(0, 15) === right.slice(0, 15) : equalTexts(left, right);
}

export function equalDecimals(left: Decimal | null, right: Decimal | null): boolean {
  return left === right || (left !== null && right !== null && left.equals(right));
}

/** `===`: objects, dates and times by identity, other values by value. */
export function identical(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null) return false;
  if (left instanceof SObject || left instanceof ApexCollection || isMoment(left)) return false;
  return (left instanceof ApexDouble || !('apexType' in left)) && equalsOf(left, right);
}

function isMoment(value: object): boolean {
  return value instanceof DateValue || value instanceof DatetimeValue || value instanceof TimeValue;
}
