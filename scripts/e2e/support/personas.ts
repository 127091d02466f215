/** The demo users, as a test logs in as them. */
import { Connection } from 'jsforce';
import { API_VERSION } from '../../seed/api-version.ts';
import { DEMO_PASSWORD, demoUsers, usernameOf } from '../../seed/users.ts';

export type Persona = 'admin' | 'sales' | 'pm' | 'resourcing' | 'consultant' | 'finance' | 'leader';

export function usernameFor(persona: Persona): string {
  const user = demoUsers.find(({ key }) => key === persona);
  if (user === undefined) throw new Error(`There is no demo user "${persona}".`);
  return usernameOf(user);
}

/** Logs in through the SOAP API, as jsforce does with a username and a password. */
export async function logIn(url: string, persona: Persona, password = DEMO_PASSWORD): Promise<Connection> {
  const connection = new Connection({ loginUrl: url, version: API_VERSION });
  await connection.login(usernameFor(persona), password);
  return connection;
}
