/** Users, roles and groups, and who belongs to whom. Read again when one of their rows changes. */
import type { SQLOutputValue } from 'node:sqlite';
import type { Store } from '../../store.ts';
import { quoted } from '../../store/names.ts';

export const DIRECTORY_OBJECTS = ['User', 'UserRole', 'Group', 'GroupMember'];

export interface Role {
  readonly id: string;
  readonly parentId: string | null;
  readonly developerName: string;
  /** Access to contacts, opportunities and cases of accounts that the role's users own. */
  readonly accountOwnerAccess: Readonly<Record<'Contact' | 'Opportunity' | 'Case', string | null>>;
}

export interface Group {
  readonly id: string;
  readonly developerName: string;
  readonly type: string;
  readonly relatedId: string | null;
  /** Whether managers of members have what the group has ("Grant Access Using Hierarchies"). */
  readonly includesBosses: boolean;
}

export class Directory {
  readonly roles: ReadonlyMap<string, Role>;
  readonly groups: ReadonlyMap<string, Group>;
  private readonly roleOfUser: ReadonlyMap<string, string | null>;
  /** Groups that a user or group is a member of. */
  private readonly memberships = new Map<string, string[]>();
  private readonly members = new Map<string, string[]>();

  constructor(store: Store) {
    this.roles = new Map(
      readRows(store, 'UserRole', ROLE_COLUMNS)
        .map(role)
        .map((item) => [item.id, item]),
    );
    this.groups = new Map(
      readRows(store, 'Group', GROUP_COLUMNS)
        .map(group)
        .map((item) => [item.id, item]),
    );
    this.roleOfUser = new Map(
      readRows(store, 'User', ['Id', 'UserRoleId']).map(([id, roleId]) => [String(id), roleId as string | null]),
    );
    for (const [groupId, memberId] of readRows(store, 'GroupMember', ['GroupId', 'UserOrGroupId'])) {
      append(this.memberships, String(memberId), String(groupId));
      append(this.members, String(groupId), String(memberId));
    }
  }

  role(userId: string): Role | undefined {
    const roleId = this.roleOfUser.get(userId);
    return roleId == null ? undefined : this.roles.get(roleId);
  }

  /** Users whose role is below the user's role. */
  subordinates(userId: string): string[] {
    const top = this.role(userId)?.id;
    if (top === undefined) return [];
    return this.usersWhere((role) => role.id !== top && this.isWithin(role, top));
  }

  /** Users whose role satisfies the test. */
  usersWhere(test: (role: Role) => boolean): string[] {
    return [...this.roleOfUser.keys()].filter((userId) => {
      const role = this.role(userId);
      return role !== undefined && test(role);
    });
  }

  /** Whether the role is this one or below it. */
  isWithin(role: Role, topId: string): boolean {
    for (
      let at: Role | undefined = role;
      at !== undefined;
      at = at.parentId === null ? undefined : this.roles.get(at.parentId)
    ) {
      if (at.id === topId) return true;
    }
    return false;
  }

  /** Every group the user belongs to, also through roles and through other groups. */
  groupsOf(userId: string): Group[] {
    const role = this.role(userId);
    const found = new Map<string, Group>();
    const pending = [...(this.memberships.get(userId) ?? []), ...this.roleGroups(role)];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      const next = this.groups.get(id);
      if (next === undefined || found.has(id)) continue;
      found.set(id, next);
      pending.push(...(this.memberships.get(id) ?? []));
    }
    return [...found.values()];
  }

  /** Every user in the group, also through roles and through other groups. */
  usersIn(groupId: string): Set<string> {
    return new Set(
      [...this.roleOfUser.keys()].filter((userId) => this.groupsOf(userId).some(({ id }) => id === groupId)),
    );
  }

  /** By the API name, without regard to case. */
  groupNamed(developerName: string, type: string): Group | undefined {
    const wanted = developerName.toLowerCase();
    return [...this.groups.values()].find((item) => item.type === type && item.developerName.toLowerCase() === wanted);
  }

  roleNamed(developerName: string): Role | undefined {
    const wanted = developerName.toLowerCase();
    return [...this.roles.values()].find((item) => item.developerName.toLowerCase() === wanted);
  }

  private roleGroups(role: Role | undefined): string[] {
    return [...this.groups.values()]
      .filter(({ type, relatedId }) => {
        if (type === 'Organization') return true;
        if (role === undefined || relatedId === null) return false;
        if (type === 'Role') return relatedId === role.id;
        return type.startsWith('RoleAndSubordinates') && this.isWithin(role, relatedId);
      })
      .map(({ id }) => id);
  }
}

const ROLE_COLUMNS = [
  'Id',
  'ParentRoleId',
  'DeveloperName',
  'ContactAccessForAccountOwner',
  'OpportunityAccessForAccountOwner',
  'CaseAccessForAccountOwner',
];
const GROUP_COLUMNS = ['Id', 'DeveloperName', 'Type', 'RelatedId', 'DoesIncludeBosses'];

function role([id, parentId, developerName, contact, opportunity, caseAccess]: readonly SQLOutputValue[]): Role {
  return {
    id: String(id),
    parentId: parentId as string | null,
    developerName: String(developerName),
    accountOwnerAccess: {
      Contact: contact as string | null,
      Opportunity: opportunity as string | null,
      Case: caseAccess as string | null,
    },
  };
}

function group([id, developerName, type, relatedId, includesBosses]: readonly SQLOutputValue[]): Group {
  return {
    id: String(id),
    developerName: String(developerName),
    type: String(type),
    relatedId: relatedId as string | null,
    includesBosses: includesBosses === 1,
  };
}

/** Null where the object has no such column; nothing when there is no such object. */
function readRows(store: Store, objectName: string, columns: readonly string[]): SQLOutputValue[][] {
  const object = store.schema.object(objectName);
  if (object === undefined) return [];
  const table = store.table(object);
  const names = columns.map((name) => (table.column(name) === undefined ? 'NULL' : quoted(name)));
  return store.prepare(`SELECT ${names.join()} FROM ${table.sqlName}`).all() as unknown as SQLOutputValue[][];
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
