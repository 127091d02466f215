/** What the project's metadata grants, by the names that rows of the database go by. */
import type { Metadata } from '../../../metadata/metadata.ts';
import { addGrants, type Grants, muteGrants, NO_GRANTS } from './grants.ts';
import { standardProfile } from './standard-profiles.ts';

export interface PermissionSource {
  /** By the API name of the permission set; nothing when no metadata says what it grants. */
  permissionSet(name: string): Grants;
  /** By the label of the profile, as its row is named. */
  profile(name: string): Grants;
  /** By the API name of the permission set group. */
  permissionSetGroup(name: string): Grants;
  /** Whether any of them speaks of this record type (`object.type`, in lower case). */
  speaksOfRecordType(name: string): boolean;
}

/** File names of standard profiles, whose rows go by other names. */
const PROFILE_LABELS: Readonly<Record<string, string>> = {
  admin: 'system administrator',
  standard: 'standard user',
  readonly: 'read only',
  minimumaccess: 'minimum access - salesforce',
  'minimum access - salesforce': 'minimum access - salesforce',
  standardaul: 'standard platform user',
  contractmanager: 'contract manager',
  marketingprofile: 'marketing user',
  solutionmanager: 'solution manager',
  'chatter free user': 'chatter free user',
};

/** The parts that permission sets and profiles share; profiles may leave flags out. */
interface PermissionElements {
  readonly applicationVisibilities: readonly { readonly application: string; readonly visible: boolean }[];
  readonly classAccesses: readonly { readonly apexClass: string; readonly enabled: boolean }[];
  readonly pageAccesses: readonly { readonly apexPage: string; readonly enabled: boolean }[];
  readonly customPermissions: readonly { readonly name: string; readonly enabled: boolean }[];
  readonly fieldPermissions: readonly {
    readonly field: string;
    readonly readable?: boolean;
    readonly editable: boolean;
  }[];
  readonly objectPermissions: readonly {
    readonly object: string;
    readonly allowRead?: boolean;
    readonly allowCreate?: boolean;
    readonly allowEdit?: boolean;
    readonly allowDelete?: boolean;
    readonly viewAllRecords?: boolean;
    readonly modifyAllRecords?: boolean;
    readonly viewAllFields?: boolean;
  }[];
  readonly recordTypeVisibilities: readonly { readonly recordType: string; readonly visible: boolean }[];
  readonly userPermissions: readonly { readonly name: string; readonly enabled: boolean }[];
}

interface TabElement {
  readonly tab: string;
  readonly visibility: string;
}

export function permissionSource(metadata: Metadata): PermissionSource {
  const sets = lowerCased(metadata.permissionSets);
  const groups = lowerCased(metadata.permissionSetGroups);
  const muting = lowerCased(metadata.mutingPermissionSets);
  const profiles = new Map([...metadata.profiles].map(([name, profile]) => [profileLabel(name), profile]));
  const recordTypes = new Set(
    [...profiles.values(), ...sets.values()].flatMap((one) =>
      one.recordTypeVisibilities.map(({ recordType }) => recordType.toLowerCase()),
    ),
  );
  const permissionSet = cached((name) => {
    const found = sets.get(name);
    return found === undefined ? NO_GRANTS : grantsOf(found, found.tabSettings);
  });
  return {
    permissionSet,
    speaksOfRecordType: (name) => recordTypes.has(name),
    profile: cached((name) => {
      const found = profiles.get(name);
      return addGrants([
        standardProfile(name),
        found === undefined ? NO_GRANTS : grantsOf(found, found.tabVisibilities),
      ]);
    }),
    permissionSetGroup: cached((name) => {
      const group = groups.get(name);
      if (group === undefined) return NO_GRANTS;
      const granted = addGrants(group.permissionSets.map(permissionSet));
      const muted = group.mutingPermissionSets.flatMap((set) => muting.get(set.toLowerCase()) ?? []);
      return muteGrants(granted, addGrants(muted.map((set) => grantsOf(set, set.tabSettings))));
    }),
  };
}

/** Lower-cased label of the profile that a metadata file describes. */
export function profileLabel(fullName: string): string {
  const name = decodeURIComponent(fullName).toLowerCase();
  return PROFILE_LABELS[name] ?? name;
}

function grantsOf(elements: PermissionElements, tabs: readonly TabElement[]): Grants {
  const enabled = (items: readonly { readonly name: string; readonly enabled: boolean }[]) =>
    new Set(items.filter((item) => item.enabled).map(({ name }) => name.toLowerCase()));
  return {
    ...NO_GRANTS,
    objects: new Map(
      elements.objectPermissions.map((item) => [
        item.object.toLowerCase(),
        {
          read: item.allowRead ?? false,
          create: item.allowCreate ?? false,
          edit: item.allowEdit ?? false,
          delete: item.allowDelete ?? false,
          viewAll: item.viewAllRecords ?? false,
          modifyAll: item.modifyAllRecords ?? false,
          viewAllFields: item.viewAllFields ?? false,
        },
      ]),
    ),
    fields: new Map(
      elements.fieldPermissions.map(({ field, readable, editable }) => [
        field.toLowerCase(),
        { read: (readable ?? false) || editable, edit: editable },
      ]),
    ),
    system: enabled(elements.userPermissions),
    custom: enabled(elements.customPermissions),
    classes: enabled(elements.classAccesses.map(({ apexClass, ...item }) => ({ name: apexClass, ...item }))),
    pages: enabled(elements.pageAccesses.map(({ apexPage, ...item }) => ({ name: apexPage, ...item }))),
    tabs: new Set(tabs.filter(({ visibility }) => !HIDDEN_TABS.has(visibility)).map(({ tab }) => tab.toLowerCase())),
    apps: new Set(
      elements.applicationVisibilities
        .filter(({ visible }) => visible)
        .map(({ application }) => application.toLowerCase()),
    ),
    recordTypes: enabled(
      elements.recordTypeVisibilities.map(({ recordType, visible }) => ({ name: recordType, enabled: visible })),
    ),
  };
}

/** `None` in permission sets, `Hidden` in profiles. */
const HIDDEN_TABS = new Set(['None', 'Hidden']);

function lowerCased<T>(components: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...components].map(([name, component]) => [name.toLowerCase(), component]));
}

/** Computes once for each name, without regard to its case. */
function cached(compute: (name: string) => Grants): (name: string) => Grants {
  const known = new Map<string, Grants>();
  return (name) => {
    const key = name.toLowerCase();
    let grants = known.get(key);
    if (grants === undefined) known.set(key, (grants = compute(key)));
    return grants;
  };
}
