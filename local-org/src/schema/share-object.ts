/** Share objects: the rows that give users and groups access to records. */
import { idField, makeField, systemField, userField } from './field.ts';
import type { FieldSchema, ObjectSchema, PicklistEntry } from './model.ts';
import { BuiltObject } from './object-schema.ts';
import { parseValues, standardValueSets } from './standard/value-sets.ts';
import { standardEntry } from './picklists.ts';

/** Standard objects with shares, and the key prefixes of those (Object Reference, "AccountShare" and relatives). */
export const standardSharePrefixes: Readonly<Record<string, string>> = {
  Account: '00r',
  Contact: '03s',
  Opportunity: '00t',
  Lead: '01o',
  Case: '01n',
  Campaign: '08s',
  Asset: '70a',
  Order: '11a',
  Individual: '0PJ',
};

const ACCESS_LEVELS = parseValues('Read:Read Only|Edit:Read/Write|All:Owner').map(standardEntry);

/** The share object of a standard object, with fields named after it. */
export function standardShareObject(parent: ObjectSchema, keyPrefix: string): BuiltObject {
  const object = shareObject(`${parent.name}Share`, parent, keyPrefix);
  const { name } = object;
  object.add(parentField(name, `${parent.name}Id`, parent.name));
  object.add(accessField(name, `${parent.name}AccessLevel`));
  if (parent.name === 'Account') {
    for (const related of ['Opportunity', 'Case', 'Contact']) object.add(accessField(name, `${related}AccessLevel`));
  }
  object.addAll(commonFields(name, []));
  return object;
}

/** `X__Share` of a custom object; `reasons` are its Apex sharing reasons. */
export function customShareObject(
  parent: ObjectSchema,
  keyPrefix: string,
  reasons: readonly PicklistEntry[],
): BuiltObject {
  const object = shareObject(parent.name.replace(/__c$/, '__Share'), parent, keyPrefix);
  object.add(parentField(object.name, 'ParentId', parent.name));
  object.add(accessField(object.name, 'AccessLevel'));
  object.addAll(commonFields(object.name, reasons));
  return object;
}

function shareObject(name: string, parent: ObjectSchema, keyPrefix: string): BuiltObject {
  const object = new BuiltObject({
    name,
    label: `Share: ${parent.label}`,
    labelPlural: `Share: ${parent.label}`,
    kind: 'share',
    keyPrefix,
    triggerable: false,
  });
  object.add(idField(name));
  return object;
}

function parentField(object: string, name: string, parent: string): FieldSchema {
  return makeField({
    object,
    name,
    label: 'Parent ID',
    type: 'reference',
    referenceTo: [parent],
    relationshipName: name.slice(0, -'Id'.length),
    childRelationshipName: 'Shares',
    nillable: false,
    updateable: false,
    deleteConstraint: 'Cascade',
  });
}

function accessField(object: string, name: string): FieldSchema {
  const label = name.replace(/AccessLevel$/, ' Access').trim();
  return makeField({
    object,
    name,
    label,
    type: 'picklist',
    length: 40,
    nillable: false,
    picklistValues: ACCESS_LEVELS,
    restrictedPicklist: true,
  });
}

function commonFields(object: string, reasons: readonly PicklistEntry[]): FieldSchema[] {
  const causes = (standardValueSets.RowCause ?? []).map(standardEntry);
  return [
    makeField({
      object,
      name: 'UserOrGroupId',
      label: 'User/Group ID',
      type: 'reference',
      referenceTo: ['Group', 'User'],
      relationshipName: 'UserOrGroup',
      nillable: false,
      updateable: false,
      deleteConstraint: 'Cascade',
    }),
    makeField({
      object,
      name: 'RowCause',
      label: 'Row Cause',
      type: 'picklist',
      length: 40,
      picklistValues: [...causes, ...reasons],
      restrictedPicklist: true,
      updateable: false,
    }),
    systemField(object, 'LastModifiedDate', 'Last Modified Date', 'datetime'),
    userField(object, 'LastModifiedById', 'Last Modified By ID'),
    systemField(object, 'IsDeleted', 'Deleted', 'boolean'),
  ];
}
