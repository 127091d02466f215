/** Everything that generated code calls, as its `$R`. */
import type { ApexType } from '../types/apex-type.ts';
import { ApexObject } from './apex-object.ts';

export { iterate } from '../library/support/iteration.ts';
export * from './arithmetic.ts';
export * from './calls.ts';
export * from './casts.ts';
export { caught } from './caught.ts';
export * from './collections.ts';
export { dmlStatement, mergeStatement } from './dml.ts';
export { withDynamicBinds } from './dynamic-binds.ts';
export { hashOf, looselyEqual } from './equality.ts';
export { ApexException, nullPointer } from './exception.ts';
export { callFuture } from './future.ts';
export { countTurns, reportCpu, tooDeep } from './machine.ts';
export { pageReference } from './page-reference.ts';
export { query, queryCount } from './queries.ts';
export * from './records.ts';
export { searchStatement } from './search.ts';
export { stringOf } from './string-of.ts';
export { joined } from './text-length.ts';

/** Base of the instances of classes of the project that are no exceptions. */
export abstract class ApexInstance extends ApexObject {
  /** Defined on each generated class's prototype. */
  declare readonly apexType: ApexType;
}

/** `clone()` of an object of a class of the project: its fields, not what they refer to. */
export function copyInstance<T extends ApexObject>(instance: T): T {
  return Object.assign(Object.create(Object.getPrototypeOf(instance) as object) as T, instance);
}
