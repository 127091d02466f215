/** The demo's people who log in, one for each persona of the package. */
import type { Connection } from 'jsforce';
import { insertAll, queryAll } from './records.ts';

export const DEMO_PASSWORD = 'keelson';
export const DEMO_DOMAIN = 'keelson.example';

export interface DemoUser {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Job, as the start page of the demo tells it. */
  readonly title: string;
  readonly profile: string;
  readonly group: string;
  /** Public groups with whom folders of reports and dashboards are shared. */
  readonly folderGroups: readonly string[];
}

export const demoUsers: readonly DemoUser[] = [
  {
    key: 'admin',
    firstName: 'Ada',
    lastName: 'Mercer',
    title: 'Administrator',
    profile: 'System Administrator',
    group: 'Administrator',
    folderGroups: ['Keelson_Leaders'],
  },
  {
    key: 'sales',
    firstName: 'Sasha',
    lastName: 'Quill',
    title: 'Sales representative',
    profile: 'Standard User',
    group: 'SalesRep',
    folderGroups: ['Keelson_Sales'],
  },
  {
    key: 'pm',
    firstName: 'Priya',
    lastName: 'Anand',
    title: 'Project manager',
    profile: 'Standard User',
    group: 'ProjectManager',
    folderGroups: ['Keelson_Project_Managers'],
  },
  {
    key: 'resourcing',
    firstName: 'Rowan',
    lastName: 'Fitch',
    title: 'Resource manager',
    profile: 'Standard User',
    group: 'ResourceManager',
    folderGroups: ['Keelson_Resource_Managers'],
  },
  {
    key: 'consultant',
    firstName: 'Carlos',
    lastName: 'Moreno',
    title: 'Consultant',
    profile: 'Standard User',
    group: 'Consultant',
    folderGroups: [],
  },
  {
    key: 'finance',
    firstName: 'Fatima',
    lastName: 'Noor',
    title: 'Finance',
    profile: 'Standard User',
    group: 'Finance',
    folderGroups: ['Keelson_Finance'],
  },
  {
    key: 'leader',
    firstName: 'Lars',
    lastName: 'Holm',
    title: 'Executive',
    profile: 'Read Only',
    group: 'Executive',
    folderGroups: ['Keelson_Leaders'],
  },
];

export type DemoUserIds = ReadonlyMap<string, string>;

export function usernameOf(user: DemoUser, domain = DEMO_DOMAIN): string {
  return `${user.key}@${domain}`;
}

/** Makes the demo users that are missing, with password and persona; returns all their ids by key. */
export async function ensureUsers(connection: Connection, domain = DEMO_DOMAIN): Promise<DemoUserIds> {
  const usernames = demoUsers.map((user) => `'${usernameOf(user, domain)}'`).join(', ');
  const existing = await queryAll<{ Id: string; Username: string }>(
    connection,
    `SELECT Id, Username FROM User WHERE Username IN (${usernames})`,
  );
  const ids = new Map<string, string>();
  for (const user of demoUsers) {
    const found = existing.find((row) => row.Username === usernameOf(user, domain));
    if (found !== undefined) ids.set(user.key, found.Id);
  }
  const missing = demoUsers.filter((user) => !ids.has(user.key));
  const created = await insertAll(connection, 'User', await userRecords(connection, missing, domain));
  for (const [index, user] of missing.entries()) {
    const id = created[index] ?? '';
    ids.set(user.key, id);
    await connection.request({
      method: 'POST',
      url: `${connection._baseUrl()}/sobjects/User/${id}/password`,
      body: JSON.stringify({ NewPassword: DEMO_PASSWORD }),
      headers: { 'content-type': 'application/json' },
    });
  }
  await assignPersonas(connection, ids);
  await joinFolderGroups(connection, ids);
  return ids;
}

async function userRecords(
  connection: Connection,
  users: readonly DemoUser[],
  domain: string,
): Promise<Record<string, string>[]> {
  const profiles = await queryAll<{ Id: string; Name: string }>(connection, 'SELECT Id, Name FROM Profile');
  return users.map((user) => {
    const profile = profiles.find((row) => row.Name === user.profile);
    if (profile === undefined) throw new Error(`The org has no profile "${user.profile}".`);
    return {
      Username: usernameOf(user, domain),
      Email: usernameOf(user, domain),
      FirstName: user.firstName,
      LastName: user.lastName,
      Title: user.title,
      Alias: user.key.slice(0, 8),
      ProfileId: profile.Id,
      TimeZoneSidKey: 'America/New_York',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    };
  });
}

/** Each demo user's permission-set group, where it is not assigned yet. */
async function assignPersonas(connection: Connection, ids: DemoUserIds): Promise<void> {
  const groups = await queryAll<{ Id: string; DeveloperName: string }>(
    connection,
    'SELECT Id, DeveloperName FROM PermissionSetGroup',
  );
  const assigned = await queryAll<{ AssigneeId: string; PermissionSetGroupId: string | null }>(
    connection,
    'SELECT AssigneeId, PermissionSetGroupId FROM PermissionSetAssignment WHERE PermissionSetGroupId != null',
  );
  const wanted = demoUsers.map((user) => {
    const group = groups.find((row) => row.DeveloperName === user.group);
    if (group === undefined)
      throw new Error(`The org has no permission set group "${user.group}": deploy the package first.`);
    return { AssigneeId: ids.get(user.key) ?? '', PermissionSetGroupId: group.Id };
  });
  const missing = wanted.filter(
    (row) =>
      !assigned.some(
        (has) => has.AssigneeId === row.AssigneeId && has.PermissionSetGroupId === row.PermissionSetGroupId,
      ),
  );
  await insertAll(connection, 'PermissionSetAssignment', missing);
}

/** Each demo user's public groups, where it is not a member yet. */
async function joinFolderGroups(connection: Connection, ids: DemoUserIds): Promise<void> {
  const groups = await queryAll<{ Id: string; DeveloperName: string }>(
    connection,
    "SELECT Id, DeveloperName FROM Group WHERE Type = 'Regular'",
  );
  const members = await queryAll<{ GroupId: string; UserOrGroupId: string }>(
    connection,
    'SELECT GroupId, UserOrGroupId FROM GroupMember',
  );
  const wanted = demoUsers.flatMap((user) =>
    user.folderGroups.map((name) => {
      const group = groups.find((row) => row.DeveloperName === name);
      if (group === undefined) throw new Error(`The org has no public group "${name}": deploy the package first.`);
      return { GroupId: group.Id, UserOrGroupId: ids.get(user.key) ?? '' };
    }),
  );
  const missing = wanted.filter(
    (row) => !members.some((has) => has.GroupId === row.GroupId && has.UserOrGroupId === row.UserOrGroupId),
  );
  await insertAll(connection, 'GroupMember', missing);
}
