/**
 * Permission sets, their groups and custom permissions. What they grant is read from the metadata itself, by `PermissionSource`:
 * rows of `ObjectPermissions` and the like are only those that are made at run time.
 */
import type { Metadata } from '../../metadata/metadata.ts';
import { profilePermissionSets } from './profiles.ts';
import type { RowSync } from './sync-rows.ts';

export function syncPermissionSets(rows: RowSync, metadata: Metadata): void {
  const sets = [...metadata.permissionSets.values()].map(({ fullName, label, description, hasActivationRequired }) => ({
    name: fullName,
    values: {
      Name: fullName,
      Label: label,
      Description: description ?? null,
      HasActivationRequired: hasActivationRequired ?? false,
      IsCustom: true,
      IsOwnedByProfile: false,
      Type: 'Regular',
    },
  }));
  rows.sync('PermissionSet', [...sets, ...profilePermissionSets(rows, metadata)]);
  const groups = [...metadata.permissionSetGroups.values()];
  rows.sync(
    'PermissionSetGroup',
    groups.map(({ fullName, label, description, hasActivationRequired }) => ({
      name: fullName,
      values: {
        DeveloperName: fullName,
        MasterLabel: label,
        Language: 'en_US',
        Description: description ?? null,
        HasActivationRequired: hasActivationRequired ?? false,
        Status: 'Updated',
      },
    })),
  );
  rows.sync(
    'PermissionSetGroupComponent',
    groups.flatMap(({ fullName, permissionSets }) =>
      permissionSets.map((set) => ({
        name: `${fullName}.${set}`,
        values: {
          PermissionSetGroupId: rows.idOf('PermissionSetGroup', fullName),
          PermissionSetId: rows.idOf('PermissionSet', set),
        },
      })),
    ),
  );
  rows.sync(
    'CustomPermission',
    [...metadata.customPermissions.values()].map(({ fullName, label, description }) => ({
      name: fullName,
      values: { DeveloperName: fullName, MasterLabel: label, Language: 'en_US', Description: description ?? null },
    })),
  );
}
