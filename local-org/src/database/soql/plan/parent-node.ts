import type { FieldSchema } from '../../../schema/model.ts';
import type { Columns } from './columns.ts';
import { RecordNode } from './record-node.ts';
import type { Lookup, Scope } from './scope.ts';
import type { SqlValue } from './sql-value.ts';

/** Finds the value at the end of a path, from the record that a node stands for. */
export type ValueAt = (names: readonly string[], lookup?: Lookup) => SqlValue;

/** The node of the parent at the end of these relationship names. */
export function parentNode(
  scope: Scope,
  columns: Columns,
  root: RecordNode,
  names: readonly string[],
  valueAt: ValueAt,
): RecordNode {
  let node = root;
  for (const [index, name] of names.entries()) {
    const child = node;
    const path = names.slice(0, index + 1);
    const reference = referenceOf(scope, child, name);
    node = child.parent(reference.relationshipName!, () => {
      const id = valueAt([...path, 'Id']);
      child.include(reference.name, id, columns);
      const idPosition = columns.add(id);
      const { schema } = scope.context.services.store;
      const [target, ...others] = reference.referenceTo;
      const object = others.length === 0 ? schema.object(target) : undefined;
      const made = new RecordNode(schema, object, idPosition);
      return { node: made, column: { idPosition, object, node: () => made } };
    });
  }
  return node;
}

function referenceOf(scope: Scope, node: RecordNode, name: string): FieldSchema {
  const { schema } = scope.context.services.store;
  const object = node.object ?? schema.require('Name');
  return scope.relationship(object, name, {});
}
