/** A user of each persona group who has nothing else than the group and the profile of everybody. */
import type { Connection } from 'jsforce';
import { API_VERSION } from '../../seed/api-version.ts';
import { insertAll, queryAll } from '../../seed/records.ts';
import { DEMO_PASSWORD, demoUsers } from '../../seed/users.ts';
import { Connection as Client } from 'jsforce';
import { logIn, usernameFor, type Persona } from '../support/personas.ts';
import { GROUPS, type Group } from './table.ts';

/** Who sets the package up without being an administrator of the org, who may do everything anyway. */
const ADMINISTRATOR = 'package-administrator@keelson.example';

export interface Person {
  readonly id: string;
  readonly connection: Connection;
}

/** Logs one in of each group. All may run anonymous Apex too, which opens no records and no fields. */
export async function makePeople(admin: Connection, url: string): Promise<ReadonlyMap<Group, Person>> {
  await addAdministrator(admin);
  const people = new Map<Group, Person>();
  for (const group of GROUPS) people.set(group, await logInAs(url, group));
  const [permissionSet] = await insertAll(admin, 'PermissionSet', [
    { Name: 'AnonymousApex', Label: 'Anonymous Apex', PermissionsAuthorApex: true },
  ]);
  await insertAll(
    admin,
    'PermissionSetAssignment',
    [...people.values()].map(({ id }) => ({ AssigneeId: id, PermissionSetId: permissionSet })),
  );
  return people;
}

async function logInAs(url: string, group: Group): Promise<Person> {
  const persona = demoUsers.find((user) => user.group === group)?.key as Persona;
  const connection = group === 'Administrator' ? await logInAdministrator(url) : await logIn(url, persona);
  return { id: connection.userInfo?.id ?? '', connection };
}

async function logInAdministrator(url: string): Promise<Connection> {
  const connection = new Client({ loginUrl: url, version: API_VERSION });
  await connection.login(ADMINISTRATOR, DEMO_PASSWORD);
  return connection;
}

async function addAdministrator(admin: Connection): Promise<void> {
  const like = await admin
    .sobject('User')
    .findOne({ Username: usernameFor('finance') }, [
      'ProfileId',
      'TimeZoneSidKey',
      'LocaleSidKey',
      'LanguageLocaleKey',
      'EmailEncodingKey',
    ]);
  const { attributes: _attributes, Id: _id, ...sameAs } = { ...like } as Record<string, string>;
  const [AssigneeId = ''] = await insertAll(admin, 'User', [
    { ...sameAs, Username: ADMINISTRATOR, Email: ADMINISTRATOR, LastName: 'Administrator', Alias: 'packadm' },
  ]);
  await admin.request({
    method: 'POST',
    url: `${admin._baseUrl()}/sobjects/User/${AssigneeId}/password`,
    body: JSON.stringify({ NewPassword: DEMO_PASSWORD }),
    headers: { 'content-type': 'application/json' },
  });
  const [group] = await queryAll<{ Id: string }>(
    admin,
    "SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Administrator'",
  );
  await insertAll(admin, 'PermissionSetAssignment', [{ AssigneeId, PermissionSetGroupId: group?.Id }]);
}
