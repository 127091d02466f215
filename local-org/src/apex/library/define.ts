/**
 * How a class of the platform is written down: a table from Apex signature to behaviour. The type checker reads the
 * keys, the compiler binds the values, so that what a method accepts and what it does stand in one place.
 *
 * ```ts
 * export const stringClass = libraryClass('System.String', {
 *   'static String valueOf(Object value)': (value: unknown) => …,    // static: the arguments
 *   'Integer length()': (self: string) => self.length,               // instance: the (never null) receiver first
 *   'HttpRequest()': () => new HttpRequestValue(),                   // constructor: the class's simple name
 *   'Integer timeout {get set}': { get: (self) => …, set: (self, value) => … },
 *   'static Integer MAX_VALUE {get}': { get: () => 2147483647 },
 * });
 * ```
 *
 * Arguments arrive converted to the declared parameter types: Integer as number, Long as bigint, Double as number,
 * Decimal as Decimal; a parameter typed `Object` or by a type parameter (`T`) receives Doubles boxed as `ApexDouble`,
 * and must be given them so as a result. The elements of collections are boxed in the same way. Nulls are passed on.
 * Constructors of generic classes get the type arguments, as ApexTypes, before the other arguments.
 */
import { ApexEnumValue } from '../runtime/enum-value.ts';
import { libraryType } from '../types/apex-type.ts';
import { parseTypeText, type TypeText } from '../types/type-text.ts';

export type Behaviour = (...args: never[]) => unknown;

export interface Accessors {
  readonly get?: Behaviour;
  readonly set?: Behaviour;
}

export interface LibraryParameter {
  readonly type: TypeText;
  readonly name: string;
}

export interface LibraryMethod {
  readonly name: string;
  readonly static: boolean;
  readonly returns: TypeText;
  readonly parameters: readonly LibraryParameter[];
  /** Absent on interfaces and abstract methods, which classes of the project implement. */
  readonly behaviour?: Behaviour;
}

export interface LibraryConstructor {
  readonly parameters: readonly LibraryParameter[];
  readonly behaviour: Behaviour;
}

export interface LibraryProperty {
  readonly name: string;
  readonly static: boolean;
  readonly type: TypeText;
  readonly get?: Behaviour;
  readonly set?: Behaviour;
}

export type LibraryKind = 'class' | 'interface' | 'enum' | 'exception';

export interface LibraryClass {
  readonly kind: LibraryKind;
  /** `System`, `Database`, `Schema`, … */
  readonly namespace: string;
  /** Without the namespace: `String`, `SaveResult`; inner classes dotted (`Request.Inner`). */
  readonly name: string;
  readonly typeParameters: readonly string[];
  readonly extends: TypeText | undefined;
  readonly implements: readonly TypeText[];
  /** Whether classes of the project may extend it. */
  readonly extensible: boolean;
  /** Whether its methods are called on null, too, and say themselves what is wrong with it. */
  readonly takesNull: boolean;
  readonly methods: readonly LibraryMethod[];
  readonly constructors: readonly LibraryConstructor[];
  readonly properties: readonly LibraryProperty[];
  /** Enum constants in order. */
  readonly constants: readonly ApexEnumValue[];
}

export interface LibraryOptions {
  readonly extends?: string;
  readonly implements?: readonly string[];
  readonly extensible?: boolean;
  readonly takesNull?: boolean;
}

/** A class whose behaviour is built in. `name` is qualified and carries type parameters: `System.Map<K, V>`. */
export function libraryClass(
  name: string,
  members: Readonly<Record<string, Behaviour | Accessors>>,
  options: LibraryOptions = {},
): LibraryClass {
  return define('class', name, Object.entries(members), options);
}

/** An interface that classes of the project (or library values) implement; methods as `'void execute(QueueableContext context)'`. */
export function libraryInterface(name: string, signatures: readonly string[], extended?: string): LibraryClass {
  const members = signatures.map((signature) => [signature, undefined] as const);
  return define('interface', name, members, { implements: extended === undefined ? [] : [extended], extensible: true });
}

/** An enum of the platform; `enumConstant` gives its values. */
export function libraryEnum(name: string, constants: readonly string[]): LibraryClass {
  const type = libraryType(name);
  const values = constants.map((constant, ordinal) => new ApexEnumValue(type, constant, ordinal));
  return { ...define('enum', name, [], {}), constants: values };
}

/** An exception of the platform (`System.DmlException`), with members beside those of Exception. */
export function libraryException(
  name: string,
  members: Readonly<Record<string, Behaviour | Accessors>> = {},
): LibraryClass {
  return define('exception', name, Object.entries(members), { extends: 'Exception' });
}

/** The constant of a library enum; throws when there is none. */
export function enumConstant(enumeration: LibraryClass, name: string): ApexEnumValue {
  const value = enumeration.constants.find((constant) => constant.name.toLowerCase() === name.toLowerCase());
  if (value === undefined) throw new Error(`${enumeration.name} has no constant ${name}`);
  return value;
}

function define(
  kind: LibraryKind,
  qualifiedName: string,
  members: readonly (readonly [string, Behaviour | Accessors | undefined])[],
  options: LibraryOptions,
): LibraryClass {
  const self = parseTypeText(qualifiedName);
  const dot = self.name.indexOf('.');
  const name = self.name.slice(dot + 1);
  const methods: LibraryMethod[] = [];
  const constructors: LibraryConstructor[] = [];
  const properties: LibraryProperty[] = [];
  for (const [signature, behaviour] of members) {
    const member = parseSignature(signature);
    if (member.parameters === undefined) {
      const accessors = behaviour === undefined || typeof behaviour === 'function' ? { get: behaviour } : behaviour;
      properties.push({ name: member.name, static: member.static, type: member.returns!, ...accessors });
    } else if (member.returns === undefined) {
      if (typeof behaviour !== 'function') throw new Error(`${qualifiedName}: no behaviour for ${signature}`);
      constructors.push({ parameters: member.parameters, behaviour });
    } else {
      const { name: method, returns, parameters } = member;
      if (typeof behaviour === 'object') throw new Error(`${qualifiedName}: ${signature} is a method`);
      methods.push({ name: method, static: member.static, returns, parameters, behaviour });
    }
  }
  return {
    kind,
    namespace: self.name.slice(0, dot),
    name,
    typeParameters: self.args.map((arg) => arg.name),
    extends: options.extends === undefined ? undefined : parseTypeText(options.extends),
    implements: (options.implements ?? []).map(parseTypeText),
    extensible: options.extensible ?? false,
    takesNull: options.takesNull ?? false,
    methods,
    constructors,
    properties,
    constants: [],
  };
}

interface Signature {
  readonly static: boolean;
  readonly returns: TypeText | undefined;
  readonly name: string;
  /** Undefined for a property. */
  readonly parameters: readonly LibraryParameter[] | undefined;
}

function parseSignature(text: string): Signature {
  const match = /^\s*(static\s+)?(?:([\w.<>,[\] ]+)\s+)?(\w+)\s*(?:\(([^)]*)\)|\{[gets; ]*\})\s*$/.exec(text);
  if (match === null) throw new Error(`Not a signature: ${text}`);
  const [, isStatic, returns, name, parameters] = match;
  return {
    static: isStatic !== undefined,
    returns: returns === undefined ? undefined : parseTypeText(returns),
    name: name,
    parameters: parameters === undefined ? undefined : splitParameters(parameters).map(parseParameter),
  };
}

/** Splits at the commas that are outside of angle brackets. */
export function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '<') depth++;
    else if (text[index] === '>') depth--;
    else if (text[index] === ',' && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.filter((part) => part.trim() !== '');
}

function parseParameter(text: string): LibraryParameter {
  const match = /^\s*(.*\S)\s+(\w+)\s*$/.exec(text);
  if (match === null) throw new Error(`Not a parameter: ${text}`);
  return { type: parseTypeText(match[1]), name: match[2] };
}
