/** Calls on the name of an object: custom settings and custom metadata have static methods. */
import type { CallExpression } from '../../ast/expressions.ts';
import { fail } from '../../check/errors.ts';
import { methodsNamed } from '../../check/members.ts';
import { chooseOverload } from '../../check/overloads.ts';
import { objectToken } from '../../runtime/tokens.ts';
import { libraryType, type ApexType } from '../../types/apex-type.ts';
import type { MethodScope } from '../method-scope.ts';
import { value, type Value } from '../value.ts';
import { argumentCodes, argumentTypes, compileArguments, overload } from './arguments.ts';
import { libraryCall } from './library-calls.ts';

/**
 * The methods are those of the library's `CustomSetting<T>` and `CustomMetadata<T>`, whose behaviours take the object's
 * token first.
 */
export function objectStaticCall(scope: MethodScope, call: CallExpression, type: ApexType): Value {
  const object = scope.universe.schema.object(type.name);
  if (object !== undefined && call.name.toLowerCase() === 'getsobjecttype' && call.args.length === 0) {
    return value(libraryType('Schema.SObjectType'), scope.unit.constant(objectToken(object)), true);
  }
  const args = compileArguments(scope, call.args);
  const utility = utilityCall(scope, call, type, args);
  if (utility !== undefined) return utility;
  const missing = (parameters: string): string =>
    `Method does not exist or incorrect signature: void ${call.name}(${parameters}) from the type ${type.toString()}`;
  const library =
    object?.kind === 'customSetting' ? 'CustomSetting' : object?.kind === 'customMetadata' ? 'CustomMetadata' : null;
  if (object === undefined || library === null) fail(call, missing(args.map((arg) => arg.type).join(', ')));
  const holder = libraryType(`System.${library}`, [type]);
  const callable = overload(scope, call, methodsNamed(scope.universe, holder, call.name), args, missing);
  const behaviour = callable.library?.method.behaviour;
  if (behaviour === undefined) fail(call, missing(''));
  const codes = [scope.unit.constant(objectToken(object)), ...argumentCodes(callable, args)];

  return value(callable.returns, `${scope.unit.constant(behaviour)}(${codes.join(', ')})`);
}

/** `BusinessHours.add(…)`: the platform has a class of static methods by the name of the object. */
function utilityCall(
  scope: MethodScope,
  call: CallExpression,
  type: ApexType,
  args: readonly Value[],
): Value | undefined {
  const holder = libraryType(`System.${type.name}`);
  if (scope.universe.libraryOf(holder) === undefined) return undefined;
  const statics = methodsNamed(scope.universe, holder, call.name).filter((candidate) => candidate.static);
  const callable = chooseOverload(scope.universe, statics, argumentTypes(args));
  return callable === undefined || callable === 'ambiguous' ? undefined : libraryCall(scope, callable, null, args);
}
