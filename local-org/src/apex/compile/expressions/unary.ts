/** Signs, `!`, `~`, casts, `instanceof`, `? :`. */
import type {
  CastExpression,
  ConditionalExpression,
  InstanceOfExpression,
  UnaryExpression,
} from '../../ast/expressions.ts';
import { conversionCost, isCastable, isNumeric } from '../../check/conversions.ts';
import { resolveType } from '../../check/declare.ts';
import { fail } from '../../check/errors.ts';
import { types } from '../../types/apex-type.ts';
import { convertCode, generic, fromGeneric, narrowCode } from '../convert.ts';
import { compileCondition, compileExpression } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';
import { required, value, type Value } from '../value.ts';
import { commonType } from './binary.ts';

export function compileUnary(scope: MethodScope, expression: UnaryExpression): Value {
  const { operator } = expression;
  if (operator === '!') return value(types.Boolean, `!${compileCondition(scope, expression.value)}`, true);
  const operand = compileExpression(scope, expression.value);
  const code = required(operand);
  if (operator === '~') {
    if (operand.type === types.Integer || operand.type === types.Long) return value(operand.type, `(~${code})`, true);
    fail(expression, 'Bitwise operations require Integer or Long');
  }
  // Salesforce's compiler lets `+` before a text pass.
  if (operator === '+' && operand.type === types.String) return operand;
  if (!isNumeric(operand.type)) fail(expression, `Arithmetic expressions must use numeric arguments`);
  if (operator === '+') return value(operand.type, code, true);
  if (operand.type === types.Decimal) return value(operand.type, `${code}.negate()`, true);
  if (operand.type === types.Long) return value(operand.type, `BigInt.asIntN(64, -${code})`, true);
  return value(operand.type, operand.type === types.Integer ? `(-${code} | 0)` : `(-${code})`, true);
}

export function compileCast(scope: MethodScope, expression: CastExpression): Value {
  const { universe } = scope;
  const to = resolveType(universe, expression.type, scope.owner);
  const operand = compileExpression(scope, expression.value);
  const from = operand.type;
  if (operand.rows === true && to.kind === 'sobject') return value(to, `$R.singleRow(${operand.code})`, true);
  if (from === types.null) return value(to, 'null');
  const narrowed = narrowCode(operand, to);
  if (narrowed !== undefined) return value(to, narrowed, operand.nonNull);
  const upward = conversionCost(universe, from, to) !== undefined && !downcastsRecords(from.key, to.key);
  if (upward) return value(to, convertCode(operand, to), operand.nonNull);
  if (!isCastable(universe, from, to))
    fail(
      expression,
      `Incompatible types since an instance of ${from.toString()} is never an instance of ${to.toString()}`,
    );
  return fromGeneric(`$R.castTo(${generic(operand)}, ${scope.unit.constant(to)})`, to, operand.nonNull);
}

/** A list of generic records may hold any: a cast to a list of one type is checked. */
function downcastsRecords(from: string, to: string): boolean {
  return from.includes('sobject') && !to.includes('sobject');
}

export function compileInstanceOf(scope: MethodScope, expression: InstanceOfExpression): Value {
  const type = resolveType(scope.universe, expression.type, scope.owner);
  const operand = compileExpression(scope, expression.value);
  return value(types.Boolean, `$R.isInstance(${generic(operand)}, ${scope.unit.constant(type)})`, true);
}

/** A query is its row where the other branch is a record. */
function rowBeside(branch: Value, other: Value): Value {
  if (branch.rows !== true || other.type.kind !== 'sobject') return branch;
  return value(branch.type.args[0], `$R.singleRow(${branch.code})`, true);
}

export function compileConditional(scope: MethodScope, expression: ConditionalExpression): Value {
  const condition = compileCondition(scope, expression.condition);
  const branches = [expression.then, expression.otherwise].map((branch) => compileExpression(scope, branch));
  const [then, otherwise] = branches.map((branch, index) => rowBeside(branch, branches[1 - index]));
  const type = commonType(scope, expression, then.type, otherwise.type);
  const code = `(${condition} ? ${convertCode(then, type)} : ${convertCode(otherwise, type)})`;
  return value(type, code, then.nonNull && otherwise.nonNull);
}
