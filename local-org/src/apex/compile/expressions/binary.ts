/** Binary expressions. */
import type { BinaryExpression } from '../../ast/expressions.ts';
import { isAssignable, isNumeric, widerNumber } from '../../check/conversions.ts';
import { fail } from '../../check/errors.ts';
import { types, type ApexType } from '../../types/apex-type.ts';
import { convertCode } from '../convert.ts';
import { compileExpression } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';
import { required, value, type Value } from '../value.ts';
import { combine } from './operators.ts';
import type { Node } from '../../ast/nodes.ts';

export function compileBinary(scope: MethodScope, expression: BinaryExpression): Value {
  const { operator } = expression;
  if (operator === '&&' || operator === '||') return logical(scope, expression);
  if (operator === '??') return coalesce(scope, expression);
  const left = compileExpression(scope, expression.left);
  const right = compileExpression(scope, expression.right);
  return combine(scope, expression, operator, left, right);
}

function logical(scope: MethodScope, expression: BinaryExpression): Value {
  const operands = [expression.left, expression.right].map((operand) => {
    const compiled = compileExpression(scope, operand);
    if (compiled.type !== types.Boolean)
      fail(operand, `Boolean expression required, found: ${compiled.type.toString()}`);
    return required(compiled);
  });
  return value(types.Boolean, `(${operands.join(` ${expression.operator} `)})`, true);
}

function coalesce(scope: MethodScope, expression: BinaryExpression): Value {
  const first = compileExpression(scope, expression.left);
  const right = compileExpression(scope, expression.right);
  const left = asRecord(first, right.type);
  const type = commonType(scope, expression, left.type, right.type);
  return value(type, `(${convertCode(left, type)} ?? ${convertCode(right, type)})`, right.nonNull);
}

/** A query beside another record is its row, and null when there is none ("Null Coalescing Operator", Apex Developer Guide). */
function asRecord(left: Value, other: ApexType): Value {
  const isRow = left.rows === true && (other.kind === 'sobject' || other === types.null);
  return isRow ? value(left.type.args[0], `$R.rowOrNull(${left.code})`) : left;
}

/** The type of a choice between two values: the one that the other can be assigned to. */
export function commonType(scope: MethodScope, node: Node, left: ApexType, right: ApexType): ApexType {
  if (left === right || right === types.null) return left;
  if (left === types.null) return right;
  if (isNumeric(left) && isNumeric(right)) return widerNumber(left, right);
  if (left === types.Id && right === types.String) return types.String;
  if (isAssignable(scope.universe, right, left)) return left;
  if (isAssignable(scope.universe, left, right)) return right;
  return fail(node, `Incompatible types in ternary operator: ${left.toString()}, ${right.toString()}`);
}
