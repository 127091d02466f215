/** Finds members of types: own, inherited, and those of the class library. */
import type { LibraryClass, LibraryMethod, LibraryProperty } from '../library/define.ts';
import { substitute, types, type ApexType } from '../types/apex-type.ts';
import { directSupertypes, typeArguments } from './supertypes.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from './symbols.ts';
import type { Universe } from './universe.ts';

/** A method or constructor that a call may mean. */
export interface Callable {
  readonly name: string;
  readonly static: boolean;
  readonly parameters: readonly ApexType[];
  readonly returns: ApexType;
  /** Exactly one of these two. */
  readonly user?: MethodSymbol;
  readonly library?: LibraryCallable;
}

export interface LibraryCallable {
  readonly owner: LibraryClass;
  readonly method: Pick<LibraryMethod, 'behaviour' | 'parameters' | 'returns'>;
}

export interface LibraryPropertyUse {
  readonly owner: LibraryClass;
  readonly property: LibraryProperty;
  readonly type: ApexType;
}

/** Methods of this name that a value of (or a call on) the type can mean, the nearest class first. */
export function methodsNamed(universe: Universe, type: ApexType, name: string): Callable[] {
  const found: Callable[] = [];
  collectMethods(universe, type, name.toLowerCase(), found, new Set());
  const objectMethods = universe.libraryOf(types.Object);
  if (objectMethods !== undefined && type !== types.Object) {
    addDistinct(found, libraryMethods(universe, types.Object, objectMethods, name.toLowerCase()));
  }
  return found;
}

function collectMethods(
  universe: Universe,
  type: ApexType,
  lowerName: string,
  found: Callable[],
  visited: Set<ApexType>,
): void {
  if (visited.has(type)) return;
  visited.add(type);
  const symbol = universe.classOf(type);
  if (symbol !== undefined) addDistinct(found, (symbol.methods.get(lowerName) ?? []).map(userCallable));
  const entry = universe.libraryOf(type);
  if (entry !== undefined) addDistinct(found, libraryMethods(universe, type, entry, lowerName));
  if (type.kind === 'sobject' && type !== types.SObject) return;
  for (const supertype of directSupertypes(universe, type)) {
    collectMethods(universe, supertype, lowerName, found, visited);
  }
}

/** Adds those that none of the methods found so far overrides. */
function addDistinct(found: Callable[], candidates: readonly Callable[]): void {
  for (const candidate of candidates) {
    const overridden = found.some((known) => sameParameters(known.parameters, candidate.parameters));
    if (!overridden) found.push(candidate);
  }
}

export function sameParameters(left: readonly ApexType[], right: readonly ApexType[]): boolean {
  return left.length === right.length && left.every((type, index) => type === right[index]);
}

export function userCallable(method: MethodSymbol): Callable {
  return {
    name: method.name,
    static: method.static,
    parameters: method.parameters.map((parameter) => parameter.type),
    returns: method.returns,
    user: method,
  };
}

function libraryMethods(universe: Universe, type: ApexType, entry: LibraryClass, lowerName: string): Callable[] {
  return entry.methods
    .filter((method) => method.name.toLowerCase() === lowerName)
    .map((method) => libraryCallable(universe, type, entry, method));
}

function libraryCallable(
  universe: Universe,
  type: ApexType,
  owner: LibraryClass,
  method: LibraryCallable['method'] & Partial<LibraryMethod>,
): Callable {
  const parameters = typeArguments(owner.typeParameters, type);
  return {
    name: method.name ?? owner.name,
    static: method.static ?? false,
    parameters: method.parameters.map((parameter) =>
      substitute(universe.resolveLibrary(parameter.type, owner), parameters),
    ),
    returns: isCopy(type, method) ? type : substitute(universe.resolveLibrary(method.returns, owner), parameters),
    library: { owner, method },
  };
}

/** A copy of a record has the record's type, although the signature says SObject. */
function isCopy(type: ApexType, method: Partial<LibraryMethod>): boolean {
  return type.kind === 'sobject' && method.name?.toLowerCase() === 'clone';
}

/** Constructors of a library type. */
export function libraryConstructors(universe: Universe, type: ApexType, entry: LibraryClass): Callable[] {
  const self = { name: 'void', args: [] };
  return entry.constructors.map((constructor) => ({
    ...libraryCallable(universe, type, entry, { ...constructor, returns: self }),
    returns: type,
  }));
}

/** A field or property of a class of the project, inherited ones included. */
export function fieldNamed(universe: Universe, symbol: ClassSymbol, name: string): FieldSymbol | undefined {
  const lowerName = name.toLowerCase();
  for (let current: ClassSymbol | undefined = symbol; current !== undefined; current = universe.superclassOf(current)) {
    const field = current.fields.get(lowerName);
    if (field !== undefined) return field;
  }
  return undefined;
}

/** A property of a library type, inherited ones included. */
export function libraryPropertyNamed(universe: Universe, type: ApexType, name: string): LibraryPropertyUse | undefined {
  const entry = universe.libraryOf(type);
  if (entry === undefined) return undefined;
  const property = entry.properties.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (property !== undefined) {
    const parameters = typeArguments(entry.typeParameters, type);
    return { owner: entry, property, type: substitute(universe.resolveLibrary(property.type, entry), parameters) };
  }
  for (const supertype of directSupertypes(universe, type)) {
    const inherited = libraryPropertyNamed(universe, supertype, name);
    if (inherited !== undefined) return inherited;
  }
  return undefined;
}
