/** The profile of the user, as the project's metadata speaks of it. */
import { profileLabel } from '../../database/security/permissions/permission-source.ts';
import type { ProfileSource } from '../../metadata/readers/profile.ts';
import { querySystem, quoted, type UiApiContext } from './context.ts';

const LABEL = Symbol('profile of the user');

/** In lower case. */
function userProfileLabel(context: UiApiContext): string {
  return context.tx.state(LABEL, () => {
    const [profile] = querySystem(context, `SELECT Name FROM Profile WHERE Id = ${quoted(context.user.profileId)}`);
    return String(profile?.get('Name') ?? '').toLowerCase();
  });
}

/** Whether metadata means the user's profile by this name: standard profiles have other names there (`Admin`). */
export function isUserProfile(context: UiApiContext, fullName: string): boolean {
  return profileLabel(fullName) === userProfileLabel(context);
}

/** What the project says of the user's profile; undefined when it says nothing. */
export function userProfile(context: UiApiContext): ProfileSource | undefined {
  return [...context.org.metadata.profiles].find(([fullName]) => isUserProfile(context, fullName))?.[1];
}
