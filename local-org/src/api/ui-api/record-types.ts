/** Record types as a user has them. */
import type { ObjectSchema, RecordTypeSchema } from '../../schema/model.ts';
import { querySystem, quoted, type UiApiContext } from './context.ts';
import { userProfile } from './user-profile.ts';

/** The id the platform gives the master record type, which every record has whose object has no others. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

const ASSIGNED = Symbol('permission sets of the user');

interface Visibility {
  readonly recordType: string;
  readonly visible: boolean;
}

/**
 * The active record types the user may create records with: those that the profile or a permission set makes visible. A record type
 * that no profile or permission set of the project speaks of is visible to all.
 */
export function availableRecordTypes(context: UiApiContext, object: ObjectSchema): readonly RecordTypeSchema[] {
  const active = object.recordTypes.filter((type) => !type.isMaster && type.active);
  if (active.length === 0) return [];
  const spokenOf = new Set(everyVisibility(context).map((entry) => entry.recordType));
  const visible = new Set(
    visibilitiesOf(context)
      .filter((entry) => entry.visible)
      .map((entry) => entry.recordType),
  );
  return active.filter((type) => {
    const name = `${object.name}.${type.developerName}`;
    return visible.has(name) || !spokenOf.has(name);
  });
}

export function defaultRecordTypeId(context: UiApiContext, object: ObjectSchema): string {
  const assigned = context.org.defaultRecordType(context.user, object);
  return assigned ?? availableRecordTypes(context, object)[0]?.id ?? MASTER_RECORD_TYPE;
}

/** The record type of this id; undefined for the master record type. */
export function recordTypeById(object: ObjectSchema, id: string | null | undefined): RecordTypeSchema | undefined {
  return object.recordTypes.find((type) => type.id === id && !type.isMaster);
}

function everyVisibility(context: UiApiContext): readonly Visibility[] {
  const { profiles, permissionSets } = context.org.metadata;
  return [...profiles.values(), ...permissionSets.values()].flatMap((source) => source.recordTypeVisibilities);
}

function visibilitiesOf(context: UiApiContext): readonly Visibility[] {
  const profile = userProfile(context);
  const sets = permissionSetNames(context).flatMap((name) => context.org.metadata.permissionSets.get(name) ?? []);
  return [...(profile?.recordTypeVisibilities ?? []), ...sets.flatMap((set) => set.recordTypeVisibilities)];
}

/** Permission sets the user has, on their own and through groups. */
function permissionSetNames(context: UiApiContext): readonly string[] {
  return context.tx.state(ASSIGNED, () => readPermissionSetNames(context));
}

function readPermissionSetNames(context: UiApiContext): readonly string[] {
  const assigned = querySystem(
    context,
    `SELECT PermissionSet.Name, PermissionSetGroup.DeveloperName FROM PermissionSetAssignment WHERE AssigneeId = ${quoted(context.user.id)}`,
  );
  return assigned.flatMap((row) => {
    const group = row.parents.get('PermissionSetGroup')?.get('DeveloperName');
    const members = context.org.metadata.permissionSetGroups.get(String(group ?? ''))?.permissionSets ?? [];
    return [String(row.parents.get('PermissionSet')?.get('Name') ?? ''), ...members];
  });
}
