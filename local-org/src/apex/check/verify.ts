/** Checks what a class promises: overriding, implementing, modifiers that go together. */
import { methodText } from './declare.ts';
import { isAssignable } from './conversions.ts';
import { fail } from './errors.ts';
import { sameParameters, type Callable, methodsNamed } from './members.ts';
import { directSupertypes } from './supertypes.ts';
import type { ClassSymbol, MethodSymbol } from './symbols.ts';
import type { Universe } from './universe.ts';
import type { Report } from './declare.ts';
import { substitute, types, type ApexType } from '../types/apex-type.ts';
import { typeArguments } from './supertypes.ts';

export function verifyClass(universe: Universe, symbol: ClassSymbol, report: Report): void {
  if (symbol.kind !== 'class') return;
  for (const overloads of symbol.methods.values()) {
    for (const method of overloads) report(() => verifyMethod(universe, symbol, method));
  }
  if (!symbol.abstract) report(() => verifyComplete(universe, symbol));
}

function verifyMethod(universe: Universe, symbol: ClassSymbol, method: MethodSymbol): void {
  if (method.abstract && !symbol.abstract) {
    fail(method.declaration, `Abstract methods are only allowed in abstract classes: ${methodText(method)}`);
  }
  if (method.static) return;
  const overridden = inheritedMethod(universe, symbol, method);
  if (overridden === undefined) {
    const implementsObject = isObjectMethod(method) || implementsInterface(universe, symbol, method);
    if (method.override && !implementsObject) {
      fail(method.declaration, `Method does not override an ancestor method: ${methodText(method)}`);
    }
    return;
  }
  if (overridden.access === 'private' && method.access === 'private' && !overridden.virtual) return;
  if (!overridden.virtual && !overridden.override) {
    fail(method.declaration, `Non-virtual, non-abstract methods cannot be overridden: ${methodText(method)}`);
  }
  if (!method.override && overridden.access !== 'private') {
    fail(method.declaration, `Method must use the override keyword: ${methodText(method)}`);
  }
  if (overridden.returns !== method.returns) {
    fail(method.declaration, `Return type does not match overridden method: ${methodText(method)}`);
  }
}

function isObjectMethod(method: MethodSymbol): boolean {
  return /^(tostring|equals|hashcode)$/i.test(method.name);
}

/** The method of a superclass of the project with the same parameters. */
function inheritedMethod(universe: Universe, symbol: ClassSymbol, method: MethodSymbol): MethodSymbol | undefined {
  for (let owner = universe.superclassOf(symbol); owner !== undefined; owner = universe.superclassOf(owner)) {
    const found = owner.methods.get(method.name.toLowerCase())?.find((other) => other.slot === method.slot);
    if (found !== undefined && !found.static) return found;
  }
  return undefined;
}

function implementsInterface(universe: Universe, symbol: ClassSymbol, method: MethodSymbol): boolean {
  const parameters = method.parameters.map(({ type }) => type);
  return allSupertypes(universe, symbol.type).some((type) =>
    methodsNamed(universe, type, method.name).some(
      (candidate) => candidate.user?.owner !== symbol && accepts(candidate.parameters, parameters),
    ),
  );
}

/** Every abstract method of superclasses and interfaces must be implemented. */
function verifyComplete(universe: Universe, symbol: ClassSymbol): void {
  for (const type of allSupertypes(universe, symbol.type)) {
    for (const required of abstractMethods(universe, type)) {
      if (isImplemented(universe, symbol, required)) continue;
      const parameters = required.parameters.join(', ');
      fail(
        symbol.declaration,
        `Class ${symbol.name} must implement the method: ${required.returns.toString()} ${type.toString()}.${required.name}(${parameters})`,
      );
    }
  }
}

/** Superclasses and interfaces, all the way up. */
export function allSupertypes(universe: Universe, type: ApexType): ApexType[] {
  const found: ApexType[] = [];
  const visit = (current: ApexType): void => {
    for (const supertype of directSupertypes(universe, current)) {
      if (found.includes(supertype)) continue;
      found.push(supertype);
      visit(supertype);
    }
  };
  visit(type);
  return found;
}

/**
 * A method whose parameters take whatever those of the required one may be given: it implements that too, as it does for
 * interfaces with several overloads of which a class writes the widest only.
 */
export function widerMethod(
  universe: Universe,
  symbol: ClassSymbol,
  required: Pick<Callable, 'name' | 'parameters'>,
): MethodSymbol | undefined {
  for (let owner: ClassSymbol | undefined = symbol; owner !== undefined; owner = universe.superclassOf(owner)) {
    const found = owner.methods
      .get(required.name.toLowerCase())
      ?.find(
        (method) =>
          !method.abstract &&
          !method.static &&
          method.parameters.length === required.parameters.length &&
          method.parameters.every(({ type }, index) => isWider(universe, required.parameters[index], type)),
      );
    if (found !== undefined) return found;
  }
  return undefined;
}

function isWider(universe: Universe, from: ApexType, to: ApexType): boolean {
  if (from === to || to === types.Object) return true;
  return from.kind !== 'primitive' && to.kind !== 'primitive' && isAssignable(universe, from, to);
}

type RequiredMethod = Pick<Callable, 'name' | 'parameters' | 'returns'>;

function abstractMethods(universe: Universe, type: ApexType): RequiredMethod[] {
  const symbol = universe.classOf(type);
  if (symbol !== undefined) {
    return [...symbol.methods.values()]
      .flat()
      .filter((method) => method.abstract)
      .map((method) => ({
        name: method.name,
        parameters: method.parameters.map((parameter) => parameter.type),
        returns: method.returns,
      }));
  }
  const entry = universe.libraryOf(type);
  if (entry === undefined || entry.kind === 'exception') return [];
  const names = typeArguments(entry.typeParameters, type);
  return entry.methods
    .filter((method) => method.behaviour === undefined && !method.static)
    .map((method) => ({
      name: method.name,
      parameters: method.parameters.map(({ type: text }) => substitute(universe.resolveLibrary(text, entry), names)),
      returns: substitute(universe.resolveLibrary(method.returns, entry), names),
    }));
}

function isImplemented(universe: Universe, symbol: ClassSymbol, required: RequiredMethod): boolean {
  for (let owner: ClassSymbol | undefined = symbol; owner !== undefined; owner = universe.superclassOf(owner)) {
    const found = owner.methods.get(required.name.toLowerCase())?.find((method) =>
      accepts(
        required.parameters,
        method.parameters.map(({ type }) => type),
      ),
    );
    // A static method will do: the platform calls it all the same.
    if (found !== undefined && !found.abstract) return true;
  }
  if (widerMethod(universe, symbol, required) !== undefined) return true;
  // Methods that the platform implements for every object.
  return isObjectName(required.name);
}

function isObjectName(name: string): boolean {
  return /^(tostring|equals|hashcode)$/i.test(name);
}

/** Generic interfaces of the platform may be implemented for any record type. */
function accepts(required: readonly ApexType[], actual: readonly ApexType[]): boolean {
  if (sameParameters(required, actual)) return true;
  return (
    required.length === actual.length &&
    required.every((type, index) => type === actual[index] || isLoose(type, actual[index]))
  );
}

function isLoose(required: ApexType, actual: ApexType): boolean {
  if (!required.isLibrary('List') || !actual.isLibrary('List')) return false;
  return required.args[0] === types.SObject || required.args[0] === types.Object;
}
