/** Schema.SObjectType and Schema.SObjectField ("SObjectType Class", "SObjectField Class", Apex Reference Guide). */
import { randomUUID } from 'node:crypto';
import { SObject } from '../../../schema/sobject.ts';
import type { SObjectFieldToken, SObjectTypeToken } from '../../runtime/index.ts';
import { libraryClass, libraryEnum } from '../define.ts';
import { recordWithDefaults } from '../support/default-values.ts';
import { DescribeFieldResult } from './describe-field-result.ts';
import { DescribeSObjectResult } from './describe-sobject-result.ts';

export const sobjectDescribeOptions = libraryEnum('Schema.SObjectDescribeOptions', ['DEFAULT', 'DEFERRED', 'FULL']);

export const sobjectTypeClass = libraryClass('Schema.SObjectType', {
  'Schema.DescribeSObjectResult getDescribe()': ({ object }: SObjectTypeToken) => new DescribeSObjectResult(object),
  'Schema.DescribeSObjectResult getDescribe(Schema.SObjectDescribeOptions options)': ({ object }: SObjectTypeToken) =>
    new DescribeSObjectResult(object),
  'SObject newSObject()': ({ object }: SObjectTypeToken) => new SObject(object),
  'SObject newSObject(Id id)': ({ object }: SObjectTypeToken, id: string | null) =>
    new SObject(object, id === null ? [] : [['Id', id]]),
  'SObject newSObject(Id recordTypeId, Boolean loadDefaults)': (
    { object }: SObjectTypeToken,
    recordTypeId: string | null,
    loadDefaults: boolean | null,
  ) => {
    const record = loadDefaults === true ? recordWithDefaults(object) : new SObject(object);
    if (loadDefaults === true && object.kind === 'platformEvent') record.set('EventUuid', randomUUID());
    if (recordTypeId !== null) record.set('RecordTypeId', recordTypeId);
    return record;
  },
});

export const sobjectFieldClass = libraryClass('Schema.SObjectField', {
  'Schema.DescribeFieldResult getDescribe()': ({ object, field }: SObjectFieldToken) =>
    new DescribeFieldResult(object, field),
});
