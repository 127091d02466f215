/**
 * Permissions that rows of the database grant: `ObjectPermissions`, `FieldPermissions`, `SetupEntityAccess` and tab settings of a
 * permission set, and the system permissions among its own columns. Code can make them at run time, tests often do.
 */
import { isStableId } from '../../../schema/ids.ts';
import type { ObjectSchema } from '../../../schema/model.ts';
import type { SObject } from '../../../schema/sobject.ts';
import type { Store } from '../../store.ts';
import { type Grants, NO_GRANTS } from './grants.ts';

/** The objects whose rows grant something; changes to them change what users may do. */
export const PERMISSION_OBJECTS = [
  'PermissionSet',
  'ObjectPermissions',
  'FieldPermissions',
  'SetupEntityAccess',
  'PermissionSetTabSetting',
  'CustomPermission',
  'ApexClass',
];

const SYSTEM_COLUMN = /^Permissions(.+)$/;

/** What the rows that belong to a `PermissionSet` row grant. */
export function grantsOfRows(store: Store, permissionSet: SObject): Grants {
  const related = (name: string) => childRows(store, name, permissionSet.id!);
  const entities = related('SetupEntityAccess').map((row) => String(row.get('SetupEntityId')));
  return {
    ...NO_GRANTS,
    objects: new Map(related('ObjectPermissions').map((row) => [text(row, 'SobjectType'), objectGrant(row)])),
    fields: new Map(
      related('FieldPermissions').map((row) => [
        text(row, 'Field'),
        { read: flag(row, 'PermissionsRead') || flag(row, 'PermissionsEdit'), edit: flag(row, 'PermissionsEdit') },
      ]),
    ),
    system: systemPermissions(permissionSet),
    custom: namesOf(store, 'CustomPermission', 'DeveloperName', entities),
    classes: namesOf(store, 'ApexClass', 'Name', entities),
    pages: namesOf(store, 'ApexPage', 'Name', entities),
    tabs: new Set(related('PermissionSetTabSetting').map((row) => text(row, 'Name'))),
  };
}

function objectGrant(row: SObject) {
  return {
    read: flag(row, 'PermissionsRead'),
    create: flag(row, 'PermissionsCreate'),
    edit: flag(row, 'PermissionsEdit'),
    delete: flag(row, 'PermissionsDelete'),
    viewAll: flag(row, 'PermissionsViewAllRecords'),
    modifyAll: flag(row, 'PermissionsModifyAllRecords'),
    viewAllFields: flag(row, 'PermissionsViewAllFields'),
  };
}

function systemPermissions(row: SObject): Set<string> {
  return new Set(
    [...row.values].flatMap(([name, value]) => {
      const permission = SYSTEM_COLUMN.exec(name)?.[1];
      return permission !== undefined && value === true ? [permission.toLowerCase()] : [];
    }),
  );
}

function childRows(store: Store, objectName: string, parentId: string): SObject[] {
  const object = store.schema.object(objectName);
  if (object === undefined) return [];
  // Rows of what metadata grants only show it; muting is not in them.
  return store.findRows(object, 'ParentId', [parentId]).filter(({ id }) => !isStableId(id!));
}

function namesOf(store: Store, objectName: string, field: string, ids: readonly string[]): Set<string> {
  const object: ObjectSchema | undefined = store.schema.object(objectName);
  if (object === undefined || ids.length === 0) return new Set();
  return new Set([...store.getRows(object, ids).values()].map((row) => text(row, field)));
}

function text(row: SObject, field: string): string {
  return String(row.get(field)).toLowerCase();
}

function flag(row: SObject, field: string): boolean {
  return row.schema.field(field) !== undefined && row.get(field) === true;
}
