/** Compiles expressions: checks their types and gives their JavaScript. One file per construct in `expressions/`. */
import type { Expression } from '../ast/expressions.ts';
import { resolveType } from '../check/declare.ts';
import { fail } from '../check/errors.ts';
import { libraryType, types } from '../types/apex-type.ts';
import { compileAssign } from './expressions/assign.ts';
import { compileBinary } from './expressions/binary.ts';
import { compileCall } from './expressions/calls.ts';
import { compileNew, compileNewArray, compileNewList, compileNewMap } from './expressions/creators.ts';
import { superValue, thisValue } from './expressions/fields.ts';
import { compileIncrement } from './expressions/increment.ts';
import { compileIndex } from './expressions/index-access.ts';
import { compileLiteral } from './expressions/literals.ts';
import { compileName } from './expressions/names.ts';
import { compileSoql, compileSosl } from './expressions/queries.ts';
import { compileChain } from './expressions/safe-navigation.ts';
import { compileCast, compileConditional, compileInstanceOf, compileUnary } from './expressions/unary.ts';
import type { MethodScope } from './method-scope.ts';
import { required, value, type Value } from './value.ts';

export function compileExpression(scope: MethodScope, expression: Expression): Value {
  switch (expression.kind) {
    case 'literal':
      return compileLiteral(scope, expression);
    case 'name':
    case 'member':
    case 'call':
    case 'index':
      return compileChain(scope, () => compileLink(scope, expression));
    case 'this':
      return thisValue(scope, expression);
    case 'super':
      return superValue(scope, expression);
    case 'constructorCall':
      return fail(expression, `Call to '${expression.of}()' must be the first statement in a constructor method`);
    case 'new':
      return compileNew(scope, expression);
    case 'newArray':
      return compileNewArray(scope, expression);
    case 'newList':
      return compileNewList(scope, expression);
    case 'newMap':
      return compileNewMap(scope, expression);
    case 'cast':
      return compileCast(scope, expression);
    case 'classLiteral': {
      const type = expression.type === null ? types.void : resolveType(scope.universe, expression.type, scope.owner);
      return value(libraryType('System.Type'), scope.unit.typeValue(type), true);
    }
    case 'unary':
      return compileUnary(scope, expression);
    case 'increment':
      return compileIncrement(scope, expression, true);
    case 'binary':
      return compileBinary(scope, expression);
    case 'instanceOf':
      return compileInstanceOf(scope, expression);
    case 'conditional':
      return compileConditional(scope, expression);
    case 'assign':
      return compileAssign(scope, expression);
    case 'soql':
      return compileSoql(scope, expression);
    case 'sosl':
      return compileSosl(scope, expression);
  }
}

/** A member, call or index that belongs to the chain being compiled; anything else starts afresh. */
export function compileLink(scope: MethodScope, expression: Expression): Value {
  switch (expression.kind) {
    case 'name':
    case 'member':
      return compileName(scope, expression);
    case 'call':
      return compileCall(scope, expression);
    case 'index':
      return compileIndex(scope, expression);
    default:
      return compileExpression(scope, expression);
  }
}

/** Code of a condition, which must be a Boolean and not null. */
export function compileCondition(scope: MethodScope, expression: Expression): string {
  const condition = compileExpression(scope, expression);
  if (condition.type !== types.Boolean) {
    fail(expression, `Condition expression must be of type Boolean: ${condition.type.toString()}`);
  }
  return required(condition);
}
