/** History objects of custom objects that track field history (Object Reference, "StandardObjectNameHistory"). */
import { idField, makeField, systemField, userField } from './field.ts';
import type { ObjectSchema } from './model.ts';
import { BuiltObject } from './object-schema.ts';

export function historyObject(parent: ObjectSchema, keyPrefix: string): BuiltObject {
  const name = parent.name.replace(/__c$/, '__History');
  const object = new BuiltObject({
    name,
    label: `History: ${parent.label}`,
    labelPlural: `History: ${parent.label}`,
    kind: 'history',
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
      name: 'ParentId',
      label: 'Parent ID',
      type: 'reference',
      referenceTo: [parent.name],
      relationshipName: 'Parent',
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
