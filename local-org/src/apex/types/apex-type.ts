/**
 * Apex types, as the checker compares them and as values carry them at run time. Equal types are the same object, so that
 * they are compared by `===`.
 */
export type TypeKind = 'primitive' | 'sobject' | 'class' | 'library' | 'parameter' | 'void' | 'null';

export class ApexType {
  readonly kind: TypeKind;
  /** Declared name: `Integer`, `List`, `Account`, `Outer.Inner`, `Database.SaveResult`, `System.HttpRequest`. */
  readonly name: string;
  readonly args: readonly ApexType[];
  /** Lower-cased text; unique among types of one kind. */
  readonly key: string;

  constructor(kind: TypeKind, name: string, args: readonly ApexType[]) {
    this.kind = kind;
    this.name = name;
    this.args = args;
    this.key = this.toString().toLowerCase();
  }

  /** As the platform's messages show it: `Map<Id,List<Account>>`. */
  toString(): string {
    return this.args.length === 0 ? this.name : `${this.name}<${this.args.join(',')}>`;
  }

  /** True for List, Set, Map and the other generic or plain library types of this (qualified) name. */
  isLibrary(name: string): boolean {
    return this.kind === 'library' && this.name === name;
  }
}

const interned = new Map<string, ApexType>();

function intern(kind: TypeKind, name: string, args: readonly ApexType[]): ApexType {
  const key = `${kind} ${name.toLowerCase()}<${args.map((arg) => `${arg.kind} ${arg.key}`).join()}>`;
  let type = interned.get(key);
  if (type === undefined) interned.set(key, (type = new ApexType(kind, name, args)));
  return type;
}

const primitiveNames = [
  'Boolean',
  'Integer',
  'Long',
  'Double',
  'Decimal',
  'String',
  'Id',
  'Date',
  'Datetime',
  'Time',
  'Blob',
  'Object',
] as const;

export const types = {
  Boolean: intern('primitive', 'Boolean', []),
  Integer: intern('primitive', 'Integer', []),
  Long: intern('primitive', 'Long', []),
  Double: intern('primitive', 'Double', []),
  Decimal: intern('primitive', 'Decimal', []),
  String: intern('primitive', 'String', []),
  Id: intern('primitive', 'Id', []),
  Date: intern('primitive', 'Date', []),
  Datetime: intern('primitive', 'Datetime', []),
  Time: intern('primitive', 'Time', []),
  Blob: intern('primitive', 'Blob', []),
  Object: intern('primitive', 'Object', []),
  /** Any record. */
  SObject: intern('sobject', 'SObject', []),
  Exception: intern('library', 'Exception', []),
  void: intern('void', 'void', []),
  null: intern('null', 'null', []),
} as const;

const primitivesByKey = new Map<string, ApexType>(primitiveNames.map((name) => [name.toLowerCase(), types[name]]));

/** The primitive of this name in any case (`Object` counts as one), or undefined. */
export function primitiveType(name: string): ApexType | undefined {
  return primitivesByKey.get(name.toLowerCase());
}

/** The record type of this object, by its declared API name. */
export function sobjectType(name: string): ApexType {
  return intern('sobject', name, []);
}

/** A class, interface or enum of the project, by its declared name (`Outer.Inner`). */
export function classType(name: string): ApexType {
  return intern('class', name, []);
}

/** A class of the platform by qualified name (`Database.SaveResult`); collections and Exception are not qualified. */
export function libraryType(name: string, args: readonly ApexType[] = []): ApexType {
  return intern('library', name, args);
}

/** A type parameter of a library class (`T`, `K`, `V`). */
export function typeParameter(name: string): ApexType {
  return intern('parameter', name, []);
}

export function listOf(element: ApexType): ApexType {
  return libraryType('List', [element]);
}

export function setOf(element: ApexType): ApexType {
  return libraryType('Set', [element]);
}

export function mapOf(key: ApexType, value: ApexType): ApexType {
  return libraryType('Map', [key, value]);
}

/** The type with parameters replaced, e.g. `List<T>` with T = Account. */
export function substitute(type: ApexType, parameters: ReadonlyMap<string, ApexType>): ApexType {
  if (parameters.size === 0) return type;
  if (type.kind === 'parameter') return parameters.get(type.name) ?? type;
  if (type.args.length === 0) return type;
  return intern(
    type.kind,
    type.name,
    type.args.map((arg) => substitute(arg, parameters)),
  );
}
