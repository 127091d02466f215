/** Apex values at run time, for the class library and for the layers that hand values to Apex. */
export { ApexObject, LibraryObject } from './apex-object.ts';
export { callMethod, hasMethod } from './call.ts';
export { ApexCollection } from './collection.ts';
export { ApexDouble, doubleText } from './double.ts';
export { ApexEnumValue } from './enum-value.ts';
export { equalsOf, hashOf, looselyEqual } from './equality.ts';
export { ApexException, nullPointer, SystemException, throwApex, type DmlFailure } from './exception.ts';
export { ApexList } from './list.ts';
export { ApexMap } from './map.ts';
export {
  runtimeClassOf,
  type RuntimeAnnotation,
  type RuntimeClass,
  type RuntimeField,
  type RuntimeMethod,
} from './runtime-class.ts';
export { ApexSet } from './set.ts';
export { formatFrames, type StackFrame } from './stack.ts';
export { stringOf } from './string-of.ts';
export { fieldToken, objectToken, SObjectFieldToken, SObjectTypeToken } from './tokens.ts';
export { typeOf } from './type-of.ts';
export { TypeValue } from './type-value.ts';
