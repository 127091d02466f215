/** Calls on the name of an object: custom settings and custom metadata have static methods. */
import type { CallExpression } from '../../ast/expressions.ts';
import { fail } from '../../check/errors.ts';
import { methodsNamed } from '../../check/members.ts';
import { objectToken } from '../../runtime/tokens.ts';
import { libraryType, type ApexType } from '../../types/apex-type.ts';
import type { MethodScope } from '../method-scope.ts';
import { value, type Value } from '../value.ts';
import { argumentCodes, compileArguments, overload } from './arguments.ts';

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
  const missing = (parameters: string): string =>
    `Method does not exist or incorrect signature: void ${call.name}(${parameters}) from the type ${type}`;
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
