/** All classes of the Schema namespace. */
import type { LibraryClass } from '../define.ts';
import { childRelationshipClass } from './child-relationship.ts';
import { describeFieldResultClass } from './describe-field-result.ts';
import { describeSObjectResultClass, sobjectTypeFieldsClass } from './describe-sobject-result.ts';
import { displayType, soapType } from './display-type.ts';
import { fieldSetClass, fieldSetMemberClass, sobjectTypeFieldSetsClass } from './field-set.ts';
import { picklistEntryClass } from './picklist-entry.ts';
import { recordTypeInfoClass } from './record-type-info.ts';
import { sobjectDescribeOptions, sobjectTypeClass, sobjectFieldClass } from './sobject-type.ts';

export const schemaNamespace: readonly LibraryClass[] = [
  childRelationshipClass,
  describeFieldResultClass,
  describeSObjectResultClass,
  sobjectTypeFieldsClass,
  displayType,
  soapType,
  fieldSetClass,
  fieldSetMemberClass,
  sobjectTypeFieldSetsClass,
  picklistEntryClass,
  recordTypeInfoClass,
  sobjectDescribeOptions,
  sobjectTypeClass,
  sobjectFieldClass,
];
