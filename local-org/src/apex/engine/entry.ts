/** How classes of the project are entered from outside. */
import type { ApexObject } from '../runtime/apex-object.ts';
import { runtimeClassOf, type RuntimeClass, type RuntimeMethod } from '../runtime/runtime-class.ts';
import { throwApex } from '../runtime/exception.ts';

/**
 * Sharing mode at the start of a transaction: `inherited sharing` means with sharing there, and a class that says nothing
 * leaves it to the kind of entry point ("Use the with sharing, without sharing, and inherited sharing Keywords").
 */
export function entrySharing({ sharing }: RuntimeClass, undeclared: boolean): boolean {
  return sharing === 'undeclared' ? undeclared : sharing !== 'without';
}

/** An instance method by name and parameter types, of the class or of one it extends. */
export function findMethod(
  runtimeClass: RuntimeClass,
  name: string,
  ...parameters: readonly string[]
): RuntimeMethod | undefined {
  const key = name.toLowerCase();
  for (let current: RuntimeClass | null = runtimeClass; current !== null; current = current.superclass) {
    const found = current.methods.find(
      (method) =>
        method.name.toLowerCase() === key &&
        method.parameters.length === parameters.length &&
        method.parameters.every(({ type }, index) => parameters[index] === '*' || type.name === parameters[index]),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Calls a method of an interface of the platform; `*` stands for any parameter type. */
export function callInterface(
  instance: ApexObject,
  name: string,
  parameters: readonly string[],
  args: readonly unknown[],
): unknown {
  const runtimeClass = runtimeClassOf(instance);
  const method = runtimeClass === undefined ? undefined : findMethod(runtimeClass, name, ...parameters);
  if (method === undefined) throwApex('System.TypeException', `${instance.apexType.toString()} has no method ${name}`);
  return method.invoke(instance, args);
}
