/** System.Type ("Type Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import { SObject } from '../../../schema/sobject.ts';
import { ApexList, ApexMap, ApexSet, TypeValue, hashOf, objectToken, throwApex } from '../../runtime/index.ts';
import { machine } from '../../runtime/machine.ts';
import { types, type ApexType } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

export const typeClass = libraryClass('System.Type', {
  'static System.Type forName(String fullyQualifiedName)': forName,
  'static System.Type forName(String namespace, String name)': (namespace: string | null, name: string | null) =>
    forName(namespace === null || namespace === '' || name === null ? name : `${namespace}.${name}`) ?? forName(name),
  'Boolean equals(Object typeToCompare)': (self: TypeValue, other: unknown) =>
    other instanceof TypeValue && self.equals(other),
  'String getName()': (self: TypeValue) => self.type.toString(),
  'Integer hashCode()': (self: TypeValue) => hashOf(self.type.key),
  ...refusingNulls({
    'Boolean isAssignableFrom(System.Type sourceType)': (self: TypeValue, source: TypeValue) =>
      isAssignable(source.type, self.type),
  }),
  'Object newInstance()': (self: TypeValue) => newInstance(self.type),
  'String toString()': (self: TypeValue) => self.type.toString(),
  'Schema.SObjectType SObjectType {get}': {
    get: ({ type }: TypeValue) => {
      const object = type.kind === 'sobject' ? currentTransaction().org.schema.object(type.name) : undefined;
      return object === undefined ? null : objectToken(object);
    },
  },
});

function forName(name: string | null): TypeValue | null {
  const type = name === null || name === '' ? undefined : machine.program.findType(withElements(name));
  return type === undefined ? null : new TypeValue(type);
}

/** Collections without their elements hold anything; messages of the platform call Object so: `List<ANY>`. */
function withElements(name: string): string {
  const collection = /^(?:List|Set)$/i.test(name) ? `${name}<Object>` : name;
  return collection.replace(/^Map$/i, 'Map<String,Object>').replaceAll(/\bANY\b/g, 'Object');
}

function isAssignable(from: ApexType, to: ApexType): boolean {
  if (from === to || to === types.Object) return true;
  const supertypes = machine.program.classOf(from)?.supertypes;
  return supertypes?.has(to) === true || machine.program.isSubtype(from, to);
}

/** A new value of a type that has a constructor without parameters. */
export function newInstance(type: ApexType): unknown {
  if (type.isLibrary('List')) return new ApexList(type.args[0]);
  if (type.isLibrary('Set')) return new ApexSet(type.args[0]);
  if (type.isLibrary('Map')) return new ApexMap(type.args[0], type.args[1]);
  if (type.kind === 'sobject' && type !== types.SObject) {
    return new SObject(currentTransaction().org.schema.require(type.name));
  }
  const runtimeClass = machine.program.classOf(type);
  const create = runtimeClass?.constructors.find(({ parameters }) => parameters.length === 0);
  if (create !== undefined && runtimeClass!.kind === 'class' && !runtimeClass!.abstract) return create.create([]);
  const library = machine.program.libraryOf(type)?.constructors.find(({ parameters }) => parameters.length === 0);
  if (library !== undefined) return library.behaviour();
  throwApex('System.TypeException', `Type cannot be constructed: ${type.toString()}`);
}
