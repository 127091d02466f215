/** Who may use the Metadata API ("Metadata API Access for Users", Metadata API Developer Guide). */
import type { UserContext } from '../../database/services.ts';
import type { Org } from '../../org/org.ts';
import { OrgError } from '../../schema/errors.ts';

export function requireMetadataAccess({ security }: Org, { id }: UserContext): void {
  if (!security.hasPermission(id, 'ApiEnabled')) {
    throw new OrgError('API_DISABLED_FOR_ORG', 'API is not enabled for this Organization or Partner');
  }
  if (security.hasPermission(id, 'ModifyAllData') || security.hasPermission(id, 'ModifyMetadata')) return;
  throw new OrgError(
    'INSUFFICIENT_ACCESS',
    'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
  );
}
