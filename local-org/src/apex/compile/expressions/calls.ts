/** Method calls. */
import type { CallExpression } from '../../ast/expressions.ts';
import { fail } from '../../check/errors.ts';
import { methodsNamed, type Callable } from '../../check/members.ts';
import { methodText } from '../../check/declare.ts';
import { chooseOverload } from '../../check/overloads.ts';
import type { ClassSymbol } from '../../check/symbols.ts';
import type { ApexType } from '../../types/apex-type.ts';
import { types } from '../../types/apex-type.ts';
import type { MethodScope } from '../method-scope.ts';
import type { Reference } from '../reference.ts';
import { required, value, type Value } from '../value.ts';
import { argumentCodes, argumentTypes, compileArguments, overload } from './arguments.ts';
import { compileEnumCall, compileEnumStaticCall, isEnum } from './enum-calls.ts';
import { addErrorToField } from './field-errors.ts';
import { libraryCall } from './library-calls.ts';
import { reference } from './names.ts';
import { objectStaticCall } from './object-calls.ts';
import { callOn } from './receiver.ts';
import { safeNavigation } from './safe-navigation.ts';
import { specialValue } from './special-names.ts';
import { checkMethodVisible } from './visibility.ts';

export function compileCall(scope: MethodScope, call: CallExpression): Value {
  const { target } = call;
  if (target === null) return unqualifiedCall(scope, call);
  if (target.kind === 'super') return superCall(scope, call);
  const fieldError = addErrorToField(scope, call);
  if (fieldError !== undefined) return fieldError;
  const found = reference(scope, target);
  if (found.kind === 'type') return staticCall(scope, call, found.type);
  const receiver = receiverOf(scope, call, found);
  return call.safe
    ? safeNavigation(scope, receiver, (inner) => valueCall(scope, call, inner))
    : valueCall(scope, call, receiver);
}

function receiverOf(scope: MethodScope, call: CallExpression, found: Exclude<Reference, { kind: 'type' }>): Value {
  if (found.kind === 'value') return found.value;
  if (found.kind === 'special') return specialValue(scope, call, found);
  return fail(call, `Variable does not exist: ${found.name}`);
}

/** `foo()`: a method of the class, of its superclasses, or a static one of a class around it. */
function unqualifiedCall(scope: MethodScope, call: CallExpression): Value {
  const args = compileArguments(scope, call.args);
  for (let owner = scope.owner; owner !== null; owner = owner.outer) {
    const candidates = methodsNamed(scope.universe, owner.type, call.name).filter(isUser);
    // A static method of a class around this one stays within reach when no own method takes these arguments.
    if (candidates.length === 0 || (owner.outer !== null && !accepts(scope, candidates, args))) continue;
    const callable = chooseMethod(scope, call, candidates, args, owner.type);
    if (callable.static) return userCall(scope, call, callable, args, null);
    if (owner !== scope.owner) {
      fail(
        call,
        `Method does not exist or incorrect signature: ${signature(call, args)} from the type ${scope.owner?.name}`,
      );
    }
    if (scope.static) fail(call, staticContext(callable));
    return userCall(scope, call, callable, args, 'this');
  }
  const own = scope.owner;
  if (own !== null && !scope.static) {
    // Methods of the platform that the class inherits, such as those of Exception.
    const inherited = methodsNamed(scope.universe, own.type, call.name);
    if (inherited.length > 0 || isCopy(call))
      return methodCall(scope, call, value(own.type, 'this', true), inherited, args);
  }
  return fail(
    call,
    `Method does not exist or incorrect signature: ${signature(call, args)} from the type ${own?.name ?? 'anonymous'}`,
  );
}

function accepts(scope: MethodScope, candidates: readonly Callable[], args: readonly Value[]): boolean {
  return chooseOverload(scope.universe, candidates, argumentTypes(args)) !== undefined;
}

function isUser(callable: Callable): boolean {
  return callable.user !== undefined;
}

function superCall(scope: MethodScope, call: CallExpression): Value {
  const superclass = scope.owner?.superclass ?? null;
  if (superclass === null || scope.static) fail(call, 'Invalid reference: super');
  const args = compileArguments(scope, call.args);
  const callable = chooseMethod(scope, call, methodsNamed(scope.universe, superclass, call.name), args, superclass);
  if (callable.library !== undefined) return libraryCall(scope, callable, value(superclass, 'this', true), args, true);
  if (callable.user!.abstract) fail(call, `Cannot call abstract method: ${methodText(callable.user!)}`);
  return userCall(scope, call, callable, args, 'super');
}

function staticCall(scope: MethodScope, call: CallExpression, type: ApexType): Value {
  const symbol = scope.universe.classOf(type);
  if (isEnum(scope, type)) {
    const result = compileEnumStaticCall(scope, call, type);
    if (result !== undefined) return result;
  }
  if (type.kind === 'sobject') return objectStaticCall(scope, call, type);
  const args = compileArguments(scope, call.args);
  const candidates = methodsNamed(scope.universe, type, call.name);
  const statics = candidates.filter((candidate) => candidate.static);
  if (statics.length === 0 && candidates.length > 0 && symbol !== undefined) {
    return outerInstanceCall(scope, call, symbol, candidates, args);
  }
  const callable = chooseMethod(scope, call, statics, args, type);
  return callable.user === undefined
    ? libraryCall(scope, callable, null, args)
    : userCall(scope, call, callable, args, null);
}

/** `Base.method()` inside a subclass may name an instance method of the object itself. */
function outerInstanceCall(
  scope: MethodScope,
  call: CallExpression,
  symbol: ClassSymbol,
  candidates: readonly Callable[],
  args: readonly Value[],
): Value {
  const callable = chooseMethod(scope, call, candidates, args, symbol.type);
  return fail(call, staticContext(callable));
}

function staticContext(callable: Callable): string {
  const text = callable.user === undefined ? callable.name : methodText(callable.user);
  return `Non static method cannot be referenced from a static context: ${text}`;
}

/** A method of a value. */
export function valueCall(scope: MethodScope, call: CallExpression, receiver: Value): Value {
  if (receiver.rows === true && receiver.type.isLibrary('List')) {
    const onList = methodsNamed(scope.universe, receiver.type, call.name);
    if (onList.length === 0) {
      const record = value(receiver.type.args[0], `$R.singleRow(${receiver.code})`, true);
      return valueCall(scope, call, record);
    }
  }
  if (isEnum(scope, receiver.type)) return compileEnumCall(scope, call, receiver);
  const args = compileArguments(scope, call.args);
  const candidates = methodsNamed(scope.universe, receiver.type, call.name);
  if (candidates.length === 0) {
    const typeNamed = staticFallback(scope, call, args);
    if (typeNamed !== undefined) return typeNamed;
  }
  return methodCall(scope, call, receiver, candidates, args);
}

/** A variable may have the name of a class: `account.getSObjectType()` on a type when the variable has no such method. */
function staticFallback(scope: MethodScope, call: CallExpression, args: readonly Value[]): Value | undefined {
  if (call.target?.kind !== 'name') return undefined;
  const type = scope.universe.resolve({ name: call.target.name, args: [] }, scope.owner);
  if (typeof type === 'string') return undefined;
  const statics = methodsNamed(scope.universe, type, call.name).filter((candidate) => candidate.static);
  if (statics.length === 0) return undefined;
  const callable = chooseMethod(scope, call, statics, args, type);
  return callable.user === undefined
    ? libraryCall(scope, callable, null, args)
    : userCall(scope, call, callable, args, null);
}

function methodCall(
  scope: MethodScope,
  call: CallExpression,
  receiver: Value,
  candidates: readonly Callable[],
  args: readonly Value[],
): Value {
  if (
    isCopy(call) &&
    candidates.every(({ parameters }) => parameters.length > 0) &&
    scope.universe.classOf(receiver.type) !== undefined
  ) {
    return value(receiver.type, `$R.copyInstance(${required(receiver)})`, true);
  }
  const callable = chooseMethod(scope, call, candidates, args, receiver.type);
  if (callable.user === undefined) {
    return libraryCall(scope, callable, callable.static ? null : receiver, args);
  }
  return userCall(scope, call, callable, args, callable.static ? null : receiver);
}

/** Every object of a class of the project can be copied, without what it refers to. */
function isCopy({ name, args }: CallExpression): boolean {
  return name.toLowerCase() === 'clone' && args.length === 0;
}

function chooseMethod(
  scope: MethodScope,
  call: CallExpression,
  candidates: readonly Callable[],
  args: readonly Value[],
  type: ApexType,
): Callable {
  return overload(
    scope,
    call,
    candidates,
    args,
    (parameters) =>
      `Method does not exist or incorrect signature: void ${call.name}(${parameters}) from the type ${type.toString()}`,
  );
}

function signature(call: CallExpression, args: readonly Value[]): string {
  return `void ${call.name}(${args.map((arg) => arg.type).join(', ')})`;
}

/** Calls a method of the project; `target` is null for a static one. */
function userCall(
  scope: MethodScope,
  call: CallExpression,
  callable: Callable,
  args: readonly Value[],
  target: Value | 'this' | 'super' | null,
): Value {
  const method = callable.user!;
  checkMethodVisible(scope, call, method);
  scope.unit.dependOn(method.owner);
  scope.callsOut = true;
  const codes = argumentCodes(callable, args);
  if (method.modifiers.annotations.some((annotation) => annotation.name === 'future')) {
    const owner = scope.unit.constant(method.owner.name);
    return value(types.void, `$R.callFuture(${owner}, ${JSON.stringify(method.name)}, [${codes.join(', ')}])`);
  }
  const callCode = (holder: string, values: readonly string[]) => `${holder}.${method.slot}(${values.join(', ')})`;
  const code =
    target === null || typeof target === 'string'
      ? callCode(target ?? scope.unit.classCode(method.owner), codes)
      : callOn(scope, target, codes, callCode);
  return value(callable.returns, code);
}
