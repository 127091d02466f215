/** Builds type names of the syntax tree. */
import type { CreatedNameContext, TypeListContext, TypeNameContext, TypeRefContext } from '@apexdevtools/apex-parser';
import type { Node, TypeNode } from '../ast/nodes.ts';
import { at, maybe, optional } from './nodes.ts';

export function typeRef(context: TypeRefContext): TypeNode {
  const names = context.typeName_list();
  const last = names.at(-1)!;
  let type: TypeNode = {
    ...at(context),
    name: names.map((name) => simpleName(name)).join('.'),
    args: maybe(last.typeArguments(), (args) => typeList(args.typeList())) ?? [],
  };
  const dimensions = context.arraySubscripts()?.LBRACK_list().length ?? 0;
  for (let dimension = 0; dimension < dimensions; dimension++) type = arrayOf(type);
  return type;
}

function simpleName(context: TypeNameContext): string {
  const keyword = optional(context.LIST()) ?? optional(context.SET()) ?? optional(context.MAP());
  return keyword === null ? context.id().getText() : keyword.getText();
}

export function typeList(context: TypeListContext): TypeNode[] {
  return context.typeRef_list().map(typeRef);
}

/** The type after `new`. */
export function createdName(context: CreatedNameContext): TypeNode {
  const pairs = context.idCreatedNamePair_list();
  return {
    ...at(context),
    name: pairs.map((pair) => pair.anyId().getText()).join('.'),
    args: maybe(pairs.at(-1)!.typeList(), typeList) ?? [],
  };
}

export function arrayOf(element: TypeNode): TypeNode {
  return { line: element.line, column: element.column, name: 'List', args: [element] };
}

export function namedType(position: Node, name: string): TypeNode {
  return { ...position, name, args: [] };
}
