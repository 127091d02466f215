/** Builds the innermost expressions: literals, names, `this`, queries. */
import {
  IdPrimaryContext,
  LiteralPrimaryContext,
  SoqlPrimaryContext,
  SoslPrimaryContext,
  SuperPrimaryContext,
  ThisPrimaryContext,
  TypeRefPrimaryContext,
  type PrimaryContext,
} from '@apexdevtools/apex-parser';
import type { Expression } from '../ast/expressions.ts';
import { literal } from './literals.ts';
import { at } from './nodes.ts';
import { soql, sosl } from './queries.ts';
import { typeRef } from './types.ts';

export function primary(context: PrimaryContext): Expression {
  const position = at(context);
  if (context instanceof IdPrimaryContext) return { kind: 'name', ...position, name: context.id().getText() };
  if (context instanceof LiteralPrimaryContext) return literal(context.literal());
  if (context instanceof ThisPrimaryContext) return { kind: 'this', ...position };
  if (context instanceof SuperPrimaryContext) return { kind: 'super', ...position };
  if (context instanceof SoqlPrimaryContext) return soql(context.soqlLiteral());
  if (context instanceof SoslPrimaryContext) return sosl(context.soslLiteral());
  if (context instanceof TypeRefPrimaryContext) {
    return { kind: 'classLiteral', ...position, type: typeRef(context.typeRef()) };
  }
  return { kind: 'classLiteral', ...position, type: null };
}
