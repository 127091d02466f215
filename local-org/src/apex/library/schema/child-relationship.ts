/** Schema.ChildRelationship ("ChildRelationship Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import type { ChildRelationship, ObjectSchema } from '../../../schema/model.ts';
import { ApexList, LibraryObject, fieldToken, objectToken } from '../../runtime/index.ts';
import { libraryType, types } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { readings } from '../support/readings.ts';

export class ChildRelationshipValue extends LibraryObject {
  readonly typeName = 'Schema.ChildRelationship';
  readonly relationship: ChildRelationship;

  constructor(relationship: ChildRelationship) {
    super();
    this.relationship = relationship;
  }

  /** Two descriptions of the same relationship are equal. */
  hashKey(): string {
    return `${this.relationship.childObject}.${this.relationship.field}`;
  }

  get child(): ObjectSchema {
    return currentTransaction().org.schema.require(this.relationship.childObject);
  }
}

export const childRelationshipClass = libraryClass(
  'Schema.ChildRelationship',
  readings<ChildRelationshipValue>({
    'Boolean CascadeDelete': ({ relationship }) => relationship.cascadeDelete,
    'Schema.SObjectType ChildSObject': ({ child }) => objectToken(child),
    'Boolean DeprecatedAndHidden': () => false,
    'Schema.SObjectField Field': ({ child, relationship }) => fieldToken(child, child.field(relationship.field)!),
    'List<String> JunctionIdListNames': () => new ApexList(types.String),
    'List<Schema.SObjectType> JunctionReferenceTo': () => new ApexList(libraryType('Schema.SObjectType')),
    'String RelationshipName': ({ relationship }) => relationship.relationshipName ?? null,
    'Boolean RestrictedDelete': ({ relationship }) => relationship.restrictedDelete,
  }),
);
