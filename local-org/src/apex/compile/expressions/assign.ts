/** Assignments. */
import type { AssignExpression, BinaryOperator } from '../../ast/expressions.ts';
import { types } from '../../types/apex-type.ts';
import { assignCode } from '../convert.ts';
import { compileExpression } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';
import { required, value, type Value } from '../value.ts';
import { combine } from './operators.ts';
import { assignmentTarget, type Target } from './targets.ts';

export function compileAssign(scope: MethodScope, expression: AssignExpression): Value {
  const { operator } = expression;
  const target = assignmentTarget(scope, expression.target, operator !== '=');
  const right = compileExpression(scope, expression.value);
  if (operator === '=') {
    const code = assignCode(scope, right, target.type, expression);
    return value(target.type, sequence(target, target.write(code)), right.nonNull);
  }
  const combined = compound(scope, expression, target.read(), right);
  const code = assignCode(scope, combined, target.type, expression);
  return value(target.type, sequence(target, target.write(code)), true);
}

/** "|= x |= y: this operator exhibits short-circuiting behavior" for Booleans (Expression Operators). */
function compound(scope: MethodScope, expression: AssignExpression, left: Value, right: Value): Value {
  const operator = expression.operator.slice(0, -1) as BinaryOperator;
  if (left.type === types.Boolean && right.type === types.Boolean && (operator === '|' || operator === '&')) {
    return value(types.Boolean, `(${required(left)} ${operator}${operator} ${required(right)})`, true);
  }
  return combine(scope, expression, operator, left, right);
}

export function sequence(target: Target, write: string): string {
  return target.prepare === '' ? write : `(${target.prepare}, ${write})`;
}
