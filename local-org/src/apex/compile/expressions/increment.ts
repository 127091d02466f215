/** `++` and `--`. */
import type { IncrementExpression } from '../../ast/expressions.ts';
import { isNumeric } from '../../check/conversions.ts';
import { fail } from '../../check/errors.ts';
import { types } from '../../types/apex-type.ts';
import { convertCode } from '../convert.ts';
import type { MethodScope } from '../method-scope.ts';
import { required, value, type Value } from '../value.ts';
import { sequence } from './assign.ts';
import { combine } from './operators.ts';
import { assignmentTarget } from './targets.ts';

/** `used` says whether anybody reads the expression's value: a postfix one must keep the old value then. */
export function compileIncrement(scope: MethodScope, expression: IncrementExpression, used: boolean): Value {
  const target = assignmentTarget(scope, expression.target, true);
  if (!isNumeric(target.type)) fail(expression, `Invalid types for ${expression.operator}: ${target.type.toString()}`);
  const one = value(types.Integer, '1', true);
  const operator = expression.operator === '++' ? '+' : '-';
  const current = target.read();
  if (expression.prefix || !used) {
    const next = combine(scope, expression, operator, current, one);
    return value(target.type, sequence(target, target.write(convertCode(next, target.type))), true);
  }
  const old = scope.temporary();
  const next = combine(scope, expression, operator, value(target.type, old, true), one);
  const write = `(${old} = ${required(current)}, ${target.write(convertCode(next, target.type))}, ${old})`;
  return value(target.type, sequence(target, write), true);
}
