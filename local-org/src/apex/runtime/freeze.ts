/**
 * Instances of classes as JSON and back, with their types and with shared references kept: how queueables, batches and
 * scheduled classes wait in the queue ("Queueable Apex", "Using Batch Apex", Apex Developer Guide: transient fields are lost).
 */
import { SObject } from '../../schema/sobject.ts';
import { BlobValue, DateValue, DatetimeValue, Decimal, TimeValue, type FieldValue } from '../../schema/values/index.ts';
import type { ApexType } from '../types/apex-type.ts';
import { ApexObject } from './apex-object.ts';
import { ApexDouble } from './double.ts';
import { ApexEnumValue } from './enum-value.ts';
import { throwApex } from './exception.ts';
import { ApexList } from './list.ts';
import { machine } from './machine.ts';
import { ApexMap } from './map.ts';
import { runtimeClassOf, type RuntimeClass, type RuntimeField } from './runtime-class.ts';
import { ApexSet } from './set.ts';
import { fieldToken, objectToken, SObjectFieldToken, SObjectTypeToken } from './tokens.ts';
import { TypeValue } from './type-value.ts';

/** JSON. Values that JSON has no form for are arrays: a tag, then what belongs to it. */
export type Frozen = null | boolean | number | string | readonly Frozen[];

/** An object of the platform that may wait in the queue; `state` is what it is made from again. */
export interface Freezable {
  readonly typeName: string;
  /** What says how it is made again, when that is not its type. */
  readonly freezeType?: string;
  freezeState(): unknown;
}

const factories = new Map<string, (state: unknown) => object>();

/** Makes objects of a platform type thaw; those of other types cannot be queued. */
export function thawWith(typeName: string, make: (state: unknown) => object): void {
  factories.set(typeName, make);
}

export function freeze(value: unknown): Frozen {
  return new Freezer().freeze(value);
}

/** The values that `freeze` was given, with new identities. Throws `System.TypeException` when a class is gone. */
export function thaw(frozen: Frozen): unknown {
  return new Thawer().thaw(frozen);
}

/** Fields that make up the state of an instance, of its superclasses too. */
function stateFields(runtimeClass: RuntimeClass): RuntimeField[] {
  const inherited = runtimeClass.superclass === null ? [] : stateFields(runtimeClass.superclass);
  const own = runtimeClass.fields.filter((field) => !field.static && !field.transient);
  return [...inherited, ...own];
}

class Freezer {
  private readonly seen = new Map<object, number>();

  freeze(value: unknown): Frozen {
    if (value === null || value === undefined) return null;
    if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
    if (typeof value === 'bigint') return ['long', String(value)];
    return this.immutable(value) ?? this.shared(value);
  }

  private immutable(value: object): Frozen | undefined {
    if (value instanceof Decimal) return ['decimal', value.toString()];
    if (value instanceof ApexDouble) return ['double', value.value];
    if (value instanceof DateValue) return ['date', value.toString()];
    if (value instanceof DatetimeValue) return ['datetime', value.ms];
    if (value instanceof TimeValue) return ['time', value.ms];
    if (value instanceof BlobValue) return ['blob', value.toBase64()];
    if (value instanceof ApexEnumValue) return ['enum', value.type.toString(), value.name];
    if (value instanceof TypeValue) return ['type', value.type.toString()];
    if (value instanceof SObjectTypeToken) return ['object', value.object.name];
    if (value instanceof SObjectFieldToken) return ['field', value.object.name, value.field.name];
    return undefined;
  }

  private shared(value: object): Frozen {
    const known = this.seen.get(value);
    if (known !== undefined) return ['ref', known];
    this.seen.set(value, this.seen.size);
    if (value instanceof SObject) return this.record(value);
    if (value instanceof ApexList) return ['list', value.elementType.toString(), ...this.all(value.items)];
    if (value instanceof ApexSet) return ['set', value.elementType.toString(), ...this.all(value)];
    if (value instanceof ApexMap) {
      const entries = Array.from(value.entries(), (entry) => this.all(entry));
      return ['map', value.keyType.toString(), value.valueType.toString(), ...entries];
    }
    if (isFreezable(value)) return ['platform', value.freezeType ?? value.typeName, this.freeze(value.freezeState())];
    const runtimeClass = runtimeClassOf(value);
    if (runtimeClass === undefined) throwApex('System.SerializationException', `Not Serializable: ${typeName(value)}`);
    const state = stateFields(runtimeClass).map((field) => [
      field.name,
      this.freeze(field.readStored(value as ApexObject)),
    ]);
    return ['instance', runtimeClass.name, ...state];
  }

  private record(record: SObject): Frozen {
    const values = [...record.values].map(([name, value]) => [name, this.freeze(value)]);
    const parents = [...record.parents].map(([name, parent]) => [name, this.freeze(parent)]);
    const children = [...record.children].map(([name, rows]) => [name, ...this.all(rows)]);
    return ['record', record.schema.name, record.queried, values, parents, children];
  }

  private all(values: Iterable<unknown>): Frozen[] {
    return Array.from(values, (value) => this.freeze(value));
  }
}

function isFreezable(value: object): value is Freezable {
  return 'freezeState' in value;
}

function typeName(value: object): string {
  return value instanceof ApexObject ? value.apexType.toString() : value.constructor.name;
}

class Thawer {
  private readonly made: unknown[] = [];

  thaw(frozen: Frozen): unknown {
    if (frozen === null || typeof frozen !== 'object') return frozen;
    const [tag, ...parts] = frozen;
    switch (tag) {
      case 'long':
        return BigInt(parts[0] as string);
      case 'decimal':
        return Decimal.parse(parts[0] as string);
      case 'double':
        return new ApexDouble(parts[0] as number);
      case 'date':
        return DateValue.parse(parts[0] as string);
      case 'datetime':
        return new DatetimeValue(parts[0] as number);
      case 'time':
        return new TimeValue(parts[0] as number);
      case 'blob':
        return BlobValue.ofBase64(parts[0] as string);
      case 'enum':
        return enumConstant(parts[0] as string, parts[1] as string);
      case 'type':
        return new TypeValue(namedType(parts[0] as string));
      case 'object':
        return objectToken(machine.program.schema.require(parts[0] as string));
      case 'field':
        return thawedFieldToken(parts[0] as string, parts[1] as string);
      case 'ref':
        return this.made[parts[0] as number];
      case 'record':
        return this.record(parts);
      default:
        return this.container(tag as string, parts);
    }
  }

  private container(tag: string, parts: readonly Frozen[]): unknown {
    const [first, second] = parts as readonly string[];
    switch (tag) {
      case 'list': {
        const list = this.remember(new ApexList(namedType(first)));
        for (const item of parts.slice(1)) list.add(this.thaw(item));
        return list;
      }
      case 'set': {
        const set = this.remember(new ApexSet(namedType(first)));
        for (const item of parts.slice(1)) set.add(this.thaw(item));
        return set;
      }
      case 'map': {
        const map = this.remember(new ApexMap(namedType(first), namedType(second)));
        for (const entry of parts.slice(2) as Frozen[][]) map.put(this.thaw(entry[0]), this.thaw(entry[1]));
        return map;
      }
      case 'platform':
        return this.platformObject(first, parts[1]);
      case 'instance':
        return this.instance(first, parts.slice(1) as [string, Frozen][]);
      default:
        throw new Error(`Not a frozen value: ${tag}`);
    }
  }

  /** Takes its place among the shared values before what it is made from. */
  private platformObject(typeName: string, state: Frozen): object {
    const place = this.made.push(null) - 1;
    const object = factories.get(typeName)!(this.thaw(state));
    this.made[place] = object;
    return object;
  }

  private instance(className: string, state: readonly (readonly [string, Frozen])[]): ApexObject {
    const runtimeClass = machine.program.findClass(className);
    if (runtimeClass === undefined) throwApex('System.TypeException', `Class ${className} does not exist`);
    const instance = this.remember(runtimeClass.allocate());
    const fields = new Map(stateFields(runtimeClass).map((field) => [field.name, field]));
    for (const [name, value] of state) fields.get(name)?.writeStored(instance, this.thaw(value));
    return instance;
  }

  private record([objectName, queried, values, parents, children]: readonly Frozen[]): SObject {
    const record = this.remember(new SObject(machine.program.schema.require(objectName as string)));
    record.queried = queried as boolean;
    for (const [name, value] of values as [string, Frozen][]) record.values.set(name, this.thaw(value) as FieldValue);
    for (const [name, parent] of parents as [string, Frozen][]) {
      record.parents.set(name, this.thaw(parent) as SObject | null);
    }
    for (const [name, ...rows] of children as [string, ...Frozen[]][]) {
      const thawed = rows.map((row) => this.thaw(row) as SObject);
      record.children.set(name, thawed);
    }
    return record;
  }

  private remember<T>(value: T): T {
    this.made.push(value);
    return value;
  }
}

function namedType(name: string): ApexType {
  return machine.program.findType(name) ?? throwApex('System.TypeException', `Type ${name} does not exist`);
}

function enumConstant(typeText: string, name: string): ApexEnumValue {
  const type = namedType(typeText);
  const constants = machine.program.classOf(type)?.constants ?? machine.program.libraryOf(type)?.constants ?? [];
  const constant = constants.find((candidate) => candidate.name === name);
  return constant ?? throwApex('System.TypeException', `Type ${typeText} does not exist`);
}

function thawedFieldToken(objectName: string, fieldName: string): SObjectFieldToken {
  const object = machine.program.schema.require(objectName);
  const field = object.field(fieldName);
  return field === undefined
    ? throwApex('System.TypeException', `Field ${objectName}.${fieldName} does not exist`)
    : fieldToken(object, field);
}
