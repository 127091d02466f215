/** Objects that say who is who and what they may do, as far as security reads them; and metadata grants for tests. */
import { type Grants, NO_ACCESS, NO_GRANTS } from '../security/permissions/grants.ts';
import type { PermissionSource } from '../security/permissions/permission-source.ts';
import { standardProfile } from '../security/permissions/standard-profiles.ts';
import { lookup, object, type ObjectBuilder } from './schema.ts';

const SETUP = { owned: false } as const;

export const PEOPLE_OBJECTS: readonly ObjectBuilder[] = [
  object(
    'User',
    { ...SETUP, keyPrefix: '005' },
    ['Name', 'string'],
    lookup('ProfileId', 'Profile'),
    lookup('UserRoleId', 'UserRole'),
  ),
  object('Profile', { ...SETUP, keyPrefix: '00e' }, ['Name', 'string']),
  object(
    'UserRole',
    { ...SETUP, keyPrefix: '00E' },
    ['Name', 'string'],
    ['DeveloperName', 'string'],
    lookup('ParentRoleId', 'UserRole'),
    ['OpportunityAccessForAccountOwner', 'picklist'],
  ),
  object(
    'Group',
    { ...SETUP, keyPrefix: '00G' },
    ['Name', 'string'],
    ['DeveloperName', 'string'],
    ['Type', 'picklist'],
    ['DoesIncludeBosses', 'boolean'],
    ['RelatedId', 'reference', { referenceTo: ['User', 'UserRole'], relationshipName: 'Related' }],
  ),
  object('GroupMember', { ...SETUP, keyPrefix: '011' }, lookup('GroupId', 'Group'), [
    'UserOrGroupId',
    'reference',
    { referenceTo: ['Group', 'User'], relationshipName: 'UserOrGroup' },
  ]),
  object('PermissionSet', { ...SETUP, keyPrefix: '0PS' }, ['Name', 'string'], ['PermissionsViewAllData', 'boolean']),
  object('PermissionSetGroup', { ...SETUP, keyPrefix: '0PG' }, ['DeveloperName', 'string']),
  object(
    'PermissionSetAssignment',
    { ...SETUP, keyPrefix: '0Pa' },
    lookup('AssigneeId', 'User'),
    lookup('PermissionSetId', 'PermissionSet'),
    lookup('PermissionSetGroupId', 'PermissionSetGroup'),
    ['ExpirationDate', 'datetime'],
  ),
  object(
    'ObjectPermissions',
    { ...SETUP, keyPrefix: '110' },
    lookup('ParentId', 'PermissionSet'),
    ['SobjectType', 'picklist'],
    ['PermissionsRead', 'boolean'],
    ['PermissionsCreate', 'boolean'],
    ['PermissionsEdit', 'boolean'],
    ['PermissionsDelete', 'boolean'],
    ['PermissionsViewAllRecords', 'boolean'],
    ['PermissionsModifyAllRecords', 'boolean'],
  ),
  object(
    'FieldPermissions',
    { ...SETUP, keyPrefix: '01k' },
    lookup('ParentId', 'PermissionSet'),
    ['Field', 'picklist'],
    ['PermissionsRead', 'boolean'],
    ['PermissionsEdit', 'boolean'],
  ),
  object('CustomPermission', { ...SETUP, keyPrefix: '0CP' }, ['DeveloperName', 'string']),
  object('SetupEntityAccess', { ...SETUP, keyPrefix: '0J0' }, lookup('ParentId', 'PermissionSet'), [
    'SetupEntityId',
    'reference',
    { referenceTo: ['CustomPermission'], relationshipName: 'SetupEntity' },
  ]),
];

/** Grants in short: letters of objects (`R`ead, `C`reate, `E`dit, `D`elete, `V`iew all, `M`odify all) and of fields (`R`, `E`). */
export function grants(
  objects: Record<string, string>,
  fields: Record<string, string> = {},
  more: Partial<Grants> = {},
): Grants {
  const entries = Object.entries(objects).map(([name, letters]) => {
    const has = (letter: string) => letters.includes(letter);
    const access = {
      read: has('R'),
      create: has('C'),
      edit: has('E'),
      delete: has('D'),
      viewAll: has('V'),
      modifyAll: has('M'),
    };
    return [name.toLowerCase(), { ...NO_ACCESS, ...access }] as const;
  });
  const access = Object.entries(fields).map(
    ([name, letters]) => [name.toLowerCase(), { read: letters.includes('R'), edit: letters.includes('E') }] as const,
  );
  return { ...NO_GRANTS, objects: new Map(entries), fields: new Map(access), ...more };
}

export function testSource(sets: Record<string, Grants> = {}, groups: Record<string, Grants> = {}): PermissionSource {
  return {
    profile: standardProfile,
    permissionSet: (name) => sets[name] ?? NO_GRANTS,
    permissionSetGroup: (name) => groups[name] ?? NO_GRANTS,
    speaksOfRecordType: () => false,
  };
}
