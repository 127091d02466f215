/** Schema.RecordTypeInfo ("RecordTypeInfo Class", Apex Reference Guide). */
import { defaultRecordTypeId } from '../../../database/security/record-types.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import type { ObjectSchema, RecordTypeSchema } from '../../../schema/model.ts';
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { readings } from '../support/readings.ts';

export class RecordTypeInfoValue extends LibraryObject {
  readonly typeName = 'Schema.RecordTypeInfo';
  readonly object: ObjectSchema;
  readonly recordType: RecordTypeSchema;

  constructor(object: ObjectSchema, recordType: RecordTypeSchema) {
    super();
    this.object = object;
    this.recordType = recordType;
  }
}

export const recordTypeInfoClass = libraryClass(
  'Schema.RecordTypeInfo',
  readings<RecordTypeInfoValue>({
    'Boolean Active': ({ recordType }) => recordType.active,
    'Boolean Available': ({ object, recordType }) => {
      const { org, user } = currentTransaction();
      return org.security.recordTypeVisible(user.id, object, recordType);
    },
    'Boolean DefaultRecordTypeMapping': ({ object, recordType }) => {
      const { org, user } = currentTransaction();
      return recordType.id === defaultRecordTypeId(org, user, object);
    },
    'String DeveloperName': ({ recordType }) => recordType.developerName,
    'Boolean Master': ({ recordType }) => recordType.isMaster,
    'String Name': ({ recordType }) => recordType.label,
    'Id RecordTypeId': ({ recordType }) => recordType.id,
  }),
);
