/** Members of records: fields, parent records and child lists. */
import type { ChildRelationship, FieldSchema, ObjectSchema } from '../../../schema/model.ts';
import type { MemberExpression } from '../../ast/expressions.ts';
import type { Node } from '../../ast/nodes.ts';
import { fail } from '../../check/errors.ts';
import { fieldApexType } from '../../check/field-types.ts';
import { listOf, sobjectType, types, type ApexType } from '../../types/apex-type.ts';
import type { MethodScope } from '../method-scope.ts';
import { required, value, type Value } from '../value.ts';

/** What a name after a record's dot means. */
export type RecordMember =
  | { readonly kind: 'field'; readonly field: FieldSchema; readonly type: ApexType }
  | { readonly kind: 'parent'; readonly name: string; readonly type: ApexType }
  | { readonly kind: 'children'; readonly name: string; readonly type: ApexType };

export function findRecordMember(scope: MethodScope, node: Node, object: ApexType, name: string): RecordMember {
  // Every record has an Id (and aggregate rows and generic records nothing else by name).
  const schema = scope.universe.schema.object(object.name);
  if (schema === undefined) {
    if (name.toLowerCase() !== 'id') fail(node, `Variable does not exist: ${name}`);
    return { kind: 'field', field: idField, type: types.Id };
  }
  const field = schema.field(name);
  if (field !== undefined) return { kind: 'field', field, type: fieldApexType(field) };
  const reference = schema.relationship(name);
  if (reference !== undefined) {
    return { kind: 'parent', name: reference.relationshipName!, type: parentType(scope, reference) };
  }
  const children = childRelationship(schema, name);
  if (children === undefined) fail(node, `Variable does not exist: ${name}`);
  const child = scope.universe.schema.object(children.childObject);
  const childType = sobjectType(child?.name ?? children.childObject);
  return { kind: 'children', name: children.relationshipName!, type: listOf(childType) };
}

/** The id of a record whose object is not known. */
const idField = { name: 'Id', type: 'id' } as FieldSchema;

/** References to several objects are read as `Name` records: the object that has the common fields of them all. */
function parentType(scope: MethodScope, reference: FieldSchema): ApexType {
  const target = reference.referenceTo.length === 1 ? reference.referenceTo[0] : 'Name';
  const parent = scope.universe.schema.object(target);
  return parent === undefined ? types.SObject : sobjectType(parent.name);
}

function childRelationship(schema: ObjectSchema, name: string): ChildRelationship | undefined {
  const key = name.toLowerCase();
  return schema.childRelationships.find((relationship) => relationship.relationshipName?.toLowerCase() === key);
}

/** Reads a member. A path through a missing parent gives null instead of a NullPointerException. */
export function recordMember(scope: MethodScope, node: MemberExpression, target: Value): Value {
  const member = findRecordMember(scope, node, target.type, node.name);
  const record = target.parentPath === true ? target.code : required(target);
  switch (member.kind) {
    case 'field': {
      const name = JSON.stringify(member.field.name);
      const read = member.field.type === 'boolean' ? 'getFlag' : 'getField';
      return value(member.type, `$R.${read}(${record}, ${name})`, member.field.type === 'boolean');
    }
    case 'parent': {
      const code = `$R.getParent(${record}, ${JSON.stringify(member.name)})`;
      return { ...value(member.type, code), parentPath: true };
    }
    case 'children': {
      const type = scope.unit.constant(member.type.args[0]);
      return value(member.type, `$R.getChildren(${record}, ${JSON.stringify(member.name)}, ${type})`);
    }
  }
}
