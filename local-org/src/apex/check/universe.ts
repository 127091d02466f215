/** Everything a name in Apex source can mean outside of a method: classes of the project, the platform's, objects. */
import type { Schema } from '../../schema/model.ts';
import type { LibraryClass } from '../library/define.ts';
import type { PlatformLibrary } from '../platform/platform-library.ts';
import { libraryType, primitiveType, sobjectType, types, typeParameter, type ApexType } from '../types/apex-type.ts';
import type { TypeText } from '../types/type-text.ts';
import { topLevel, withInnerClasses, type ClassSymbol } from './symbols.ts';

/** Namespaces whose classes need no prefix, in order. */
const openNamespaces = ['System', 'Schema'];

/** Classes whose type is written without their namespace. */
const unqualified = new Set(['System.List', 'System.Set', 'System.Map', 'System.Exception']);

/** Numbers of classes by their type. */
export type ClassIds = Map<ApexType, number>;

export class Universe {
  readonly schema: Schema;
  /** Top-level classes of the project by lower-cased name. */
  readonly classes = new Map<string, ClassSymbol>();
  /** Every class of the project, inner ones too, by type. */
  readonly symbols = new Map<ApexType, ClassSymbol>();
  readonly library: PlatformLibrary;
  /** Numbers of classes, also of those that were in the project before. */
  readonly ids: ClassIds;

  /** The project's own namespace in lower case; its names may carry it. */
  private readonly namespace: string | undefined;
  private asked: Set<string> | undefined;

  constructor(schema: Schema, library: PlatformLibrary, namespace?: string, ids: ClassIds = new Map()) {
    this.schema = schema;
    this.library = library;
    this.namespace = namespace?.toLowerCase();
    this.ids = ids;
  }

  /** The number of a class of the project; it is the same every time. */
  idOf(type: ApexType): number {
    let id = this.ids.get(type);
    if (id === undefined) this.ids.set(type, (id = this.ids.size));
    return id;
  }

  /** Takes over a class that another universe has declared. */
  adopt(symbol: ClassSymbol): void {
    if (symbol.unitKind === 'class') this.classes.set(symbol.type.key, symbol);
    for (const each of withInnerClasses(symbol)) this.symbols.set(each.type, each);
  }

  /**
   * Runs `fn` and notes in `asked` which top-level classes of the project it asks for, by the keys of their types: also names
   * that no class has. What `fn` finds out depends on nothing else of the project's code.
   */
  noting(asked: Set<string>, fn: () => void): void {
    const outer = this.asked;
    this.asked = asked;
    try {
      fn();
    } finally {
      this.asked = outer;
    }
  }

  classOf(type: ApexType): ClassSymbol | undefined {
    const symbol = this.symbols.get(type);
    if (symbol !== undefined) this.asked?.add(topLevel(symbol).type.key);
    return symbol;
  }

  /** The table of a library type; primitives have one too. */
  libraryOf(type: ApexType): LibraryClass | undefined {
    if (type.kind === 'sobject') return this.library.get('system.sobject');
    if (type.kind === 'primitive') return this.library.get(`system.${type.name.toLowerCase()}`);
    if (type.kind !== 'library') return undefined;
    const name = type.name.toLowerCase();
    return this.library.get(name.includes('.') ? name : `system.${name}`);
  }

  isNamespace(name: string): boolean {
    return name.toLowerCase() === this.namespace || this.library.hasNamespace(name);
  }

  /** Resolves a type as written inside `scope`; a string says which name is unknown. */
  resolve(text: TypeText, scope: ClassSymbol | null): ApexType | string {
    const args: ApexType[] = [];
    for (const arg of text.args) {
      const resolved = this.resolve(arg, scope);
      if (typeof resolved === 'string') return resolved;
      args.push(resolved);
    }
    return this.named(text.name, args, scope) ?? text.name;
  }

  /** Resolves a type in a signature of the class library. */
  resolveLibrary(text: TypeText, owner: LibraryClass): ApexType {
    if (owner.typeParameters.includes(text.name)) return typeParameter(text.name);
    if (text.name === 'void') return types.void;
    const args = text.args.map((arg) => this.resolveLibrary(arg, owner));
    const local = text.name.includes('.') ? undefined : this.libraryNamed(`${owner.namespace}.${text.name}`, args);
    const type = local ?? this.platformType(text.name, args);
    if (type === undefined) throw new Error(`${owner.namespace}.${owner.name} names an unknown type: ${text.name}`);
    return type;
  }

  /** The class of the project of this (dotted) name as seen from `scope`. */
  findClass(name: string, scope: ClassSymbol | null): ClassSymbol | undefined {
    const parts = name.toLowerCase().split('.');
    const isQualified = parts.length > 1 && parts[0] === this.namespace && this.topLevelNamed(parts[0]) === undefined;
    const [first, ...rest] = isQualified ? parts.slice(1) : parts;
    let found = this.findSimple(first, scope);
    for (const part of rest) found = found === undefined ? undefined : this.innerClass(found, part);
    return found;
  }

  /** An inner class of `symbol` or of one of its superclasses. */
  innerClass(symbol: ClassSymbol, lowerName: string): ClassSymbol | undefined {
    for (let current: ClassSymbol | undefined = symbol; current !== undefined; current = this.superclassOf(current)) {
      const inner = current.inner.get(lowerName);
      if (inner !== undefined) return inner;
    }
    return undefined;
  }

  superclassOf(symbol: ClassSymbol): ClassSymbol | undefined {
    return symbol.superclass === null ? undefined : this.classOf(symbol.superclass);
  }

  private findSimple(lowerName: string, scope: ClassSymbol | null): ClassSymbol | undefined {
    for (let current = scope; current !== null; current = current.outer) {
      if (current.simpleName.toLowerCase() === lowerName) return current;
      const inner = this.innerClass(current, lowerName);
      if (inner !== undefined) return inner;
    }
    return this.topLevelNamed(lowerName);
  }

  private topLevelNamed(lowerName: string): ClassSymbol | undefined {
    this.asked?.add(lowerName);
    return this.classes.get(lowerName);
  }

  private named(name: string, args: readonly ApexType[], scope: ClassSymbol | null): ApexType | undefined {
    if (args.length === 0) {
      const symbol = this.findClass(name, scope);
      if (symbol !== undefined) return symbol.type;
    }
    return this.platformType(name, args);
  }

  private platformType(name: string, args: readonly ApexType[]): ApexType | undefined {
    if (args.length === 0) {
      const plain = plainType(name);
      if (plain !== undefined) return plain;
    }
    if (name.includes('.')) {
      const [namespace, ...rest] = name.split('.') as [string, ...string[]];
      const qualified = this.libraryNamed(name, args) ?? interviewType(name);
      if (qualified !== undefined) return qualified;
      if (namespace.toLowerCase() === 'schema' || namespace.toLowerCase() === 'system') {
        return this.platformType(rest.join('.'), args);
      }
      // `Messaging.X` style names may also stand under System: `System.Database.SaveResult` is handled above.
      return undefined;
    }
    const object = args.length === 0 ? this.schema.object(name) : undefined;
    for (const namespace of openNamespaces) {
      const type = this.libraryNamed(`${namespace}.${name}`, args);
      if (type !== undefined && (object === undefined || !this.isUtility(type))) return type;
    }
    return object === undefined ? undefined : sobjectType(object.name);
  }

  /** A class without instances: where a type is wanted, the object of the same name (BusinessHours) is meant. */
  private isUtility(type: ApexType): boolean {
    return this.libraryOf(type)?.methods.every((method) => method.static) === true;
  }

  private libraryNamed(qualifiedName: string, args: readonly ApexType[]): ApexType | undefined {
    const entry = this.library.get(qualifiedName.toLowerCase());
    if (entry === undefined) return undefined;
    const plain = entry.namespace === 'System' ? plainType(entry.name) : undefined;
    if (plain !== undefined) return plain;
    if (args.length !== entry.typeParameters.length) {
      // A generic interface may be implemented without arguments: they are Object then.
      if (args.length > 0) return undefined;
      return libraryType(
        libraryName(entry),
        entry.typeParameters.map(() => types.Object),
      );
    }
    return libraryType(libraryName(entry), args);
  }
}

function libraryName(entry: LibraryClass): string {
  const qualified = `${entry.namespace}.${entry.name}`;
  return unqualified.has(qualified) ? entry.name : qualified;
}

/** Types that are no classes although a table of the library says what can be done with them. */
function plainType(name: string): ApexType | undefined {
  const key = name.toLowerCase();
  if (key === 'sobject') return types.SObject;
  return key === 'aggregateresult' ? sobjectType('AggregateResult') : primitiveType(name);
}

/** Every flow is a class of its own for Apex: `Flow.Interview.My_Flow`. */
function interviewType(name: string): ApexType | undefined {
  return /^flow\.interview\.\w+$/i.test(name) ? libraryType('Flow.Interview') : undefined;
}
