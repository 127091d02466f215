/** What is known at run time about a class of the project: for JSON, stubs, invocable actions, tests and describe. */
import type { ApexType } from '../types/apex-type.ts';
import type { ApexEnumValue } from './enum-value.ts';
import type { ApexObject } from './apex-object.ts';

export type Access = 'private' | 'protected' | 'public' | 'global';

export interface RuntimeAnnotation {
  /** Lower-cased, without `@`. */
  readonly name: string;
  /** By lower-cased name; a single unnamed value is called `value`. */
  readonly values: ReadonlyMap<string, string | boolean | number>;
}

export interface RuntimeField {
  readonly name: string;
  readonly type: ApexType;
  readonly static: boolean;
  /** Declared with `{ get; set; }`. */
  readonly property: boolean;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly transient: boolean;
  readonly access: Access;
  readonly annotations: readonly RuntimeAnnotation[];
  /** Static fields take null. Generic values: Doubles are boxed. */
  read(instance: ApexObject | null): unknown;
  write(instance: ApexObject | null, value: unknown): void;
  /** As `read` and `write`, past the code of a property's accessors: what the object holds. */
  readStored(instance: ApexObject | null): unknown;
  writeStored(instance: ApexObject | null, value: unknown): void;
}

export interface RuntimeParameter {
  readonly name: string;
  readonly type: ApexType;
}

export interface RuntimeMethod {
  readonly name: string;
  /** Name of the generated method, which stubs replace on their instance. */
  readonly slot: string;
  readonly static: boolean;
  readonly access: Access;
  readonly parameters: readonly RuntimeParameter[];
  readonly returns: ApexType;
  readonly annotations: readonly RuntimeAnnotation[];
  readonly line: number;
  /** Arguments and result are generic values: Doubles boxed. Must run inside a transaction. */
  invoke(instance: ApexObject | null, args: readonly unknown[]): unknown;
}

export interface RuntimeConstructor {
  readonly access: Access;
  readonly parameters: readonly RuntimeParameter[];
  create(args: readonly unknown[]): ApexObject;
}

export interface RuntimeClass {
  /** `Outer.Inner`. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly type: ApexType;
  readonly access: Access;
  readonly abstract: boolean;
  /** What the class says about sharing. */
  readonly sharing: 'with' | 'without' | 'inherited' | 'undeclared';
  readonly superclass: RuntimeClass | null;
  /** Every class and interface an instance is assignable to, itself included. */
  readonly supertypes: ReadonlySet<ApexType>;
  readonly annotations: readonly RuntimeAnnotation[];
  /** Own members only. */
  readonly fields: readonly RuntimeField[];
  readonly methods: readonly RuntimeMethod[];
  readonly constructors: readonly RuntimeConstructor[];
  readonly constants: readonly ApexEnumValue[];
  /**
   * An instance whose constructor has not run, as JSON.deserialize and Test.createStub make them; for stubs also of
   * interfaces and abstract classes.
   */
  allocate(): ApexObject;
}

/** The class of an instance of a class of the project; undefined for values of the platform. */
export function runtimeClassOf(value: unknown): RuntimeClass | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as { readonly $class?: RuntimeClass }).$class;
}
