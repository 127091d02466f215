/** History objects: of custom objects that track field history, and of standard objects (Object Reference, "StandardObjectNameHistory"). */
import { idField, makeField, systemField, userField } from './field.ts';
import type { ObjectSchema } from './model.ts';
import { BuiltObject } from './object-schema.ts';

export function historyName(objectName: string): string {
  return objectName.endsWith('__c') ? objectName.replace(/__c$/, '__History') : `${objectName}History`;
}

export function historyObject(parent: ObjectSchema, keyPrefix: string): BuiltObject {
  const isCustom = parent.name.endsWith('__c');
  const name = historyName(parent.name);
  const object = new BuiltObject({
    name,
    label: `History: ${parent.label}`,
    labelPlural: `History: ${parent.label}`,
    kind: 'history',
    // Changes of standard objects are not recorded: that there are none would be a guess.
    rowsMissing: !isCustom,
    keyPrefix,
    triggerable: false,
    createable: false,
    updateable: false,
    deletable: false,
  });
  const readOnly = { object: name, createable: false, updateable: false };
  object.addAll([
    idField(name),
    systemField(name, 'IsDeleted', 'Deleted', 'boolean'),
    makeField({
      ...readOnly,
      name: isCustom ? 'ParentId' : `${parent.name}Id`,
      label: isCustom ? 'Parent ID' : `${parent.label} ID`,
      type: 'reference',
      referenceTo: [parent.name],
      relationshipName: isCustom ? 'Parent' : parent.name,
      childRelationshipName: 'Histories',
      deleteConstraint: 'Cascade',
    }),
    userField(name, 'CreatedById', 'Created By ID'),
    systemField(name, 'CreatedDate', 'Created Date', 'datetime'),
    makeField({ ...readOnly, name: 'Field', label: 'Changed Field', type: 'picklist' }),
    makeField({ ...readOnly, name: 'DataType', label: 'Datatype', type: 'picklist', length: 40 }),
    makeField({ ...readOnly, name: 'OldValue', label: 'Old Value', type: 'anyType' }),
    makeField({ ...readOnly, name: 'NewValue', label: 'New Value', type: 'anyType' }),
  ]);
  return object;
}
