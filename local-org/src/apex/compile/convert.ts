/** Code that turns a value of one type into one of another. */
import type { Node } from '../ast/nodes.ts';
import { conversionCost } from '../check/conversions.ts';
import { fail } from '../check/errors.ts';
import { types, type ApexType } from '../types/apex-type.ts';
import type { MethodScope } from './method-scope.ts';
import { value, type Value } from './value.ts';

/** Runtime function that converts between two primitives. Pairs that are not listed need no code. */
const implicit = new Map<ApexType, ReadonlyMap<ApexType, string>>([
  [
    types.Integer,
    new Map([
      [types.Long, 'integerToLong'],
      [types.Decimal, 'integerToDecimal'],
    ]),
  ],
  [
    types.Long,
    new Map([
      [types.Double, 'longToDouble'],
      [types.Decimal, 'integerToDecimal'],
    ]),
  ],
  [types.Double, new Map([[types.Decimal, 'doubleToDecimal']])],
  [types.Decimal, new Map([[types.Double, 'decimalToDouble']])],
  [types.String, new Map([[types.Id, 'toId']])],
  [types.Date, new Map([[types.Datetime, 'dateToDatetime']])],
]);

const explicit = new Map<ApexType, ReadonlyMap<ApexType, string>>([
  [types.Long, new Map([[types.Integer, 'longToInteger']])],
  [
    types.Double,
    new Map([
      [types.Integer, 'doubleToInteger'],
      [types.Long, 'doubleToLong'],
    ]),
  ],
  [
    types.Decimal,
    new Map([
      [types.Integer, 'decimalToInteger'],
      [types.Long, 'decimalToLong'],
    ]),
  ],
]);

/** Code of `from` as a value of type `to`; the types must be assignable. */
export function convertCode(from: Value, to: ApexType): string {
  if (from.type === to) return from.code;
  const conversion = implicit.get(from.type)?.get(to);
  if (conversion !== undefined) return `$R.${conversion}(${from.code})`;
  return to === types.Object ? generic(from) : from.code;
}

/** Code of a narrowing cast between primitives, if there is one. */
export function narrowCode(from: Value, to: ApexType): string | undefined {
  const conversion = explicit.get(from.type)?.get(to);
  return conversion === undefined ? undefined : `$R.${conversion}(${from.code})`;
}

/** The value as it is held where its type is not known: Doubles are boxed. */
export function generic(from: Value): string {
  return from.type === types.Double ? `$R.box(${from.code})` : from.code;
}

/** A generically held value as one of the type. */
export function fromGeneric(code: string, type: ApexType, nonNull = false): Value {
  return type === types.Double ? value(type, `$R.unbox(${code})`, nonNull) : value(type, code, nonNull);
}

/** Code of a value assigned to a variable, field or parameter; reports what cannot be assigned. */
export function assignCode(scope: MethodScope, from: Value, to: ApexType, node: Node): string {
  if (conversionCost(scope.universe, from.type, to) !== undefined) return convertCode(from, to);
  const row = rowOf(from, to);
  if (row !== undefined) return row;
  fail(node, `Illegal assignment from ${from.type.toString()} to ${to.toString()}`);
}

/** A query's list assigned to a record: its only row. */
function rowOf(from: Value, to: ApexType): string | undefined {
  if (from.rows !== true || !from.type.isLibrary('List') || to.kind !== 'sobject') return undefined;
  const element = from.type.args[0];
  if (element.kind !== 'sobject' || (element !== to && element !== types.SObject && to !== types.SObject))
    return undefined;
  return `$R.singleRow(${from.code})`;
}

/** As `assignCode`, for a collection's elements. */
export function elementCode(scope: MethodScope, from: Value, to: ApexType, node: Node): string {
  const code = assignCode(scope, from, to, node);
  return to === types.Double ? generic(value(types.Double, code)) : code;
}
