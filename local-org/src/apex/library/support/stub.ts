/** Stubs of classes of the project ("Build a Mocking Framework with the Stub API", Apex Developer Guide). */
import { box, unbox } from '../../runtime/casts.ts';
import {
  ApexList,
  TypeValue,
  callMethod,
  throwApex,
  type ApexObject,
  type RuntimeMethod,
} from '../../runtime/index.ts';
import { machine } from '../../runtime/machine.ts';
import { showAsStub } from '../../runtime/string-of.ts';
import type { RuntimeClass } from '../../runtime/runtime-class.ts';
import { libraryType, types, type ApexType } from '../../types/apex-type.ts';

/** An instance whose public, protected and global instance methods are answered by the provider. */
export function createStub(type: ApexType, provider: ApexObject): ApexObject {
  const runtimeClass = machine.program.classOf(type);
  if (runtimeClass === undefined || runtimeClass.kind === 'enum') {
    throwApex('System.TypeException', `${type.toString()} cannot be stubbed`);
  }
  const stub = runtimeClass.allocate();
  showAsStub(stub);
  for (const method of stubbedMethods(runtimeClass)) {
    // The class's own method, which comes first, stands for those it overrides or implements.
    if (Object.hasOwn(stub, method.slot)) continue;
    Object.defineProperty(stub, method.slot, { value: answering(stub, method, provider) });
  }
  return stub;
}

function* stubbedMethods(runtimeClass: RuntimeClass): IterableIterator<RuntimeMethod> {
  for (const supertype of runtimeClass.supertypes) {
    const { methods = [] } = machine.program.classOf(supertype) ?? {};
    yield* methods.filter((method) => !method.static && method.access !== 'private');
  }
}

/** Generated code passes values by their declared types; the provider sees them as Objects. */
function answering(stub: ApexObject, method: RuntimeMethod, provider: ApexObject): (...args: unknown[]) => unknown {
  const parameterTypes = method.parameters.map(({ type }) => new TypeValue(type));
  const parameterNames = method.parameters.map(({ name }) => name);
  const returnType = method.returns === types.void ? null : new TypeValue(method.returns);
  return (...args) => {
    const generic = args.map((arg, index) =>
      method.parameters[index].type === types.Double ? box(arg as number | null) : arg,
    );
    const answer = callMethod(
      provider,
      'handleMethodCall',
      stub,
      method.name,
      returnType,
      new ApexList(libraryType('System.Type'), [...parameterTypes]),
      new ApexList(types.String, [...parameterNames]),
      new ApexList(types.Object, generic),
    );
    return method.returns === types.Double ? unbox(answer) : answer;
  };
}
