/**
 * Which values may be assigned to which types without a cast, and how far the conversion goes: overloads are chosen by the
 * nearest. "Rules of Conversion" (Apex Developer Guide).
 */
import { types, type ApexType } from '../types/apex-type.ts';
import { inheritanceDistance } from './supertypes.ts';
import type { Universe } from './universe.ts';

/** Cost of a conversion to Object: farther than anything else. */
const toObject = 100;

const primitiveCosts = new Map<ApexType, ReadonlyMap<ApexType, number>>([
  [
    types.Integer,
    new Map([
      [types.Long, 1],
      [types.Double, 2],
      [types.Decimal, 3],
    ]),
  ],
  [
    types.Long,
    new Map([
      [types.Double, 1],
      [types.Decimal, 2],
    ]),
  ],
  [types.Double, new Map([[types.Decimal, 1]])],
  [types.Decimal, new Map([[types.Double, 2]])],
  [types.Id, new Map([[types.String, 1]])],
  [types.String, new Map([[types.Id, 2]])],
  [types.Date, new Map([[types.Datetime, 1]])],
]);

/** How far a value of type `from` is from type `to`; undefined when it cannot be assigned. */
export function conversionCost(universe: Universe, from: ApexType, to: ApexType): number | undefined {
  if (from === to) return 0;
  if (from === types.null) return to === types.void ? undefined : 0;
  if (from === types.void || to === types.void) return undefined;
  if (to === types.Object) return toObject;
  if (from.kind === 'primitive' && to.kind === 'primitive') return primitiveCosts.get(from)?.get(to);
  if (from.kind === 'sobject') return to === types.SObject ? 1 : undefined;
  if (from.isLibrary('List') && to.isLibrary('List')) return listCost(universe, from.args[0], to.args[0]);
  const isLoose = ['System.Iterable', 'System.Iterator', 'System.Comparator'].some((name) => to.isLibrary(name));
  const distance = inheritanceDistance(
    universe,
    from,
    to,
    // What an iterable hands out is only looked at when it is handed out, what a comparator takes when it compares.
    (left, right) => elementAssignable(universe, left, right) || (isLoose && elementAssignable(universe, right, left)),
  );
  return distance === undefined ? undefined : distance + textsAsIds(from, to);
}

/** Texts may stand for ids, and are nearer to anything else. */
function textsAsIds(from: ApexType, to: ApexType): number {
  const count = to.args.filter((arg, index) => arg === types.Id && from.args[index] === types.String).length;
  return count * (toObject + 1);
}

export function isAssignable(universe: Universe, from: ApexType, to: ApexType): boolean {
  return conversionCost(universe, from, to) !== undefined;
}

function listCost(universe: Universe, from: ApexType, to: ApexType): number | undefined {
  return elementAssignable(universe, from, to) ? 1 : undefined;
}

/**
 * Whether a collection of one type may stand for a collection of another. Generic records convert both ways (the rows are
 * checked when they are used), and so do ids and strings.
 */
function elementAssignable(universe: Universe, from: ApexType, to: ApexType): boolean {
  if (from === to) return true;
  if (from.kind === 'sobject' && to.kind === 'sobject') return from === types.SObject || to === types.SObject;
  if (from.kind === 'primitive' && to.kind === 'primitive' && to !== types.Object) {
    return (from === types.Id && to === types.String) || (from === types.String && to === types.Id);
  }
  return isAssignable(universe, from, to);
}

const numericRank = new Map<ApexType, number>([
  [types.Integer, 0],
  [types.Long, 1],
  [types.Double, 2],
  [types.Decimal, 3],
]);

export function isNumeric(type: ApexType): boolean {
  return numericRank.has(type);
}

/** The type in which two numbers are combined. */
export function widerNumber(left: ApexType, right: ApexType): ApexType {
  return numericRank.get(left)! >= numericRank.get(right)! ? left : right;
}

/** Whether a cast from one type to the other can succeed at all. */
export function isCastable(universe: Universe, from: ApexType, to: ApexType): boolean {
  if (isAssignable(universe, from, to) || isAssignable(universe, to, from)) return from !== types.void;
  if (isNumeric(from) && isNumeric(to)) return true;
  // An interface may be implemented by a subclass that this program does not show.
  return isOpenType(universe, from) && isOpenType(universe, to);
}

function isOpenType(universe: Universe, type: ApexType): boolean {
  if (type.kind === 'library') return !type.isLibrary('Map') && !type.isLibrary('Set');
  const symbol = universe.classOf(type);
  return symbol !== undefined && (symbol.kind === 'interface' || symbol.virtual || symbol.abstract);
}
