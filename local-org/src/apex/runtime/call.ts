/**
 * Calls from library code into classes of the project: `Comparable.compareTo`, `Iterator.next`, `equals`, `toString`, …
 * Generated classes carry, beside their mangled methods, one property per method that the platform calls by name.
 */
import type { ApexObject } from './apex-object.ts';

type Callable = (...args: unknown[]) => unknown;

/** Name of the property by which the platform finds a method; names are compared in lower case. */
export function entryPointName(method: string, parameterCount: number): string {
  return `$${method.toLowerCase()}$${parameterCount}`;
}

/** Whether the object's class has an instance method that the platform may call by this name. */
export function hasMethod(object: ApexObject, method: string, parameterCount: number): boolean {
  return entryPointName(method, parameterCount) in object;
}

/** Calls an instance method of a class of the project; arguments and result are Apex values. */
export function callMethod(object: ApexObject, method: string, ...args: unknown[]): unknown {
  const callable = (object as unknown as Record<string, Callable | undefined>)[entryPointName(method, args.length)];
  if (callable === undefined) throw new Error(`${object.apexType.toString()} has no method ${method}/${args.length}`);
  return callable.apply(object, args);
}
