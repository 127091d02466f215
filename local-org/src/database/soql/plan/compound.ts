/** Compound fields in a select list: what is fetched are the fields that hold their parts. */
import { compoundParts, isCompound } from '../../../schema/compound.ts';
import type { FieldSchema, ObjectSchema } from '../../../schema/model.ts';
import type { Position } from '../ast.ts';
import type { Columns } from './columns.ts';
import { parentNode } from './parent-node.ts';
import type { RecordNode } from './record-node.ts';
import type { Scope } from './scope.ts';

/** Selects the compound field at the end of the path; false when there is none. */
export function selectCompound(
  scope: Scope,
  columns: Columns,
  root: RecordNode,
  path: readonly string[],
  position: Position,
): boolean {
  const found = compoundAt(scope, path);
  if (found === undefined) return false;
  const parents = path.slice(0, -1);
  const node = parentNode(scope, columns, root, parents, (names) => scope.value(names));
  node.selectCompound(found.field.name);
  for (const part of compoundParts(found.object, found.field).values()) {
    node.include(part.name, scope.value([...parents, part.name], { position }), columns);
  }
  return true;
}

/** Follows references to one object each: none that can lead to several has an address in common. */
function compoundAt(scope: Scope, path: readonly string[]): { object: ObjectSchema; field: FieldSchema } | undefined {
  const { schema } = scope.context.services.store;
  let object: ObjectSchema | undefined = scope.root.object;
  for (const name of path.slice(0, -1)) {
    const [target, ...others]: readonly string[] = object.relationship(name)?.referenceTo ?? [];
    object = target === undefined || others.length > 0 ? undefined : schema.object(target);
    if (object === undefined) return undefined;
  }
  const field = object.field(path.at(-1) ?? '');
  return field !== undefined && isCompound(field) ? { object, field } : undefined;
}
