/** Values of hierarchy custom settings ("Custom Settings Methods", Apex Reference Guide). */
import type { UserContext } from '../../../database/services.ts';
import type { Transaction } from '../../../database/transaction.ts';
import type { ObjectSchema } from '../../../schema/model.ts';
import { SObject } from '../../../schema/sobject.ts';

/** Fields that tell of the row and are not settings. */
const OWN_FIELDS = new Set([
  'Id',
  'Name',
  'SetupOwnerId',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
]);

/**
 * What holds for a user: each field from the row of the user, else of the profile, else of the organization. A record
 * without id when there is no row; checkboxes are never empty, so the nearest row decides them.
 */
export function hierarchySetting(
  tx: Transaction,
  object: ObjectSchema,
  user: Pick<UserContext, 'id' | 'profileId'>,
): SObject {
  const rows = tx.store.allRows(object);
  const ownedBy = (isOwner: (owner: string) => boolean): SObject[] =>
    rows.filter((row) => isOwner(String(row.get('SetupOwnerId'))));
  const levels = [
    ...ownedBy((owner) => owner === user.id),
    ...ownedBy((owner) => owner === user.profileId),
    ...ownedBy((owner) => owner.startsWith('00D')),
  ];
  const merged = levels[0]?.clone() ?? new SObject(object);
  for (const level of levels) {
    for (const [name, value] of level.values) {
      if (!OWN_FIELDS.has(name) && merged.get(name) === null) merged.set(name, value);
    }
  }
  return merged;
}
