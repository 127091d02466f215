/** `TYPEOF What WHEN Account THEN Phone ELSE Name END` ("TYPEOF", SOQL and SOSL Reference). */
import type { FieldPath, SelectTypeOf, TypeOfBranch } from '../ast.ts';
import { malformed, noSuchObject } from '../errors.ts';
import type { Columns } from './columns.ts';
import { parentNode, type ValueAt } from './parent-node.ts';
import { RecordNode } from './record-node.ts';
import type { Scope, Source } from './scope.ts';

const NOTHING = { names: [], parents: new Map(), children: new Map() };

export function selectTypeOf(scope: Scope, columns: Columns, root: RecordNode, item: SelectTypeOf): void {
  const { store } = scope.context.services;
  const { position } = item.relationship;
  const [name, ...rest] = scope.withoutPrefix(item.relationship.names) as [string, ...string[]];
  const { text } = scope.context.settings;
  if (rest.length > 0) throw malformed('TYPEOF takes a relationship of the queried object', text, position);
  const reference = scope.relationship(scope.root.object, name, { position });
  const id = scope.value([name, 'Id']);
  const idPosition = columns.add(id);
  root.include(reference.name, id, columns);

  const branches = new Map<string, RecordNode>();
  for (const branch of item.branches) {
    const source = branchSource(scope, reference.referenceTo, name, branch);
    const node = new RecordNode(store.schema, source.object, idPosition);
    const valueAt: ValueAt = (names, lookup = {}) => scope.valueFrom(source, names, lookup);
    for (const path of branch.fields) select(scope, columns, node, path, valueAt);
    branches.set(source.object.name, node);
  }
  const otherwise = item.otherwise && new RecordNode(store.schema, undefined, idPosition);
  const valueAt: ValueAt = (names, lookup) => scope.value([name, ...names], lookup);
  for (const path of item.otherwise ?? []) select(scope, columns, otherwise!, path, valueAt);
  const byObject = new Map([...branches].map(([object, { shape }]) => [object, shape]));
  const shape = { ...(otherwise?.shape ?? NOTHING), byObject };
  root.addParent(
    reference.relationshipName!,
    { idPosition, node: (object) => branches.get(object.name) ?? otherwise },
    shape,
  );
}

function branchSource(scope: Scope, targets: readonly string[], relationship: string, branch: TypeOfBranch): Source {
  const { services, settings } = scope.context;
  const object = services.store.schema.object(branch.object);
  if (object === undefined || !targets.includes(object.name)) {
    throw noSuchObject(branch.object, settings.text, branch.position);
  }
  return scope.join(scope.root, scope.root.object.relationship(relationship)!, object);
}

function select(
  scope: Scope,
  columns: Columns,
  node: RecordNode,
  { names, position }: FieldPath,
  valueAt: ValueAt,
): void {
  const value = valueAt(names, { position });
  const owner = parentNode(scope, columns, node, names.slice(0, -1), valueAt);
  owner.select(value.field?.name ?? names.at(-1)!, value, columns);
}
