/** Reading properties of Apex values by name, as expressions do. */
import { entrySharing } from '../apex/engine/entry.ts';
import {
  ApexList,
  ApexMap,
  ApexObject,
  ApexSet,
  LibraryObject,
  runtimeClassOf,
  stringOf,
  type RuntimeClass,
} from '../apex/runtime/index.ts';
import { machine } from '../apex/runtime/machine.ts';
import type { ApexType } from '../apex/types/apex-type.ts';
import { OrgError } from '../schema/errors.ts';
import type { FieldSchema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';

/** A value and what is known of its type when it is null. */
export interface Found {
  readonly value: unknown;
  readonly field?: FieldSchema;
  readonly type?: ApexType;
}

/** Undefined when the value has no such property. */
export function memberOf(value: unknown, name: string): Found | undefined {
  if (value === null || value === undefined) return { value: null };
  if (value instanceof SObject) return fieldOf(value, name);
  if (value instanceof ApexMap) return { value: mapEntry(value, name), type: value.valueType };
  if (value instanceof ApexList || value instanceof ApexSet)
    return name.toLowerCase() === 'size' ? { value: value.size } : undefined;
  const runtimeClass = runtimeClassOf(value);
  if (runtimeClass !== undefined) return propertyOf(value as ApexObject, runtimeClass, name);
  return value instanceof LibraryObject ? libraryMember(value, name) : undefined;
}

/** `list[0]`, `map['key']`. */
export function elementOf(value: unknown, index: unknown): unknown {
  if (value === null) return null;
  if (value instanceof ApexList) return value.at(Number(index));
  if (value instanceof ApexMap) return mapEntry(value, index);
  if (value instanceof SObject) return value.get(String(index));
  throw new OrgError('VISUALFORCE_ERROR', `Subscript is invalid for ${stringOf(value)}`);
}

/** "If the key does not exist": `Map key x not found in map`. */
function mapEntry(map: ApexMap, key: unknown): unknown {
  if (!map.has(key)) throw new OrgError('VISUALFORCE_ERROR', `Map key ${String(key)} not found in map`);
  return map.get(key);
}

function fieldOf(record: SObject, name: string): Found | undefined {
  const field = record.schema.field(name);
  if (field !== undefined) {
    if (record.queried && !record.has(field.name)) throw notQueried(record, field.name);
    return { value: record.get(field.name), field };
  }
  const relationship = record.schema.relationship(name);
  if (relationship !== undefined) {
    const parent = record.parents.get(relationship.relationshipName!);
    if (parent === undefined && record.queried) throw notQueried(record, name);
    return { value: parent ?? null };
  }
  const child = [...record.children].find(([key]) => key.toLowerCase() === name.toLowerCase());
  if (child !== undefined) return { value: new ApexList(undefined, child[1]) };
  return undefined;
}

function notQueried(record: SObject, name: string): OrgError {
  return new OrgError(
    'VISUALFORCE_ERROR',
    `SObject row was retrieved via SOQL without querying the requested field: ${record.schema.name}.${name}`,
  );
}

/** A property, or a `getName` method, of the class or of one it extends; runs with the sharing of the class. */
function propertyOf(instance: ApexObject, runtimeClass: RuntimeClass, name: string): Found | undefined {
  const key = name.toLowerCase();
  for (let current: RuntimeClass | null = runtimeClass; current !== null; current = current.superclass) {
    const property = current.fields.find(
      (field) => field.name.toLowerCase() === key && field.property && field.readable && isPublic(field.access),
    );
    const getter = current.methods.find(
      (method) =>
        method.name.toLowerCase() === `get${key}` && method.parameters.length === 0 && isPublic(method.access),
    );
    if (property === undefined && getter === undefined) continue;
    return withSharing(runtimeClass, () =>
      getter !== undefined
        ? { value: getter.invoke(getter.static ? null : instance, []), type: getter.returns }
        : { value: property!.read(property!.static ? null : instance), type: property!.type },
    );
  }
  return undefined;
}

function isPublic(access: string): boolean {
  return access === 'public' || access === 'global';
}

/** "Custom controllers … execute in system mode" and without sharing, unless the class says otherwise. */
export function withSharing<T>(runtimeClass: RuntimeClass, fn: () => T): T {
  const former = machine.sharing;
  machine.sharing = entrySharing(runtimeClass, false);
  try {
    return fn();
  } finally {
    machine.sharing = former;
  }
}

function libraryMember(value: LibraryObject, name: string): Found | undefined {
  const table = machine.program.libraryOf(value.apexType);
  const key = name.toLowerCase();
  const property = table?.properties.find((candidate) => candidate.name.toLowerCase() === key);
  if (property?.get !== undefined) return { value: (property.get as (self: unknown) => unknown)(value) };
  const method = table?.methods.find(
    (candidate) =>
      candidate.name.toLowerCase() === `get${key}` && candidate.parameters.length === 0 && !candidate.static,
  );
  if (method?.behaviour === undefined) return undefined;
  return { value: (method.behaviour as (self: unknown) => unknown)(value) };
}
