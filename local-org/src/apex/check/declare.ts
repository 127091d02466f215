/** Makes the symbols of classes: first their names, then their supertypes, then their members. */
import type {
  Accessor,
  ConstructorDeclaration,
  FieldDeclaration,
  MethodDeclaration,
  Modifiers,
  Node,
  Parameter,
  PropertyDeclaration,
  TypeDeclaration,
  TypeNode,
} from '../ast/nodes.ts';
import type { Access } from '../runtime/runtime-class.ts';
import { classType, types, type ApexType } from '../types/apex-type.ts';
import { fail } from './errors.ts';
import { fieldNamed } from './members.ts';
import {
  topLevel,
  type AccessorSymbol,
  type ClassSymbol,
  type FieldSymbol,
  type MethodSymbol,
  type ParameterSymbol,
  type PropertySymbol,
  type Sharing,
  type UnitKind,
} from './symbols.ts';
import type { Universe } from './universe.ts';

/** Receives an error without stopping the declaration of what follows. */
export type Report = (attempt: () => void) => void;

export interface DeclaredSource {
  readonly file: string;
  readonly lineCount: number;
  readonly unitKind?: UnitKind;
  readonly triggerType?: ApexType;
}

/** Makes the symbols of a class and its inner classes, without their supertypes and members. */
export function declareClass(
  universe: Universe,
  declaration: TypeDeclaration,
  outer: ClassSymbol | null,
  source: DeclaredSource,
): ClassSymbol {
  const name = outer === null ? declaration.name : `${outer.name}.${declaration.name}`;
  const { words, annotations } = declaration.modifiers;
  const type = classType(source.unitKind === 'trigger' ? `Trigger ${name}` : name);
  const symbol: ClassSymbol = {
    kind: declaration.kind,
    unitKind: source.unitKind ?? 'class',
    triggerType: source.triggerType,
    name,
    simpleName: declaration.name,
    type,
    outer,
    file: source.file,
    lineCount: source.lineCount,
    declaration,
    access: accessOf(declaration.modifiers, 'private'),
    abstract: declaration.kind === 'interface' || words.includes('abstract'),
    virtual: words.includes('virtual'),
    sharing: sharingOf(words),
    isTest: outer?.isTest === true || annotations.some((annotation) => annotation.name === 'istest'),
    inner: new Map(),
    superclass: null,
    interfaces: [],
    fields: new Map(),
    brokenFields: new Set(),
    methods: new Map(),
    constructors: [],
    constants: declaration.kind === 'enum' ? declaration.constants : [],
    uses: new Set(),
    id: universe.idOf(type),
  };
  universe.symbols.set(type, symbol);
  if (declaration.kind !== 'class') return symbol;
  for (const member of declaration.members) {
    if (member.kind !== 'class' && member.kind !== 'interface' && member.kind !== 'enum') continue;
    symbol.inner.set(member.name.toLowerCase(), declareClass(universe, member, symbol, source));
  }
  return symbol;
}

function sharingOf(words: readonly string[]): Sharing {
  if (words.includes('with sharing')) return 'with';
  if (words.includes('without sharing')) return 'without';
  return words.includes('inherited sharing') ? 'inherited' : 'undeclared';
}

export function accessOf(modifiers: Modifiers, otherwise: Access): Access {
  const { words } = modifiers;
  if (words.includes('global') || words.includes('webservice')) return 'global';
  if (words.includes('public')) return 'public';
  if (words.includes('protected')) return 'protected';
  return words.includes('private') ? 'private' : otherwise;
}

/** Resolves a type as written, or reports it. */
export function resolveType(universe: Universe, node: TypeNode, scope: ClassSymbol | null): ApexType {
  const type = universe.resolve(node, scope);
  if (typeof type === 'string') fail(node, `Invalid type: ${type}`);
  if (scope !== null) useType(universe, type, scope, node);
  return type;
}

/** Notes which classes of the project a class names, and that it may. */
function useType(universe: Universe, type: ApexType, scope: ClassSymbol, node: TypeNode): void {
  for (const arg of type.args) useType(universe, arg, scope, node);
  const symbol = universe.classOf(type);
  if (symbol === undefined) return;
  topLevel(scope).uses.add(topLevel(symbol).type);
  const isOwn = topLevel(symbol) === topLevel(scope);
  const isSeen = isOwn || symbol.outer === null || symbol.access === 'public' || symbol.access === 'global';
  const isTestVisible = scope.isTest && isMarkedTestVisible(symbol.declaration.modifiers);
  if (!isSeen && !isTestVisible && symbol.access === 'private') fail(node, `Type is not visible: ${type.toString()}`);
}

/** Resolves superclass and interfaces of one class (not of its inner classes). */
export function declareSupertypes(universe: Universe, symbol: ClassSymbol, report: Report): void {
  const { declaration } = symbol;
  if (declaration.kind === 'enum') return;
  if (declaration.kind === 'class' && declaration.extends !== null) {
    const node = declaration.extends;
    report(() => {
      const type = resolveType(universe, node, symbol);
      checkSuperclass(universe, symbol, type, node);
      symbol.superclass = type;
    });
  }
  const nodes = declaration.kind === 'class' ? declaration.implements : declaration.extends;
  const interfaces: ApexType[] = [];
  for (const node of nodes) {
    report(() => {
      const type = resolveType(universe, node, symbol);
      const isInterface =
        universe.classOf(type)?.kind === 'interface' || universe.libraryOf(type)?.kind === 'interface';
      if (!isInterface) fail(node, `${type.toString()}: Type must be an interface`);
      if (universe.classOf(type) === symbol) fail(node, `Cyclic type hierarchy: ${symbol.name}`);
      interfaces.push(type);
    });
  }
  symbol.interfaces = interfaces;
}

function checkSuperclass(universe: Universe, symbol: ClassSymbol, type: ApexType, node: Node): void {
  const entry = universe.libraryOf(type);
  if (type === types.Exception) return;
  if (entry !== undefined && !entry.extensible) {
    fail(node, `Non-virtual and non-abstract type cannot be extended: ${type.toString()}`);
  }
  const superclass = universe.classOf(type);
  if (superclass === undefined) return;
  if (superclass.kind !== 'class') fail(node, `${type.toString()}: Type must be a class`);
  const isException = superclass.name.toLowerCase().endsWith('exception');
  if (!superclass.virtual && !superclass.abstract && !isException) {
    fail(node, `Non-virtual and non-abstract type cannot be extended: ${type.toString()}`);
  }
  for (
    let current: ClassSymbol | undefined = superclass;
    current !== undefined;
    current = universe.superclassOf(current)
  ) {
    if (current === symbol) fail(node, `Cyclic type hierarchy: ${symbol.name}`);
  }
}

/** Declares the members of one class; those of its superclass must have been declared. */
export function declareMembers(universe: Universe, symbol: ClassSymbol, report: Report): void {
  const { declaration } = symbol;
  if (declaration.kind === 'enum') return;
  for (const member of declaration.members) {
    report(() => {
      if (member.kind === 'field') declareField(universe, symbol, member);
      else if (member.kind === 'property') declareProperty(universe, symbol, member);
      else if (member.kind === 'method') declareMethod(universe, symbol, member);
      else if (member.kind === 'constructor') declareConstructor(universe, symbol, member);
    });
  }
}

function declareField(universe: Universe, owner: ClassSymbol, declaration: FieldDeclaration): void {
  const names = declaration.variables.map(({ name }) => name.toLowerCase());
  const type = fieldType(universe, owner, declaration.type, names);
  const { modifiers } = declaration;
  for (const declarator of declaration.variables) {
    addField(declarator, {
      kind: 'field',
      name: declarator.name,
      owner,
      type,
      static: modifiers.words.includes('static'),
      final: modifiers.words.includes('final'),
      access: accessOf(modifiers, 'private'),
      testVisible: isMarkedTestVisible(modifiers),
      modifiers,
      declarator,
      property: null,
      slot: fieldSlot(universe, owner, declarator.name),
    });
  }
}

/** The type of fields; when it cannot be resolved, their names are kept so that their use is no news. */
function fieldType(universe: Universe, owner: ClassSymbol, type: TypeNode, names: readonly string[]): ApexType {
  for (const name of names) owner.brokenFields.add(name);
  const resolved = resolveType(universe, type, owner);
  for (const name of names) owner.brokenFields.delete(name);
  return resolved;
}

function declareProperty(universe: Universe, owner: ClassSymbol, declaration: PropertyDeclaration): void {
  const { modifiers } = declaration;
  const access = accessOf(modifiers, 'private');
  addField(declaration, {
    kind: 'field',
    name: declaration.name,
    owner,
    type: fieldType(universe, owner, declaration.type, [declaration.name.toLowerCase()]),
    static: modifiers.words.includes('static'),
    final: false,
    access,
    testVisible: isMarkedTestVisible(modifiers),
    modifiers,
    declarator: null,
    property: propertySymbol(declaration, access),
    slot: modifiers.words.includes('override')
      ? inheritedSlot(universe, owner, declaration)
      : fieldSlot(universe, owner, declaration.name),
  });
}

function propertySymbol(declaration: PropertyDeclaration, access: Access): PropertySymbol {
  const { words } = declaration.modifiers;
  const accessor = (part: Accessor | null): AccessorSymbol | null =>
    part === null ? null : { declaration: part, access: accessOf(part.modifiers, access) };
  const overridable = words.some((word) => word === 'virtual' || word === 'abstract' || word === 'override');
  const hasBody = (declaration.getter?.body ?? declaration.setter?.body ?? null) !== null;
  return {
    declaration,
    getter: accessor(declaration.getter),
    setter: accessor(declaration.setter),
    plain: !overridable && !hasBody,
    abstract: words.includes('abstract'),
  };
}

function addField(node: Node, field: FieldSymbol): void {
  const key = field.name.toLowerCase();
  if (field.owner.fields.has(key)) fail(node, `Field already exists: ${field.name}`);
  field.owner.fields.set(key, field);
}

/** Private fields of a superclass may be declared again: then the JavaScript properties must differ. */
function fieldSlot(universe: Universe, owner: ClassSymbol, name: string): string {
  const slot = `_${name.toLowerCase()}`;
  const superclass = universe.superclassOf(owner);
  if (superclass === undefined || fieldNamed(universe, superclass, name) === undefined) return slot;
  return `${slot}$${owner.id}`;
}

/** A property that overrides another is found under that one's name. */
function inheritedSlot(universe: Universe, owner: ClassSymbol, declaration: PropertyDeclaration): string {
  const superclass = universe.superclassOf(owner);
  const overridden = superclass === undefined ? undefined : fieldNamed(universe, superclass, declaration.name);
  if (overridden === undefined)
    fail(declaration, `Property does not override an ancestor property: ${declaration.name}`);
  return overridden.slot;
}

function isMarkedTestVisible(modifiers: Modifiers): boolean {
  return modifiers.annotations.some((annotation) => annotation.name === 'testvisible');
}

function declareMethod(universe: Universe, owner: ClassSymbol, declaration: MethodDeclaration): void {
  const { modifiers } = declaration;
  const { words } = modifiers;
  const isInterface = owner.kind === 'interface';
  const parameters = declareParameters(universe, owner, declaration.parameters);
  // Who sees an interface sees its methods.
  const access = isInterface ? 'public' : accessOf(modifiers, 'private');
  const overridable = words.some((word) => word === 'virtual' || word === 'abstract' || word === 'override');
  // A private method is not overridden by one of the same name in a subclass, unless it is virtual or abstract.
  const isOwn =
    access === 'private' &&
    !overridable &&
    !isInterface &&
    !isOverriding(universe, owner, declaration.name, parameters);
  const method: MethodSymbol = {
    kind: 'method',
    name: declaration.name,
    owner,
    static: words.includes('static') || words.includes('testmethod'),
    abstract: isInterface || words.includes('abstract'),
    virtual: isInterface || words.includes('virtual') || words.includes('abstract'),
    override: words.includes('override'),
    access,
    testVisible: isMarkedTestVisible(modifiers),
    modifiers,
    parameters,
    returns: declaration.returns === null ? types.void : resolveType(universe, declaration.returns, owner),
    declaration,
    parameterNodes: declaration.parameters,
    slot: `${methodSlot(declaration.name, parameters)}${isOwn ? `$p${owner.id}` : ''}`,
  };
  const key = declaration.name.toLowerCase();
  const overloads = owner.methods.get(key) ?? [];
  if (overloads.some((other) => other.slot === method.slot)) {
    fail(declaration, `Method already defined: ${methodText(method)} from the type ${owner.name}`);
  }
  owner.methods.set(key, [...overloads, method]);
}

/** Whether a superclass leaves the method to its subclasses, which need not say `override` when it is private. */
function isOverriding(
  universe: Universe,
  owner: ClassSymbol,
  name: string,
  parameters: readonly ParameterSymbol[],
): boolean {
  const slot = methodSlot(name, parameters);
  for (let above = universe.superclassOf(owner); above !== undefined; above = universe.superclassOf(above)) {
    const same = above.methods.get(name.toLowerCase())?.find((method) => method.slot === slot);
    if (same !== undefined) return same.virtual && !same.static;
  }
  return false;
}

function declareConstructor(universe: Universe, owner: ClassSymbol, declaration: ConstructorDeclaration): void {
  if (declaration.name.toLowerCase() !== owner.simpleName.toLowerCase()) {
    fail(declaration, `Invalid constructor name: ${declaration.name}`);
  }
  const parameters = declareParameters(universe, owner, declaration.parameters);
  const constructor: MethodSymbol = {
    kind: 'constructor',
    name: declaration.name,
    owner,
    static: false,
    abstract: false,
    virtual: false,
    override: false,
    access: accessOf(declaration.modifiers, 'private'),
    testVisible: isMarkedTestVisible(declaration.modifiers),
    modifiers: declaration.modifiers,
    parameters,
    returns: types.void,
    declaration,
    parameterNodes: declaration.parameters,
    slot: constructorSlot(owner, parameters),
  };
  if (owner.constructors.some((other) => other.slot === constructor.slot)) {
    fail(declaration, `Constructor already defined: ${methodText(constructor)}`);
  }
  owner.constructors.push(constructor);
}

function declareParameters(
  universe: Universe,
  owner: ClassSymbol,
  parameters: readonly Parameter[],
): ParameterSymbol[] {
  const seen = new Set<string>();
  return parameters.map((parameter) => {
    const key = parameter.name.toLowerCase();
    if (seen.has(key)) fail(parameter, `Duplicate variable: ${parameter.name}`);
    seen.add(key);
    return { name: parameter.name, type: resolveType(universe, parameter.type, owner), final: parameter.final };
  });
}

function mangle(parameters: readonly { readonly type: ApexType }[]): string {
  return parameters.map((parameter) => parameter.type.key.replaceAll(/[^a-z0-9_]/g, '$')).join('$$');
}

/** The same for all methods that override one another; starts with the name, which stack traces show. */
export function methodSlot(name: string, parameters: readonly { readonly type: ApexType }[]): string {
  return `${name}$${mangle(parameters)}`.replace(/^[^$]+/, (part) => part.toLowerCase());
}

export function constructorSlot(owner: ClassSymbol, parameters: readonly { readonly type: ApexType }[]): string {
  return `new$${owner.id}$${mangle(parameters)}`;
}

/** `String foo(Integer, List<Account>)`, as messages show it. */
export function methodText(method: MethodSymbol): string {
  const parameters = method.parameters.map((parameter) => parameter.type.toString()).join(', ');
  return method.kind === 'constructor'
    ? `${method.owner.name}(${parameters})`
    : `${method.returns.toString()} ${method.name}(${parameters})`;
}
