/** Constructors of classes of the project: declared ones, the implicit one, and the four of every exception. */
import { constructorSlot } from '../../check/declare.ts';
import { userCallable, type Callable } from '../../check/members.ts';
import { isSubtype } from '../../check/supertypes.ts';
import type { ClassSymbol } from '../../check/symbols.ts';
import type { Universe } from '../../check/universe.ts';
import { types, type ApexType } from '../../types/apex-type.ts';

export interface ConstructorCandidate extends Callable {
  /** Name of the generated method. */
  readonly slot: string;
}

/** "All exceptions have these constructors" ("Create Custom Exceptions", Apex Developer Guide). */
export const exceptionConstructors: readonly (readonly ApexType[])[] = [
  [],
  [types.String],
  [types.Exception],
  [types.String, types.Exception],
];

export function constructorCandidates(universe: Universe, symbol: ClassSymbol): ConstructorCandidate[] {
  const declared = symbol.constructors.map((constructor) => ({ ...userCallable(constructor), slot: constructor.slot }));
  if (isSubtype(universe, symbol.type, types.Exception)) {
    const built = exceptionConstructors.map((parameters) => implicitConstructor(symbol, parameters));
    return [...declared, ...built.filter((candidate) => !declared.some(({ slot }) => slot === candidate.slot))];
  }
  return declared.length > 0 ? declared : [implicitConstructor(symbol, [])];
}

function implicitConstructor(symbol: ClassSymbol, parameters: readonly ApexType[]): ConstructorCandidate {
  const slot = constructorSlot(
    symbol,
    parameters.map((type) => ({ type })),
  );
  return { name: symbol.name, static: false, parameters, returns: types.void, slot };
}
