/** Describes a generated class at run time (see `runtime/runtime-class.ts`). */
import type { Modifiers } from '../ast/nodes.ts';
import { directSupertypes } from '../check/supertypes.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from '../check/symbols.ts';
import type { Universe } from '../check/universe.ts';
import { ApexObject } from '../runtime/apex-object.ts';
import { ApexEnumValue } from '../runtime/enum-value.ts';
import { box, unbox } from '../runtime/casts.ts';
import { machine } from '../runtime/machine.ts';
import type {
  RuntimeAnnotation,
  RuntimeClass,
  RuntimeConstructor,
  RuntimeField,
  RuntimeMethod,
} from '../runtime/runtime-class.ts';
import { types, type ApexType } from '../types/apex-type.ts';
import { constructorCandidates } from './expressions/constructors.ts';
import { getterSlot, setterSlot } from './expressions/fields.ts';
import type { GeneratedClass } from './class-code.ts';

type Methods = Record<string, (...args: unknown[]) => unknown>;

/** `generated` is undefined for interfaces and enums. */
export function makeRuntimeClass(
  universe: Universe,
  symbol: ClassSymbol,
  generated: GeneratedClass | undefined,
  superclass: RuntimeClass | null,
): RuntimeClass {
  return {
    name: symbol.name,
    kind: symbol.kind,
    type: symbol.type,
    access: symbol.access,
    abstract: symbol.abstract,
    sharing: symbol.sharing,
    superclass,
    supertypes: allSupertypes(universe, symbol.type),
    annotations: annotationsOf(symbol.declaration.modifiers),
    fields: [...symbol.fields.values()].map((field) => runtimeField(field, generated)),
    methods: [...symbol.methods.values()].flat().map((method) => runtimeMethod(method, generated)),
    constructors: generated === undefined ? [] : runtimeConstructors(universe, symbol, generated),
    constants: symbol.constants.map((name, ordinal) => new ApexEnumValue(symbol.type, name, ordinal)),
    allocate: generated === undefined ? standIn(symbol.type) : () => new generated() as ApexObject,
  };
}

/** Makes empty objects of an interface, which Test.createStub fills. */
function standIn(type: ApexType): () => ApexObject {
  return () => {
    const object = Object.create(ApexObject.prototype) as ApexObject;
    return Object.defineProperty(object, 'apexType', { value: type });
  };
}

function allSupertypes(universe: Universe, type: ApexType, found: Set<ApexType> = new Set()): ReadonlySet<ApexType> {
  found.add(type);
  for (const supertype of directSupertypes(universe, type)) allSupertypes(universe, supertype, found);
  return found;
}

export function annotationsOf(modifiers: Modifiers): RuntimeAnnotation[] {
  const annotations = modifiers.annotations.map(({ name, values }) => ({
    name,
    values: new Map(Object.entries(values)),
  }));
  // The modifier is the older way to write the annotation.
  return modifiers.words.includes('testmethod') ? [...annotations, { name: 'istest', values: new Map() }] : annotations;
}

function toGeneric(type: ApexType, value: unknown): unknown {
  return type === types.Double ? box(value as number | null) : value;
}

function fromGeneric(type: ApexType, value: unknown): unknown {
  return type === types.Double ? unbox(value) : value;
}

function runtimeField(field: FieldSymbol, generated: GeneratedClass | undefined): RuntimeField {
  const { property, slot, type } = field;
  const isCall = property !== null && !property.plain;
  const holder = (instance: ApexObject | null): Record<string, unknown> => {
    if (!field.static) return instance as unknown as Record<string, unknown>;
    const statics = machine.statics[field.owner.id] ?? machine.program.initialize(field.owner.id);
    return statics as Record<string, unknown>;
  };
  const methods = (instance: ApexObject | null): Methods => (field.static ? generated : instance) as unknown as Methods;
  const readStored = (instance: ApexObject | null): unknown => toGeneric(type, holder(instance)[slot] ?? null);
  const writeStored = (instance: ApexObject | null, value: unknown): void => {
    holder(instance)[slot] = fromGeneric(type, value);
  };
  return {
    name: field.name,
    type,
    static: field.static,
    property: property !== null,
    readable: property === null || property.getter !== null,
    writable: property === null ? !field.final : property.setter !== null,
    transient: field.modifiers.words.includes('transient'),
    access: field.access,
    annotations: annotationsOf(field.modifiers),
    read: (instance) => (isCall ? toGeneric(type, methods(instance)[getterSlot(field)]()) : readStored(instance)),
    write: (instance, value) => {
      if (isCall) methods(instance)[setterSlot(field)](fromGeneric(type, value));
      else writeStored(instance, value);
    },
    readStored,
    writeStored,
  };
}

function runtimeMethod(method: MethodSymbol, generated: GeneratedClass | undefined): RuntimeMethod {
  return {
    name: method.name,
    static: method.static,
    access: method.access,
    parameters: method.parameters.map(({ name, type }) => ({ name, type })),
    returns: method.returns,
    annotations: annotationsOf(method.modifiers),
    line: method.declaration.line,
    slot: method.slot,
    invoke: (instance, args) => {
      const receiver = (method.static ? generated : instance) as unknown as Methods;
      const raw = args.map((arg, index) => fromGeneric(method.parameters[index].type, arg));
      return toGeneric(method.returns, receiver[method.slot](...raw));
    },
  };
}

function runtimeConstructors(universe: Universe, symbol: ClassSymbol, generated: GeneratedClass): RuntimeConstructor[] {
  return constructorCandidates(universe, symbol).map((candidate) => ({
    access: candidate.user?.access ?? 'public',
    parameters: candidate.parameters.map((type, index) => ({
      name: candidate.user?.parameters[index]?.name ?? `p${index}`,
      type,
    })),
    create: (args) => {
      const raw = args.map((arg, index) => fromGeneric(candidate.parameters[index], arg));
      return (new generated() as unknown as Methods)[candidate.slot](...raw) as ApexObject;
    },
  }));
}
