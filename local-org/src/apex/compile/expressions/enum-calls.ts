/** Methods that every enum has ("Enums", Apex Developer Guide). */
import type { CallExpression } from '../../ast/expressions.ts';
import { fail } from '../../check/errors.ts';
import { listOf, types, type ApexType } from '../../types/apex-type.ts';
import { compileExpression } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';
import { generic } from '../convert.ts';
import { required, value, type Value } from '../value.ts';

/** The enum of this type, of the project or of the platform. */
export function isEnum(scope: MethodScope, type: ApexType): boolean {
  return scope.universe.classOf(type)?.kind === 'enum' || scope.universe.libraryOf(type)?.kind === 'enum';
}

/** `Season.values()`, `Season.valueOf('WINTER')`. */
export function compileEnumStaticCall(scope: MethodScope, call: CallExpression, type: ApexType): Value | undefined {
  const symbol = scope.universe.classOf(type);
  const constants =
    symbol === undefined
      ? scope.unit.constant(scope.universe.libraryOf(type)!.constants)
      : `${scope.unit.classCode(symbol)}.constants`;
  const typeCode = scope.unit.constant(type);
  const name = call.name.toLowerCase();
  if (name === 'values' && call.args.length === 0) {
    return value(listOf(type), `$R.list(${typeCode}, [...${constants}])`, true);
  }
  if (name === 'valueof' && call.args.length === 1) {
    const text = compileExpression(scope, call.args[0]);
    if (text.type === types.String) return value(type, `$R.enumValueOf(${typeCode}, ${constants}, ${text.code})`, true);
  }
  return undefined;
}

/** Methods of a constant. */
export function compileEnumCall(scope: MethodScope, call: CallExpression, receiver: Value): Value {
  const self = required(receiver);
  switch (`${call.name.toLowerCase()}/${call.args.length}`) {
    case 'name/0':
    case 'tostring/0':
      return value(types.String, `${self}.name`, true);
    case 'ordinal/0':
      return value(types.Integer, `${self}.ordinal`, true);
    case 'hashcode/0':
      return value(types.Integer, `$R.hashOf(${self})`, true);
    case 'equals/1': {
      const other = compileExpression(scope, call.args[0]);
      return value(types.Boolean, `(${self} === ${generic(other)})`, true);
    }
    default:
      return fail(
        call,
        `Method does not exist or incorrect signature: void ${call.name}() from the type ${receiver.type.toString()}`,
      );
  }
}
