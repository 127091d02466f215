/** The inheritance between types, of the project's classes and of the platform's. */
import { substitute, types, type ApexType } from '../types/apex-type.ts';
import type { Universe } from './universe.ts';

/** Direct superclass and interfaces. */
export function directSupertypes(universe: Universe, type: ApexType): readonly ApexType[] {
  const symbol = universe.classOf(type);
  if (symbol !== undefined) {
    return symbol.superclass === null ? symbol.interfaces : [symbol.superclass, ...symbol.interfaces];
  }
  const entry = type.kind === 'library' ? universe.libraryOf(type) : undefined;
  if (entry === undefined) return [];
  const parameters = typeArguments(entry.typeParameters, type);
  const declared = entry.extends === undefined ? entry.implements : [entry.extends, ...entry.implements];
  return declared.map((text) => substitute(universe.resolveLibrary(text, entry), parameters));
}

/** Type parameters of a library class and what this type puts in their place. */
export function typeArguments(names: readonly string[], type: ApexType): ReadonlyMap<string, ApexType> {
  return new Map(names.map((name, index) => [name, type.args[index] ?? types.Object]));
}

/** Steps from `from` up to `to` (0 for the same type), with generic arguments judged by `sameArgument`; undefined if none. */
export function inheritanceDistance(
  universe: Universe,
  from: ApexType,
  to: ApexType,
  sameArgument: (from: ApexType, to: ApexType) => boolean,
): number | undefined {
  if (from === to) return 0;
  if (from.kind === to.kind && from.name === to.name && from.args.length > 0) {
    return from.args.every((arg, index) => sameArgument(arg, to.args[index])) ? 1 : undefined;
  }
  let nearest: number | undefined;
  for (const supertype of directSupertypes(universe, from)) {
    const distance = inheritanceDistance(universe, supertype, to, sameArgument);
    if (distance !== undefined && (nearest === undefined || distance + 1 < nearest)) nearest = distance + 1;
  }
  return nearest;
}

export function isSubtype(universe: Universe, from: ApexType, to: ApexType): boolean {
  return inheritanceDistance(universe, from, to, (left, right) => left === right) !== undefined;
}
