import { NotSupported } from '../schema/errors.ts';
import { SObject } from '../schema/sobject.ts';
import { DateValue, DatetimeValue, Decimal } from '../schema/values/index.ts';
import type { ComparisonOperator } from './definition/parts.ts';
import { isCollection, isScalar, toNumber, type FlowScalar, type FlowValue } from './flow-value.ts';

/**
 * Whether `left operator right` holds ("Flow Operators in Decision Elements"). Texts compare without regard to case; an
 * order with a blank never holds. `timeZone` decides on which day a date/time falls when it meets a date.
 */
export function holds(operator: ComparisonOperator, left: FlowValue, right: FlowValue, timeZone: string): boolean {
  switch (operator) {
    case 'EqualTo':
      return equal(left, right, timeZone);
    case 'NotEqualTo':
      return !equal(left, right, timeZone);
    case 'GreaterThan':
      return ordered(left, right, timeZone, (order) => order > 0);
    case 'GreaterThanOrEqualTo':
      return ordered(left, right, timeZone, (order) => order >= 0);
    case 'LessThan':
      return ordered(left, right, timeZone, (order) => order < 0);
    case 'LessThanOrEqualTo':
      return ordered(left, right, timeZone, (order) => order <= 0);
    case 'StartsWith':
      return texts(left, right, (text, part) => text.startsWith(part));
    case 'EndsWith':
      return texts(left, right, (text, part) => text.endsWith(part));
    case 'Contains':
      if (isCollection(left)) return left.some((item) => equal(item, right, timeZone));
      return texts(left, right, (text, part) => text.includes(part));
    case 'In':
      return isCollection(right) && right.some((item) => equal(left, item, timeZone));
    case 'NotIn':
      return !isCollection(right) || !right.some((item) => equal(left, item, timeZone));
    case 'IsNull':
      return (left === null) === isTrue(right);
    case 'IsBlank':
      return (left === null || (typeof left === 'string' && left.trim() === '')) === isTrue(right);
    case 'IsEmpty':
      return (left === null || (isCollection(left) && left.length === 0)) === isTrue(right);
    default:
      throw new NotSupported(`flow operator ${operator}`);
  }
}

export function isTrue(value: FlowValue): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

function equal(left: FlowValue, right: FlowValue, timeZone: string): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (left instanceof SObject && right instanceof SObject) return left.id !== null && left.id === right.id;
  if (isCollection(left) && isCollection(right)) {
    return left.length === right.length && left.every((item, index) => equal(item, right[index], timeZone));
  }
  if (!isScalar(left) || !isScalar(right)) return false;
  return order(left, right, timeZone) === 0;
}

function ordered(left: FlowValue, right: FlowValue, timeZone: string, test: (order: number) => boolean): boolean {
  if (left === null || right === null || !isScalar(left) || !isScalar(right)) return false;
  const result = order(left, right, timeZone);
  return result !== undefined && test(result);
}

/** Undefined when the two cannot be compared. */
export function order(left: FlowScalar, right: FlowScalar, timeZone: string): number | undefined {
  if (left instanceof Decimal || right instanceof Decimal) {
    const [a, b] = [toNumber(left), toNumber(right)];
    return a && b && a.compare(b);
  }
  if (left instanceof DateValue && right instanceof DatetimeValue) return left.compare(right.date(timeZone));
  if (left instanceof DatetimeValue && right instanceof DateValue) return left.date(timeZone).compare(right);
  if (typeof left === 'object' && left !== null) {
    return left.constructor === right?.constructor ? left.compare(right as never) : undefined;
  }
  const [a, b] = [String(left).toLowerCase(), String(right).toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}

function texts(left: FlowValue, right: FlowValue, test: (text: string, part: string) => boolean): boolean {
  if (typeof left !== 'string' || typeof right !== 'string') return false;
  return test(left.toLowerCase(), right.toLowerCase());
}
