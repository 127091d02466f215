/** All that a user has been granted: by profile, permission sets and permission set groups. */
import { isStableId } from '../../../schema/ids.ts';
import type { SObject } from '../../../schema/sobject.ts';
import { DatetimeValue } from '../../../schema/values/index.ts';
import type { Clock } from '../../services.ts';
import type { Store } from '../../store.ts';
import { addGrants, type Grants, NO_GRANTS } from './grants.ts';
import { grantsOfRows, PERMISSION_OBJECTS } from './permission-rows.ts';
import type { PermissionSource } from './permission-source.ts';

/** Objects whose rows say who has which permission set. */
export const ASSIGNMENT_OBJECTS = [
  ...PERMISSION_OBJECTS,
  'User',
  'Profile',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
];

export function grantsOfUser(store: Store, source: PermissionSource, clock: Clock, userId: string): Grants {
  const user = row(store, 'User', userId);
  if (user === undefined) return NO_GRANTS;
  return addGrants([profileGrants(store, source, user), ...assignedGrants(store, source, clock, userId)]);
}

function profileGrants(store: Store, source: PermissionSource, user: SObject): Grants {
  const profile = row(store, 'Profile', String(user.get('ProfileId')));
  return profile === undefined ? NO_GRANTS : source.profile(String(profile.get('Name')));
}

function assignedGrants(store: Store, source: PermissionSource, clock: Clock, userId: string): Grants[] {
  const object = store.schema.object('PermissionSetAssignment');
  if (object === undefined) return [];
  const assignments = store
    .findRows(object, 'AssigneeId', [userId])
    .filter((assignment) => !isExpired(assignment, clock));
  return assignments.flatMap((assignment) => {
    const group = optionalRow(store, 'PermissionSetGroup', assignment, 'PermissionSetGroupId');
    if (group !== undefined) return [groupGrants(store, source, group)];
    const set = optionalRow(store, 'PermissionSet', assignment, 'PermissionSetId');
    return set === undefined ? [] : [setGrants(store, source, set)];
  });
}

/** Of metadata, with its muting, and of components that were added at run time. */
function groupGrants(store: Store, source: PermissionSource, group: SObject): Grants {
  const object = store.schema.object('PermissionSetGroupComponent');
  const components = object === undefined ? [] : store.findRows(object, 'PermissionSetGroupId', [group.id]);
  const added = components.flatMap((component) => {
    const set = optionalRow(store, 'PermissionSet', component, 'PermissionSetId');
    if (set === undefined) return [];
    // What the metadata of a set grants comes with the group, less what is muted, unless code has put the set into it.
    return [isStableId(component.id!) ? grantsOfRows(store, set) : setGrants(store, source, set)];
  });
  return addGrants([source.permissionSetGroup(String(group.get('DeveloperName'))), ...added]);
}

function setGrants(store: Store, source: PermissionSource, set: SObject): Grants {
  return addGrants([source.permissionSet(String(set.get('Name'))), grantsOfRows(store, set)]);
}

function isExpired(assignment: SObject, clock: Clock): boolean {
  if (assignment.schema.field('ExpirationDate') === undefined) return false;
  const expires = assignment.get('ExpirationDate');
  return expires instanceof DatetimeValue && expires.ms <= clock.now();
}

function optionalRow(store: Store, objectName: string, holder: SObject, field: string): SObject | undefined {
  if (holder.schema.field(field) === undefined) return undefined;
  const id = holder.get(field);
  return typeof id === 'string' ? row(store, objectName, id) : undefined;
}

function row(store: Store, objectName: string, id: string): SObject | undefined {
  const object = store.schema.object(objectName);
  return object && store.getRows(object, [id]).get(id);
}
