/**
 * The class library as the compiler sees it: the classes that are built, completed by what else exists on the platform
 * (`signatures.txt`). What is not built can be compiled against and says `NotSupported` when it is reached.
 */
import { readFileSync } from 'node:fs';
import { NotSupported } from '../../schema/errors.ts';
import {
  libraryClass,
  libraryEnum,
  libraryException,
  libraryInterface,
  type Accessors,
  type Behaviour,
  type LibraryClass,
} from '../library/define.ts';
import { beanProperties, StorableBean } from '../library/support/bean.ts';
import { refuseInSiloedTest } from '../library/support/test-context.ts';
import { captureFrames } from '../runtime/stack.ts';

export class PlatformLibrary {
  private readonly built = new Map<string, LibraryClass>();
  private readonly completed = new Map<string, LibraryClass | undefined>();
  private readonly namespaces = new Set<string>();

  constructor(built: Iterable<LibraryClass>) {
    for (const entry of built) {
      this.built.set(qualifiedName(entry).toLowerCase(), entry);
      this.namespaces.add(entry.namespace.toLowerCase());
    }
    for (const name of signatures().keys()) this.namespaces.add(name.slice(0, name.indexOf('.')));
  }

  /** The class of this qualified name in lower case. */
  get(name: string): LibraryClass | undefined {
    if (!this.completed.has(name)) this.completed.set(name, this.complete(name));
    return this.completed.get(name);
  }

  hasNamespace(name: string): boolean {
    return this.namespaces.has(name.toLowerCase());
  }

  private complete(name: string): LibraryClass | undefined {
    const built = this.built.get(name);
    const declared = signatures().get(name);
    if (declared === undefined) return built;
    const known = unbuiltClass(declared);
    return built === undefined ? known : merge(built, known);
  }
}

function qualifiedName(entry: LibraryClass): string {
  return `${entry.namespace}.${entry.name}`;
}

/** Adds the methods and properties that are not built; a method that is built is trusted to have all its overloads of a length. */
function merge(built: LibraryClass, known: LibraryClass): LibraryClass {
  // What the platform hands out as an interface, such as the context of a job, tests may implement.
  if (built.kind === 'class' && known.kind === 'interface') return { ...built, kind: 'interface' };
  if (built.kind !== known.kind || built.kind === 'enum' || built.kind === 'interface') return built;
  const methods = known.methods.filter(
    (candidate) =>
      !built.methods.some(
        (method) =>
          method.name.toLowerCase() === candidate.name.toLowerCase() &&
          method.parameters.length === candidate.parameters.length,
      ),
  );
  const properties = known.properties.filter(
    (candidate) => !built.properties.some(({ name }) => name.toLowerCase() === candidate.name.toLowerCase()),
  );
  const constructors = known.constructors.filter(
    ({ parameters }) => !built.constructors.some((constructor) => constructor.parameters.length === parameters.length),
  );
  return {
    ...built,
    methods: [...built.methods, ...methods],
    properties: [...built.properties, ...properties],
    constructors: [...built.constructors, ...constructors],
  };
}

let declarations: ReadonlyMap<string, readonly string[]> | undefined;

/** Lines of each class by its qualified name in lower case; the first says what it is. */
function signatures(): ReadonlyMap<string, readonly string[]> {
  if (declarations !== undefined) return declarations;
  const found = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of readFileSync(new URL('signatures.txt', import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith(' ')) current.push(line.slice(1));
    else if (line !== '' && !line.startsWith('#')) {
      current = [line];
      found.set(/^\w+ ([\w.]+)/.exec(line)![1].toLowerCase(), current);
    }
  }
  declarations = found;
  return found;
}

function unbuiltClass([header, ...members]: readonly string[]): LibraryClass {
  const [, kind, name, supertypes] = /^(\w+) (.+?)(?: : (.*))?$/.exec(header)!;
  const inherited = supertypes === undefined ? [] : splitTypes(supertypes);
  if (kind === 'enum') {
    const [enumName, ...constants] = name.split(' ');
    return libraryEnum(enumName, constants);
  }
  if (kind === 'interface') return libraryInterface(name, members.map(withParameterNames), inherited[0]);
  const plainName = name.replace(/<.*/, '');
  const table: Record<string, Behaviour | Accessors> = isPlainData(plainName, members)
    ? dataMembers(plainName, members)
    : Object.fromEntries(members.map((member) => [withParameterNames(member), unbuiltMember(plainName, member)]));
  if (inherited[0] === 'System.Exception') return libraryException(name, onlyMembers(table, plainName));
  return libraryClass(name, table, { extends: inherited[0], extensible: true });
}

/** A class that has nothing but properties, such as the inputs and outputs of `ConnectApi`, holds what it is given. */
function isPlainData(className: string, members: readonly string[]): boolean {
  const constructor = `${simpleName(className)}()`;
  return (
    members.includes(constructor) &&
    members.every((member) => member === constructor || isProperty(member) || OF_EVERY_OBJECT.has(member))
  );
}

const OF_EVERY_OBJECT = new Set([
  'Object clone()',
  'System.Boolean equals(Object)',
  'System.Double getBuildVersion()',
  'System.Integer hashCode()',
  'System.String toString()',
]);

function isProperty(member: string): boolean {
  return member.endsWith(' {get set}') && !member.startsWith('static ');
}

function dataMembers(className: string, members: readonly string[]): Record<string, Behaviour | Accessors> {
  const properties = members.filter(isProperty).map((member) => member.replace(' {get set}', ''));
  return { [`${simpleName(className)}()`]: () => new StorableBean(className), ...beanProperties(...properties) };
}

function simpleName(className: string): string {
  return className.slice(className.lastIndexOf('.') + 1);
}

/** Exceptions have the same constructors everywhere. */
function onlyMembers(
  table: Record<string, Behaviour | Accessors>,
  className: string,
): Record<string, Behaviour | Accessors> {
  const constructor = `${simpleName(className)}(`;
  return Object.fromEntries(Object.entries(table).filter(([signature]) => !signature.startsWith(constructor)));
}

/** `f(A, B)` as the tables of the library want it: `f(A p0, B p1)`. */
function withParameterNames(member: string): string {
  return member.replace(/\((.+)\)$/, (_match, types: string) => {
    const parameters = splitTypes(types).map((type, index) => `${type} p${index}`);
    return `(${parameters.join(', ')})`;
  });
}

/** Splits at the commas that are outside of angle brackets. */
function splitTypes(text: string): string[] {
  return text.split(/,(?![^<]*>(?:[^<]*>)*)/).map((part) => part.trim());
}

function unbuiltMember(className: string, member: string): Behaviour | Accessors {
  const name = /(\w+)(?:\(.*\)| \{get set\})$/.exec(member)![1];
  const isConstructor = className.endsWith(`.${name}`) && member.startsWith(`${name}(`);
  const feature = isConstructor ? `new ${className}()` : `${className}.${name}`;
  const isConnect = className.startsWith('ConnectApi.') && member.startsWith('static ');
  const behaviour = (): never => {
    if (isConnect) refuseInSiloedTest();
    const [frame] = captureFrames()();
    throw new NotSupported(feature, frame === undefined ? undefined : `${frame.file}:${frame.line}`);
  };
  return member.endsWith('}') ? { get: behaviour, set: behaviour } : behaviour;
}
