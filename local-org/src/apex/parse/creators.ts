/** Builds `new …` expressions. */
import type { NewExpressionContext } from '@apexdevtools/apex-parser';
import type { Expression } from '../ast/expressions.ts';
import { expression, expressions } from './expressions.ts';
import { at } from './nodes.ts';
import { arrayOf, createdName } from './types.ts';

export function creator(context: NewExpressionContext): Expression {
  const position = at(context);
  const rest = context.creator();
  const type = createdName(rest.createdName());
  const constructed = rest.classCreatorRest();
  if (constructed) {
    return { kind: 'new', ...position, type, args: expressions(constructed.arguments().expressionList()) };
  }
  const array = rest.arrayCreatorRest();
  if (array) {
    const size = array.expression();
    if (size) return { kind: 'newArray', ...position, type, size: expression(size) };
    const values = array.arrayInitializer()?.expression_list() ?? [];
    return { kind: 'newList', ...position, type: arrayOf(type), values: values.map(expression) };
  }
  const map = rest.mapCreatorRest();
  if (map) {
    const entries = map.mapCreatorRestPair_list().map((pair) => ({
      key: expression(pair.expression(0)),
      value: expression(pair.expression(1)),
    }));
    return { kind: 'newMap', ...position, type, entries };
  }
  const values = rest.setCreatorRest()?.expression_list() ?? [];
  return { kind: 'newList', ...position, type, values: values.map(expression) };
}
