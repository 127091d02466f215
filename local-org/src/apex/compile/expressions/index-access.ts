/** `list[index]`. */
import type { IndexExpression } from '../../ast/expressions.ts';
import { fail } from '../../check/errors.ts';
import { types } from '../../types/apex-type.ts';
import { fromGeneric } from '../convert.ts';
import { compileExpression, compileLink } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';
import { required, type Value } from '../value.ts';

export interface IndexedElement {
  readonly list: Value;
  readonly index: Value;
}

export function indexedElement(scope: MethodScope, expression: IndexExpression): IndexedElement {
  const list = compileLink(scope, expression.target);
  if (!list.type.isLibrary('List')) fail(expression, `Expression must be a list type: ${list.type.toString()}`);
  const index = compileExpression(scope, expression.index);
  if (index.type !== types.Integer)
    fail(expression.index, `Illegal assignment from ${index.type.toString()} to Integer`);
  return { list, index };
}

export function compileIndex(scope: MethodScope, expression: IndexExpression): Value {
  const { list, index } = indexedElement(scope, expression);
  return fromGeneric(`${required(list)}.at(${index.code})`, list.type.args[0]);
}
