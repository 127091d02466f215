/** Default record types, as profiles assign them ("Assign Record Types and Page Layouts in Profiles", Salesforce help). */
import { profileLabel } from '../database/security/permissions/permission-source.ts';
import type { UserContext } from '../database/services.ts';
import type { Store } from '../database/store.ts';
import type { Metadata } from '../metadata/metadata.ts';
import type { ObjectSchema } from '../schema/model.ts';

/** Id of the user's default record type of the object; null for the master record type, also where no profile says anything. */
export function defaultRecordType(
  store: Store,
  metadata: Metadata,
  user: UserContext,
  object: ObjectSchema,
): string | null {
  if (object.recordTypes.every(({ isMaster }) => isMaster) || metadata.profiles.size === 0) return null;
  const row = store.getRows(store.schema.require('Profile'), [user.profileId]).get(user.profileId);
  const label = String(row?.get('Name')).toLowerCase();
  const profile = [...metadata.profiles].find(([fullName]) => profileLabel(fullName) === label)?.[1];
  const names = profile?.recordTypeVisibilities.flatMap((each) => (each.default ? [each.recordType] : [])) ?? [];
  const type = object.recordTypes.find((each) => names.includes(`${object.name}.${each.developerName}`));
  return type?.active === true ? type.id : null;
}
