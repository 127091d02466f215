/** Profiles, each with the permission set that stands for it, and the user licences they need. */
import { profileLabel } from '../../database/security/permissions/permission-source.ts';
import { STANDARD_PROFILE_NAMES, standardProfile } from '../../database/security/permissions/standard-profiles.ts';
import type { Metadata } from '../../metadata/metadata.ts';
import type { ComponentRow, RowSync } from './sync-rows.ts';

const LICENCES = [
  'Salesforce',
  'Salesforce Platform',
  'Salesforce Integration',
  'Chatter Free',
  'Chatter External',
  'Identity',
];

const LICENCE_OF_PROFILE: Readonly<Record<string, string>> = {
  'Standard Platform User': 'Salesforce Platform',
  'Salesforce API Only System Integrations': 'Salesforce Integration',
  'Minimum Access - API Only Integrations': 'Salesforce Integration',
  'Chatter Free User': 'Chatter Free',
  'Chatter Moderator User': 'Chatter Free',
  'Chatter External User': 'Chatter External',
  'Identity User': 'Identity',
};

/** System permissions that would lock an administrator out of something instead of giving access. */
const RESTRICTING = new Set([
  'PermissionsApiUserOnly',
  'PermissionsForceTwoFactor',
  'PermissionsTwoFactorApi',
  'PermissionsHideReadByList',
  'PermissionsPreventClassicExperience',
  'PermissionsIsSsoEnabled',
]);

export const ADMINISTRATOR = 'System Administrator';

/** Labels of the standard profiles and of those that the project has. */
export function profileNames(metadata: Metadata): string[] {
  const own = [...metadata.profiles.keys()].map((fullName) => {
    const label = profileLabel(fullName);
    return STANDARD_PROFILE_NAMES.find((name) => name.toLowerCase() === label) ?? decodeURIComponent(fullName);
  });
  return [...new Set([...STANDARD_PROFILE_NAMES, ...own])];
}

export function syncProfiles(rows: RowSync, metadata: Metadata): void {
  rows.sync(
    'UserLicense',
    LICENCES.map((name) => ({
      name,
      values: {
        Name: name,
        MasterLabel: name,
        LicenseDefinitionKey: name.toUpperCase().replaceAll(' ', '_'),
        Status: 'Active',
        TotalLicenses: 1000,
      },
    })),
  );
  rows.sync(
    'Profile',
    profileNames(metadata).map((name) => profileRow(rows, metadata, name)),
  );
}

/** The permission sets that belong to profiles ("PermissionSet", Object Reference: `IsOwnedByProfile`). */
export function profilePermissionSets(rows: RowSync, metadata: Metadata): ComponentRow[] {
  return profileNames(metadata).map((name) => {
    const profileId = rows.idOf('Profile', name);
    return {
      name: `profile:${name}`,
      values: {
        Name: `X${profileId.slice(0, 15)}`,
        Label: profileId.slice(0, 15),
        ProfileId: profileId,
        IsOwnedByProfile: true,
        IsCustom: false,
        Type: 'Profile',
      },
    };
  });
}

function profileRow(rows: RowSync, metadata: Metadata, name: string): ComponentRow {
  const licence = LICENCE_OF_PROFILE[name] ?? 'Salesforce';
  return {
    name,
    values: {
      Name: name,
      UserLicenseId: rows.idOf('UserLicense', licence),
      UserType: 'Standard',
      ...systemPermissions(rows, metadata, name),
    },
  };
}

function systemPermissions(rows: RowSync, metadata: Metadata, name: string): Record<string, boolean> {
  const columns = [...rows.store.schema.require('Profile').fields.values()]
    .map((field) => field.name)
    .filter((field) => field.startsWith('Permissions'));
  if (name === ADMINISTRATOR) return Object.fromEntries(columns.map((column) => [column, !RESTRICTING.has(column)]));
  const source = [...metadata.profiles].find(([fullName]) => profileLabel(fullName) === name.toLowerCase())?.[1];
  const enabled = new Set([
    ...standardProfile(name).system,
    ...(source?.userPermissions.flatMap((permission) => (permission.enabled ? [permission.name.toLowerCase()] : [])) ??
      []),
  ]);
  return Object.fromEntries(
    columns.map((column) => [column, enabled.has(column.slice('Permissions'.length).toLowerCase())]),
  );
}
