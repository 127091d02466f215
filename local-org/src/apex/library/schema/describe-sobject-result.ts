/**
 * Schema.DescribeSObjectResult and the maps of fields it leads to ("DescribeSObjectResult Class", Apex Reference Guide).
 * `isAccessible`, `isCreateable`, … answer for the running user.
 */
import { currentTransaction } from '../../../database/transaction.ts';
import type { ObjectAccess } from '../../../database/services.ts';
import type { ObjectSchema } from '../../../schema/model.ts';
import {
  ApexList,
  ApexMap,
  LibraryObject,
  fieldToken,
  objectToken,
  type SObjectFieldToken,
} from '../../runtime/index.ts';
import { libraryType, types } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { NameMap } from '../support/name-map.ts';
import { readings } from '../support/readings.ts';
import { ChildRelationshipValue } from './child-relationship.ts';
import { SObjectTypeFieldSets } from './field-set.ts';
import { RecordTypeInfoValue } from './record-type-info.ts';

export class DescribeSObjectResult extends LibraryObject {
  readonly typeName = 'Schema.DescribeSObjectResult';
  readonly object: ObjectSchema;

  constructor(object: ObjectSchema) {
    super();
    this.object = object;
  }

  get access(): ObjectAccess {
    const { org, user } = currentTransaction();
    return org.security.object(user.id, this.object);
  }

  get recordTypes(): RecordTypeInfoValue[] {
    return this.object.recordTypes.map((recordType) => new RecordTypeInfoValue(this.object, recordType));
  }
}

/** `describe.fields`: the names of fields are resolved by the compiler. */
export class SObjectTypeFields extends LibraryObject {
  readonly typeName = 'Schema.SObjectTypeFields';
  readonly object: ObjectSchema;

  constructor(object: ObjectSchema) {
    super();
    this.object = object;
  }
}

const recordTypeInfo = libraryType('Schema.RecordTypeInfo');

function recordTypesBy(self: DescribeSObjectResult, key: (info: RecordTypeInfoValue) => string): ApexMap {
  return new ApexMap(
    types.String,
    recordTypeInfo,
    self.recordTypes.map((info) => [key(info), info] as const),
  );
}

export const describeSObjectResultClass = libraryClass('Schema.DescribeSObjectResult', {
  ...readings<DescribeSObjectResult>({
    'Boolean Accessible': ({ access }) => access.read,
    'List<Schema.ChildRelationship> ChildRelationships': ({ object }) =>
      new ApexList(
        libraryType('Schema.ChildRelationship'),
        object.childRelationships.map((relationship) => new ChildRelationshipValue(relationship)),
      ),
    'Boolean Createable': ({ object, access }) => object.createable && access.create,
    'Boolean Custom': ({ object }) => object.custom,
    'Boolean CustomSetting': ({ object }) => object.kind === 'customSetting',
    'Boolean Deletable': ({ object, access }) => object.deletable && access.delete,
    'Boolean DeprecatedAndHidden': () => false,
    'Boolean FeedEnabled': () => false,
    'String KeyPrefix': ({ object }) => object.keyPrefix,
    'String Label': ({ object }) => object.label,
    'String LabelPlural': ({ object }) => object.labelPlural,
    'String LocalName': ({ object }) => object.name,
    'Boolean Mergeable': ({ object }) => ['Account', 'Contact', 'Lead'].includes(object.name),
    'Boolean MruEnabled': ({ object }) => object.kind === 'standard' || object.kind === 'custom',
    'String Name': ({ object }) => object.name,
    'Boolean Queryable': ({ object }) => object.queryable,
    'List<Schema.RecordTypeInfo> RecordTypeInfos': (self) => new ApexList(recordTypeInfo, self.recordTypes),
    'Map<String, Schema.RecordTypeInfo> RecordTypeInfosByDeveloperName': (self) =>
      recordTypesBy(self, ({ recordType }) => recordType.developerName),
    'Map<Id, Schema.RecordTypeInfo> RecordTypeInfosById': (self) =>
      recordTypesBy(self, ({ recordType }) => recordType.id),
    'Map<String, Schema.RecordTypeInfo> RecordTypeInfosByName': (self) =>
      recordTypesBy(self, ({ recordType }) => recordType.label),
    'Schema.SObjectType SObjectType': ({ object }) => objectToken(object),
    'Boolean Undeletable': ({ object, access }) => object.deletable && access.delete,
    'Boolean Updateable': ({ object, access }) => object.updateable && access.edit,
  }),
  'Schema.SObjectTypeFieldSets fieldSets {get}': {
    get: ({ object }: DescribeSObjectResult) => new SObjectTypeFieldSets(object),
  },
  'Schema.SObjectTypeFields fields {get}': {
    get: ({ object }: DescribeSObjectResult) => new SObjectTypeFields(object),
  },
});

export const sobjectTypeFieldsClass = libraryClass('Schema.SObjectTypeFields', {
  'Map<String, Schema.SObjectField> getMap()': ({ object }: SObjectTypeFields) => fieldMap(object),
});

function fieldMap(object: ObjectSchema): ApexMap<string | null, SObjectFieldToken> {
  const entries = Array.from(object.fields, ([name, field]) => [name, fieldToken(object, field)] as const);
  return new NameMap<SObjectFieldToken>(types.String, libraryType('Schema.SObjectField'), entries);
}
