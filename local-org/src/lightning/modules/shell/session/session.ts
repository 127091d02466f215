/** Who is logged in, from the page itself. */

export interface SessionUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly timeZone: string;
  readonly locale: string;
}

interface Session {
  readonly user: SessionUser;
  readonly orgName: string;
  readonly maySeeSetup: boolean;
}

const session = JSON.parse(document.getElementById('session')!.textContent!) as Session;

export const user = session.user;
export const orgName = session.orgName;
export const maySeeSetup = session.maySeeSetup;
