/** Methods that every enum has ("Enums", Apex Developer Guide). */
import type { CallExpression } from '../../ast/expressions.ts';
import { fail } from '../../check/errors.ts';
import type { ClassSymbol } from '../../check/symbols.ts';
import { listOf, types } from '../../types/apex-type.ts';
import { compileExpression } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';
import { generic } from '../convert.ts';
import { required, value, type Value } from '../value.ts';

/** `Season.values()`, `Season.valueOf('WINTER')`. */
export function compileEnumStaticCall(
  scope: MethodScope,
  call: CallExpression,
  symbol: ClassSymbol,
): Value | undefined {
  const constants = `${scope.unit.classCode(symbol)}.constants`;
  const type = scope.unit.constant(symbol.type);
  const name = call.name.toLowerCase();
  if (name === 'values' && call.args.length === 0) {
    return value(listOf(symbol.type), `$R.list(${type}, [...${constants}])`, true);
  }
  if (name === 'valueof' && call.args.length === 1) {
    const text = compileExpression(scope, call.args[0]!);
    if (text.type === types.String)
      return value(symbol.type, `$R.enumValueOf(${type}, ${constants}, ${text.code})`, true);
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
      const other = compileExpression(scope, call.args[0]!);
      return value(types.Boolean, `(${self} === ${generic(other)})`, true);
    }
    default:
      return fail(
        call,
        `Method does not exist or incorrect signature: void ${call.name}() from the type ${receiver.type}`,
      );
  }
}
