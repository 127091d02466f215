/** Roles, public groups and queues, and the groups that stand for roles and for everybody. */
import type { Metadata } from '../../metadata/metadata.ts';
import type { QueueSource } from '../../metadata/readers/people.ts';
import { OrgError } from '../../schema/errors.ts';
import type { ComponentRow, RowSync } from './sync-rows.ts';

type Queue = QueueSource & { readonly fullName: string };

/** Kinds of groups that the platform keeps for every role ("Group", Object Reference). */
const ROLE_GROUPS = ['Role', 'RoleAndSubordinates'] as const;

export function syncRolesAndGroups(rows: RowSync, metadata: Metadata): void {
  rows.sync(
    'UserRole',
    [...metadata.roles.values()].map((role) => ({
      name: role.fullName,
      values: {
        Name: role.name,
        DeveloperName: role.fullName,
        ParentRoleId: role.parentRole === undefined ? null : rows.idOf('UserRole', role.parentRole),
        RollupDescription: role.description ?? null,
        CaseAccessForAccountOwner: role.caseAccessLevel ?? 'None',
        ContactAccessForAccountOwner: role.contactAccessLevel ?? 'None',
        OpportunityAccessForAccountOwner: role.opportunityAccessLevel ?? 'None',
      },
    })),
  );
  rows.sync('Group', [...roleGroups(rows, metadata), everybody, ...publicGroups(metadata), ...queues(metadata)]);
  rows.sync(
    'GroupMember',
    [...metadata.queues.values()].flatMap((queue) => queueMembers(rows, queue)),
  );
  rows.sync(
    'QueueSobject',
    [...metadata.queues.values()].flatMap((queue) =>
      queue.queueSobject.map(({ sobjectType }) => ({
        name: `${queue.fullName}.${sobjectType}`,
        values: { QueueId: groupId(rows, 'Queue', queue.fullName), SobjectType: sobjectType },
      })),
    ),
  );
}

const everybody: ComponentRow = {
  name: 'Organization',
  values: { Name: 'All Internal Users', DeveloperName: 'AllInternalUsers', Type: 'Organization', RelatedId: null },
};

function roleGroups(rows: RowSync, metadata: Metadata): ComponentRow[] {
  return [...metadata.roles.values()].flatMap((role) =>
    ROLE_GROUPS.map((type) => ({
      name: `${type}.${role.fullName}`,
      values: {
        Name: role.name.slice(0, 40),
        DeveloperName: `${role.fullName}${type === 'Role' ? '' : 'S'}`,
        Type: type,
        RelatedId: rows.idOf('UserRole', role.fullName),
        DoesIncludeBosses: false,
      },
    })),
  );
}

function publicGroups(metadata: Metadata): ComponentRow[] {
  return [...metadata.groups.values()].map((group) => ({
    name: `Regular.${group.fullName}`,
    values: {
      Name: group.name,
      DeveloperName: group.fullName,
      Type: 'Regular',
      Description: group.description ?? null,
      DoesIncludeBosses: group.doesIncludeBosses ?? false,
    },
  }));
}

function queues(metadata: Metadata): ComponentRow[] {
  return [...metadata.queues.values()].map((queue) => ({
    name: `Queue.${queue.fullName}`,
    values: {
      Name: queue.name,
      DeveloperName: queue.fullName,
      Type: 'Queue',
      Email: queue.email ?? null,
      DoesSendEmailToMembers: queue.doesSendEmailToMembers ?? false,
      DoesIncludeBosses: queue.doesIncludeBosses ?? true,
    },
  }));
}

/** Users are named by username; those the org does not have are no members. */
function queueMembers(rows: RowSync, queue: Queue): ComponentRow[] {
  const members = queue.queueMembers;
  const users = rows.store.findRows(rows.store.schema.require('User'), 'Username', members?.users?.user ?? []);
  const ids = [
    ...users.map(({ id }) => id!),
    ...(members?.publicGroups?.publicGroup ?? []).map((name) => groupId(rows, 'Regular', name)),
    ...(members?.roles?.role ?? []).map((name) => groupId(rows, 'Role', name)),
    ...(members?.roleAndSubordinates?.roleAndSubordinate ?? []).map((name) =>
      groupId(rows, 'RoleAndSubordinates', name),
    ),
    ...(members?.roleAndSubordinatesInternal?.roleAndSubordinateInternal ?? []).map((name) =>
      groupId(rows, 'RoleAndSubordinates', name),
    ),
  ];
  return ids.map((member) => ({
    name: `${queue.fullName}.${member}`,
    values: { GroupId: groupId(rows, 'Queue', queue.fullName), UserOrGroupId: member },
  }));
}

function groupId(rows: RowSync, type: string, name: string): string {
  if (name === '') throw new OrgError('INVALID_CROSS_REFERENCE_KEY', `A queue names a ${type} without a name`);
  return rows.idOf('Group', `${type}.${name}`);
}
